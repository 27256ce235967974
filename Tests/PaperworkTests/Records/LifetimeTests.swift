import FormModel
import Testing
import XMLTree

/// What was evaluated does not stay in memory: notes hold what people confided.
@Suite struct LifetimeTests {
  @Test func `An evaluated record goes when nobody holds it any more`() throws {
    weak var engine: XPathEngine?
    weak var document: XMLDocument?
    do {
      let evaluated = try Checked(.named).evaluated
      engine = evaluated.engine
      document = evaluated.root.document
      #expect(engine != nil && document != nil)
    }
    #expect(engine == nil && document == nil)
  }
}
