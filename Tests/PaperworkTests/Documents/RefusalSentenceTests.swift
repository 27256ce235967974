import Files
import OpenDocument
import Paperwork
import Testing
import XMLTree
import ZipArchive

/// Every kind of refusal and of warning: one code, one sentence, and its place in the manual.
struct RefusalSentenceTests {
  private static let manual = String(
    decoding: (try? Repository.bytes("Documentation/Handbuch/12-Fremde-Papiere.md")) ?? [], as: UTF8.self)

  @Test func everyCodeStandsInTheManual() {
    let codes =
      DocumentFailure.Code.allCases.map(\.rawValue) + DocumentWarning.Code.allCases.map(\.rawValue)
      + ZipFailure.Code.allCases.map(\.rawValue) + XMLFailure.Code.allCases.map(\.rawValue)
      + RecordFailure.Code.allCases.map(\.rawValue) + FileFailure.Code.allCases.map(\.rawValue)
      + LabelFailure.Code.allCases.map(\.rawValue) + ["ODF-OHNE-DATEN", "FORM-UNBEKANNT"]
    #expect(Set(codes).count == codes.count)
    for code in codes { #expect(Self.manual.contains("`\(code)`"), "\(code)") }
  }

  /// What people see of each refusal of a file: the code and the sentence.
  private static let refusals: [String] = {
    // What only wraps the code of another family has no sentence of its own.
    let documents = DocumentFailure.Code.allCases.filter { ![.archive, .member, .xml].contains($0) }
    let failures: [PaperworkFailure] =
      documents.map { .document(DocumentFailure($0)) }
      + ZipFailure.Code.allCases.map { .document(DocumentFailure(.archive, underlying: $0.rawValue)) }
      + XMLFailure.Code.allCases.map { .document(DocumentFailure(.xml, underlying: $0.rawValue)) }
      + RecordFailure.Code.allCases.map { .record(RecordFailure($0)) }
      + LabelFailure.Code.allCases.map { .labels(LabelFailure($0)) } + [.noRecord]
    return failures.flatMap(\.german)
  }()

  @Test func everyRefusalStandsInTheTableOfTheManualWithItsSentenceAndWhatToDo() {
    let rows = Self.manual.split(separator: "\n").filter { $0.hasPrefix("| `") }
    for line in Self.refusals {
      let (code, sentence) = (line.dropFirst().prefix { $0 != "]" }, line.drop { $0 != "]" }.dropFirst(2))
      let row = rows.first { $0.hasPrefix("| `\(code)` | \(sentence) | ") }
      let remedy = row?.dropFirst("| `\(code)` | \(sentence) | ".count)
      #expect((remedy?.count ?? 0) > 6, "| `\(code)` | \(sentence) | ")
    }
  }

  /// The sentences of failures, each with the code that people see in front of it.
  private func expectDistinct(_ failures: [(code: String, failure: PaperworkFailure)]) {
    var sentences: [String: String] = [:]
    for (code, failure) in failures {
      let lines = failure.german
      #expect(lines.count == 1 && lines[0].hasPrefix("[\(code)] "), "\(code): \(lines)")
      let sentence = String(lines.joined().dropFirst(code.count + 3))
      #expect(sentence.hasSuffix(".") || sentence.hasSuffix("kiso forms"), "\(sentence)")
      #expect(sentences[sentence] == nil, "\(code) and \(sentences[sentence] ?? "") say the same: \(sentence)")
      sentences[sentence] = code
    }
  }

  @Test func everyCodeOfAFamilyHasItsOwnSentence() {
    let documents = DocumentFailure.Code.allCases.filter { ![.archive, .member, .xml].contains($0) }
    expectDistinct(documents.map { ($0.rawValue, .document(DocumentFailure($0))) })
    expectDistinct(
      ZipFailure.Code.allCases.map {
        ($0.rawValue, .document(DocumentFailure(.archive, underlying: $0.rawValue)))
      })
    expectDistinct(
      XMLFailure.Code.allCases.map {
        ($0.rawValue, .document(DocumentFailure(.xml, part: "content.xml", underlying: $0.rawValue)))
      })
    let records = RecordFailure.Code.allCases.filter { $0 != .xml }
    expectDistinct(records.map { ($0.rawValue, .record(RecordFailure($0))) })
    expectDistinct(
      XMLFailure.Code.allCases.filter { $0 != .malformed }.map {
        ($0.rawValue, .record(RecordFailure(.xml, detail: $0.rawValue)))
      })
  }
}
