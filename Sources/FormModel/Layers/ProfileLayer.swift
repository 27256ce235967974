internal import XMLTree

/// Completes the profile of a town by what holds for it of the profile of the town that it extends.
///
/// Numbers are inherited unless they are given. An entry is about the office itself and must be given, unless the other
/// town says of it that it holds everywhere (`inherit="always"`) or in its country of the federation (`inherit="land"`);
/// `remove` says that there is none, and `same-office` that all entries are those of the same office. The logo is the town's own.
struct ProfileLayer {
  /// The root of the town's own profile, which is completed.
  let own: XMLNode
  let file: String
  private(set) var mistakes: [AuthorMistake] = []
  private(set) var steps: [LayerStep] = []

  init(of own: XMLNode, file: String) {
    self.own = own
    self.file = file
  }

  /// Takes over what holds of another town's profile.
  mutating func inherit(from base: XMLNode, _ sources: LayerSources) {
    let entries = own.elements.filter { Self.inherited.contains($0.name) }
    let given = Set(entries.compactMap(Self.name))
    let removed = removals(from: base, given)
    let isSameLand = own.attribute("land").map { $0 == base.attribute("land") } ?? false
    let logo = own.element("logo")
    let isSameOffice = own.attribute("same-office") == "true"
    func isInherited(_ node: XMLNode) -> Bool {
      node.name == "number" || isSameOffice || node.attribute("inherit") == "always"
        || node.attribute("inherit") == "land" && isSameLand
    }
    for entry in entries {
      let other = base.elements.first { Self.name($0) == Self.name(entry) }
      let isIdle = other.map { isInherited($0) && $0.saysSame(as: entry, besides: "inherit") } ?? false
      note(other == nil ? .added : .replaced, entry, isIdle: isIdle)
    }
    for node in base.elements where Self.inherited.contains(node.name) {
      guard let name = Self.name(node), !given.contains(name), !removed.contains(name) else { continue }
      guard isInherited(node) else {
        lack(node, sources)
        continue
      }
      guard let copy = LayerSources.copy(node, into: own), let logo else { continue }
      copy.remove()
      copy.putBack(below: own, before: logo)
    }
  }

  /// What the town says it has not, without the words that say so.
  private mutating func removals(from base: XMLNode, _ given: Set<String>) -> Set<String> {
    let known = base.elements.filter { Self.inherited.contains($0.name) }.compactMap { $0.attribute("id") }
    var removed: Set<String> = []
    for node in own.elements("remove") {
      let id = node.attribute("id") ?? ""
      if !known.contains(id) {
        mistake(node, "›\(id)‹ gibt es im Profil, das hier erweitert wird, nicht." + Nearest.question(id, among: known))
      } else if !given.isDisjoint(with: ["entry/" + id, "number/" + id]) {
        mistake(node, "›\(id)‹ fällt hier weg und steht in derselben Datei.")
      }
      removed.formUnion(["entry/" + id, "number/" + id])
      note(.removed, node, isIdle: false)
      node.remove()
    }
    return removed
  }

  private mutating func lack(_ node: XMLNode, _ sources: LayerSources) {
    let place = sources.place(of: node, in: file)
    let id = node.attribute("id") ?? ""
    let reason =
      node.attribute("inherit") == "land"
      ? "er gilt nur im Land ›\(node.parent?.attribute("land") ?? "")‹" : "er nennt dort die andere Stelle"
    mistake(
      own,
      "Der Eintrag ›\(id)‹ fehlt (\(place.file):\(place.line); \(reason)). "
        + "Bitte eintragen, oder <remove id=\"\(id)\"/>, wenn es ihn nicht gibt.", code: "FORM-PROFIL")
  }

  private mutating func mistake(_ node: XMLNode, _ message: String, code: String = LayerReader.code) {
    mistakes.append(AuthorMistake(code: code, place: SourcePlace(file: file, line: node.line), message: message))
  }

  private mutating func note(_ kind: LayerStep.Kind, _ node: XMLNode, isIdle: Bool) {
    let place = SourcePlace(file: file, line: node.line)
    steps.append(LayerStep(kind: kind, name: node.attribute("id") ?? "", place: place, isIdle: isIdle))
  }

  private static let inherited: Set<String> = ["entry", "number"]

  private static func name(_ node: XMLNode) -> String? { node.attribute("id").map { node.name + "/" + $0 } }
}
