/// What must hold of every document that is written, judged from its bytes alone.
///
/// These are the demands of ODF 1.3 and of accessible documents that no schema states, and those of privacy: nothing in
/// a paper may tell who typed it or when.
package enum StructureCheck: String, CaseIterable {
  /// The members follow each other without gaps, dates, extra fields or descriptors.
  case archive
  /// `mimetype` comes first, stored, so that its text stands at byte 38 (ODF 1.3 part 2, 3.3).
  case mimetype
  /// Nothing but the parts of a document in their order, the manifest last.
  case members
  /// The manifest lists exactly what is there, with its type (ODF 1.3 part 2, 3.2).
  case manifest
  /// Each part has its root, all are of one version, and there is one body of the kind that the type says.
  case parts
  /// Ids are unique.
  case ids
  /// Tables, sections, frames, forms and controls have names of their own; styles too, within their family.
  case names
  /// A style that is used is defined where it can be used.
  case styles
  /// A style that is defined for one place is used there.
  case unusedStyles
  /// What a picture, an object, a control or a link refers to is there; nothing leads elsewhere.
  case references
  /// All rows of a table are as wide as the table.
  case tables
  /// No white space that a reader would collapse or drop (ODF 1.3 part 3, 6.1.2).
  case whiteSpace
  /// Text stands only in paragraphs.
  case strayText
  /// Nothing of the template's marks is left.
  case marks
  /// The document says that it is German.
  case language
  /// The document has a title.
  case title
  /// Headings begin at level 1 and leave none out.
  case headings
  /// Tables of more than one row and column have a header row.
  case headerRows
  /// Pictures and objects say in words what they show.
  case alternatives
  /// What is to be filled in has a label for those who do not see it.
  case labels
  /// The office made it and no person.
  case author
  /// Nothing of its editing: times, changes, revisions, settings, previews, the template, the printer.
  case history

  /// What is wrong with a document, one line each; `office` is the only author it may name.
  package func complaints(about paper: PaperParts, office: String) -> [String] {
    switch self {
    case .archive: Self.archive(paper)
    case .mimetype: Self.mimetype(paper)
    case .members: Self.members(paper)
    case .manifest: Self.manifest(paper)
    case .parts: Self.parts(paper)
    case .ids: Self.ids(paper)
    case .names: Self.names(paper)
    case .styles: Self.styles(paper)
    case .unusedStyles: Self.unusedStyles(paper)
    case .references: Self.references(paper)
    case .tables: Self.tables(paper)
    case .whiteSpace: Self.whiteSpace(paper)
    case .strayText: Self.strayText(paper)
    case .marks: Self.marks(paper)
    case .language: Self.language(paper)
    case .title: Self.title(paper)
    case .headings: Self.headings(paper)
    case .headerRows: Self.headerRows(paper)
    case .alternatives: Self.alternatives(paper)
    case .labels: Self.labels(paper)
    case .author: Self.author(paper, office)
    case .history: Self.history(paper)
    }
  }

  /// What all checks say, each line with the check in front.
  package static func all(_ paper: PaperParts, office: String) -> [String] {
    allCases.flatMap { check in
      check.complaints(about: paper, office: office).map { "\(check.rawValue): \($0)" }
    }
  }
}
