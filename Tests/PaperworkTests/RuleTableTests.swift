import Paperwork
import Testing

/// The manual's table of rules.
@Suite("Table of rules")
struct RuleTableTests {
  @Test("It names every rule that the declaration can report, and no other")
  func complete() throws {
    let form = try Repository.note(in: try Repository.library())
    let declared = DeclaredRules(form)
    #expect(Set(RuleTable(form).rows.map(\.id)) == declared.written.union(declared.generated))
  }

  @Test("The manual's table is the one that the declarations give")
  func current() throws {
    let library = try Repository.library()
    let tables = library.forms.values.sorted { $0.id < $1.id }.map { RuleTable($0).markdown }.joined()
    let manual = String(decoding: try Repository.bytes("Documentation/Regeln.md"), as: UTF8.self)
    let isCurrent = manual.hasSuffix(tables)
    #expect(isCurrent, "Please run Scripts/rules.")
  }

  @Test("A value that a message names is shown as dots, and nothing ends a cell early")
  func sentences() throws {
    let rows = RuleTable(try Repository.note(in: try Repository.library())).rows
    #expect(rows.first { $0.id == "E-GN-01" }?.message == "›Datum‹ liegt in der Zukunft (…).")
    #expect(rows.allSatisfy { !$0.message.contains("{") && !$0.message.contains("}") })
  }
}
