/// A kind of number with everything it is built on, ready to read and to make numbers.
///
/// Reading and making are exact: what is read gives the same text again, and a text that could be read in two ways is
/// no number.
public struct NumberPattern: Hashable, Sendable {
  /// One text or part, and how deep in the numbers it is built on: 0 for its own.
  private struct Piece: Hashable {
    enum Content: Hashable {
      case text(String)
      case part(NumberDefinition.Part)
    }
    let content: Content
    let depth: Int
  }

  /// The kind itself.
  public let definition: NumberDefinition
  private var pieces: [Piece] = []
  /// How many kinds of numbers it is built on, one upon another.
  private var depth = 0

  /// Puts a kind of number together; nil when it is not declared, or built on one that is not or on itself.
  init?(_ id: String, among numbers: [NumberDefinition]) {
    guard let definition = numbers.first(where: { $0.id == id }) else { return nil }
    self.definition = definition
    guard add(definition, among: numbers, seen: [id]) else { return nil }
  }

  private mutating func add(_ definition: NumberDefinition, among numbers: [NumberDefinition], seen: [String]) -> Bool {
    let own = seen.count - 1
    depth = max(depth, own)
    for piece in definition.pieces {
      switch piece {
      case .text(let text): pieces.append(Piece(content: .text(text), depth: own))
      case .part(let part): pieces.append(Piece(content: .part(part), depth: own))
      case .base(let id):
        guard !seen.contains(id), let base = numbers.first(where: { $0.id == id }),
          add(base, among: numbers, seen: seen + [id])
        else { return false }
      }
    }
    return true
  }

  /// Whether a number of this kind tells that of a case or paper it belongs to.
  public var hasBase: Bool { depth > 0 }

  /// The number that a text writes; nil when it is not of this kind.
  public func read(_ text: String) -> NumberValue? {
    var found: [[Substring]] = []
    read(text[...], from: 0, [], &found)
    guard found.count == 1, let texts = found.first else { return nil }
    var value = NumberValue(text: text, bases: Array(repeating: "", count: depth), parts: [])
    for (piece, own) in zip(pieces, texts) {
      for level in 0..<piece.depth { value.bases[level] += own }
      if case .part(let part) = piece.content {
        value.parts.append(
          NumberValue.Part(id: part.id, depth: piece.depth, isSerial: part.isSerial, text: String(own)))
      }
    }
    return value
  }

  private func read(_ rest: Substring, from index: Int, _ read: [Substring], _ found: inout [[Substring]]) {
    guard index < pieces.count else {
      if rest.isEmpty { found.append(read) }
      return
    }
    let heads =
      switch pieces[index].content {
      case .text(let text): rest.hasPrefix(text) ? [rest.prefix(text.count)] : []
      case .part(let part): part.form.heads(of: rest)
      }
    for head in heads where found.count < 2 {
      self.read(rest.dropFirst(head.count), from: index + 1, read + [head], &found)
    }
  }

  /// The next number of a series: one more than the highest that is taken, 1 where none is.
  ///
  /// - Parameters:
  ///   - given: what stands in the number beside its serial part, in order: its parts, and the whole number it is
  ///     built on.
  ///   - taken: numbers that are there already; those of other series and texts that are no numbers do not count.
  ///
  /// Nil when something given does not fit, nothing counts up, or the digits are used up.
  public func next(within given: [String], taken: [String]) -> String? {
    guard let number = number(within: given, serial: 0) else { return nil }
    let series = read(number)?.series
    let highest = taken.compactMap { read($0) }.filter { $0.series == series }.compactMap(\.serial).max() ?? 0
    return self.number(within: given, serial: highest + 1)
  }

  private func number(within given: [String], serial: Int) -> String? {
    var given = given[...]
    var result = ""
    for piece in definition.pieces {
      switch piece {
      case .text(let text): result += text
      case .part(let part) where part.isSerial:
        guard case .digits(let width) = part.form else { return nil }
        let digits = String(serial)
        result += String(repeating: "0", count: max(0, width - digits.count)) + digits
      case .part, .base:
        guard let text = given.popFirst() else { return nil }
        result += text
      }
    }
    return given.isEmpty && read(result)?.serial == serial ? result : nil
  }

  /// The ids of its parts, those of the numbers it is built on among them.
  public var partIDs: [String] {
    pieces.compactMap { if case .part(let part) = $0.content { part.id } else { nil } }
  }

  /// A number of this kind as people know it.
  public var example: String {
    pieces.map { piece in
      switch piece.content {
      case .text(let text): text
      case .part(let part): part.example
      }
    }.joined()
  }

  /// What fits, as a regular expression for the whole text.
  public var pattern: String {
    pieces.map { piece in
      switch piece.content {
      case .text(let text): Self.escaped(text)
      case .part(let part): part.form.pattern
      }
    }.joined()
  }

  /// A text as a regular expression that fits it alone.
  static func escaped(_ text: String) -> String {
    text.map { "\\.|?*+(){}[]^$".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}

/// A number taken apart.
public struct NumberValue: Hashable, Sendable {
  /// One part of it.
  public struct Part: Hashable, Sendable {
    /// The id of the part.
    public let id: String
    let depth: Int
    let isSerial: Bool
    /// What stands there.
    public let text: String
  }

  /// The whole number.
  public let text: String
  /// The numbers it is built on, from the nearest to the one that is built on no other.
  public internal(set) var bases: [String]
  /// Its parts in order, those of the numbers it is built on among them.
  public internal(set) var parts: [Part]

  /// The number at the bottom: that of the case.
  public var root: String { bases.last ?? text }

  /// The text of a part, its own before those of the numbers it is built on.
  public subscript(_ id: String) -> String? {
    parts.filter { $0.id == id }.min { $0.depth < $1.depth }?.text
  }

  /// How far its series had counted.
  public var serial: Int? { parts.first { $0.isSerial && $0.depth == 0 }.flatMap { Int($0.text) } }

  /// Everything but the serial part: numbers of one series have it in common.
  var series: [String] { parts.filter { !($0.isSerial && $0.depth == 0) }.map(\.text) }
}
