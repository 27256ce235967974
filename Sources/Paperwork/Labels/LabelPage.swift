internal import FormModel
internal import OpenDocument

/// A paper as lines and rows, in which labels and values are looked for.
struct LabelPage {
  /// A line of text, or a row of a table with the lines of each cell.
  enum Piece: Hashable {
    case line(String)
    case row([[String]])
  }

  private(set) var pieces: [Piece] = []

  /// Whether the text comes from recognition and not from a document.
  let isRecognised: Bool

  /// Whether there was more than is read.
  private(set) var isCutOff = false

  /// How many lines and rows are looked at: far more than any paper of an office has.
  static let mostPieces = 5_000

  /// By how many bytes repeated cells, rows and blanks may make it longer, before anything is looked at.
  private static let mostRepeated = 4_096

  /// The body of a document.
  init(of file: OpenDocumentFile) throws(DocumentFailure) {
    isRecognised = false
    let options = DocumentText.Options(
      cellSeparator: "\n", includesControls: true, includesNotes: false, mostRepeated: Self.mostRepeated)
    for block in try DocumentText(of: file, options: options).blocks {
      switch block {
      case .heading(let text, level: _), .paragraph(let text), .listItem(let text, depth: _):
        for line in Self.lines(text) { add(Self.piece(line)) }
      case .row(let cells): add(.row(cells.map { Self.lines($0).filter { !Self.trimmed($0).isEmpty } }))
      }
    }
  }

  /// Text, such as what a program recognised on a scan; columns stand apart by tabs, bars or three blanks.
  init(text: String) {
    isRecognised = true
    for line in Self.lines(text) { add(Self.piece(line)) }
  }

  private mutating func add(_ piece: Piece) {
    if pieces.count < Self.mostPieces { pieces.append(piece) } else { isCutOff = true }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" || $0 == "\u{C}" }
      .map(String.init)
  }

  /// A line, or a row where wide gaps part it.
  private static func piece(_ line: String) -> Piece {
    var cells: [String] = [""]
    var blanks = 0
    for character in line {
      switch character {
      case "\t", "|":
        // A bar inside a word is a letter that was not recognised.
        if character == "|", blanks == 0, cells[cells.count - 1].last?.isLetter == true {
          cells[cells.count - 1].append(character)
        } else {
          cells.append("")
        }
        blanks = 0
      case " ", "\u{A0}":
        blanks += 1
        cells[cells.count - 1].append(" ")
      default:
        if blanks >= 3, !trimmed(cells[cells.count - 1]).isEmpty { cells.append("") }
        blanks = 0
        cells[cells.count - 1].append(character)
      }
    }
    let filled = cells.map { trimmed($0) }
    return filled.count { !$0.isEmpty } > 1 ? .row(filled.map { $0.isEmpty ? [] : [$0] }) : .line(line)
  }

  /// A text without blanks at its ends.
  static func trimmed(_ text: String) -> String {
    text.trimming { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
  }
}
