/// Which automatic styles and pictures there are, and which of them an element uses.
struct ResourceIndex {
  private(set) var styles: [StyleKey: Int] = [:]
  private(set) var pictures: [String: Int] = [:]
  private(set) var definitions: [TreeNode] = []

  init(_ root: TreeNode, pictures collected: [PictureCollector.Picture]) {
    for node in root.child("office:automatic-styles")?.children ?? [] {
      guard let key = StyleReferences.definition(node), styles[key] == nil else { continue }
      styles[key] = definitions.count
      definitions.append(node)
    }
    for (number, picture) in collected.enumerated() { pictures[picture.path] = definitions.count + number }
  }

  func used(by node: TreeNode) -> [Int] {
    var result = StyleReferences.of(node).compactMap { styles[$0] }
    if let reference = node["xlink:href"], let picture = pictures[reference] { result.append(picture) }
    return result
  }
}
