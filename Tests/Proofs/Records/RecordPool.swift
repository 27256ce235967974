import FormModel
import XMLTree

/// What a record says already, for values that must say the same: people by name, days, institutions.
struct RecordPool {
  /// Full names of people, as their groups show them.
  private(set) var names: [String] = []
  /// Days in canonical form.
  private(set) var days: [String] = []

  /// The numbers of other papers, by their form.
  private(set) var numbers: [String: [String]] = [:]

  init() {}

  /// The papers that may be referred to.
  init(_ companions: [Record], _ library: FormLibrary) {
    for record in companions {
      guard let number = library.forms[record.form].flatMap({ library.paperNumber(of: record, form: $0) }) else {
        continue
      }
      numbers[record.form, default: []].append(number)
    }
  }

  /// Takes down what stands in an evaluated record as well.
  mutating func add(_ paper: EvaluatedRecord) {
    (names, days) = ([], [])
    paper.root.visit { node in
      guard node.isElement, let definition = paper.definition(of: node) else { return }
      switch definition {
      case .group(let group):
        guard group.display != nil, group.items.field(.givenName) != nil else { return }
        let name = paper.display(node)
        if name.contains(where: \.isLetter), !names.contains(name) { names.append(name) }
      case .field(let field):
        if field.type.rawValue == "day", let day = paper.day(of: node)?.iso, !days.contains(day) { days.append(day) }
      }
    }
  }
}
