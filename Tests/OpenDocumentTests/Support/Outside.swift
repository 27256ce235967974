import Foundation
import Testing

/// Programs and files beside the repository that some tests ask for a second opinion.
enum Outside {
  private static func program(_ names: [String]) -> String? {
    names.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let beside = repository.deletingLastPathComponent().appending(path: "shared")

  /// The judge of documents, with the schemas and the module of Python that it needs.
  static let hasJudge: Bool = {
    guard FileManager.default.fileExists(atPath: judge), FileManager.default.fileExists(atPath: schemas), let python
    else { return false }
    return (try? run([python, "-c", "import lxml"]).status) == 0
  }()

  private static let python = program(["/usr/bin/python3"])
  private static let judge = beside.appending(path: "tools/check_odt.py").path
  private static let schemas = beside.appending(path: "odf-schema").path

  /// LibreOffice, unless the tests are to run without it.
  static var hasOffice: Bool {
    ProcessInfo.processInfo.environment["KISO_WITHOUT_OFFICE"] == nil && office != nil
  }

  static let office = program([
    "/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice",
  ])

  /// A template among the fixtures.
  static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
  }

  /// Runs a command line and returns its status and what it printed.
  ///
  /// By `popen` and not by `Process`, which leaks a weak reference and so fails every run with the address
  /// sanitizer. The words must not contain an apostrophe.
  static func run(_ words: [String]) throws -> (status: Int32, output: String) {
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

  static func withFolder<T>(_ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "opendocument-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// What the judge has against a document; empty when nothing.
  static func complaints(about document: [UInt8], options: [String] = []) throws -> String {
    try withFolder { folder in
      let file = folder.appending(path: "probe.odt")
      try Data(document).write(to: file)
      let words =
        [
          try #require(python), judge, "--strict", "--schema", schemas, "--odf-version", "1.3", "--lang",
          "de-DE",
        ]
        + options + [file.path]
      let (status, output) = try run(words)
      return status == 0 ? "" : withoutWrapperWarnings(output)
    }
  }

  /// Debian's wrapper of jing warns about jars it does not need, and the judge takes that for a finding.
  private static func withoutWrapperWarnings(_ output: String) -> String {
    let lines = output.split(separator: "\n").filter { !$0.contains("[warning] ") }
    let findings = lines.indices.filter { index in
      guard lines[index].hasPrefix("FAIL") else { return lines[index].hasPrefix(" ") }
      return lines.indices.contains(index + 1) && lines[index + 1].hasPrefix(" ")
    }
    return findings.map { lines[$0] }.joined(separator: "\n")
  }

  /// A file as LibreOffice saves it again.
  static func resaved(_ bytes: [UInt8], as kind: String) throws -> [UInt8] {
    try withFolder { folder in
      let file = folder.appending(path: bytes.starts(with: [0x50, 0x4B]) ? "probe.odt" : "probe.fodt")
      try Data(bytes).write(to: file)
      let output = folder.appending(path: "out")
      let words = [
        try #require(office), "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
        "--convert-to", kind, "--outdir", output.path, file.path,
      ]
      let result = output.appending(path: "probe.\(kind)")
      // The first start with a fresh profile may end at once.
      for _ in 0..<2 where !FileManager.default.fileExists(atPath: result.path) { _ = try run(words) }
      return Array(try Data(contentsOf: result))
    }
  }
}
