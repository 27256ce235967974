/// One cheap pass over the bytes that refuses what libxml2 must never see.
///
/// It is no parser: it knows only where tags, comments, CDATA sections and instructions begin and end, which is
/// enough to bound depth, number, length and attributes, and to find a document type declaration.
struct MarkupScan {
  private var line = 1
  private var lineStart = 0
  private var depth = 0
  private var elements = 0
  private let limits: XMLLimits

  private init(limits: XMLLimits) {
    self.limits = limits
  }

  /// Throws when the bytes exceed a limit; says nothing about well-formedness.
  static func check(_ bytes: [UInt8], limits: XMLLimits) throws(XMLFailure) {
    guard bytes.count <= limits.bytes else { throw XMLFailure(.size) }
    var scan = MarkupScan(limits: limits)
    try checkEncoding(bytes)
    try scan.run(bytes)
  }

  /// UTF-8 only: UTF-16, UTF-32 and a declared other encoding are refused.
  private static func checkEncoding(_ bytes: [UInt8]) throws(XMLFailure) {
    guard let first = bytes.first else { throw XMLFailure(.empty) }
    let wide = first == 0xFE || first == 0xFF || first == 0 || (bytes.count > 1 && bytes[1] == 0)
    guard !wide else { throw XMLFailure(.encoding, line: 1, column: 1) }
    let head = bytes.prefix(200)
    guard head.starts(with: "<?xml".utf8) || head.starts(with: [0xEF, 0xBB, 0xBF]),
      let end = head.firstIndex(of: UInt8(ascii: ">")),
      let declaration = String(validating: head[..<end], as: UTF8.self)
    else { return }
    guard let encoding = declaration.firstRange(ofWord: "encoding") else { return }
    let value = declaration[encoding...].drop { $0 != "\"" && $0 != "'" }.dropFirst()
      .prefix { $0 != "\"" && $0 != "'" }
    guard ["utf-8", "us-ascii"].contains(value.lowercased()) else {
      throw XMLFailure(.encoding, line: 1, column: 1)
    }
  }

  private mutating func run(_ bytes: [UInt8]) throws(XMLFailure) {
    var index = 0
    let end = bytes.count
    var onlySpace = true
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        onlySpace = false
        index = try markup(bytes, from: index)
        continue
      }
      if byte == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      } else if byte > 0x20 {
        onlySpace = false
      }
      index += 1
    }
    guard !onlySpace else { throw XMLFailure(.empty) }
  }

  /// Reads one item that begins with `<` and returns the index behind it.
  private mutating func markup(_ bytes: [UInt8], from start: Int) throws(XMLFailure) -> Int {
    guard start + 1 < bytes.count else { throw failure(.truncated, start) }
    switch bytes[start + 1] {
    case UInt8(ascii: "?"):
      return try skip(bytes, from: start, until: [UInt8(ascii: "?"), UInt8(ascii: ">")])
    case UInt8(ascii: "!"):
      if bytes.starts(with: "<!--".utf8, at: start) {
        return try skip(bytes, from: start, until: Array("-->".utf8))
      }
      if bytes.starts(with: "<![CDATA[".utf8, at: start) {
        // Text inside CDATA is content, not markup: only its tags are bounded.
        return try skip(bytes, from: start, until: Array("]]>".utf8), bounded: false)
      }
      throw failure(.doctype, start)
    case UInt8(ascii: "/"):
      depth -= 1
      return try skip(bytes, from: start, until: [UInt8(ascii: ">")])
    default:
      return try startTag(bytes, from: start)
    }
  }

  private mutating func startTag(_ bytes: [UInt8], from start: Int) throws(XMLFailure) -> Int {
    elements += 1
    guard elements <= limits.elements else { throw failure(.elements, start) }
    var attributes = 0
    var quote: UInt8 = 0
    var index = start + 1
    let bound = Swift.min(bytes.count, start + limits.markup)
    while index < bound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        attributes += 1
        guard attributes <= limits.attributes else { throw failure(.attributes, index) }
      } else if byte == UInt8(ascii: ">") {
        guard depth < limits.depth else { throw failure(.depth, start) }
        if bytes[index - 1] != UInt8(ascii: "/") { depth += 1 }
        return index + 1
      }
      index += 1
    }
    throw failure(bound == bytes.count ? .truncated : .markup, start)
  }

  private mutating func skip(
    _ bytes: [UInt8], from start: Int, until closing: [UInt8], bounded: Bool = true
  ) throws(XMLFailure) -> Int {
    let bound = bounded ? Swift.min(bytes.count, start + limits.markup) : bytes.count
    var index = start + 1
    let last = closing[closing.count - 1]
    while index < bound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      }
      if byte == last, index - start >= closing.count,
        bytes.starts(with: closing, at: index - closing.count + 1)
      {
        return index + 1
      }
      index += 1
    }
    throw failure(bound == bytes.count ? .truncated : .markup, start)
  }

  private func failure(_ code: XMLFailure.Code, _ index: Int) -> XMLFailure {
    XMLFailure(code, line: line, column: Swift.max(1, index - lineStart + 1))
  }
}

extension [UInt8] {
  fileprivate func starts(with other: some Collection<UInt8>, at index: Int) -> Bool {
    index + other.count <= count && self[index..<(index + other.count)].elementsEqual(other)
  }
}

extension String {
  fileprivate func firstRange(ofWord word: String) -> String.Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(word) { return self.index(index, offsetBy: word.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
