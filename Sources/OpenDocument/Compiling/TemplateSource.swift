internal import XMLTree
internal import ZipArchive

/// A template's file as one tree, whether it is flat or a package.
struct TemplateSource {
  /// The `office:document`.
  let root: TreeNode
  /// What kind of document it makes.
  private(set) var type = DocumentType.text
  /// The pictures of a package by their path.
  var pictures: [String: [UInt8]] = [:]
  private(set) var problems: [TemplateProblem] = []

  /// Reads a file; throws what makes it no template at all.
  init(_ bytes: [UInt8]) throws(TemplateProblem.Wrapped) {
    if bytes.starts(with: [0x50, 0x4B]) {
      root = TreeNode(name: "office:document")
      try readPackage(bytes)
    } else {
      root = try Self.parse(bytes, keepsLines: true, root: "office:document")
      let kind = root["office:mimetype"] ?? ""
      guard let type = Vocabulary.type(of: kind) else { throw .init(.kind, found: kind) }
      self.type = type
    }
  }

  private static func parse(
    _ bytes: [UInt8], keepsLines: Bool, root name: String
  ) throws(TemplateProblem.Wrapped) -> TreeNode {
    let document: XMLDocument
    do {
      document = try XMLDocument(parsing: bytes)
    } catch {
      throw .init(.xml, line: keepsLines ? error.line : 0, found: error.code.rawValue)
    }
    guard let root = TreeReader(keepsLines: keepsLines).read(document.root), root.name == name else {
      throw .init(.kind, found: document.root.name)
    }
    return root
  }

  private mutating func readPackage(_ bytes: [UInt8]) throws(TemplateProblem.Wrapped) {
    let content: TreeNode
    var styles: TreeNode?
    var meta: TreeNode?
    do {
      let reader = try ZipReader(bytes)
      let kind = String(decoding: try reader.contents(of: "mimetype", atMost: 200), as: UTF8.self)
      guard let type = Vocabulary.type(of: kind) else { throw TemplateProblem.Wrapped(.kind, found: kind) }
      self.type = type
      let manifest = try reader.contents(of: "META-INF/manifest.xml")
      if Self.mentionsEncryption(manifest) { throw TemplateProblem.Wrapped(.encrypted) }
      for entry in reader.entries {
        if ScriptPath.holdsCode(entry.name) { problems.append(TemplateProblem(.macro, found: entry.name)) }
        if Self.mayBePicture(entry.name) { pictures[entry.name] = try reader.contents(of: entry.name) }
      }
      content = try Self.part("content.xml", "office:document-content", reader)
      try Self.joinCharts(content, reader)
      if reader.contains("styles.xml") {
        styles = try Self.part("styles.xml", "office:document-styles", reader)
      }
      if reader.contains("meta.xml") { meta = try Self.part("meta.xml", "office:document-meta", reader) }
    } catch let error as ZipFailure {
      throw .init(.package, found: error.code.rawValue)
    } catch let error as TemplateProblem.Wrapped {
      throw error
    } catch {
      throw .init(.package)
    }
    join(content, styles, meta)
  }

  /// Most writers use the folder Pictures, but any will do.
  private static func mayBePicture(_ name: String) -> Bool {
    let others = ["META-INF/", "Thumbnails/", "Configurations2/", "Basic/", "Object", "Fonts/"]
    return name != "mimetype" && !name.hasSuffix(".xml") && !name.hasSuffix(".rdf")
      && !others.contains { name.hasPrefix($0) }
  }

  /// Puts the documents of charts where a flat file has them.
  private static func joinCharts(_ content: TreeNode, _ reader: ZipReader) throws {
    var objects: [TreeNode] = []
    content.visit { node in
      if node.name == "draw:object" { objects.append(node) }
      return true
    }
    for object in objects {
      var path = object["xlink:href"] ?? ""
      if path.hasPrefix("./") { path.removeFirst(2) }
      guard !path.isEmpty, !path.hasPrefix("/"), reader.contains(path + "/content.xml") else { continue }
      let chart = try part(path + "/content.xml", "office:document-content", reader)
      guard chart.child("office:body")?.child("office:chart") != nil else { continue }
      chart.name = "office:document"
      chart["office:mimetype"] = TemplateCleaner.chartType
      object.append(chart)
    }
  }

  private static func part(_ name: String, _ root: String, _ reader: ZipReader) throws -> TreeNode {
    try parse(try reader.contents(of: name), keepsLines: false, root: root)
  }

  private static func mentionsEncryption(_ manifest: [UInt8]) -> Bool {
    guard let document = try? XMLDocument(parsing: manifest) else { return false }
    var found = false
    document.root.visit { if ManifestSpelling.local($0.name) == "encryption-data" { found = true } }
    return found
  }

  private func join(_ content: TreeNode, _ styles: TreeNode?, _ meta: TreeNode?) {
    if let styles { separateNames(content, styles) }
    if let found = meta?.child("office:meta") { root.append(found) }
    if let scripts = content.child("office:scripts") { root.append(scripts) }
    root.append(box("office:font-face-decls", from: [styles, content]))
    if let common = styles?.child("office:styles") { root.append(common) }
    root.append(box("office:automatic-styles", from: [content, styles]))
    if let masters = styles?.child("office:master-styles") { root.append(masters) }
    if let body = content.child("office:body") { root.append(body) }
  }

  private func box(_ name: String, from parts: [TreeNode?]) -> TreeNode {
    let box = TreeNode(name: name)
    var names: Set<String> = []
    for child in parts.flatMap({ $0?.child(name)?.children ?? [] }) where child.isElement {
      let key = "\(child.name) \(child["style:family"] ?? "") \(child["style:name"] ?? "")"
      if names.insert(key).inserted { box.append(child) }
    }
    return box
  }

  /// Both parts count their automatic styles from 1: those of styles.xml get another name.
  private func separateNames(_ content: TreeNode, _ styles: TreeNode) {
    let definitions = { (part: TreeNode) in
      (part.child("office:automatic-styles")?.children ?? []).compactMap { node in
        StyleReferences.definition(node).map { (key: $0, node: node) }
      }
    }
    let taken = Set(definitions(content).map(\.key))
    var names: [StyleKey: String] = [:]
    for (key, node) in definitions(styles) where taken.contains(key) {
      let name = key.name + ".Seite"
      names[key] = name
      node["style:name"] = name
    }
    guard !names.isEmpty else { return }
    for name in ["office:automatic-styles", "office:master-styles"] {
      if let part = styles.child(name) { StyleReferences.rename(names, below: part) }
    }
  }
}

extension TemplateProblem {
  /// A problem that ends the reading of a template at once.
  struct Wrapped: Error {
    let problem: TemplateProblem

    init(_ code: Code, line: Int = 0, found: String? = nil) {
      problem = TemplateProblem(code, line: line, found: found)
    }
  }
}
