internal import XMLTree

/// A template cut into pieces: bytes that never change, and what is asked of the data between them.
struct Program: Sendable {
  var expressions: [Expression] = []
  var marks: [TemplateMark] = []
  /// How many repetitions there are; each counts its copies over the whole document.
  var repetitions = 0
  /// Automatic styles and pictures, written only when something that uses them was written.
  var resources: [Resource] = []
  /// Form controls, written only for the shapes that were written.
  var controls: [Passage] = []
}

/// The expression of a mark.
struct Expression: Sendable {
  let source: String
  /// The names of a plain path such as `kind/name`, which needs no XPath; `.` is the empty path.
  let path: [String]?
}

/// Something that is written only when it is used.
struct Resource: Sendable {
  enum Kind: Hashable, Sendable {
    case style
    /// The number of the picture.
    case picture(Int)
  }

  let kind: Kind
  let bytes: [UInt8]
  /// Other resources it uses.
  let uses: [Int]
}

/// Bytes that never change, and what a reader of the text will make of them.
struct Fragment: Sendable {
  var bytes: [UInt8] = []
  /// The elements and texts that begin, stand or end in the bytes, as far as a text shows them.
  var events: [TextEvent] = []

  var isEmpty: Bool { bytes.isEmpty && events.isEmpty }
}

/// A part of a document that is written as a whole or not at all.
struct Passage: Sendable {
  fileprivate(set) var pieces: [Piece] = []
  /// The resources that it uses, those of its inner conditional passages not counted.
  var uses: [Int] = []
  private var literal = Fragment()
  private var isContent = false

  init() {}

  /// A passage of finished pieces.
  init(uses: [Int], pieces: [Piece]) {
    self.uses = uses
    self.pieces = pieces
  }

  /// Adds bytes that say nothing about white space: tags, and text outside of paragraphs with marks.
  mutating func write(_ string: String) {
    literal.bytes += Array(string.utf8)
  }

  /// Notes what a reader will make of the bytes that were written last.
  mutating func note(_ event: TextEvent) {
    literal.events.append(event)
  }

  /// Adds escaped text of a paragraph with marks that neither begins nor ends with a blank.
  mutating func writeContent(_ bytes: [UInt8]) {
    literal.bytes += bytes
    isContent = true
  }

  mutating func writeText(_ text: String) {
    XMLEscape.append(text: text, to: &literal.bytes)
  }

  mutating func writeAttribute(_ value: String) {
    XMLEscape.append(attribute: value, to: &literal.bytes)
  }

  mutating func add(_ piece: Piece) {
    flush()
    pieces.append(piece)
  }

  /// Adds a passage that is written exactly when this one is.
  mutating func add(_ passage: Passage) {
    var passage = passage
    passage.flush()
    merge(passage.uses)
    for piece in passage.pieces {
      // Bytes join bytes.
      if case .bytes(let fragment) = piece {
        literal.bytes += fragment.bytes
        literal.events += fragment.events
      } else {
        add(piece)
      }
    }
  }

  mutating func merge(_ uses: [Int]) {
    for use in uses where !self.uses.contains(use) { self.uses.append(use) }
  }

  mutating func flush() {
    guard !literal.isEmpty else { return }
    pieces.append(isContent ? .content(literal) : .bytes(literal))
    literal = Fragment()
    isContent = false
  }

  var finished: Passage {
    var result = self
    result.flush()
    return result
  }

  /// The bytes when nothing in the passage depends on data.
  var staticBytes: [UInt8]? { fragment?.bytes }

  /// The whole passage when nothing in it depends on data.
  var fragment: Fragment? {
    let all = finished.pieces
    if all.isEmpty { return Fragment() }
    guard all.count == 1, case .bytes(let fragment) = all[0] else { return nil }
    return fragment
  }
}

/// One step of writing.
enum Piece: Sendable {
  case bytes(Fragment)
  /// Text of a paragraph with marks.
  case content(Fragment)
  /// A blank of the template in a paragraph with marks; dropped where a reader would not see it.
  case blank
  /// A paragraph with marks, without its tags.
  case paragraph(Passage)
  /// A value in a paragraph.
  case value(mark: Int, isOptional: Bool)
  /// Text with marks where only text may stand: runs of blanks become one.
  case plainText(Passage)
  /// A value where only text may stand.
  case plain(mark: Int, isOptional: Bool)
  case checkbox(mark: Int)
  /// A value alone in its paragraph, which is repeated for each line: opening tags of the first and of the others,
  /// and closing tags.
  case lines(mark: Int, isOptional: Bool, first: Passage, next: Passage, close: Fragment)
  case repetition(mark: Int, number: Int, Passage)
  case condition(mark: Int, Passage, Passage)
  /// A condition whose branches draw a box ticked or empty; added is one whose first branch alone is drawn.
  case tick(mark: Int, Passage, Passage, isAdded: Bool)
  /// The glyph of the box in a branch of a tick; empty where it is drawn only to be filled in.
  case glyph(mark: Int, text: [UInt8])
  /// A name that must differ in each copy that a repetition makes.
  case name(base: [UInt8], separator: [UInt8], repetition: Int)
  /// The shape of a form control in the current copy of a repetition, or in none.
  case shape(control: Int, repetition: Int?)
  /// The form controls whose shapes were written.
  case controls([Int])
  /// The middle with what stands around it, or, if the middle is empty, something else.
  case unlessEmpty(open: Passage, middle: Passage, close: Fragment, otherwise: Passage)
}
