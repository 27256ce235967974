import Files
import Glibc
import Testing

/// A file is replaced in one step, and what stood in it is overwritten before it is given up.
struct ErasingReplacementTests {
  /// The bytes of a file that is held open, whatever became of its name.
  private func content(of file: Int32) -> [UInt8] {
    var space = [UInt8](repeating: 0xFF, count: 1 << 20)
    let count = space.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
    return Array(space.prefix(max(0, count)))
  }

  @Test(arguments: [1, 1 << 16, 200_001])
  func theOldContentIsZeroWhenItsNameIsGone(_ count: Int) throws {
    try withScratch { folder in
      let path = folder + "/a"
      try AtomicFile.write(Array(repeating: 0x53, count: count), to: path)
      let old = open(path, O_RDONLY)
      defer { close(old) }
      try ErasingReplacement.replace(path, with: "neu".bytes)
      let left = content(of: old)
      #expect(left.count == count && left.allSatisfy { $0 == 0 })
      #expect(try FileReader.bytes(at: path, limit: 100) == "neu".bytes)
      #expect(permissions(of: path) == 0o600 && names(in: folder) == ["a"])
    }
  }

  @Test func aFirstFileNeedsNoOldOne() throws {
    try withScratch { folder in
      try ErasingReplacement.replace(folder + "/a", with: "neu".bytes)
      #expect(try FileReader.bytes(at: folder + "/a", limit: 100) == "neu".bytes)
      #expect(permissions(of: folder + "/a") == 0o600 && names(in: folder) == ["a"])
    }
  }

  /// A crash between the exchange and the zeros leaves the old content beside the new.
  @Test func whatAnInterruptedReplacementLeftIsErasedByTheNextOne() throws {
    try withScratch { folder in
      let path = folder + "/a"
      try AtomicFile.write("neu".bytes, to: path)
      try AtomicFile.write("alter Schluessel".bytes, to: path + ".neu")
      let old = open(path + ".neu", O_RDONLY)
      defer { close(old) }
      try ErasingReplacement.clean(path)
      #expect(content(of: old) == Array(repeating: 0, count: 16) && names(in: folder) == ["a"])
      try ErasingReplacement.clean(path)
      #expect(try FileReader.bytes(at: path, limit: 100) == "neu".bytes)
    }
  }

  @Test func aFailureLeavesTheOldFileWhole() throws {
    try withScratch { folder in
      mkdir(folder + "/a", 0o700)
      let failure = failure { () throws(FileFailure) in try ErasingReplacement.replace(folder + "/b/c", with: [1]) }
      #expect(failure?.code == .cannotCreate && names(in: folder) == ["a"])
    }
  }
}
