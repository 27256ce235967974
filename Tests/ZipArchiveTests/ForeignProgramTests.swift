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

  /// Runs a program and returns its status and what it printed.
  private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private func withArchive(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zip-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "test.odt")
    try Data(WritingTests.archive()).write(to: file)
    try body(file.path)
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
    try withArchive { file in
      let result = try run(#require(Self.python), ["-c", script, file])
      #expect(result.status == 0)
      #expect(result.output == expected)
    }
  }

  @Test("unzip -t finds nothing wrong", .enabled(if: unzip != nil))
  func unzipAgrees() throws {
    try withArchive { file in
      let result = try run(#require(Self.unzip), ["-t", file])
      #expect(result.status == 0, "\(result.output)")
    }
  }
}
