import Testing
import XMLTree

@Suite struct NestedEvaluationTests {
  @Test func `A function that evaluates another expression leaves the outer one where it was`() throws {
    let document = try XMLDocument(parsing: Array("<r><a><b>1</b></a><b>2</b></r>".utf8))
    let engine = XPathEngine(document)
    let inner = try engine.compile("string(/r/b)")
    engine.register("elsewhere", arity: 0...0) { [unowned engine] _, _ in
      (try? engine.evaluate(inner, at: document.root)) ?? .string("")
    }
    let outer = try engine.compile("concat(elsewhere(), b, position(), last())")
    let node = try #require(document.root.element("a"))
    #expect(try engine.evaluate(outer, at: node, position: 3, size: 7).string == "2137")
  }
}
