public import XMLTree

/// A page taken apart: its fixed text piece by piece, and what a person fills in or a program printed in it.
///
/// Where ``DocumentText`` says what a reader sees, this says what is what: carriers are found by their names and
/// kept apart from the text around them, whatever an editor did to spans, styles, white space or soft page breaks.
/// Deleted text of tracked changes, comments and hidden text do not count, inserted text does.
public struct PageText: Hashable, Sendable {
  /// Where a piece stands; tables, rows and cells are counted from 1, covered cells not at all.
  public enum Place: Hashable, Sendable {
    /// A paragraph outside of tables, counted from 1.
    case paragraph(Int)
    /// A cell of the outermost table around it; the table's name is empty when it has none.
    case cell(table: Int, name: String, row: Int, cell: Int)
  }

  /// A paragraph or a cell.
  public struct Unit: Hashable, Sendable {
    /// Where it stands.
    public var place: Place
    /// Its text with everything printed in it, but without what stands in carriers.
    public var text: String
    /// The carriers and printed values in it, in reading order.
    public var items: [Item]
    /// The paragraphs of a cell as lines, empty ones too and carriers not left out; only where they were asked for.
    public var lines: [String] = []
    /// Whether tracked changes deleted something here; a page that was issued never says so.
    public var hasDeletions = false
  }

  /// A carrier or a printed value in a unit.
  public struct Item: Hashable, Sendable {
    /// Where it begins in the text of its unit, in bytes of UTF-8.
    public var start: Int
    /// How many bytes of that text it takes; 0 for a carrier, whose content is not part of it.
    public var length: Int
    /// The carrier with what it holds, or a printed value under its name.
    public var carrier: Carrier
  }

  /// All paragraphs and cells in reading order.
  public var units: [Unit]

  /// Takes the body of a document apart.
  ///
  /// `isField` says which sections are filled in by their names; all others only hold text. `keepsLines` asks for the
  /// lines of cells.
  public init(
    of file: OpenDocumentFile, keepsLines: Bool = false, isField: (String) -> Bool
  ) throws(DocumentFailure) {
    units = try withoutActuallyEscaping(isField) { isField throws(DocumentFailure) in
      let recorder = PageRecorder(isField: isField, keepsLines: keepsLines)
      return try file.walk(Self.walker(StyleFacts(), recorder)).page?.units ?? []
    }
  }

  /// Takes the body of a content part or flat file apart; `styles` is the styles part of the same document.
  public init(
    of document: XMLDocument, styles: XMLDocument? = nil, keepsLines: Bool = false, isField: (String) -> Bool
  ) {
    units = withoutActuallyEscaping(isField) { isField in
      let scan = PartScan(
        Self.walker(StyleFacts(styles), PageRecorder(isField: isField, keepsLines: keepsLines)), nil)
      scan.read(document.root)
      return scan.walker.page?.units ?? []
    }
  }

  /// A walker that takes the page down.
  static func walker(
    _ styles: StyleFacts, _ recorder: PageRecorder, from start: TextWalker.Context = .root
  ) -> TextWalker {
    TextWalker(
      options: DocumentText.Options(cellSeparator: "\n"), styles: styles, page: recorder, keepsBlocks: false,
      from: start)
  }

  init(units: [Unit]) {
    self.units = units
  }

  /// All carriers and printed values in reading order, with the unit each stands in.
  public var items: [(unit: Int, item: Item)] {
    units.enumerated().flatMap { index, unit in unit.items.map { (index, $0) } }
  }
}
