public import FormModel

/// Several sources as one: files named, folders and the archive, in any mix.
///
/// A paper that lies in two of them counts once: that of the source named first. What the first source holds under the
/// number of a case and of a paper replaces what others hold under it, as an earlier version. Where papers rest on it both
/// count, and whoever uses it is told that they differ, unless the first one is a later edition.
public struct JoinedPapers: CaseSource {
  private let sources: [any CaseSource]
  private let library: FormLibrary
  /// What the first source holds.
  private let first: Contents

  private struct Contents {
    var papers: Set<Record> = []
    var editions: [PaperIdentity: Int] = [:]
  }

  /// Puts sources together, the one that counts first in front; that one must be in memory.
  ///
  /// `judged` are records that are no papers of the run themselves: what is stored of them is no other paper either.
  public init(_ sources: [any CaseSource], library: FormLibrary, judged: [Record] = []) {
    self.sources = sources
    self.library = library
    var contents = Contents()
    if sources.count > 1, let first = sources.first {
      let held = library.forms.keys.flatMap { form in first.keys(ofForm: form).compactMap { first.record($0) } }
      for record in held + judged {
        contents.papers.insert(record.asTyped(library))
        if let identity = PaperIdentity(record, library) {
          contents.editions[identity] = max(record.edition, contents.editions[identity] ?? 0)
        }
      }
    }
    first = contents
  }

  /// Those of all sources.
  public var caseNumbers: [String] { Set(sources.flatMap(\.caseNumbers)).sorted() }

  /// What the source with the last end says; a case of which the first source has further papers is not known to run on.
  public func facts(ofCase number: String) -> EvaluatedCase.Facts {
    let all = sources.map { $0.facts(ofCase: number) }
    var facts =
      all.filter { $0.ended != nil }.max { ($0.ended ?? .first) < ($1.ended ?? .first) } ?? EvaluatedCase.Facts()
    let hasMore = hasMore(ofCase: number)
    facts.runsOn = facts.ended == nil && !hasMore && all.contains(where: \.runsOn)
    facts.copies = hasMore ? nil : all.compactMap(\.copies).first
    return facts
  }

  /// Whether the first source has papers of a case that the others do not have.
  private func hasMore(ofCase number: String) -> Bool {
    guard sources.count > 1, let first = sources.first else { return false }
    let stored = Set(
      sources.dropFirst().flatMap { source in
        source.keys(inCase: number).compactMap { source.record($0)?.asTyped(library) }
      })
    return first.keys(inCase: number).contains { key in
      first.record(key).map { !stored.contains($0.asTyped(library)) } ?? false
    }
  }

  /// Those of all sources.
  public func holds(ofCase number: String) -> [CaseView.Hold] { sources.flatMap { $0.holds(ofCase: number) } }

  /// Those of all sources.
  public func filed(ofCase number: String) -> [CaseView.Paper] { sources.flatMap { $0.filed(ofCase: number) } }

  /// Those of all sources, each paper once.
  public func keys(inCase number: String) -> [PaperKey] { joined { $0.keys(inCase: number) } }

  /// Those of all sources, each paper once.
  public func keys(ofForm form: String) -> [PaperKey] { joined { $0.keys(ofForm: form) } }

  /// Those of all sources, each paper once.
  public func keys(atHandOfForm form: String) -> [PaperKey] { joined { $0.keys(atHandOfForm: form) } }

  /// Those of all sources, each paper once.
  public func keys(ofForm form: String, holding value: String, at path: String) -> [PaperKey] {
    joined { $0.keys(ofForm: form, holding: value, at: path) }
  }

  /// Those of all sources, each paper once.
  ///
  /// Where the first source has another release, it may be a later edition of one that makes a revocation certain.
  public func keys(ofForm form: String, takingBackFrom number: String) -> [PaperKey] {
    guard let release = library.forms[form]?.revocation.flatMap({ library.forms[$0.form] }),
      let path = release.grant?.number,
      sources.first?.keys(ofForm: release.id).allSatisfy({ key in
        sources.first?.record(key)?.root.values(at: path) == [number]
      }) ?? false
    else { return keys(ofForm: form) }
    return joined { $0.keys(ofForm: form, takingBackFrom: number) }
  }

  /// Whether any source has one.
  public func hasPapers(ofForm form: String) -> Bool { sources.contains { $0.hasPapers(ofForm: form) } }

  /// Whether any source could not tell of all it holds.
  public var isIncomplete: Bool { sources.contains(where: \.isIncomplete) }

  /// The record, from the source that the key names.
  public func record(_ key: PaperKey) -> Record? {
    guard sources.indices.contains(key.source) else { return nil }
    return sources[key.source].record(PaperKey(number: key.number))
  }

  private func joined(_ keys: (any CaseSource) -> [PaperKey]) -> [PaperKey] {
    sources.enumerated().flatMap { index, source in
      keys(source).filter { index == 0 || isFurther($0, of: source) }
        .map { PaperKey(source: index, number: $0.number) }
    }
  }

  /// Whether a paper of a later source is none that the first one has, in this version or a newer one.
  private func isFurther(_ key: PaperKey, of source: any CaseSource) -> Bool {
    // What cannot be read is asked for all the same, so that it is noticed.
    guard !first.papers.isEmpty, let record = source.record(key) else { return true }
    if first.papers.contains(record.asTyped(library)) { return false }
    guard let identity = PaperIdentity(record, library), let edition = first.editions[identity] else { return true }
    // A release is replaced by a later edition of itself and by nothing else.
    return library.forms[record.form]?.grant != nil && edition <= record.edition
  }
}

/// What makes two records versions of one paper: form, case and number among those of its form.
private struct PaperIdentity: Hashable {
  let form: String
  let caseNumber: String
  let number: String

  /// The identity of a record whose form files it by a field with a number.
  init?(_ record: Record, _ library: FormLibrary) {
    guard let form = library.form(of: record), let caseNumber = library.caseNumber(of: record, form: form),
      let number = form.filing?.number.flatMap({ record.root.value($0) })
        ?? library.paperNumber(of: record, form: form)
    else { return nil }
    (self.form, self.caseNumber, self.number) = (form.id, caseNumber, number)
  }
}

extension Record {
  /// The record as somebody typed it: without an id and what is calculated, which only a stored one has.
  fileprivate func asTyped(_ library: FormLibrary) -> Record {
    var record = self
    record.id = nil
    if let form = library.form(of: self) { record.root = record.root.typed(form.items) }
    return record
  }
}

extension RecordGroup {
  fileprivate func typed(_ items: [ItemDefinition]) -> RecordGroup {
    let known = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return RecordGroup(
      self.items.compactMap { item in
        switch (known[item.id], item.content) {
        case (.field(let field)?, _): field.calculate == nil ? item : nil
        case (.group(let group)?, .group(let inner)): Item(item.id, .group(inner.typed(group.items)))
        case (.group?, .value), (.group?, .status), (nil, _): item
        }
      })
  }
}
