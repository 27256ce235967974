internal import XMLTree

/// Finds a referenced paper by its reference instead of looking through all of its form.
///
/// `papers('F')[x = current-record()/y]` asks for each paper of the form whether it is the one. The same expression over
/// `papers-holding('F', 'x', current-record()/y)` gives the same nodes, since the predicate stays, and the source of the
/// papers answers from an index. Only for an `x` that the other paper holds and does not calculate.
enum ReferenceLookup {
  /// The function that such an expression calls; forms cannot name it.
  static let function = "papers-holding"

  /// The expression with its references looked up; itself where it has none.
  static func rewritten(_ source: String, _ library: FormLibrary) -> String {
    guard source.contains("papers("), let syntax = try? XPathSyntax(parsing: source) else { return source }
    let result = syntax.replacing { lookup($0, library) }
    return result == syntax ? source : result.source
  }

  private static func lookup(_ syntax: XPathSyntax, _ library: FormLibrary) -> XPathSyntax {
    guard case .path(var path) = syntax, case .call("papers", let arguments)? = path.filter,
      case .literal(let id)? = arguments.first, let form = library.forms[id], let first = path.steps.first,
      first.axis == "self", let predicate = first.predicates.first,
      let (field, value) = reference(in: predicate), isHeld(field, by: form)
    else { return syntax }
    path.filter = .call(name: function, arguments: arguments + [.literal(field.joined(separator: "/")), value])
    return .path(path)
  }

  /// The path and the value that a predicate compares, on its own or as one of several conditions that must all hold.
  private static func reference(in predicate: XPathSyntax) -> (path: [String], value: XPathSyntax)? {
    guard case .binary(let operation, let left, let right) = predicate else { return nil }
    switch operation {
    case "and": return reference(in: left) ?? reference(in: right)
    case "=":
      if let path = names(left), isOfRecord(right) { return (path, right) }
      if let path = names(right), isOfRecord(left) { return (path, left) }
      return nil
    default: return nil
    }
  }

  /// The names of a path below the context, such as `kind/nachname`.
  private static func names(_ syntax: XPathSyntax) -> [String]? {
    guard case .path(let path) = syntax, path.start == .context, path.steps.allSatisfy(\.isPlain) else { return nil }
    return path.steps.map(\.test)
  }

  /// Whether a path begins at the record that is judged, so that it means the same wherever it stands.
  private static func isOfRecord(_ syntax: XPathSyntax) -> Bool {
    guard case .path(let path) = syntax, case .call("current-record", _)? = path.filter else { return false }
    return path.steps.allSatisfy(\.isPlain)
  }

  /// Whether papers of a form hold a value at a path, and do not make it from others.
  static func isHeld(_ path: [String], by form: FormDefinition) -> Bool {
    var items = form.items
    for name in path {
      switch items.first(where: { $0.id == name }) {
      case .field(let field)?: return field.calculate == nil && field.defaultValue == nil && name == path.last
      case .group(let group)?: items = group.items
      case nil: return false
      }
    }
    return false
  }
}

extension XPathStep {
  /// Whether it is a name and nothing else.
  fileprivate var isPlain: Bool {
    axis == "child" && predicates.isEmpty && test != "*" && !test.hasSuffix(")")
  }
}
