/// A name of a natural person: letters of DIN 91379, datatype A.
struct NameKind: FieldKind {
  var name: String { "name" }
  var german: String { "Name" }
  var traits: KindTraits { [.words] }

  func problem(of text: String, in field: FieldDefinition, _ library: FormLibrary) -> ValueProblem? {
    guard let violation = PersonName.violation(in: text) else { return nil }
    return ValueProblem(
      id: "zeichen",
      message: "enthält ein Zeichen, das in Namen nicht vorkommt (\(Self.description(of: violation))).",
      remedy:
        "Bitte die lateinische Schreibweise aus dem Ausweisdokument verwenden; die Originalschrift hat ein eigenes Feld."
    )
  }

  private static func description(of violation: PersonName.Violation) -> String {
    switch violation.kind {
    case .letter(let script): "\(script.german): „\(violation.scalar)“"
    case .digit: "Ziffer „\(violation.scalar)“"
    case .symbol: "„\(violation.scalar)“"
    case .control, .combination: "U+\(String(violation.scalar.value, radix: 16, uppercase: true))"
    }
  }
}
