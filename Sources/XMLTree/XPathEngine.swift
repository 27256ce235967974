internal import CLibXML2

/// What an expression evaluates to.
public enum XPathValue {
  /// Nodes in document order.
  case nodes([XMLNode])
  /// A text.
  case string(String)
  /// A number, possibly not finite.
  case number(Double)
  /// True or false.
  case boolean(Bool)
}

/// Evaluates XPath 1.0 over one document, with the functions that were registered and no others beyond the core.
///
/// A closed language: nothing in an expression can read a file, open a connection or run without end.
public final class XPathEngine {
  /// What a registered function is given besides its arguments.
  public struct Call {
    /// The node the call is evaluated at, inside a predicate the one that is being tried.
    public let node: XMLNode
    /// The node the whole expression is evaluated at.
    public let origin: XMLNode
    /// 1-based position of that node in the current node list.
    public let position: Int
    /// Length of the current node list.
    public let size: Int

    /// A call at a node that stands alone.
    public init(node: XMLNode, origin: XMLNode) {
      self.init(node: node, origin: origin, position: 1, size: 1)
    }

    init(node: XMLNode, origin: XMLNode, position: Int, size: Int) {
      (self.node, self.origin, self.position, self.size) = (node, origin, position, size)
    }
  }

  /// A function that expressions can call.
  public typealias Function = ([XPathValue], Call) -> XPathValue

  /// The functions of XPath 1.0, chapter 4, with the number of their arguments.
  public static let coreSignatures: [String: ClosedRange<Int>] = [
    "last": 0...0, "position": 0...0, "count": 1...1, "id": 1...1, "local-name": 0...1, "namespace-uri": 0...1,
    "name": 0...1, "string": 0...1, "concat": 2...99, "starts-with": 2...2, "contains": 2...2,
    "substring-before": 2...2, "substring-after": 2...2, "substring": 2...3, "string-length": 0...1,
    "normalize-space": 0...1, "translate": 3...3, "boolean": 1...1, "not": 1...1, "true": 0...0, "false": 0...0,
    "lang": 1...1, "number": 0...1, "sum": 1...1, "floor": 1...1, "ceiling": 1...1, "round": 1...1,
  ]

  /// The names of the functions of XPath 1.0, chapter 4.
  public static let coreFunctions = Set(coreSignatures.keys)

  /// The core functions that are ours, since XPath 1.0 makes of one gap a result that is „NaN“.
  private static let replaced: Set<String> = ["sum", "concat"]

  private var document: XMLDocument
  private let context: xmlXPathContextPtr
  private var functions: [String: (arity: ClosedRange<Int>, body: Function)] = [:]
  fileprivate var failed = false
  private var origin: XMLNode?
  /// How many steps may be taken before evaluation is refused; the same expression over the same nodes always takes as many.
  public var limit = Int.max
  /// How many steps were taken since they were last counted anew.
  public var spent = 0
  private var depth = 0
  private var programs: [String: XPathProgram] = [:]

  /// Makes an engine for `document`, which it keeps alive.
  public init(_ document: XMLDocument) {
    guard let context = xmlXPathNewContext(document.pointer) else { preconditionFailure("out of memory") }
    self.document = document
    self.context = context
    context.pointee.error = { _, _ in }
    let unretained = Unmanaged.passUnretained(self).toOpaque()
    context.pointee.userData = unretained
    // Asked before the core functions, for every name: so an unknown one reaches us, not standard error.
    xmlXPathRegisterFuncLookup(
      context,
      { _, name, _ in
        guard let name else { return nil }
        let text = String(cString: name)
        return XPathEngine.coreFunctions.contains(text) && !XPathEngine.replaced.contains(text)
          ? nil : callRegisteredFunction
      }, unretained)
    for (sign, name) in DecimalArithmetic.functions {
      register(name, arity: 2...2) { arguments, _ in
        .number(DecimalArithmetic.result(sign, arguments[0].number, arguments[1].number) ?? .nan)
      }
    }
    register("concat", arity: 2...99) { arguments, _ in
      .string(
        arguments.map { argument in
          if case .number(let number) = argument, number.isNaN { "" } else { argument.string }
        }.joined())
    }
    // What is not filled in adds nothing; in XPath 1.0 one empty node would make the whole sum no number.
    register("sum", arity: 1...1) { arguments, _ in
      .number(
        arguments[0].nodes.reduce(0) { total, node in
          node.hasText ? DecimalArithmetic.sum(total, XPathValue.string(node.text).number) : total
        })
    }
  }

  deinit {
    xmlXPathFreeContext(context)
  }

  /// Adds a function under `name`; a call with another number of arguments than `arity` fails.
  public func register(_ name: String, arity: ClosedRange<Int>, _ body: @escaping Function) {
    functions[name] = (arity, body)
  }

  /// Turns to another document; functions and compiled expressions stay.
  ///
  /// Not while an expression is being evaluated.
  public func use(_ document: XMLDocument) {
    self.document = document
    context.pointee.doc = document.pointer
    context.pointee.node = nil
  }

  /// The function that was registered under a name.
  public func function(_ name: String) -> (arity: ClosedRange<Int>, body: Function)? { functions[name] }

  /// Whether a function was registered under `name`.
  public func knows(_ name: String) -> Bool { functions[name] != nil }

