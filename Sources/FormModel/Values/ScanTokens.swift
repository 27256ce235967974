/// Free text cut into words, numbers, blanks and marks that keep their places.
struct ScanTokens {
  enum Kind: Hashable {
    /// Letters with their marks, joined by single inner hyphens and apostrophes.
    case word
    /// ASCII digits.
    case number
    /// Blanks within a line.
    case blank
    /// A line end.
    case newline
    /// Any other single scalar.
    case mark
  }

  struct Token {
    let kind: Kind
    let text: String
    /// Bytes of UTF-8 before it.
    let offset: Int

    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }

    var isCapitalised: Bool {
      kind == .word && text.unicodeScalars.first?.properties.isUppercase == true
    }

    /// Whether it can be part of what stands before an `@`.
    var isLocalPart: Bool {
      switch kind {
      case .word, .number: true
      case .blank, .newline: false
      case .mark: text == "." || text.unicodeScalars.allSatisfy(EmailAddress.isLocalScalar)
      }
    }

    /// Whether it can be part of what stands behind an `@`.
    var isDomainPart: Bool { kind == .word || kind == .number || isMark(".") || isMark("-") }
  }

  private let tokens: [Token]
  /// The words that the scan knows.
  let words: ScanWords

  var count: Int { tokens.count }

  subscript(index: Int) -> Token { tokens[index] }

  /// The token at an index, nil outside.
  func at(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  /// The text of some tokens, exactly as it stands.
  func text(_ range: Range<Int>) -> String { tokens[range].map(\.text).joined() }

  /// The index behind blanks of the same line.
  func skippingBlanks(_ index: Int) -> Int { at(index)?.kind == .blank ? index + 1 : index }

  init(_ text: String, _ words: ScanWords) {
    self.words = words
    let scalars = Array(text.unicodeScalars)
    var tokens = [Token]()
    var start = 0
    var offset = 0
    while start < scalars.count {
      let (kind, end) = ScanTokens.extent(scalars, from: start)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<end])
      let piece = String(view)
      tokens.append(Token(kind: kind, text: piece, offset: offset))
      offset += piece.utf8.count
      start = end
    }
    self.tokens = tokens
  }

  private static func extent(_ scalars: [Unicode.Scalar], from start: Int) -> (Kind, Int) {
    func run(while belongs: (Unicode.Scalar) -> Bool) -> Int {
      scalars[start...].firstIndex { !belongs($0) } ?? scalars.count
    }
    let first = scalars[start]
    if isNewline(first) { return (.newline, start + 1) }
    if TypedTokens.isBlank(first) { return (.blank, run { TypedTokens.isBlank($0) && !isNewline($0) }) }
    if TypedTokens.isDigit(first) { return (.number, run(while: TypedTokens.isDigit)) }
    guard first.properties.isAlphabetic else { return (.mark, start + 1) }
    var end = run(while: isLetter)
    while end + 1 < scalars.count, "-'’\u{2010}\u{2011}".unicodeScalars.contains(scalars[end]),
      scalars[end + 1].properties.isAlphabetic
    {
      end = scalars[(end + 1)...].firstIndex { !isLetter($0) } ?? scalars.count
    }
    return (.word, end)
  }

  private static func isNewline(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }
}
