public import FormModel

/// What a draft is about, so that nobody opens one of another family.
public struct DraftSubject: Hashable, Sendable {
  /// The title of its form.
  public let form: String
  /// The number of its case; nil while it names none.
  public let caseNumber: String?
  /// Whom it is about; empty while it names nobody.
  public let names: [String]

  /// Looks at a draft, and at the papers it was begun from where it names no case itself.
  public init(_ draft: Draft, library: FormLibrary, day: Day) {
    let definition = library.form(of: draft.record)
    form = definition?.title ?? draft.form
    caseNumber =
      ([draft.record] + draft.others.reversed()).lazy.compactMap { record in
        library.form(of: record).flatMap { library.caseNumber(of: record, form: $0) }
      }.first
    names =
      definition.flatMap { try? EvaluatedRecord(asOther: draft.record, form: $0, library: library, day: day) }?
      .filing.names ?? []
  }

  /// Whether nothing in it says whom it is about.
  public var isAboutNobody: Bool { caseNumber == nil && names.isEmpty }

  /// Number and names, „KSA-2-2025-0147, İlkay Çağlayan“; names only where they may be seen.
  public func about(isNamed: Bool) -> String {
    let number = caseNumber.map { [$0] } ?? []
    let words = number + (isNamed ? names : [])
    return words.isEmpty ? "ohne Vorgangsnummer" : words.joined(separator: ", ")
  }

  /// The same behind the title of the form.
  public func title(isNamed: Bool) -> String { "„\(form)“ (\(about(isNamed: isNamed)))" }
}
