import Testing
import XMLTree

@Suite("XPath")
struct XPathTests {
  let document: XMLDocument
  let engine: XPathEngine

  init() throws {
    document = try XMLDocument(
      parsing: Array("<r><kind>Lio</kind><kind>Mila</kind><thema>a</thema><n>3</n></r>".utf8))
    engine = XPathEngine(document)
    engine.register("verbinde", arity: 1...9) { arguments, _ in
      .string(arguments.map(\.string).joined(separator: "+"))
    }
    engine.register("stelle", arity: 0...0) { _, call in .number(Double(call.position * 100 + call.size)) }
    engine.register("alle", arity: 0...0) { _, call in .nodes(call.node.elements("kind")) }
  }

  @Test(
    "Expressions give what XPath 1.0 says",
    arguments: [
      ("kind", "Lio"), ("kind[2]", "Mila"), ("count(kind)", "2"), ("n + 0.5", "3.5"), ("thema = 'a'", "true"),
      ("verbinde(kind[1], 'x', n)", "Lio+x+3"), ("kind[stelle() = 202]", "Mila"), ("alle()[2]", "Mila"),
      ("string(1 div 0)", "Infinity"), ("fehlt", ""),
    ])
  func values(source: String, expected: String) throws {
    let value = try engine.evaluate(try engine.compile(source), at: document.root)
    #expect(value.string == expected)
  }

  @Test(
    "A broken expression is refused with the position of the mistake",
    arguments: [("a = ", 4), ("a[1", 3), ("(a", 2), ("a b", 2), ("a = 'x", 4), ("f(a,)", 4), ("a ; b", 2)])
  func broken(source: String, position: Int) {
    #expect {
      try engine.compile(source)
    } throws: {
      ($0 as? XPathFailure)?.position == position
    }
  }

  @Test("Unknown functions and a wrong number of arguments fail when evaluated")
  func functions() throws {
    for source in ["gibtsnicht(1)", "verbinde()"] {
      let program = try engine.compile(source)
      #expect(throws: XPathFailure.self) { try engine.evaluate(program, at: document.root) }
    }
  }

  @Test("The syntax tree knows paths, predicates, calls and comparisons")
  func syntax() throws {
    var names: [String] = []
    try XPathSyntax(parsing: "kind[alter > 3]/name = 'x' or count(//thema) - 1 and not(../n * 2)").visit {
      if case .path(let path) = $0 { names.append(path.steps.map(\.test).joined(separator: "/")) }
      if case .call(let name, _) = $0 { names.append(name + "()") }
    }
    #expect(names == ["kind/name", "alter", "count()", "node()/thema", "not()", "node()/n"])
  }

  @Test("What our parser reads, libxml2 reads too, and the reverse")
  func agreement() {
    let sources = [
      "a", "/", "//a", "a/b[1]/@c", "a|b", "-a", "a - b", "a-b", "* * *", "a div b", "div div div",
      "text()", "child::a", "a::b::c", "a[", "]", "'x'", "f()", "f(a)(b)", "f(a)[1]/b", "(a)[1]", "..",
      "../a",
      ".", "a/", "/a//", "$v", "1.5.2", "@", "a=b=c", "not(a) and", "node()", "self::node()",
    ]
    for source in sources {
      let ours = (try? XPathSyntax(parsing: source)) != nil
      let theirs = (try? engine.compile(source)) != nil
      #expect(ours == theirs, "\(source)")
    }
  }
}

@Suite("RELAX NG")
struct RelaxNGTests {
  let schema = """
    <element name="form" xmlns="http://relaxng.org/ns/structure/1.0">
      <attribute name="id"/><zeroOrMore><element name="field"><attribute name="id"/><text/></element></zeroOrMore>
    </element>
    """

  @Test("A valid document gives nothing, each mistake its kind and line")
  func diagnostics() throws {
    let schema = try RelaxNGSchema(parsing: Array(schema.utf8))
    func problems(_ source: String) throws -> [XMLDiagnostic] {
      schema.validate(try XMLDocument(parsing: Array(source.utf8)))
    }
    #expect(try problems("<form id='a'><field id='b'>x</field></form>").isEmpty)
    let wrong = try problems("<form id='a'>\n<feld id='b'/>\n</form>")
    #expect(wrong.first?.problem == .unexpectedElement("feld"))
    #expect(wrong.first?.line == 2)
    let attribute = try problems("<form id='a'>\n<field id='b' typ='x'/>\n</form>")
    #expect(attribute.contains { $0.problem == .unexpectedAttribute(name: "typ", element: "field") })
    #expect(try !problems("<form/>").isEmpty)
    #expect(throws: XMLFailure.self) { try RelaxNGSchema(parsing: Array("<x/>".utf8)) }
  }
}
