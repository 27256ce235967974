/// Prepares the tree of a template whose documents are looked through for figures: spreadsheets, and texts with charts.
struct FigurePreparation {
  private(set) var problems: [TemplateProblem] = []
  /// Whether the documents need to be looked through at all.
  private(set) var hasFigures = false

  private let type: DocumentType

  init(type: DocumentType) {
    self.type = type
  }

  /// The prefixes that are only written when a document is finished.
  static let prefixes = ["table", "draw", "svg", "xlink", "chart", "of"]

  mutating func prepare(_ root: TreeNode) {
    var charts: [TreeNode] = []
    root.child("office:body")?.visit { node in
      if TemplateCleaner.isChart(node) { charts.append(node) }
      return true
    }
    hasFigures = type == .spreadsheet || !charts.isEmpty
    guard hasFigures else { return }
    for chart in charts { Self.cleanChart(chart) }
    root.child("office:body")?.visit { node in
      if TemplateCleaner.isChart(node) { return false }
      if node.name == "table:table" { Self.numberRows(node) }
      return true
    }
    if type == .spreadsheet { cleanSheets(root) }
  }

  /// Notes in each row which row of its table it is, as references count them.
  private static func numberRows(_ table: TreeNode) {
    var row = 1
    func number(_ node: TreeNode) {
      for child in node.children {
        switch child.name {
        case "table:table-header-rows", "table:table-rows", "table:table-row-group": number(child)
        case "table:table-row":
          child[Trace.rowAttribute] = String(row)
          row += times(child["table:number-rows-repeated"])
        default: break
        }
      }
    }
    number(table)
  }

  private static func times(_ text: String?) -> Int {
    min(max(text.flatMap { Int($0) } ?? 1, 1), 1 << 20)
  }

  /// The document of a chart as this version writes it, without what belongs to whoever drew it.
  private static func cleanChart(_ object: TreeNode) {
    for name in ["xlink:href", "xlink:type", "xlink:show", "xlink:actuate"] { object[name] = nil }
    guard let document = object.child("office:document") else { return }
    document.attributes = [
      ("office:version", "1.3"), ("office:mimetype", TemplateCleaner.chartType),
    ]
    let kept: Set<String> = ["office:automatic-styles", "office:styles", "office:font-face-decls", "office:body"]
    document.children.removeAll { !kept.contains($0.name) }
    document.visit { node in
      // Charts name the document around them, and LibreOffice its own file.
      if node.name == "chart:chart" { for name in ["xlink:href", "xlink:type"] { node[name] = nil } }
      return true
    }
  }

  // MARK: - Sheets

  private static let dropped: Set<String> = [
    "table:named-expressions", "table:database-ranges", "table:dde-links", "table:data-pilot-tables",
    "table:content-validations", "table:label-ranges", "table:consolidation", "table:scenario", "table:detective",
  ]

  private static let droppedAttributes = [
    "table:print-ranges", "table:end-cell-address", "table:end-x", "table:end-y", "table:content-validation-name",
    "office:string-value",
  ]

  private mutating func cleanSheets(_ root: TreeNode) {
    guard let body = root.child("office:body")?.child("office:spreadsheet") else { return }
    var formulas: [TreeNode] = []
    body.visit { node in
      if TemplateCleaner.isChart(node) { return false }
      node.children.removeAll { $0.isElement && Self.dropped.contains($0.name) }
      for name in Self.droppedAttributes { node[name] = nil }
      if node["table:formula"] != nil { formulas.append(node) }
      if node.name == "table:table" { Self.dropTail(of: node) }
      return true
    }
    for node in formulas {
      problems.append(
        TemplateProblem(
          .formula, place: TemplatePlace.describe(node), line: node.line, found: node["table:formula"]))
    }
  }

  /// Programs fill a sheet up with empty rows to its last; repeated rows would push them over the edge.
  private static func dropTail(of table: TreeNode) {
    while let last = table.children.last(where: \.isElement), last.name == "table:table-row",
      times(last["table:number-rows-repeated"]) > 100,
      last.children.allSatisfy({ $0.children.isEmpty || $0.isText })
    {
      last.removeFromParent()
    }
  }
}
