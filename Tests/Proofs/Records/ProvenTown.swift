package import FormModel
package import Paperwork

/// A town whose forms are put to the proof, with everything that is read once.
package final class ProvenTown: Sendable {
  /// Where its files lie.
  package let catalogue: Catalogue
  /// All its declarations.
  package let library: FormLibrary
  /// The day everything refers to.
  package let day: Day
  /// What makes its papers.
  package let maker: PaperMaker

  /// A town below a folder with `Forms` and `Templates`.
  package init(home: String, municipality: String, day: Day) throws {
    catalogue = Catalogue(home: home, municipality: municipality).forOneRun()
    library = try catalogue.library()
    self.day = day
    maker = PaperMaker(catalogue: catalogue, day: day)
  }

  /// Its forms in order.
  package var forms: [FormDefinition] { library.forms.values.sorted { $0.id < $1.id } }

  /// The office that is the only author of its papers.
  package var office: String { library.profile.values["urheber"] ?? library.profile.label }

  /// Holds a record against its form, among other papers.
  package func evaluate(_ record: Record, among companions: [Record], sheet: Int? = nil) throws -> EvaluatedRecord {
    guard let form = library.forms[record.form] else {
      throw PaperworkFailure.unknownForm(name: record.form, nearest: nil)
    }
    return try EvaluatedRecord(record, form: form, library: library, others: companions, day: day, sheet: sheet)
  }

  /// What is found in the papers of the town's files themselves.
  package func lint() throws -> CatalogueLint.Result { try CatalogueLint.run(catalogue) }

  /// The items that the expressions of each rule of a form name, by the id of its finding.
  func names(in form: FormDefinition) -> [String: [String]] {
    var known: Set<String> = []
    var rules: [(id: String, sources: [String?])] = []
    func collect(_ definitions: [RuleDefinition]) {
      for rule in definitions { rules.append((rule.text.id, [rule.at, rule.each, rule.when, rule.test])) }
    }
    func walk(_ items: [ItemDefinition]) {
      for item in items {
        known.insert(item.id)
        collect(item.common.rules)
        if let forbidden = item.common.forbidden { rules.append((forbidden.id, [item.common.relevant])) }
        if let missing = item.common.missing {
          rules.append((missing.id, [item.common.required, item.common.relevant]))
        }
        switch item {
        case .group(let group): walk(group.items)
        case .field(let field):
          for relation in field.relations { rules.append((relation.text.id, relation.terms.map(\.path))) }
        }
      }
    }
    walk(form.items)
    collect(form.rules)
    for use in form.uses {
      let people = [use.subjects?.names.each, use.subjects?.names.name]
      let office = [use.recipient?.at, use.recipient?.name, use.recipient?.office, use.recipient?.area]
      let sources = [use.each, use.when, use.reference, use.day] + people + office
      for text in use.refusals.map(\.said.text) + use.shown.map(\.refusal.text) + use.requirements.map(\.refusal.text) {
        rules.append((text.id, sources + use.shown.map(\.path)))
      }
    }
    if let own = form.revocation {
      rules.append((own.unclear.text.id, [own.reference, own.from, own.whole, own.persons.each, own.subjects.each]))
    }
    var names: [String: [String]] = [:]
    for rule in rules {
      names[rule.id, default: []] += Self.words(rule.sources).filter(known.contains)
    }
    return names.mapValues { Set($0).sorted() }
  }

  /// The names of items and of all that those depend on: what is relevant, needed or calculated by others.
  func reached(from names: Set<String>, in form: FormDefinition) -> Set<String> {
    var sources: [String: [String?]] = [:]
    func walk(_ items: [ItemDefinition]) {
      for item in items {
        sources[item.id, default: []] += [item.common.relevant, item.common.required]
        switch item {
        case .field(let field): sources[item.id, default: []].append(field.calculate)
        case .group(let group): walk(group.items)
        }
      }
    }
    walk(form.items)
    // Whether it is a publication decides which rules hold for figures.
    var reached = names.union([form.publication?.field].compactMap { $0 })
    for _ in 0..<3 {
      for name in reached { reached.formUnion(Self.words(sources[name] ?? [])) }
    }
    return reached
  }

  /// The names in expressions, without what stands in quotes.
  static func words(_ sources: [String?]) -> [String] {
    sources.compactMap { $0 }.flatMap { source in
      source.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 0 }
        .flatMap { $0.element.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }.map(String.init) }
    }
  }
}

extension EvaluatedRecord {
  /// What keeps the paper from being made.
  package var errors: [Finding] { findings.filter { $0.strength == .error } }

  /// What was given, as far as it belongs to this paper.
  var relevantGiven: Record {
    var result = given
    result.root = record.root.given(form.items, given.root)
    return result
  }
}
