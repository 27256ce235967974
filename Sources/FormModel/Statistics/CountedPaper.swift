/// A paper as far as a statistics looks at it: a few values in place of a whole page.
public struct CountedPaper: Sendable {
  /// The form it is of.
  let form: String
  /// What the statistics can ask for; nil for a form that the library does not have.
  let record: Record?
  /// Whether only what the statistics asks for is left of it.
  let isReduced: Bool
  /// The number of the case it belongs to.
  let caseNumber: String?
  /// A sheet of figures that lies among the papers; nil for any other paper.
  public var sheet: Record? { isReduced ? nil : record }
  /// Tells its content from all others.
  let digest: String
  /// The ids of the errors it has itself.
  let errors: [String]
}

/// Reduces papers to what a statistics counts, so that thousands of them need little memory.
///
/// One for all threads; a paper is evaluated by itself and let go.
public struct CountingPlan: Sendable {
  /// The declarations that papers are read by.
  public let library: FormLibrary
  /// The same with nothing left in the counted forms but what the statistics looks at.
  let reduced: FormLibrary
  private let counted: Set<String>
  /// The forms whose papers can matter, in order: those that are counted, and earlier sheets.
  public let forms: [String]
  private let day: Day

  /// A plan for the papers of a statistics.
  public init(for form: FormDefinition, library: FormLibrary, day: Day) {
    self.library = library
    self.day = day
    var forms = Set(form.countedForms.map(\.form))
    if let movements = form.movements { forms.insert(movements.form) }
    counted = forms
    self.forms = forms.union([form.id]).sorted()
    reduced = library.reducing(forms, to: form.namesInExpressions)
  }

  /// What counts of a paper; throws when an expression of its form is broken.
  public func reduce(_ record: Record) throws(AuthorMistakes) -> CountedPaper {
    let number = library.forms[record.form].flatMap { library.caseNumber(of: record, form: $0) }
    let digest = record.contentDigest
    guard let form = library.forms[record.form] else {
      return CountedPaper(
        form: record.form, record: nil, isReduced: false, caseNumber: number, digest: digest, errors: [])
    }
    let paper = try EvaluatedRecord(record, form: form, library: library, day: day)
    let errors = paper.findings.filter { $0.strength == .error }.map(\.id)
    guard counted.contains(record.form), let small = reduced.forms[record.form] else {
      return CountedPaper(
        form: record.form, record: record, isReduced: false, caseNumber: number, digest: digest, errors: errors)
    }
    var result = Record(form: record.form, version: record.version, id: record.id ?? digest)
    result.edition = record.edition
    result.root = paper.evaluator.tree.values(of: small.items)
    return CountedPaper(
      form: record.form, record: result, isReduced: true, caseNumber: number, digest: digest, errors: errors)
  }
}

extension FormLibrary {
  /// The library with some forms reduced to items of these names.
  fileprivate func reducing(_ ids: Set<String>, to names: Set<String>) -> FormLibrary {
    FormLibrary(
      forms: Dictionary(
        uniqueKeysWithValues: forms.map { id, form in (id, ids.contains(id) ? form.reduced(to: names) : form) }),
      lists: lists, profile: profile, settings: settings, retention: retention, process: process)
  }
}
