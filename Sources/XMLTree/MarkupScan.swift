internal import Glibc

/// One cheap pass over the bytes that refuses what libxml2 must never see.
///
/// It is no parser: it knows only where tags, comments, CDATA sections and instructions begin and end, which is
/// enough to bound depth, number, length, attributes and namespaces, and to find a document type declaration.
struct MarkupScan {
  private let bytes: UnsafeRawBufferPointer
  private let limits: XMLLimits
  private var items = 0
  private var attributePairs = 0
  private var names = NameCounter()
  private var depth = 0
  /// How many namespaces are declared in the open elements, the outermost first; empty elements at the end left out.
  private var namespaces: [(depth: Int, inForce: Int)] = []

  private init(_ bytes: UnsafeRawBufferPointer, limits: XMLLimits) {
    (self.bytes, self.limits) = (bytes, limits)
  }

  /// Throws when the bytes exceed a limit; says nothing about well-formedness.
  static func check(_ bytes: [UInt8], limits: XMLLimits) throws(XMLFailure) {
    guard bytes.count <= limits.bytes else { throw XMLFailure(.size) }
    try checkEncoding(bytes)
    let failure: XMLFailure? = bytes.withUnsafeBytes { bytes in
      var scan = MarkupScan(bytes, limits: limits)
      do throws(XMLFailure) {
        try scan.run()
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  private mutating func run() throws(XMLFailure) {
    var index = 0
    while let start = find(UInt8(ascii: "<"), from: index, before: bytes.count) {
      index = try markup(from: start)
    }
    // Nothing but text: an empty document has a code of its own, anything else is for the parser.
    guard index > 0 || bytes.contains(where: { $0 > 0x20 }) else { throw XMLFailure(.empty) }
  }

  /// Reads one item that begins with `<` and returns the index behind it.
  private mutating func markup(from start: Int) throws(XMLFailure) -> Int {
    guard start + 1 < bytes.count else { throw failure(.truncated, start) }
    switch bytes[start + 1] {
    case UInt8(ascii: "?"):
      try countItem(start)
      let end = try skip(from: start, until: "?>")
      try countName(from: start + 2, before: end)
      return end
    case UInt8(ascii: "!"):
      if starts(with: "<!--", at: start) {
        try countItem(start)
        return try skip(from: start, until: "-->")
      }
      if starts(with: "<![CDATA[", at: start) {
        // Text inside CDATA is content, not markup: only its tags are bounded.
        return try skip(from: start, until: "]]>", isBounded: false)
      }
      throw failure(.doctype, start)
    case UInt8(ascii: "/"):
      if namespaces.last?.depth == depth { namespaces.removeLast() }
      depth -= 1
      return try skip(from: start, until: ">")
    default:
      return try startTag(from: start)
    }
  }

  private mutating func startTag(from start: Int) throws(XMLFailure) -> Int {
    try countItem(start)
    let bound = Swift.min(bytes.count, start + limits.markup)
    try countName(from: start + 1, before: bound)
    var attributes = 0
    var declared = 0
    var index = start + 1
    while let sign = quoteOrEnd(from: index, before: bound) {
      let byte = bytes[sign]
      if byte == UInt8(ascii: ">") {
        guard depth < limits.depth else { throw failure(.depth, start) }
        attributePairs += attributes * attributes / 2
        guard attributePairs <= limits.attributePairs else { throw failure(.attributes, start) }
        try open(declared, isEmpty: bytes[sign - 1] == UInt8(ascii: "/"), start)
        return sign + 1
      }
      attributes += 1
      guard attributes <= limits.attributes else { throw failure(.attributes, sign) }
      let name = attributeName(before: sign, from: index)
      try count(name: name)
      guard let end = find(byte, from: sign + 1, before: bound) else { break }
      if starts(with: "xmlns", at: name.lowerBound) {
        declared += 1
        try count(name: sign + 1..<end)
      }
      index = end + 1
    }
    throw failure(bound == bytes.count ? .truncated : .markup, start)
  }

  private func quoteOrEnd(from start: Int, before bound: Int) -> Int? {
    var index = start
    while index < bound {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ">"): return index
      default: index += 1
      }
    }
    return nil
  }

  /// The name in front of an equals sign and a quote.
  private func attributeName(before quote: Int, from start: Int) -> Range<Int> {
    func isSpace(_ index: Int) -> Bool { bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "=") }
    var end = quote
    while end > start, isSpace(end - 1) { end -= 1 }
    var first = end
    while first > start, !isSpace(first - 1) { first -= 1 }
    return first..<end
  }

  /// Goes into an element that declares some namespaces.
  private mutating func open(_ declared: Int, isEmpty: Bool, _ start: Int) throws(XMLFailure) {
    if !isEmpty { depth += 1 }
    guard declared > 0 else { return }
    let inForce = (namespaces.last?.inForce ?? 0) + declared
    guard inForce <= limits.namespaces else { throw failure(.namespaces, start) }
    if !isEmpty { namespaces.append((depth, inForce)) }
  }

  private mutating func countItem(_ start: Int) throws(XMLFailure) {
    items += 1
    guard items <= limits.elements else { throw failure(.elements, start) }
  }

  /// Counts the name that begins at an index.
  private mutating func countName(from start: Int, before bound: Int) throws(XMLFailure) {
    var end = start
    while end < bound, Self.isInName(bytes[end]) { end += 1 }
    try count(name: start..<end)
  }

  private mutating func count(name: Range<Int>) throws(XMLFailure) {
    guard names.add(name, of: bytes) <= limits.names else { throw failure(.names, name.lowerBound) }
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "?"): false
    default: true
    }
  }

  private func skip(from start: Int, until closing: StaticString, isBounded: Bool = true) throws(XMLFailure) -> Int {
    let bound = isBounded ? Swift.min(bytes.count, start + limits.markup) : bytes.count
    let length = closing.utf8CodeUnitCount
    let last = closing.utf8Start[length - 1]
    var index = start + 1
    while let found = find(last, from: index, before: bound) {
      if found - start >= length, starts(with: closing, at: found - length + 1) { return found + 1 }
      index = found + 1
    }
    throw failure(bound == bytes.count ? .truncated : .markup, start)
  }

  /// Where a byte stands next.
  private func find(_ byte: UInt8, from start: Int, before end: Int) -> Int? {
    guard start < end, let base = bytes.baseAddress, let hit = memchr(base + start, Int32(byte), end - start) else {
      return nil
    }
    return UnsafeRawPointer(hit) - base
  }

  private func starts(with text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index + length <= bytes.count, let base = bytes.baseAddress else { return false }
    return memcmp(base + index, text.utf8Start, length) == 0
  }

  /// A failure at an index; lines are counted only now.
  private func failure(_ code: XMLFailure.Code, _ index: Int) -> XMLFailure {
    let before = bytes[..<Swift.min(index, bytes.count)]
    let line = before.lazy.filter { $0 == UInt8(ascii: "\n") }.count + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return XMLFailure(code, line: line, column: Swift.max(1, index - lineStart + 1))
  }
}
