import Files
import Testing

@testable import FormModel

/// What a page for the browser is told of a form, and what its scripts can do with it.
struct BrowserDeclarationTests {
  private static let scripts: String = {
    let root = (1...4).reduce(#filePath) { path, _ in FilePath.parent(of: path) }
    let files =
      (try? DirectoryListing.files(in: FilePath.joining(root, "Templates/browser"), withExtension: "js")) ?? []
    return files.compactMap { try? FileReader.bytes(at: $0, limit: 1 << 20) }
      .map { String(decoding: $0, as: UTF8.self) }.joined()
  }()

  /// A function that a page lacks would be a paper that cannot be judged there.
  @Test func `Every function of expressions has one of its name in the scripts`() throws {
    let known = Set(ExpressionFunctions.signatures.keys)
    #expect(known.count > 60)
    for name in known {
      #expect(Self.scripts.contains("\"\(name)\": ") || Self.scripts.contains(" \(name): "), "\(name)")
    }
  }

  @Test func `Every kind of field and every status has its word in the scripts`() {
    for kind in FieldType.allCases.map(\.rawValue) {
      #expect(["\"\(kind)\": ", " \(kind): ", " \(kind),"].contains { Self.scripts.contains($0) }, "\(kind)")
    }
    for status in AnswerStatus.allCases { #expect(Self.scripts.contains("\(status.rawValue): \"\(status.german)\"")) }
  }

  /// A block of data in a page ends at the first `</script`, wherever that stands.
  @Test func `Nothing that a declaration holds can end the block it stands in`() {
    let value = JSONValue.object([("text", .string("</script><script>alert(1)</script>\u{2028}\"\\")), ("none", nil)])
    let text = String(decoding: value.bytes, as: UTF8.self)
    #expect(text == #"{"text":"\u003c/script>\u003cscript>alert(1)\u003c/script>"# + "\u{2028}" + #"\"\\"}"#)
  }
}
