internal import CLibXML2

/// One place where a document does not follow its schema.
public struct XMLDiagnostic: Hashable, Sendable {
  /// What kind of mistake it is.
  public enum Problem: Hashable, Sendable {
    /// An element that is not expected here.
    case unexpectedElement(String)
    /// An attribute that is not allowed here.
    case unexpectedAttribute(name: String, element: String)
    /// Something required is not there.
    case missing(element: String)
    /// Text or a value that does not fit.
    case invalidContent(element: String)
  }

  /// What the document has, or lacks, against the schema.
  public let problem: Problem
  /// The line, 1-based.
  public let line: Int
  /// The place as an XPath.
  public let path: String
  /// The number that the maker of the tree gave the element; 0 when it gave none.
  public let tag: Int
}

/// A RELAX NG schema, compiled once.
public final class RelaxNGSchema {
  private let schema: xmlRelaxNGPtr

  /// Compiles a schema in XML syntax.
  ///
  /// Throws `XMLFailure(.malformed)` when it is no schema. Includes are not followed: a schema is one file.
  public convenience init(parsing bytes: [UInt8]) throws(XMLFailure) {
    try self.init(try XMLDocument(parsing: bytes))
  }

  /// Compiles the schema that a document is; later changes of the document do not touch it.
  public init(_ document: XMLDocument) throws(XMLFailure) {
    LibXML2.initializeSchemas
    guard let parser = xmlRelaxNGNewDocParserCtxt(document.pointer) else { throw XMLFailure(.malformed) }
    defer { xmlRelaxNGFreeParserCtxt(parser) }
    xmlRelaxNGSetParserStructuredErrors(parser, { _, _ in }, nil)
    guard let schema = xmlRelaxNGParse(parser) else { throw XMLFailure(.malformed) }
    self.schema = schema
  }

  deinit {
    xmlRelaxNGFree(schema)
  }

  /// Everything in which `document` does not follow the schema; empty when it is valid.
  public func validate(_ document: XMLDocument) -> [XMLDiagnostic] {
    guard let context = xmlRelaxNGNewValidCtxt(schema) else { return [] }
    defer { xmlRelaxNGFreeValidCtxt(context) }
    let collector = DiagnosticCollector()
    xmlRelaxNGSetValidStructuredErrors(
      context,
      { data, error in
        guard let data, let error else { return }
        Unmanaged<DiagnosticCollector>.fromOpaque(data).takeUnretainedValue().add(error.pointee)
      }, Unmanaged.passUnretained(collector).toOpaque())
    let result = withExtendedLifetime(collector) { xmlRelaxNGValidateDoc(context, document.pointer) }
    guard result != 0 else { return [] }
    guard collector.diagnostics.isEmpty else { return collector.diagnostics }
    let root = document.root
    return [XMLDiagnostic(problem: .unexpectedElement(root.name), line: root.line, path: root.path, tag: root.tag)]
  }
}

private final class DiagnosticCollector {
  var diagnostics: [XMLDiagnostic] = []

  func add(_ error: xmlError) {
    let first = error.str1.map { String(cString: $0) } ?? ""
    let second = error.str2.map { String(cString: $0) } ?? ""
    let node = error.node?.assumingMemoryBound(to: xmlNode.self)
    let element = node.flatMap { $0.pointee.name }.map { String(cString: $0) } ?? second
    let problem: XMLDiagnostic.Problem
    switch Int(error.code) {
    case Int(XML_RELAXNG_ERR_ELEMWRONG.rawValue), Int(XML_RELAXNG_ERR_ELEMNAME.rawValue),
      Int(XML_RELAXNG_ERR_ELEMEXTRANS.rawValue), Int(XML_RELAXNG_ERR_EXTRACONTENT.rawValue):
      problem = .unexpectedElement(first.isEmpty ? element : first)
    case Int(XML_RELAXNG_ERR_INVALIDATTR.rawValue), Int(XML_RELAXNG_ERR_ATTRNAME.rawValue):
      problem = .unexpectedAttribute(name: first, element: element)
    case Int(XML_RELAXNG_ERR_NOELEM.rawValue):
      problem = .missing(element: element)
    default:
      problem = .invalidContent(element: element)
    }
    let path = node.flatMap { LibXML2.take(xmlGetNodePath($0)) } ?? ""
    let line = node.map { max(0, xmlGetLineNo($0)) } ?? Int(error.line)
    let tag = node.map { Int(bitPattern: $0.pointee._private) } ?? 0
    let diagnostic = XMLDiagnostic(problem: problem, line: line, path: path, tag: tag)
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }
}
