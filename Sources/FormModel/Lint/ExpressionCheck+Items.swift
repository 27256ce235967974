internal import XMLTree

/// Which fields a page shows.
extension ExpressionCheck {
  /// The items of the form that an expression of a template looks at; groups stand for what their line shows.
  public func items(in expression: String, inside loops: [String]) -> Set<[String]> {
    var scope = root
    for loop in loops { scope = target(of: loop, in: scope) ?? scope.with(.unknown) }
    var found = Set(ExpressionReferences.of(expression, in: scope, self).map(\.path))
    if let syntax = try? XPathSyntax(parsing: expression) {
      syntax.visit { part in
        guard case .call("options", let arguments) = part, case .literal(let id)? = arguments.first else { return }
        found.insert(scope.path + [id])
      }
    }
    return found
  }

  /// The form's own fields that somebody fills in and nobody sees: not among some items, not in the line of a group among
  /// them, and not named anywhere else.
  ///
  /// Fields of shared types are left out, since hardly a page shows all of a person.
  public func fields(besides items: Set<[String]>, mentioned: Set<String>) -> [String] {
    var shown = items
    for path in items { showLine(of: path, &shown) }
    var missing: [String] = []
    func collect(_ all: [ItemDefinition], _ parent: [String]) {
      for item in all {
        let path = parent + [item.id]
        switch item {
        case .field(let field):
          // What is computed, or only there to be refused, is no answer that somebody would miss.
          let isAsked =
            field.calculate == nil && !field.readonly && !field.has(.figure) && field.common.relevant != "false()"
          let isOwn = field.common.source.file == root.form.source.file
          if isAsked, isOwn, !shown.contains(path), !mentioned.contains(item.id) {
            missing.append(path.joined(separator: "/"))
          }
        case .group(let group): collect(group.items, path)
        }
      }
    }
    collect(root.form.items, [])
    return missing
  }

  /// What the line of a group shows, and the lines of groups in it.
  private func showLine(of path: [String], _ shown: inout Set<[String]>) {
    var scope = root
    for id in path {
      guard let item = scope.items?.first(where: { $0.id == id }) else { return }
      scope = scope.entering(item)
    }
    guard case .item(.group(let group)) = scope.current, let display = group.display else { return }
    for reference in ExpressionReferences.of(display, in: scope, self) where shown.insert(reference.path).inserted {
      showLine(of: reference.path, &shown)
    }
  }
}

extension DeclarationScope {
  /// The ids from the record down to it.
  var path: [String] { chain.compactMap { if case .item(let item) = $0 { item.id } else { nil } } }
}
