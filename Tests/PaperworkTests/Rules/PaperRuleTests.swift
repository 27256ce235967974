import FormModel
import Testing

/// Every rule of the release, its revocation and the letters, by an input that breaks it and one just beside.
@Suite struct PaperRuleTests {
  static let table =
    releaseRules + letterRules + releaseGeneratedRules + officeRules + presenceRules
    + goalRules + partnerRules + cooperationRules + kitaRules
  static let forms = [
    "schweigepflichtentbindung", "widerruf", "kita-status", "rueckmeldung-sd", "datenschutzinfo", "leichte-sprache",
    "loeschprotokoll", "kooperation", "besuch", "ziele", "eb-rueckmeldung", "absprache-einzelfall",
    "uebergabe-fachgremium", "kita-zuordnung", "auskunft",
  ]

  @Test(arguments: table)
  func `An input that breaks a rule is found`(_ rule: PaperCase) throws {
    let checked = try rule.breaking()
    let found = checked.findings.filter { $0.id == rule.id }
    #expect(found.count == 1, "\(checked.german)")
    #expect(found.allSatisfy { rule.id.hasPrefix($0.strength.letter + "-") })
    #expect(
      found.allSatisfy { !$0.message.isEmpty && !$0.message.contains("{") && !$0.message.contains("NaN") })
    #expect(found.allSatisfy { !$0.place.isEmpty })
  }

  @Test(arguments: table)
  func `An input just beside the edge is not found`(_ rule: PaperCase) throws {
    let checked = try rule.beside()
    #expect(!checked.ids.contains(rule.id), "\(checked.german)")
  }

  /// Rules of shared types are tried with the note.
  @Test(arguments: forms)
  func `Every rule that a declaration has is in the table`(_ id: String) throws {
    let form = try #require(try Repository.library().forms[id])
    let declared = DeclaredRules(form)
    let own = declared.written.union(declared.generated).filter { $0.contains("-\(form.short)-") }
    #expect(own.subtracting(Self.table.map(\.id)).sorted() == [])
  }

  @Test func `The table has no rule that the declarations do not have`() throws {
    let forms = try Repository.library().forms
    let known = Self.forms.compactMap { forms[$0] }.map { DeclaredRules($0) }
      .reduce(into: Set<String>()) { $0.formUnion($1.written.union($1.generated)) }
    #expect(Set(Self.table.map(\.id)).subtracting(known).sorted() == [])
  }
}
