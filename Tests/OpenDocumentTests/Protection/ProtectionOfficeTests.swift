import Foundation
import OpenDocument
import Secrets
import Testing

extension Outside {
  /// LibreOffice with Python's way to talk to it.
  static let hasScriptedOffice =
    hasOffice && ((try? run(["/usr/bin/python3", "-c", "import uno"]))?.status == 0)

  /// One document that LibreOffice is to open, and perhaps to store.
  struct OfficeJob: Encodable {
    var open: String
    var password: String?
    var store: String?
    var protect: String?
  }

  /// What came of it: the text, or nil when LibreOffice did not open the document.
  struct OfficeAnswer: Decodable {
    var text: String?
  }

  /// Lets one LibreOffice do some jobs.
  static func office(_ jobs: [OfficeJob], in folder: URL) throws -> [OfficeAnswer] {
    let input = folder.appending(path: "jobs.json")
    let output = folder.appending(path: "answers.json")
    try JSONEncoder().encode(jobs).write(to: input)
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/office-password.py").path
    let (status, said) = try run([
      "/bin/sh", "-c", "timeout -k 5 300 /usr/bin/python3 \"$0\" <\"$1\" >\"$2\"", script, input.path, output.path,
    ])
    try #require(status == 0, "\(said)")
    return try JSONDecoder().decode([OfficeAnswer].self, from: Data(contentsOf: output))
  }
}

@Suite(
  "Passwords between LibreOffice and us",
  .enabled(if: Outside.hasScriptedOffice, "without LibreOffice or python3-uno"))
struct ProtectionOfficeTests {
  private static let password = "Grün-Käse 7"
  private static let decomposed = "Gru\u{308}n-Ka\u{308}se 7"

  @Test("LibreOffice opens what we protect, and we open what it protects, letter by letter as typed")
  func bothWays() throws {
    let template = try Template(parsing: Outside.fixture("familie.fodt"), name: "familie", variant: .final)
    let record = Attachment(
      path: "Record/record.xml", mediaType: "application/xml", directoryMediaType: "application/vnd.kiso.record",
      bytes: Array("<record>ä</record>".utf8))
    let document = try template.render(try data(), attachments: [record])
    var random = FixedRandom()
    let sealed = try DocumentProtection.protect(document, with: Secret(Self.password), random: &random)
    try Outside.withFolder { folder in
      func path(_ name: String) -> String { folder.appending(path: name).path }
      try Data(document).write(to: folder.appending(path: "plain.odt"))
      try Data(sealed).write(to: folder.appending(path: "sealed.odt"))
      let answers = try Outside.office(
        [
          .init(open: path("plain.odt"), store: path("composed.odt"), protect: Self.password),
          .init(open: path("plain.odt"), store: path("decomposed.odt"), protect: Self.decomposed),
          .init(open: path("sealed.odt"), password: Self.password, store: path("again.odt"), protect: "zwei"),
          .init(open: path("sealed.odt"), password: Self.decomposed),
          .init(open: path("sealed.odt"), password: "x"),
        ], in: folder)
      let text = try #require(answers[0].text)
      #expect(text.count > 100)
      #expect(answers[2].text == text)
      // LibreOffice normalises nothing: the same letters in other bytes are another password.
      #expect(answers[3].text == nil && answers[4].text == nil)

      let before = try DocumentText(of: OpenDocumentFile(reading: document))
      for (name, password) in [
        ("composed", Self.password), ("decomposed", Self.decomposed), ("again", "zwei"),
      ] {
        let bytes = Array(try Data(contentsOf: folder.appending(path: "\(name).odt")))
        let file = try OpenDocumentFile(reading: bytes, passwords: [Secret(password)])
        #expect(try file.member("Record/record.xml") == record.bytes, "\(name)")
        #expect(try DocumentText(of: file).fingerprint == before.fingerprint, "\(name)")
        #expect(throws: DocumentFailure(.wrongPassword)) {
          try OpenDocumentFile(reading: bytes, passwords: [Secret(password + "x")])
        }
      }
      #expect(throws: DocumentFailure(.wrongPassword)) {
        let bytes = Array(try Data(contentsOf: folder.appending(path: "decomposed.odt")))
        return try OpenDocumentFile(reading: bytes, passwords: [Secret(Self.password)])
      }
    }
  }
}
