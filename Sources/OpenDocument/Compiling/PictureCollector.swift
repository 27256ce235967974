/// Brings the pictures of a template into the form of the output: files of a package, or base64 in a flat file.
struct PictureCollector {
  /// A picture of the package that is written.
  struct Picture {
    let path: String
    let kind: PictureKind
    let bytes: [UInt8]
  }

  private(set) var pictures: [Picture] = []
  private(set) var problems: [TemplateProblem] = []
  private var paths: [[UInt8]: String] = [:]

  mutating func collect(_ root: TreeNode, from source: [String: [UInt8]], for form: OutputForm) {
    var carriers: [TreeNode] = []
    root.visit { node in
      if node.isElement, Self.carriers.contains(node.name) { carriers.append(node) }
      return true
    }
    for node in carriers {
      let reference = node["xlink:href"] ?? ""
      let data = node.child("office:binary-data")
      if data == nil, reference.isEmpty { continue }
      let name = reference.hasPrefix("./") ? String(reference.dropFirst(2)) : reference
      let bytes = data.map { Base64.decode($0.content) } ?? source[name]
      guard let bytes, let kind = PictureKind(bytes) else {
        // What reaches outside has its own problem.
        if data != nil || !reference.contains(":") {
          problems.append(
            TemplateProblem(.picture, place: TemplatePlace.describe(node), line: node.line, found: reference))
        }
        continue
      }
      data?.removeFromParent()
      switch form {
      case .package: refer(node, to: path(bytes, kind))
      case .flat: embed(bytes, in: node)
      }
    }
  }

  private static let carriers: Set<String> = [
    "draw:image", "draw:fill-image", "style:background-image", "text:list-level-style-image",
  ]

  private mutating func path(_ bytes: [UInt8], _ kind: PictureKind) -> String {
    if let known = paths[bytes] { return known }
    let path = "Pictures/\(pictures.count + 1).\(kind.fileExtension)"
    paths[bytes] = path
    pictures.append(Picture(path: path, kind: kind, bytes: bytes))
    return path
  }

  private func refer(_ node: TreeNode, to path: String) {
    node["xlink:href"] = path
    node["xlink:type"] = "simple"
    node["xlink:show"] = "embed"
    node["xlink:actuate"] = "onLoad"
  }

  private func embed(_ bytes: [UInt8], in node: TreeNode) {
    for name in ["xlink:href", "xlink:type", "xlink:show", "xlink:actuate"] { node[name] = nil }
    let data = TreeNode(name: "office:binary-data")
    data.append(TreeNode(text: Base64.encode(bytes)))
    node.insert(data, at: 0)
  }
}
