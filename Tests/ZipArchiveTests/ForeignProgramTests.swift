import Foundation
import Testing
import ZipArchive

/// Other programs read what is written here.
@Suite("Agreement with others")
struct ForeignProgramTests {
  private static func program(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }.first(
      where: FileManager.default.isExecutableFile)
  }

  private static let python = program("python3")
  private static let unzip = program("unzip")

  /// Runs a command line and returns its status and what it printed.
  ///
  /// By `popen` and not by `Process`, which leaks a weak reference and so fails every run with the
  /// address sanitizer. The words are paths and must not contain an apostrophe.
  private func run(_ words: String...) throws -> (status: Int32, output: String) {
    let command = words.map { "'\($0)'" }.joined(separator: " ") + " 2>&1"
    let stream = try #require(popen(command, "r"))
    var output: [UInt8] = []
    var byte = fgetc(stream)
    while byte != EOF {
      output.append(UInt8(truncatingIfNeeded: byte))
      byte = fgetc(stream)
    }
    return (pclose(stream), String(decoding: output, as: UTF8.self))
  }

  /// Writes an archive and a script to a folder that is removed afterwards.
  private func withFiles(script: String = "", _ body: (_ archive: String, _ script: String) throws -> Void)
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zip-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "test.odt")
    try Data(WritingTests.archive()).write(to: file)
    let scriptFile = folder.appending(path: "test.py")
    try Data(script.utf8).write(to: scriptFile)
    try body(file.path, scriptFile.path)
  }

  @Test("Python's zipfile finds the same names, sizes and checksums", .enabled(if: python != nil))
  func pythonAgrees() throws {
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      for i in archive.infolist():
          assert i.date_time == (1980, 1, 1, 0, 0, 0) and not i.extra and not i.comment
          sys.stdout.buffer.write(f"{i.filename}|{len(archive.read(i))}|{i.CRC}\\n".encode())
      """
    let expected = try ZipReader(WritingTests.archive()).entries
      .map { "\($0.name)|\($0.size)|\($0.crc32)\n" }.joined()
    try withFiles(script: script) { archive, script in
      let result = try run(#require(Self.python), script, archive)
      #expect(result.status == 0)
      #expect(result.output == expected)
    }
  }

  @Test("unzip -t finds nothing wrong", .enabled(if: unzip != nil))
  func unzipAgrees() throws {
    try withFiles { archive, _ in
      let result = try run(#require(Self.unzip), "-t", archive)
      #expect(result.status == 0, "\(result.output)")
    }
  }
}
