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
    guard let publication = paper.form.publication else { return nil }
    let form = paper.form
    var record = Record(form: form.id, version: form.version)
    let hidden = Set(withheld)
    record.root = Self.published(paper.record.root, form.items, publication, hidden, path: "")
    record.root.set(publication.field, [.value(publication.code)])
    record.root.sort(by: form.items)
    self.record = record
    var findings = try Self.unknown(withheld, record, form)
    if findings.isEmpty {
      var audit = PublicationAudit(form: form, library: library, publication: publication)
      try audit.add(record, day: paper.day, isNew: true)
      for other in earlier where other != record { try audit.add(other, day: paper.day, isNew: false) }
      findings = audit.findings()
    }
    self.findings = findings
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
    guard case .value(let text) = content, let figure = Int(text) else { return content }
    return .value(String(publication.rounded(figure)))
  }

  /// Figures to be withheld that are not in the publication.
  private static func unknown(
    _ withheld: [String], _ record: Record, _ form: FormDefinition
  ) throws(AuthorMistakes) -> [Finding] {
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
