public import XMLTree

/// The text of a document as a person sees it, in reading order.
///
/// Paragraphs and headings are lines, table rows are tab-separated lines, lists are lines, sections and indexes
/// are transparent, the text of a frame follows the paragraph it is anchored in, and the name of a sheet is the
/// heading of its rows. Spans and styles
/// are noise, soft page breaks and change marks too. Not part of it: comments, deleted text of tracked changes, embedded
/// objects, list and chapter numbers (nobody typed them), and what is hidden: sections and texts that say so
/// (`text:display`, `text:is-hidden`), styles with `text:display="none"`, collapsed table rows, hidden sheets. White space is
/// that of ODF 1.3 part 3, 6.1.2, except in `text:text-input`, where line ends and blanks are kept.
///
/// The work is linear in the size of the document. Repeated rows and cells are repeated only when they hold text,
/// and by no more than ``mostRepeated`` bytes in all.
public struct DocumentText: Hashable, Sendable {
  /// One line, or a paragraph with line breaks in it.
  public enum Block: Hashable, Sendable {
    /// A heading with its outline level, 1 the highest.
    case heading(String, level: Int)
    /// A paragraph.
    case paragraph(String)
    /// A paragraph in a list with its depth, 1 the outermost.
    case listItem(String, depth: Int)
    /// A table row, one text for each cell; a covered cell is empty.
    case row([String])
  }

  /// What is taken, and how it is joined.
  public struct Options: Hashable, Sendable {
    /// What stands between two paragraphs of one cell, and for a tab or line break in it.
    public var cellSeparator: String
    /// Whether the values of form controls are taken: a text, `[x]` or `[ ]`.
    public var includesControls: Bool
    /// Whether footnotes and endnotes are taken, in their place and in square brackets.
    public var includesNotes: Bool

    /// By how many bytes repeated rows, cells and blanks may make the text longer.
    public var mostRepeated: Int

    /// Sets every option.
    public init(
      cellSeparator: String = " ", includesControls: Bool = false, includesNotes: Bool = true,
      mostRepeated: Int = DocumentText.mostRepeated
    ) {
      self.cellSeparator = cellSeparator
      self.includesControls = includesControls
      self.includesNotes = includesNotes
      self.mostRepeated = mostRepeated
    }
  }

  /// By how many bytes the repetition of rows, cells and blanks may make the text of a document longer.
  public static let mostRepeated = 1 << 20

  /// The text piece by piece.
  public let blocks: [Block]

  /// A number for the text that stays the same when LibreOffice loads and saves the document.
  ///
  /// The CRC-32 (IEEE 802.3) of the visible text in UTF-8, with every run of white space and block ends taken as
  /// one blank, none at the ends, and without what programs compute anew: fields of dates and times, page numbers
  /// and counts, names of files and authors, cross-references. A cell of a spreadsheet, and one whose style says how a
  /// number or date is written, counts with its value (`office:value`), because its text depends on the program's
  /// language. Notes always count and the values of
  /// controls never. Frames count in any order, because LibreOffice sorts them.
  public let fingerprint: UInt32

  /// The text of a content part or flat file, from its body.
  ///
  /// `styles` is the styles part of the same document: a text may be hidden by a style in it.
  public init(of document: XMLDocument, styles: XMLDocument? = nil, options: Options = Options()) {
    let scan = PartScan(TextWalker(options: options, styles: StyleFacts(styles), from: .root), nil)
    scan.read(document.root)
    self.init(scan.walker)
  }

  /// The text below one element, such as a section, a cell or a paragraph.
  public init(of element: XMLNode, options: Options = Options()) {
    let scan = PartScan(TextWalker(options: options, styles: StyleFacts()), nil)
    scan.read(outermost: element)
    self.init(scan.walker)
  }

  /// The text of the document's body.
  public init(of file: OpenDocumentFile, options: Options = Options()) throws(DocumentFailure) {
    self.init(try file.walk(TextWalker(options: options, styles: StyleFacts(), from: .root)))
  }

  /// The text of every header and footer that is shown, master page by master page.
  ///
  /// `styles` is a styles part or a flat file.
  public init(headersAndFootersOf styles: XMLDocument, options: Options = Options()) {
    self.init(areas: ["header", "footer"], of: styles, options: options)
  }

  /// The text of one part of the page, such as every `header`, master page by master page.
  init(areas: [String], of styles: XMLDocument, options: Options) {
    let scan = PartScan(TextWalker(options: options, styles: StyleFacts(styles)), nil)
    let masters = styles.root.element("master-styles", in: ODF.office)?.elements ?? []
    for page in masters where page.isElement("master-page", in: ODF.style) {
      for area in page.elements where area.isIn(ODF.style) {
        guard areas.contains(where: { area.name.hasPrefix($0) }),
          area.attribute("display", in: ODF.style) != "false"
        else { continue }
        scan.read(in: area)
      }
    }
    self.init(scan.walker)
  }

  init(_ walker: TextWalker) {
    blocks = walker.blocks
    fingerprint = walker.fingerprint.value
  }

  /// The text as lines: a paragraph with line breaks is several, a table row is one, its cells between tabs.
  public var lines: [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .heading(let text, level: _), .paragraph(let text), .listItem(let text, depth: _):
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      case .row(let cells): [cells.joined(separator: "\t")]
      }
    }
  }

  /// The lines, joined by line ends; none behind the last.
  public var string: String { lines.joined(separator: "\n") }
}