  /// Prepares an expression for repeated use; of the same text once.
  ///
  /// Throws `XPathFailure` with the position of the mistake.
  public func compile(_ source: String) throws(XPathFailure) -> XPathProgram {
    if let known = programs[source] { return known }
    let exact = DecimalArithmetic.rewritten(source)
    guard let compiled = exact.withXMLChars({ xmlXPathCtxtCompile(context, $0) }) else {
      // Our own parser knows the position; libxml2 knows only that something is wrong.
      _ = try XPathSyntax(parsing: source)
      throw XPathFailure(.syntax, expression: source)
    }
    let program = XPathProgram(source: source, pointer: compiled)
    programs[source] = program
    return program
  }

  /// Evaluates an expression at a node of the engine's document.
  ///
  /// `position` and `size` (1-based) are what `position()` and `last()` give.
  public func evaluate(
    _ program: XPathProgram, at node: XMLNode, position: Int = 1, size: Int = 1
  ) throws(XPathFailure) -> XPathValue {
    // A registered function may evaluate another expression in the middle of this one.
    let (outer, outerFailed, outerOrigin) = (context.pointee, failed, origin)
    defer {
      context.pointee.node = outer.node
      context.pointee.proximityPosition = outer.proximityPosition
      context.pointee.contextSize = outer.contextSize
      failed = outerFailed
      origin = outerOrigin
    }
    // One that is evaluated in the middle of another counts towards it.
    if depth == 0 {
      guard spent < limit else { throw XPathFailure(.budget, expression: program.source) }
      context.pointee.opCount = 0
      context.pointee.opLimit = limit == .max ? 0 : UInt(limit - spent)
    }
    depth += 1
    defer {
      depth -= 1
      if depth == 0 { spent += Int(context.pointee.opCount) }
    }
    origin = node
    context.pointee.node = node.pointer
    context.pointee.proximityPosition = Int32(position)
    context.pointee.contextSize = Int32(size)
    failed = false
    guard let result = xmlXPathCompiledEval(program.pointer, context) else {
      let isSpent = context.pointee.opLimit > 0 && context.pointee.opCount >= context.pointee.opLimit
      if isSpent { throw XPathFailure(.budget, expression: program.source) }
      throw XPathFailure(.evaluation, expression: program.source)
    }
    defer { xmlXPathFreeObject(result) }
    guard !failed else { throw XPathFailure(.evaluation, expression: program.source) }
    return value(of: result)
  }

  fileprivate func value(of object: xmlXPathObjectPtr) -> XPathValue {
    switch object.pointee.type {
    case XPATH_BOOLEAN: return .boolean(object.pointee.boolval != 0)
    case XPATH_NUMBER: return .number(object.pointee.floatval)
    case XPATH_STRING: return .string(object.pointee.stringval.map { String(cString: $0) } ?? "")
    default: break
    }
    guard let set = object.pointee.nodesetval, let table = set.pointee.nodeTab else { return .nodes([]) }
    xmlXPathNodeSetSort(set)
    return .nodes(
      (0..<Int(set.pointee.nodeNr)).compactMap { index in
        guard let node = table[index] else { return nil }
        // Functions may give nodes of other documents.
        return XMLNode(document: XMLDocument.owner(of: node) ?? document, pointer: node)
      })
  }

  fileprivate func call(_ parser: xmlXPathParserContextPtr, arguments count: Int32) {
    guard let name = context.pointee.function.map({ String(cString: $0) }), let entry = functions[name],
      entry.arity.contains(Int(count)), let current = context.pointee.node
    else {
      failed = true
      xmlXPathErr(parser, Int32(XPATH_INVALID_ARITY.rawValue))
      return
    }
    var arguments: [XPathValue] = []
    for _ in 0..<count {
      guard let object = valuePop(parser) else { break }
      arguments.append(value(of: object))
      xmlXPathFreeObject(object)
    }
    let node = XMLNode(document: XMLDocument.owner(of: current) ?? document, pointer: current)
    let place = Call(
      node: node, origin: origin ?? node,
      position: Int(context.pointee.proximityPosition), size: Int(context.pointee.contextSize))
    push(entry.body(arguments.reversed(), place), to: parser)
  }

  private func push(_ value: XPathValue, to parser: xmlXPathParserContextPtr) {
    switch value {
    case .boolean(let value): valuePush(parser, xmlXPathNewBoolean(value ? 1 : 0))
    case .number(let value): valuePush(parser, xmlXPathNewFloat(value))
    case .string(let value): valuePush(parser, value.withXMLChars { xmlXPathNewString($0) })
    case .nodes(let nodes):
      let object = xmlXPathNewNodeSet(nil)
      for node in nodes { xmlXPathNodeSetAddUnique(object?.pointee.nodesetval, node.pointer) }
      valuePush(parser, object)
    }
  }
}

/// An expression made ready for engines.
///
/// It depends on no document. libxml2 notes in it which function it found under a name, so it must not be evaluated on
/// two threads at once: each worker compiles its own.
public final class XPathProgram {
  /// The expression as it was written.
  public let source: String
  let pointer: xmlXPathCompExprPtr

  init(source: String, pointer: xmlXPathCompExprPtr) {
    self.source = source
    self.pointer = pointer
  }

  deinit {
    xmlXPathFreeCompExpr(pointer)
  }
}

/// libxml2 says in the context which function is being called, so one entry point serves all.
private let callRegisteredFunction: xmlXPathFunction = { parser, count in
  guard let parser, let context = parser.pointee.context, let data = context.pointee.userData else { return }
  Unmanaged<XPathEngine>.fromOpaque(data).takeUnretainedValue().call(parser, arguments: count)
}
