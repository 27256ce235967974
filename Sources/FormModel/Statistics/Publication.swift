internal import XMLTree

/// A record made fit for the public: figures rounded, the rest left out that is not meant for it, and the proof that
/// nothing can be calculated back.
///
/// Each figure is rounded on its own, sums too. A reader knows that, and how the figures hang together; what follows
/// from both must not give away a single figure (§ 64 Abs. 3 SGB VIII; practice of the statistical offices).
public struct Publication {
  /// The public record.
  public let record: Record
  /// What can be calculated back, and names of figures that are not there; all errors.
  public let findings: [Finding]

  /// Makes the public record of `paper`, which should have no errors.
  ///
  /// `withheld` are paths of figures that are not published at all. `earlier` are publications of the same form that others
  /// can lay beside this one. Throws when an expression of the form is broken; nil for a form that is never published.
  public init?(
    of paper: EvaluatedRecord, library: FormLibrary, withheld: [String] = [], earlier: [Record] = []
  ) throws(AuthorMistakes) {
    guard let record = Self.record(of: paper, withheld: withheld) else { return nil }
    self.record = record
    let unknown = Self.unknown(withheld, paper.form)
    findings =
      try unknown.isEmpty
      ? Self.findings(in: [record], beside: earlier, form: paper.form, library: library, day: paper.day) : unknown
  }

  /// The public record of a paper, unjudged; nil for a form that is never published.
  public static func record(of paper: EvaluatedRecord, withheld: [String] = []) -> Record? {
    guard let publication = paper.form.publication else { return nil }
    var record = Record(form: paper.form.id, version: paper.form.version)
    record.root = published(paper.record.root, paper.form.items, publication, Set(withheld), path: "")
    record.root.set(publication.field, [.value(publication.code)])
    record.root.sort(by: paper.form.items)
    return record
  }

  /// What can be calculated back from publications of one form that go out together, with others that lie beside them.
  public static func findings(
    in records: [Record], beside earlier: [Record], form: FormDefinition, library: FormLibrary, day: Day
  ) throws(AuthorMistakes) -> [Finding] {
    guard let publication = form.publication else { return [] }
    var audit = PublicationAudit(form: form, library: library, publication: publication)
    for record in records { try audit.add(record, day: day, isNew: true) }
    for other in earlier where !records.contains(other) { try audit.add(other, day: day, isNew: false) }
    return audit.findings()
  }

  /// Whether a publication of a form has a figure of this name.
  public static func has(_ name: String, in form: FormDefinition) -> Bool {
    figures(form.items, path: "").contains(name)
  }

  private static func published(
    _ group: RecordGroup, _ items: [ItemDefinition], _ publication: PublicationDefinition, _ hidden: Set<String>,
    path: String
  ) -> RecordGroup {
    var result = RecordGroup()
    for item in items where item.common.isPublished != false {
      let own = path + item.id
      switch item {
      case .field(let field) where field.has(.figure):
        if hidden.contains(own) {
          result.items.append(RecordGroup.Item(item.id, .status(.withheld)))
        } else if let content = group[item.id].first {
          result.items.append(RecordGroup.Item(item.id, rounded(content, publication)))
        }
      case .field:
        guard item.common.isPublished == true else { continue }
        result.items += group[item.id].map { RecordGroup.Item(item.id, $0) }
      case .group(let definition):
        for inner in group.groups(item.id) {
          let content = published(inner, definition.items, publication, hidden, path: own + "/")
          if !content.items.isEmpty { result.items.append(RecordGroup.Item(item.id, .group(content))) }
        }
      }
    }
    return result
  }

  private static func rounded(_ content: RecordContent, _ publication: PublicationDefinition) -> RecordContent {
    guard case .value(let text) = content, let figure = Double(text), figure < 1e12 else { return content }
    return .value(String(publication.rounded(figure)))
  }

  /// Figures to be withheld that are not in the publication.
  private static func unknown(_ withheld: [String], _ form: FormDefinition) -> [Finding] {
    let names = Self.figures(form.items, path: "")
    return withheld.filter { !names.contains($0) }.map { name in
      Finding(
        id: "E-\(form.short)-GEHEIM", strength: .error, path: name, place: form.title,
        message: "Die Zahl ›\(name)‹ gibt es in der Veröffentlichung nicht." + Nearest.question(name, among: names))
    }
  }

  private static func figures(_ items: [ItemDefinition], path: String) -> [String] {
    items.filter { $0.common.isPublished != false }.flatMap { item -> [String] in
      switch item {
      case .field(let field): field.has(.figure) ? [path + item.id] : []
      case .group(let group): figures(group.items, path: path + item.id + "/")
      }
    }
  }
}
