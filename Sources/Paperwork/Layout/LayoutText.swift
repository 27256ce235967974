internal import FormModel

/// The text of a page as lines of words, each with its place: what `pdftotext -layout` or text recognition gave.
struct LayoutText {
  /// A word without the blanks around it.
  struct Word {
    let text: String
    /// The word as far as text recognition lets it be told; empty for signs alone.
    let skeleton: [UInt8]
    /// The column in which it begins, counted from 0.
    let start: Int
    /// How many blanks stand in front of it.
    let gap: Int
  }

  /// A line that holds at least one word.
  struct Line {
    let text: String
    let words: [Word]
    /// Whether an empty line stands in front of it.
    let isAfterGap: Bool
    /// How many lines of its sheet stand above and below it.
    var above = 0
    var below = 0
  }

  private(set) var lines: [Line] = []
  /// Whether wide gaps keep the columns apart; recognised text often has none.
  private(set) var isSpaced = false
  /// Whether there was more than is looked at.
  private(set) var isCutOff = false

  /// More lines than this are not looked at: the longest paper has four pages of sixty.
  static let mostLines = 1_200
  /// More words than this in a line are left out.
  private static let mostWords = 80
  /// How many wide gaps tell that there are columns.
  private static let fewGaps = 8

  init(_ text: String) {
    var gaps = 0
    var isAfterGap = false
    for sheet in text.split(separator: "\u{C}") {
      let first = lines.count
      for line in sheet.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        let words = Self.words(line)
        guard !words.isEmpty else {
          isAfterGap = true
          continue
        }
        guard lines.count < Self.mostLines else {
          isCutOff = true
          break
        }
        gaps += words.dropFirst().count { $0.gap >= 3 }
        lines.append(Line(text: LabelPage.trimmed(String(line)), words: words, isAfterGap: isAfterGap))
        isAfterGap = false
      }
      for number in first..<lines.count {
        lines[number].above = number - first
        lines[number].below = lines.count - 1 - number
      }
    }
    isSpaced = gaps >= Self.fewGaps
  }

  /// The words of a text.
  static func words(_ text: some StringProtocol) -> [Word] {
    var result: [Word] = []
    var word = ""
    var (start, column, gap) = (0, 0, 0)
    func close(_ result: inout [Word]) {
      guard !word.isEmpty, result.count < mostWords else { return }
      result.append(Word(text: word, skeleton: LabelFold.skeleton(word), start: start, gap: gap))
    }
    for character in text {
      if character.unicodeScalars.allSatisfy(isDirection) { continue }
      if character.isWhitespace {
        if !word.isEmpty {
          close(&result)
          (word, gap) = ("", 0)
        }
        gap += character == "\t" ? 4 : 1
      } else {
        if word.isEmpty { start = column }
        word.unicodeScalars += character.unicodeScalars.filter { !isDirection($0) }
      }
      column += character == "\t" ? 4 : 1
    }
    close(&result)
    return result
  }

  /// Marks with which a program steers the direction of writing; nobody typed them.
  private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
