internal import XMLTree

/// The little that a reader of text has to know of styles.
///
/// Styles that inherit from others are not followed.
struct StyleFacts: Sendable {
  /// Those by which characters or paragraphs are hidden: `text:display="none"` in `style:text-properties`.
  private var hidden: Set<String> = []

  /// Those of cells whose text is a number or date written in the language of the program.
  private var valued: Set<String> = []

  /// Those of tables that are not shown.
  private var hiddenTables: Set<String> = []

  /// Name and family of the style that is being read.
  private var current: (name: String, family: String)?

  /// Knows nothing.
  init() {}

  /// Takes up the automatic and common styles of parts or flat files.
  init(_ documents: XMLDocument?...) {
    for document in documents {
      for group in document?.root.elements ?? []
      where group.isElement("automatic-styles", in: ODF.office) || group.isElement("styles", in: ODF.office) {
        for style in group.elements where style.isElement("style", in: ODF.style) {
          open(style)
          for properties in style.elements where properties.isIn(ODF.style) {
            add(TextTag(.style, properties.name), properties)
          }
        }
      }
    }
  }

  /// What it knows, to be kept; `init(lists:)` takes it up.
  var lists: [[String]] { [hidden, valued, hiddenTables].map { $0.sorted() } }

  init(lists: [[String]]) {
    guard lists.count == 3 else { return }
    (hidden, valued, hiddenTables) = (Set(lists[0]), Set(lists[1]), Set(lists[2]))
  }

  /// Takes up the automatic and common styles of a template.
  init(template root: TreeNode) {
    for group in ["office:automatic-styles", "office:styles"] {
      for style in root.child(group)?.children ?? [] where style.name == "style:style" {
        open(style)
        for properties in style.children where properties.isElement {
          let (space, name) = ODF.split(properties.name)
          add(TextTag(space, name), properties)
        }
      }
    }
  }

  /// Begins a style.
  mutating func open(_ style: some AttributeSource) {
    current = nil
    guard let name = style.value("name", .style), let family = style.value("family", .style) else { return }
    current = (name, family)
    if family == "table-cell", style.value("data-style-name", .style) != nil { valued.insert(name) }
  }

  /// Takes properties of the style that was begun last.
  mutating func add(_ tag: TextTag, _ properties: some AttributeSource) {
    guard let (name, family) = current else { return }
    if tag == .textProperties, properties.value("display", .text) == "none" { hidden.insert(Self.key(family, name)) }
    if tag == .tableProperties, family == "table", properties.value("display", .table) == "false" {
      hiddenTables.insert(name)
    }
  }

  /// Names repeat from family to family.
  private static func key(_ family: String, _ name: String) -> String { family + "/" + name }

  /// Whether a span or paragraph is hidden by its style.
  func hides(_ element: some AttributeSource, family: String) -> Bool {
    guard !hidden.isEmpty, let name = element.value("style-name", .text) else { return false }
    return hidden.contains(Self.key(family, name))
  }

  /// Whether a table, such as a sheet, is hidden by its style.
  func hides(table: some AttributeSource) -> Bool {
    guard !hiddenTables.isEmpty, let name = table.value("style-name", .table) else { return false }
    return hiddenTables.contains(name)
  }

  /// The value of a cell whose text is only that value in the language of the program, or nil.
  ///
  /// LibreOffice keeps the value of a text's cell only where its style names a form for it, that of a sheet's always.
  func value(ofCell cell: some AttributeSource, inSheet: Bool) -> String? {
    guard inSheet || !valued.isEmpty && cell.value("style-name", .table).map(valued.contains) ?? false else {
      return nil
    }
    return switch cell.value("value-type", .office) {
    case "float", "percentage", "currency": cell.value("value", .office)
    case "date": cell.value("date-value", .office)
    case "time": cell.value("time-value", .office)
    case "boolean": cell.value("boolean-value", .office)
    default: nil
    }
  }
}
