/// The styles of a template for filling in by hand, for the public, and for papers that are finished.
///
/// A style `X.Blanko` takes the place of `X` when the blank form is made, and goes otherwise; `X.Öffentlich`
/// in the same way when a publication is made, and `X.Fertig` when a final paper is.
enum StyleVariant {
  static let blank = ".Blanko"
  static let published = ".Öffentlich"
  static let finished = ".Fertig"

  static func apply(to root: TreeNode, _ chosen: String?) {
    for suffix in [blank, published, finished] {
      for place in ["office:styles", "office:automatic-styles"] {
        guard let styles = root.child(place) else { continue }
        apply(suffix, isChosen: suffix == chosen, to: styles, of: root)
      }
    }
  }

  private static func apply(_ suffix: String, isChosen: Bool, to styles: TreeNode, of root: TreeNode) {
    var pairs: [(original: TreeNode, blank: TreeNode, from: StyleKey, to: StyleKey)] = []
    for blank in styles.children {
      guard let from = StyleReferences.definition(blank) else { continue }
      let name = StyleName.decoded(from.name)
      guard name.hasSuffix(suffix) else { continue }
      let wanted = String(name.dropLast(suffix.count))
      for original in styles.children {
        guard let to = StyleReferences.definition(original), to.family == from.family,
          StyleName.decoded(to.name) == wanted
        else { continue }
        pairs.append((original, blank, from, to))
      }
    }
    for pair in pairs {
      if isChosen { replace(pair.original, pair.blank, in: styles) } else { pair.blank.removeFromParent() }
    }
    var names: [StyleKey: String] = [:]
    for pair in pairs { names[pair.from] = pair.to.name }
    guard !names.isEmpty else { return }
    StyleReferences.rename(names, below: root)
  }

  /// Puts one style in the place and under the name of another.
  private static func replace(_ original: TreeNode, _ blank: TreeNode, in styles: TreeNode) {
    let name = original["style:name"] ?? ""
    blank.removeFromParent()
    if blank["style:parent-style-name"] == name {
      // It builds upon the style it replaces: what it does not say itself stays as it is there.
      merge(original, under: blank)
    } else if inherits(blank, from: name, in: styles) {
      let kept = original.copy()
      kept["style:name"] = name + ".Grund"
      kept["style:display-name"] = nil
      original.parent?.insert(kept, at: original.index ?? 0)
      redirectParents(from: name, to: name + ".Grund", of: blank, in: styles)
    }
    blank["style:name"] = name
    blank["style:display-name"] = original["style:display-name"]
    original.replace(with: [blank])
  }

  private static func inherits(_ style: TreeNode, from name: String, in styles: TreeNode) -> Bool {
    var current: TreeNode? = style
    for _ in styles.children {
      guard let parent = current?["style:parent-style-name"] else { return false }
      if parent == name { return true }
      current = find(parent, style["style:family"], in: styles)
    }
    return false
  }

  /// Makes the last style on the way from `style` to `name` build upon another.
  private static func redirectParents(
    from name: String, to other: String, of style: TreeNode, in styles: TreeNode
  ) {
    var current: TreeNode? = style
    for _ in styles.children {
      guard let parent = current?["style:parent-style-name"] else { return }
      if parent == name {
        current?["style:parent-style-name"] = other
        return
      }
      current = find(parent, style["style:family"], in: styles)
    }
  }

  private static func find(_ name: String, _ family: String?, in styles: TreeNode) -> TreeNode? {
    styles.children.first { $0["style:name"] == name && $0["style:family"] == family }
  }

  private static func merge(_ base: TreeNode, under style: TreeNode) {
    style["style:parent-style-name"] = nil
    for (name, value) in base.attributes where style[name] == nil { style[name] = value }
    // The schema wants the properties in the order of the original.
    var children: [TreeNode] = []
    for child in base.children where child.isElement {
      if let own = style.child(child.name) {
        mergeProperties(child, under: own)
        children.append(own)
      } else {
        children.append(child)
      }
    }
    let names = Set(children.map(\.name))
    let order = ["style:paragraph-properties": 1, "style:text-properties": 2, "style:map": 3]
    children += style.children.filter { $0.isElement && !names.contains($0.name) }
    children.sort { order[$0.name, default: 0] < order[$1.name, default: 0] }
    style.children = []
    for child in children { style.append(child) }
  }

  private static func mergeProperties(_ base: TreeNode, under own: TreeNode) {
    for (name, value) in base.attributes where own[name] == nil { own[name] = value }
    for child in base.children where child.isElement && own.child(child.name) == nil { own.append(child) }
  }
}
