internal import XMLTree

/// The little that a reader of text has to know of styles.
///
/// Styles that inherit from others are not followed.
struct StyleFacts {
  /// Those by which characters or paragraphs are hidden: `text:display="none"` in `style:text-properties`.
  private var hidden: Set<String> = []

  /// Those of cells whose text is a number or date written in the language of the program.
  private var valued: Set<String> = []

  /// Those of tables that are not shown.
  private var hiddenTables: Set<String> = []

  /// Knows nothing.
  init() {}

  /// Reads the automatic and common styles of parts or flat files.
  init(_ documents: [XMLDocument]) {
    for document in documents {
      for group in document.root.elements
      where group.isElement("automatic-styles", in: ODF.office) || group.isElement("styles", in: ODF.office) {
        for style in group.elements where style.isElement("style", in: ODF.style) { add(style) }
      }
    }
  }

  private mutating func add(_ style: XMLNode) {
    guard let name = style.attribute("name", in: ODF.style),
      let family = style.attribute("family", in: ODF.style)
    else { return }
    if let properties = style.element("text-properties", in: ODF.style),
      properties.attribute("display", in: ODF.text) == "none"
    {
      hidden.insert(Self.key(family, name))
    }
    if family == "table", let properties = style.element("table-properties", in: ODF.style),
      properties.attribute("display", in: ODF.table) == "false"
    {
      hiddenTables.insert(name)
    }
    if family == "table-cell", style.attribute("data-style-name", in: ODF.style) != nil {
      valued.insert(name)
    }
  }

  /// Names repeat from family to family.
  private static func key(_ family: String, _ name: String) -> String { family + "/" + name }

  /// Whether a span or paragraph is hidden by its style.
  func hides(_ node: XMLNode, family: String) -> Bool {
    guard !hidden.isEmpty, let name = node.attribute("style-name", in: ODF.text) else { return false }
    return hidden.contains(Self.key(family, name))
  }

  /// Whether a table, such as a sheet, is hidden by its style.
  func hides(table: XMLNode) -> Bool {
    guard !hiddenTables.isEmpty, let name = table.attribute("style-name", in: ODF.table) else { return false }
    return hiddenTables.contains(name)
  }

  /// The value of a cell whose text is only that value in the language of the program, or nil.
  ///
  /// LibreOffice keeps the value of a text's cell only where its style names a form for it, that of a sheet's always.
  func value(ofCell cell: XMLNode, inSheet: Bool) -> String? {
    guard inSheet || cell.attribute("style-name", in: ODF.table).map(valued.contains) ?? false else { return nil }
    return switch cell.attribute("value-type", in: ODF.office) {
    case "float", "percentage", "currency": cell.attribute("value", in: ODF.office)
    case "date": cell.attribute("date-value", in: ODF.office)
    case "time": cell.attribute("time-value", in: ODF.office)
    case "boolean": cell.attribute("boolean-value", in: ODF.office)
    default: nil
    }
  }
}
