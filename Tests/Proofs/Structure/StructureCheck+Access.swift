/// Who reads it, with eyes or without, and what it must not tell.
extension StructureCheck {
  static func language(_ paper: PaperParts) -> [String] {
    let family = paper.isSheet ? "table-cell" : "paragraph"
    let style = paper.styles?.all("style:default-style").first { $0["style:family"] == family }
    let text = style?.first("style:text-properties")
    var found: [String] = []
    if text?["fo:language"] != "de" || text?["fo:country"] != "DE" {
      found.append("text is \(text?["fo:language"] ?? "of no language")-\(text?["fo:country"] ?? "")")
    }
    let named = paper.metadata?.first("dc:language")?.text
    if named != "de-DE" { found.append("the metadata say \(named ?? "none")") }
    return found
  }

  static func title(_ paper: PaperParts) -> [String] {
    let title = paper.metadata?.first("dc:title")?.text ?? ""
    return title.allSatisfy(\.isWhitespace) ? ["it has none"] : []
  }

  static func headings(_ paper: PaperParts) -> [String] {
    guard !paper.isSheet else { return [] }
    let headings = paper.body?.all("text:h") ?? []
    var found = headings.filter { $0.text.allSatisfy(\.isWhitespace) }.map { _ in "an empty heading" }
    var level = 0
    for heading in headings {
      let own = count(heading, "text:outline-level")
      if own > level + 1 { found.append("›\(heading.text.prefix(40))‹ has level \(own) below level \(level)") }
      level = own
    }
    let paragraphs = paper.body?.all("text:p").count { !$0.text.isEmpty } ?? 0
    return headings.isEmpty && paragraphs > 15 ? ["\(paragraphs) paragraphs and no heading"] : found
  }

  static func headerRows(_ paper: PaperParts) -> [String] {
    guard !paper.isSheet, let body = paper.body else { return [] }
    return body.all("table:table").compactMap { table in
      let rows = rows(of: table)
      let width = rows.map { $0.elements.count }.max() ?? 0
      guard rows.count > 1, width > 1, table.first("table:table-header-rows") == nil else { return nil }
      return table["table:name"] ?? "a table"
    }
  }

  static func alternatives(_ paper: PaperParts) -> [String] {
    paper.parts.flatMap { part in
      part.root.all("draw:image", "draw:object").compactMap { picture in
        let frame = picture.parent
        let words = ["svg:title", "svg:desc"].compactMap { frame?.first($0)?.text }.joined()
        return words.allSatisfy(\.isWhitespace) ? "\(part.name): \(frame?["draw:name"] ?? picture.name)" : nil
      }
    }
  }

  static func labels(_ paper: PaperParts) -> [String] {
    guard let content = paper.content else { return [] }
    let controls = content.all("form:checkbox", "form:text", "form:textarea", "form:listbox", "form:radio")
    let fields = content.all("text:text-input")
    return controls.filter { ($0["form:title"] ?? $0["form:label"] ?? "").isEmpty }.map {
      "\($0["form:name"] ?? "a control")"
    }
      + fields.filter { ($0["text:description"] ?? "").isEmpty }.map { "the field ›\($0.text)‹" }
  }

  static func author(_ paper: PaperParts, _ office: String) -> [String] {
    guard let metadata = paper.metadata else { return ["there are no metadata"] }
    let names = ["dc:creator", "meta:initial-creator", "meta:printed-by"].flatMap { name in
      metadata.elements.filter { $0.name == name }.map(\.text)
    }
    let others = names.filter { $0 != office }.map { "it names ›\($0)‹" }
    let marked = paper.parts.flatMap {
      $0.root.all("dc:creator", "text:author-name", "text:author-initials", "text:sender-firstname")
    }
    let authors = marked.filter { $0.parent?.name != "office:meta" }.map { "the text names ›\($0.text)‹" }
    return names.isEmpty ? ["it names nobody, not even the office"] : others + authors
  }

  static func history(_ paper: PaperParts) -> [String] {
    let told = [
      "meta:editing-cycles", "meta:editing-duration", "meta:print-date", "meta:template", "meta:auto-reload",
      "meta:document-statistic", "config:config-item-set", "text:tracked-changes", "text:change", "text:change-start",
      "office:annotation", "office:settings", "office:scripts", "text:modification-date",
    ]
    let elements = paper.trees.sorted { $0.key < $1.key }.flatMap { name, root in
      name.hasPrefix("Record/")
        ? []
        : root.all.filter { told.contains($0.name) && !($0.elements.isEmpty && $0.name == "office:scripts") }
          .map { "\(name): \($0.name)" }
    }
    // The reference day may stand there, the hour at which somebody worked may not.
    let times = ["meta:creation-date", "dc:date"].flatMap { name in
      paper.metadata?.elements.filter { $0.name == name && !$0.text.hasSuffix("T00:00:00") }.map {
        "\(name) \($0.text)"
      } ?? []
    }
    let revisions = paper.parts.flatMap { part in
      part.root.all.flatMap { $0.attributes.keys.filter { $0.hasSuffix(":rsid") || $0.hasSuffix(":paragraph-rsid") } }
        .prefix(1).map { "\(part.name): \($0)" }
    }
    let files = paper.members.keys.filter { name in
      ["Thumbnails/", "Configurations2/", "settings.xml", "layout-cache", "Versions/", "Basic/"].contains {
        name.hasPrefix($0)
      }
    }
    return elements + times + revisions + files.sorted()
  }
}
