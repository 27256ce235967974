/// The figures of a form.
extension FormDefinition {
  /// The paths of all figures with their labels, in the order of the form.
  public var figures: [(path: String, label: String)] { Self.figures(items, path: "", around: nil) }

  private static func figures(_ items: [ItemDefinition], path: String, around: String?) -> [(String, String)] {
    items.flatMap { item -> [(String, String)] in
      switch item {
      case .field(let field):
        guard field.has(.figure) else { return [] }
        return [(path + item.id, around.map { "\($0), \(item.label)" } ?? item.label)]
      case .group(let group): return figures(group.items, path: path + item.id + "/", around: item.label)
      }
    }
  }
}
