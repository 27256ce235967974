public import FormModel

/// A letter made from what a case knows: begun, held against what the family has allowed, and refused where that does not
/// cover it.
public struct Feedback {
  /// What is declared about it.
  public let definition: FeedbackDefinition
  /// What the letter takes over.
  public let prefilling: Prefilling
  /// The letter as far as it is filled.
  public let paper: EvaluatedRecord
  /// The papers it rests on: those of the case, and every revocation at hand.
  public let others: [Record]

  /// Whether any release of the case allows such a letter on the day.
  let isAllowed: Bool

  /// Why the letter must not be written; empty when what is left of the release covers it.
  public var refusals: [Finding] {
    let told = toldByLetter
    guard told.isEmpty, !isAllowed else { return told }
    let text = definition.refused
    return [
      Finding(
        id: text.id, strength: .error, path: "", place: definition.label, message: text.message, remedy: text.remedy)
    ]
  }

  /// What was taken over from the case, what its rules doubt, and what nobody has confirmed; a page must not state it.
  ///
  /// - Parameters:
  ///   - findings: those of the letter as it is to be written.
  ///   - assignments: what somebody gave, each as `PATH=VALUE`.
  public func doubts(_ findings: [Finding], confirmedBy assignments: [String]) -> [Finding] {
    let open = prefilling.asked.subtracting(assignments.map(Self.topName))
    return findings.filter { $0.strength == .warning && open.contains(Self.topName($0.path)) }
  }

  /// The item that a path begins with.
  private static func topName(_ path: String) -> String { String(path.prefix { !"/[=".contains($0) }) }

  /// What the letter says of its release.
  private var toldByLetter: [Finding] {
    let form = paper.form
    let references = Set(form.uses.map(\.reference))
    let ids = Set(
      form.effects.map(\.text.id) + form.items.filter { references.contains($0.id) }.compactMap(\.missingID))
    return paper.findings.filter { $0.strength == .error && (ids.contains($0.id) || $0.isAboutClosedPapers) }
  }
}

extension CaseReader {
  /// The letter of a kind that a case owes or may write; the usual one when `id` is nil.
  ///
  /// Nil when there is nothing of the case, or when no such letter is declared for its kind. Throws when an expression of
  /// the declarations is broken.
  public func feedback(_ id: String? = nil, inCase number: String) throws(AuthorMistakes) -> Feedback? {
    guard let kind = library.caseKind(of: number),
      let definition = library.process.feedbacks.first(where: { $0.kind == kind.id && (id == nil || $0.id == id) }),
      let form = library.forms[definition.form]
    else { return nil }
    // A sheet that takes back may name no case: doubt counts as revoked.
    let sheets = library.forms.values.filter { $0.revocation != nil }.map(\.id).sorted()
    let revocations = sheets.flatMap { source.keys(ofForm: $0) }
    let own = source.keys(inCase: number)
    let records = (own + revocations.filter { !own.contains($0) }).compactMap { source.record($0) }
    let papers = records.filter { record in
      let other = library.form(of: record).flatMap { library.caseNumber(of: record, form: $0) }
      return other == nil || other == number
    }
    guard !own.isEmpty,
      let prefilling = try Prefilling(
        form: form, from: papers, inCase: number, facts: source.facts(ofCase: number), library: library, day: day)
    else { return nil }
    let paper = try EvaluatedRecord(
      prefilling.record, form: form, library: library, among: OtherPapers(source, library: library, day: day), day: day,
      withDefaults: true)
    let isAllowed = try file(number)?.holds(definition.when, definition.source) ?? false
    return Feedback(
      definition: definition, prefilling: prefilling, paper: paper, others: records, isAllowed: isAllowed)
  }
}

extension ItemDefinition {
  /// The id of what is said when it is missing.
  fileprivate var missingID: String? {
    switch self {
    case .field(let field): field.common.missing?.id
    case .group(let group): group.common.missing?.id
    }
  }
}
