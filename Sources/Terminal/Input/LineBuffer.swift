/// Text that is being typed, with a cursor that goes by grapheme clusters.
public struct LineBuffer: Hashable, Sendable {
  /// The text before the cursor.
  public private(set) var before = ""
  /// The text from the cursor on.
  public private(set) var after = ""
  /// Whether line ends may be typed.
  public let isMultiline: Bool
  /// The most bytes of UTF-8 the text may have.
  public static let limit = 1 << 17

  /// A buffer with a text, the cursor at its end.
  public init(_ text: String = "", isMultiline: Bool = false) {
    self.isMultiline = isMultiline
    before = text
  }

  /// The whole text.
  public var text: String { before + after }
  /// Whether there is none.
  public var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// Puts a text in place of all.
  public mutating func replace(with text: String) {
    before = text
    after = ""
  }

  /// Inserts at the cursor; false when the whole would be too long, and then nothing is inserted.
  ///
  /// In a single line, line ends become blanks. Control characters, with which a terminal could be steered, are
  /// left out.
  public mutating func insert(_ text: String) -> Bool {
    guard before.utf8.count + after.utf8.count + text.utf8.count <= Self.limit else { return false }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": clean.append(isMultiline ? "\n" : " ")
      case "\t": clean.append(isMultiline ? "\t" : " ")
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): break
      default: clean.append(scalar)
      }
    }
    before += String(clean)
    return true
  }

  /// Does what a key does to the text; false when it does nothing here.
  public mutating func apply(_ key: Key) -> Bool {
    switch key {
    case .left, .control("b"): move(by: -1)
    case .right, .control("f"): move(by: 1)
    case .home, .control("a"): splitLine(toEnd: false)
    case .end, .control("e"): splitLine(toEnd: true)
    case .wordLeft: for _ in 0..<wordLengthBefore { move(by: -1) }
    case .wordRight: for _ in 0..<wordLengthAfter { move(by: 1) }
    case .backspace: if !before.isEmpty { before.removeLast() }
    case .delete: if !after.isEmpty { after.removeFirst() }
    case .control("d"):
      guard !after.isEmpty else { return false }
      after.removeFirst()
    case .control("w"): before.removeLast(wordLengthBefore)
    case .control("u"): before.removeLast(lineLengthBefore)
    case .control("k"): after.removeFirst(after.prefix { $0 != "\n" }.count)
    case .text, .paste, .enter, .newline, .tab, .backTab, .escape, .up, .down, .control, .malformed, .oversizedPaste,
      .other:
      return false
    }
    return true
  }

  /// Moves to the line above or below in the same column as far as it has one; false when there is no such line.
  public mutating func moveLine(by step: Int) -> Bool {
    let column = lineLengthBefore
    if step < 0 {
      guard before.count > column else { return false }
      move(by: -column - 1)
      let length = lineLengthBefore
      move(by: min(column, length) - length)
    } else {
      let rest = after.prefix { $0 != "\n" }.count
      guard after.count > rest else { return false }
      move(by: rest + 1)
      move(by: min(column, after.prefix { $0 != "\n" }.count))
    }
    return true
  }

  private mutating func move(by step: Int) {
    if step < 0 {
      let moved = before.suffix(-step)
      after = moved + after
      before.removeLast(moved.count)
    } else if step > 0 {
      let moved = after.prefix(step)
      before += moved
      after.removeFirst(moved.count)
    }
  }

  private mutating func splitLine(toEnd: Bool) {
    move(by: toEnd ? after.prefix { $0 != "\n" }.count : -lineLengthBefore)
  }

  private var lineLengthBefore: Int { before.reversed().prefix { $0 != "\n" }.count }

  private var wordLengthBefore: Int {
    let back = before.reversed()
    let blanks = back.prefix { $0.isWhitespace }.count
    return blanks + back.dropFirst(blanks).prefix { !$0.isWhitespace }.count
  }

  private var wordLengthAfter: Int {
    let blanks = after.prefix { $0.isWhitespace }.count
    return blanks + after.dropFirst(blanks).prefix { !$0.isWhitespace }.count
  }
}
