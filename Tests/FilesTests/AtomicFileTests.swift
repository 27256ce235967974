import Files
import Glibc
import Testing

struct AtomicFileTests {
  @Test func aNewFileIsWholeAndForItsOwnerOnly() throws {
    try withScratch { folder in
      try AtomicFile.write("Inhalt".bytes, to: folder + "/a.odt")
      #expect(try FileReader.bytes(at: folder + "/a.odt", limit: 100) == "Inhalt".bytes)
      #expect(permissions(of: folder + "/a.odt") == 0o600)
      #expect(names(in: folder) == ["a.odt"])
    }
  }

  @Test func anExistingFileIsReplacedAndClosedToOthers() throws {
    try withScratch { folder in
      try AtomicFile.write("alt".bytes, to: folder + "/a", permissions: 0o644)
      #expect(permissions(of: folder + "/a") == 0o644)
      try AtomicFile.write("neu".bytes, to: folder + "/a")
      #expect(try FileReader.bytes(at: folder + "/a", limit: 100) == "neu".bytes)
      #expect(permissions(of: folder + "/a") == 0o600)
    }
  }

  @Test func theUmaskChangesNothing() async throws {
    await #expect(processExitsWith: .success) {
      try withScratch { folder in
        umask(0o777)
        try AtomicFile.write([1], to: folder + "/a")
        try #require(permissions(of: folder + "/a") == 0o600)
        umask(0)
        try AtomicFile.write([1], to: folder + "/b", permissions: 0o640)
        try #require(permissions(of: folder + "/b") == 0o640)
      }
    }
  }

  @Test func aLinkIsWrittenThroughAndStays() throws {
    try withScratch { folder in
      mkdir(folder + "/ziel", 0o700)
      try AtomicFile.write("alt".bytes, to: folder + "/ziel/a")
      symlink("ziel/a", folder + "/l1")
      symlink("l1", folder + "/l2")
      try AtomicFile.write("neu".bytes, to: folder + "/l2")
      #expect(try FileReader.bytes(at: folder + "/ziel/a", limit: 100) == "neu".bytes)
      symlink("ziel/fehlt", folder + "/l3")
      try AtomicFile.write("neu".bytes, to: folder + "/l3")
      #expect(names(in: folder) == ["l1", "l2", "l3", "ziel"])
      #expect(names(in: folder + "/ziel") == ["a", "fehlt"])
      var status = stat()
      #expect(lstat(folder + "/l2", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }
  }

  @Test func aCircleOfLinksIsRefused() throws {
    try withScratch { folder in
      symlink("b", folder + "/a")
      symlink("a", folder + "/b")
      #expect(
        failure { () throws(FileFailure) in try AtomicFile.write([1], to: folder + "/a") }?.code == .badPath)
    }
  }

  @Test(arguments: [
    ("", FileFailure.Code.isDirectory), ("/fehlt/a", .cannotCreate), ("/datei/a", .cannotCreate),
    ("/a\0b", .badPath), ("/neu/", .cannotCreate), ("/fehlt/", .cannotCreate),
    ("/" + String(repeating: "x", count: 300), .badPath),
  ])
  func whatCannotBeWrittenHasItsCode(name: String, code: FileFailure.Code) throws {
    try withScratch { folder in
      try AtomicFile.write([1], to: folder + "/datei")
      let failure = failure { () throws(FileFailure) in try AtomicFile.write([1], to: folder + name) }
      #expect(failure?.code == code)
      #expect(failure?.path == folder + name)
      #expect(names(in: folder) == ["datei"])
    }
  }

  @Test func aFullDeviceSaysSo() {
    let failure = failure { () throws(FileFailure) in try AtomicFile.write([1], to: "/dev/full") }
    #expect(failure == FileFailure(code: .storageFull, path: "/dev/full", errno: ENOSPC))
    #expect(exists("/dev/full"))
  }

  @Test func aDeviceIsWrittenToAndNotReplaced() throws {
    try AtomicFile.write("weg".bytes, to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func whenSpaceRunsOutTheOldFileStaysAndNothingElse() async throws {
    await #expect(processExitsWith: .success) {
      try withScratch { folder in
        try AtomicFile.write("alt".bytes, to: folder + "/a")
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: 5000, rlim_max: 5000)
        try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
        let big = [UInt8](repeating: 7, count: 20_000)
        let failure = failure { () throws(FileFailure) in try AtomicFile.write(big, to: folder + "/a") }
        try #require(failure?.code == .storageFull)
        try #require(failure?.errno == EFBIG)
        try #require(names(in: folder) == ["a"])
        try #require(try FileReader.bytes(at: folder + "/a", limit: 100) == "alt".bytes)
      }
    }
  }

  @Test func inAFolderWithoutTheRightToWriteTheOldFileStays() async throws {
    await #expect(processExitsWith: .success) {
      try withScratch { folder in
        try AtomicFile.write("alt".bytes, to: folder + "/a", permissions: 0o644)
        chmod(folder, 0o555)
        let user = geteuid()
        if user == 0 { seteuid(65534) }
        let failure = failure { () throws(FileFailure) in try AtomicFile.write([1], to: folder + "/a") }
        if user == 0 { seteuid(0) }
        chmod(folder, 0o700)
        try #require(failure?.code == .cannotCreate)
        try #require(names(in: folder) == ["a"])
        try #require(try FileReader.bytes(at: folder + "/a", limit: 100) == "alt".bytes)
      }
    }
  }

  @Test func aClosedPipeIsAFailureAndNotTheEnd() async {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_IGN)
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      close(ends[0])
      let failure = failure { () throws(FileFailure) in try FileWriter.write([1], to: ends[1]) }
      try #require(failure == FileFailure(code: .inputOutput, path: "-", errno: EPIPE))
    }
  }
}
