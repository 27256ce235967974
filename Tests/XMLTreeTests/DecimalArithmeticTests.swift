import Testing
import XMLTree

/// Decimals come out as people calculate them, in libxml2 and beside it.
@Suite struct DecimalArithmeticTests {
  @Test(arguments: [
    ("0.1 + 0.2", "0.3"), ("0.1 * 0.19", "0.019"), ("0.3 - 0.1", "0.2"), ("1.1 * 3", "3.3"), ("4.35 * 100", "435"),
    ("1234.5 + 0.05", "1234.55"), ("1 div 3", "0.333333333333333"), ("2 div 3", "0.666666666666667"),
    ("1.005 * 1000", "1005"), ("-0.1 - 0.2", "-0.3"), ("7 mod 2", "1"), ("5.5 mod 2", "1.5"),
    ("0.1 * 0.0000001", "0.00000001"),
    ("9007199254740991 + 0", "9007199254740991"), ("100 * 1.1", "110"), ("8.2 - 0.2", "8"), ("0.7 + 0.1", "0.8"),
    ("33600 - 32950.4", "649.6"), ("1000000.1 - 1000000", "0.1"), ("0.3 - 1 div 3", "-0.033333333333333"),
    ("1 div 0", "Infinity"), ("'x' + 1", "NaN"), ("-(0.1 + 0.2)", "-0.3"), ("0.1 + 0.2 + 0.3 - 0.6", "0"),
    ("concat('a', 0.1 + 0.2)", "a0.3"), ("concat('a', 'x' + 1, 'b')", "ab"),
  ])
  func `Results have the digits that people expect`(_ expression: String, _ expected: String) throws {
    let engine = XPathEngine(XMLDocument(root: "r"))
    let root = XMLDocument(root: "r").root
    #expect(try engine.evaluate(engine.compile(expression), at: root).string == expected)
  }

  @Test(arguments: [
    "0.1 + 0.2 = 0.3", "0.3 -0.1 = 0.2", "0.3 - string-length('') - 0.1 = 0.2", "0.1 * 3 = 0.3", "0.1 * 3 <= 0.3",
    "not(1.1 * 1.1 > 1.21)", "3 * 1.1 = 3.3",
  ])
  func `Comparisons of results are exact`(_ expression: String) throws {
    let engine = XPathEngine(XMLDocument(root: "r"))
    #expect(try engine.evaluate(engine.compile(expression), at: XMLDocument(root: "r").root).boolean)
  }

  @Test func `A sum passes over what is empty`() throws {
    let document = try XMLDocument(parsing: Array("<r><a>0.1</a><a/><a>0.2</a><b/><c>x</c></r>".utf8))
    let engine = XPathEngine(document)
    func value(_ expression: String) throws -> String {
      try engine.evaluate(engine.compile(expression), at: document.root).string
    }
    #expect(try value("sum(a)") == "0.3" && value("sum(b)") == "0" && value("sum(nothing)") == "0")
    #expect(try value("sum(a | c)") == "NaN" && value("sum(a) * 2") == "0.6")
  }

  @Test func `An expression that takes too many steps is refused, always at the same one`() throws {
    let document = try XMLDocument(parsing: Array(("<r>" + String(repeating: "<a>1</a>", count: 300) + "</r>").utf8))
    let engine = XPathEngine(document)
    let program = try engine.compile("count(a[count(../a[. = current]) = 0])")
    engine.limit = 10_000
    for _ in 0..<2 {
      engine.spent = 0
      let failure = #expect(throws: XPathFailure.self) { try engine.evaluate(program, at: document.root) }
      #expect(failure?.code == .budget)
    }
    (engine.spent, engine.limit) = (0, 10_000_000)
    _ = try engine.evaluate(program, at: document.root)
    let steps = engine.spent
    engine.spent = 0
    _ = try engine.evaluate(program, at: document.root)
    #expect(engine.spent == steps && steps > 90_000, "\(steps)")
  }
}
