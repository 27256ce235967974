import FormModel
import Testing
import XMLTree

/// What was evaluated does not stay in memory: notes hold what people confided.
@Suite struct LifetimeTests {
  @Test func `An evaluated record goes when nobody holds it any more`() throws {
    weak var document: XMLDocument?
    weak var evaluated: EvaluatedRecord?
    do {
      let checked = try Checked(.named)
      // The engine stays for the next record, with nothing of this one.
      #expect(try checked.value("string(vorgangsnummer)") != "")
      (evaluated, document) = (checked.evaluated, checked.evaluated.root.document)
      #expect(evaluated != nil && document != nil)
    }
    #expect(evaluated == nil && document == nil)
  }
}
