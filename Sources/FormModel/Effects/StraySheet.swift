/// A paper that takes something back and cannot be told from its own case alone: filed elsewhere than its release, without
/// a number, or with one that nobody knows.
///
/// It counts in every case with a release it may be about, wherever it is filed (`domain.md` 8.3a).
public struct StraySheet: Sendable {
  /// Names the paper in its source.
  public let key: PaperKey
  /// The id of the form of the releases.
  public let form: String
  /// The number of the case that it is filed under; nil when it is under none.
  public var caseNumber: String?
  /// What it takes back.
  let revocation: Revocation
  /// The releases of all cases whose number it gives.
  let named: [Grant]
  /// Whoever takes something back, and about whom.
  private let names: [FoldedName]

  init(key: PaperKey, form: String, caseNumber: String?, revocation: Revocation, named: [Grant]) {
    (self.key, self.form, self.caseNumber) = (key, form, caseNumber)
    (self.revocation, self.named) = (revocation, named)
    names = (revocation.persons + revocation.subjects).map(FoldedName.init)
  }

  /// Whether it may be about a release with one of some numbers, or of one of some people.
  fileprivate func mayConcern(_ numbers: [String], _ people: [FoldedName]) -> Bool {
    !revocation.reference.isEmpty && numbers.contains(revocation.reference)
      || people.contains { person in names.contains { $0.mayBe(person) } }
  }
}

extension [StraySheet] {
  /// Whether any of them may be about the releases of a case.
  ///
  /// - Parameters:
  ///   - caseNumber: the number of the case.
  ///   - numbers: the numbers of its releases.
  ///   - people: who declared them and whom they are about.
  public func mayConcern(_ caseNumber: String, numbers: [String], people: [String]) -> Bool {
    guard !isEmpty else { return false }
    let people = people.map(FoldedName.init)
    return contains { $0.caseNumber == caseNumber || $0.mayConcern(numbers, people) }
  }
}

extension OtherPapers {
  /// The papers of the source that take something back and are not clear within their own case, in its order.
  public func straySheets() throws(AuthorMistakes) -> [StraySheet] {
    var result: [StraySheet] = []
    for sheet in library.forms.values.sorted(by: { $0.id < $1.id }) {
      guard let definition = sheet.revocation else { continue }
      for (key, paper) in try papers(source.keys(ofForm: sheet.id, takingBackFrom: "")) {
        let revocation = EffectReader(evaluator: paper.evaluator).revocation(definition, at: paper.root)
        let own = library.caseNumber(of: paper.given, form: sheet)
        let named = try releases(of: definition.form, numbered: revocation.reference)
        let isClear = named.contains { $0.caseNumber == own && $0.grant.isDeclared(by: revocation) }
        guard own == nil || !isClear else { continue }
        result.append(
          StraySheet(
            key: key, form: definition.form, caseNumber: own, revocation: revocation, named: named.map(\.grant)))
      }
    }
    return result
  }

  private func releases(
    of form: String, numbered number: String
  ) throws(AuthorMistakes) -> [(caseNumber: String?, grant: Grant)] {
    guard !number.isEmpty, let release = library.forms[form] else { return [] }
    return try effects(of: form, .numbered(number)).releases(numbered: number).map { found in
      let record = source.record(found.key)
      return (record.flatMap { library.caseNumber(of: $0, form: release) }, found.grant)
    }
  }
}
