import Files
import Glibc
import Testing

struct PrivateDirectoryTests {
  @Test func itIsPrivateNamelessAndGoneAfterwards() throws {
    try withScratch { base in
      var path = ""
      do {
        let directory = try PrivateDirectory(under: base)
        path = directory.path
        #expect(permissions(of: path) == 0o700)
        #expect(FilePath.lastComponent(of: path).hasPrefix("kiso-\(getpid())-"))
        let inner = try directory.makeFolder("innen")
        #expect(permissions(of: inner) == 0o700)
        mkdir(inner + "/tief", 0o700)
        try AtomicFile.write([1], to: inner + "/tief/a")
        #expect(directory.path(of: "innen") == inner)
        _ = consume directory
      }
      #expect(!path.isEmpty)
      #expect(names(in: base) == [])
    }
  }

  @Test func removalNeverFollowsALink() throws {
    try withScratch { base in
      mkdir(base + "/fremd", 0o700)
      try AtomicFile.write([1], to: base + "/fremd/bleibt")
      do {
        let directory = try PrivateDirectory(under: base)
        symlink(base + "/fremd", directory.path(of: "link"))
        _ = consume directory
      }
      #expect(names(in: base) == ["fremd"])
      #expect(names(in: base + "/fremd") == ["bleibt"])
    }
  }

  @Test func aFolderClosedEvenToItsOwnerIsRemoved() async throws {
    await #expect(processExitsWith: .success) {
      try withScratch { base in
        chmod(base, 0o777)
        if geteuid() == 0 { seteuid(65534) }
        do {
          let directory = try PrivateDirectory(under: base)
          let inner = try directory.makeFolder("zu")
          try AtomicFile.write([1], to: inner + "/a")
          chmod(inner, 0)
          _ = consume directory
        }
        if getuid() == 0 { seteuid(0) }
        try #require(names(in: base) == [])
      }
    }
  }

  @Test func whatADeadProcessLeftIsSwept() throws {
    try withScratch { base in
      // Process numbers end at 4194304 (PID_MAX_LIMIT), so these processes cannot be alive.
      for name in ["kiso-4999999-abcdef", "kiso-4999998-ABCDEF"] {
        mkdir("\(base)/\(name)", 0o700)
        try AtomicFile.write([1], to: "\(base)/\(name)/a")
      }
      let kept = [
        "kiso-1-abcdef", "kiso-4999999", "kiso-4999999-abcdef-x", "kiso-x-abcdef", "kisoa-4999999-abcdef",
      ]
      for name in kept { mkdir("\(base)/\(name)", 0o700) }
      symlink("kiso-x-abcdef", base + "/kiso-4999997-abcdef")
      do {
        let directory = try PrivateDirectory(under: base)
        _ = consume directory
      }
      #expect(names(in: base) == (kept + ["kiso-4999997-abcdef"]).sorted())
    }
  }

  @Test func whatALivingProcessLocksIsNotSweptThoughItsNumberIsUnknown() throws {
    try withScratch { base in
      let other = base + "/kiso-4999999-abcdef"
      mkdir(other, 0o700)
      let lock = open(other, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      #expect(flock(lock, LOCK_EX) == 0)
      try makeAndDrop(under: base)
      #expect(exists(other))
      close(lock)
      // A process that another test is just starting may hold a copy of the lock for a moment.
      for _ in 0..<200 where exists(other) {
        usleep(10_000)
        try makeAndDrop(under: base)
      }
      #expect(!exists(other))
    }
  }

  @Test func withoutABaseItSaysSo() {
    let failure = failure { () throws(FileFailure) in try makeAndDrop(under: "/fehlt") }
    #expect(failure?.code == .cannotCreate)
    #expect(failure?.path == "/fehlt")
  }
}

private func makeAndDrop(under base: String) throws(FileFailure) {
  _ = try PrivateDirectory(under: base)
}
