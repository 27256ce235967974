/// Why a template cannot be used: everything that is wrong with it, in the order of the document.
public struct TemplateFailure: Error, Hashable, Sendable {
  /// The name the template was given.
  public let template: String
  /// All problems, in the order of their lines in a flat file; never empty.
  public let problems: [TemplateProblem]
  /// The marks that could be read all the same, so that everything else about them can be checked too.
  public let marks: [TemplateMark]
}

/// One thing that is wrong with a template.
public struct TemplateProblem: Hashable, Sendable {
  /// The stable codes; they appear in messages and tests and never change.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// Not well-formed XML, or refused by the limits; `found` is the code of the `XMLFailure`.
    case xml = "VORLAGE-XML"
    /// The package cannot be read; `found` is the code of the `ZipFailure`.
    case package = "VORLAGE-PAKET"
    /// Not a text document, a spreadsheet or a template of one; `found` is the type it has.
    case kind = "VORLAGE-ART"
    /// Protected by a password.
    case encrypted = "VORLAGE-VERSCHLUESSELT"
    /// Carries a macro or calls one.
    case macro = "VORLAGE-MAKRO"
    /// Loads something from outside; `found` is the target.
    case link = "VORLAGE-VERKNUEPFUNG"
    /// Refers to a picture that is not there or is none; `found` is its name.
    case picture = "VORLAGE-BILD"
    /// Contains an embedded object other than a chart.
    case object = "VORLAGE-OBJEKT"
    /// A spreadsheet's cell with a formula; `found` is the formula. Formulas follow from the figures that are printed.
    case formula = "VORLAGE-FORMEL"
    /// A mark without text.
    case emptyMark = "VORLAGE-LEER"
    /// `{{` without `}}`.
    case unfinishedMark = "VORLAGE-KLAMMER"
    /// The expression cannot be read; `found` is the word that does not fit, `position` its place.
    case expression = "VORLAGE-AUSDRUCK"
    /// The expression calls a function that does not exist; `found` is its name.
    case function = "VORLAGE-FUNKTION"
    /// The mark takes a word from a declaration that has none for it; `found` says why.
    case words = "VORLAGE-FELD"
    /// A block that is not closed.
    case unclosed = "VORLAGE-OFFEN"
    /// An end without a block.
    case end = "VORLAGE-ENDE"
    /// An end that names another block; `found` is what it names, `expression` the block it would close.
    case wrongEnd = "VORLAGE-ENDE-FALSCH"
    /// An else that belongs to no condition, or a second one.
    case otherwise = "VORLAGE-SONST"
    /// A block that begins and ends in parts of the page that cannot be repeated or left out together.
    case crossing = "VORLAGE-UEBERKREUZT"
    /// Text beside the first or last mark of a block, in a paragraph that comes and goes with the block; `found` is the text.
    case outside = "VORLAGE-DANEBEN"
    /// A block of rows through which a cell reaches that spans several rows; `found` is the cell's text.
    case merged = "VORLAGE-VERBUNDEN"
    /// A page break in a paragraph that vanishes with its mark.
    case pageBreak = "VORLAGE-UMBRUCH"
    /// A mark that would be printed as it stands; `found` is its text.
    case literal = "VORLAGE-WOERTLICH"
  }

  /// What kind of problem it is.
  public let code: Code
  /// Where it is, in words for the people who edit the template (German); empty when it concerns the whole.
  public let place: String
  /// The line in a flat file, 1-based; 0 in a package or when it concerns the whole.
  public let line: Int
  /// The expression of the mark, if it has one.
  public let expression: String?
  /// What was found, see ``Code``.
  public let found: String?
  /// The position in the expression in characters, 0-based, when known.
  public let position: Int?

  init(
    _ code: Code, place: String = "", line: Int = 0, expression: String? = nil, found: String? = nil,
    position: Int? = nil
  ) {
    self.code = code
    self.place = place
    self.line = line
    self.expression = expression
    self.found = found
    self.position = position
  }
}

extension [TemplateProblem] {
  /// Sorted by line; what stands in one line, or in a package, stays in the order it was found in.
  var inDocumentOrder: [TemplateProblem] {
    enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }
}

/// Something about a template that works but deserves a look.
public struct TemplateWarning: Hashable, Sendable {
  /// The stable codes.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// A mark typed as `{{…}}`; a placeholder survives editing better.
    case plainMark = "VORLAGE-KLARTEXT"
    /// A mark where nobody will see its value.
    case invisible = "VORLAGE-UNSICHTBAR"
    /// A repetition whose marks stand alone in cells of one row, as if the cells between them could be repeated.
    case columns = "VORLAGE-SPALTEN"
  }

  /// What kind of warning it is.
  public let code: Code
  /// Where it is, in words for the people who edit the template (German).
  public let place: String
  /// The line in a flat file, 1-based; 0 in a package.
  public let line: Int
  /// The text of the mark.
  public let text: String
}
