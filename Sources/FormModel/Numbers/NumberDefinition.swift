/// How a town writes the numbers of its cases or papers: texts and named parts in order.
public struct NumberDefinition: Hashable, Sendable {
  /// What stands in a number.
  public enum Piece: Hashable, Sendable {
    /// The same in every number.
    case text(String)
    /// What tells one number from another.
    case part(Part)
    /// A whole number of another kind, which this one is built on: that of the case, in the number of a paper.
    case base(String)
  }

  /// A named part.
  public struct Part: Hashable, Sendable {
    /// The stable id, such as `jahr`.
    public var id: String
    /// What may stand there.
    public var form: Form
    /// Whether it counts up where everything else is the same; one part of a number at most.
    public var isSerial: Bool
    /// What stands there in examples.
    public var example: String
  }

  /// What may stand in a part.
  public enum Form: Hashable, Sendable {
    /// An exact count of digits.
    case digits(Int)
    /// An exact count of small letters from a to z.
    case letters(Int)
    /// One of these words.
    case codes([String])
  }

  /// The stable id, which fields name.
  public var id: String
  /// The German name.
  public var label: String
  /// The form whose papers have these numbers; nil for the number of a case.
  public var form: String?
  /// What stands in it, in order.
  public var pieces: [Piece]
  /// Where it is declared.
  public var source: SourcePlace

  /// The kind of number it is built on; nil when it is built on no other.
  public var base: String? {
    for case .base(let id) in pieces { return id }
    return nil
  }
}

extension NumberDefinition.Form {
  /// The beginnings of a text that fit.
  func heads(of text: Substring) -> [Substring] {
    switch self {
    case .digits(let count): head(of: text, count) { $0.isASCII && $0.isNumber }
    case .letters(let count): head(of: text, count) { $0.isASCII && $0.isLowercase }
    case .codes(let codes): codes.compactMap { text.hasPrefix($0) ? text.prefix($0.count) : nil }
    }
  }

  private func head(of text: Substring, _ count: Int, _ fits: (Character) -> Bool) -> [Substring] {
    let head = text.prefix(count)
    return head.count == count && head.allSatisfy(fits) ? [head] : []
  }

  /// Whether a whole text fits.
  func fits(_ text: String) -> Bool { heads(of: text[...]).contains { $0.count == text.count } }

  /// What stands there when a declaration gives no example.
  var sample: String {
    switch self {
    case .digits(let count): String(repeating: "0", count: max(0, count - 1)) + "1"
    case .letters(let count): String(repeating: "x", count: count)
    case .codes(let codes): codes.first ?? ""
    }
  }

  /// What fits, as a regular expression.
  var pattern: String {
    switch self {
    case .digits(let count): "[0-9]{\(count)}"
    case .letters(let count): "[a-z]{\(count)}"
    case .codes(let codes): "(" + codes.map(NumberPattern.escaped).joined(separator: "|") + ")"
    }
  }
}
