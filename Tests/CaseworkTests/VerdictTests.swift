import Foundation
import FormModel
import Testing

/// What a release allows, against a table that was written independently in another language.
@Suite struct VerdictTests {
  @Test func `Every combination of custody, signatures, revocations and use has the verdict of the table`() throws {
    let rows = try Self.table()
    #expect(rows.count > 3_000)
    let day = try Town.day("2025-11-25")
    var differences: [String] = []
    var known: [Record: EvaluatedRecord] = [:]
    for row in rows {
      let papers = try row.papers().map { record in
        if let paper = known[record] { return paper }
        let paper = try Town.evaluated(record, on: day)
        known[record] = paper
        return paper
      }
      let result = try Town.evaluated(try row.letter(), among: papers, on: day)
      let own = Set(result.form.effects.map(\.text.id))
      let refused = result.findings.filter { $0.strength == .error && own.contains($0.id) }
      if refused.isEmpty != row.isAllowed { differences.append("\(row) \(refused.map(\.id))") }
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(20).joined(separator: "\n"))")
  }

  /// The rows that the script beside this file gives.
  static func table() throws -> [Verdict] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", String(#filePath.dropLast("VerdictTests.swift".count)) + "verdicts.py"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let rows = text.split(separator: "\n")
    let verdicts = rows.compactMap { Verdict($0) }
    #expect(verdicts.count == rows.count)
    return verdicts
  }
}
