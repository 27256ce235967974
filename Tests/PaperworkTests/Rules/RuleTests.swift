import FormModel
import Testing

/// Every rule of every form, by an input that breaks it and one just beside.
@Suite struct RuleTests {
  static let table =
    contactRules + peopleRules + contentRules + handOverRules + closingRules + generatedRules + reportRules
    + receiptRules

  @Test(arguments: [Sample.named, .anonymous, .ended, .report, .receipt])
  func `The notes that the cases change have no findings themselves`(_ sample: Sample) throws {
    #expect(try Checked(sample).german == [])
  }

  @Test(arguments: table)
  func `An input that breaks a rule is found`(_ rule: RuleCase) throws {
    let checked = try rule.breaking()
    let found = checked.findings.filter { $0.id == rule.id }
    #expect(found.count == 1, "\(checked.german)")
    #expect(found.allSatisfy { rule.id.hasPrefix($0.strength.letter + "-") })
    #expect(
      found.allSatisfy { !$0.message.isEmpty && !$0.message.contains("{") && !$0.message.contains("NaN") })
  }

  @Test(arguments: table)
  func `An input just beside the edge is not found`(_ rule: RuleCase) throws {
    #expect(try !rule.beside().ids.contains(rule.id))
  }

  @Test(arguments: table)
  func `A finding names a place that exists`(_ rule: RuleCase) throws {
    let checked = try rule.breaking()
    let declared = DeclaredRules(checked.evaluated.form).paths
    for finding in checked.evaluated.findings {
      let path = finding.path.split(separator: "[").map { $0.drop { $0.isNumber || $0 == "]" } }.joined()
      #expect(declared.contains(path), "\(finding.id) at \(finding.path)")
      #expect(!finding.place.isEmpty, "\(finding.id)")
    }
  }

  @Test(arguments: [Sample.named, .report, .receipt])
  func `Every rule that the declarations have is in the table`(_ sample: Sample) throws {
    let declared = DeclaredRules(try Repository.form(sample.form, in: Repository.library()))
    let tested = Set(Self.table.filter { $0.base.form == sample.form }.map(\.id))
    #expect(declared.written.union(declared.generated).subtracting(tested).sorted() == [])
  }

  @Test(arguments: [Sample.named, .report, .receipt])
  func `The table has no rule that the declarations do not have`(_ sample: Sample) throws {
    let form = try Repository.form(sample.form, in: Repository.library())
    let declared = DeclaredRules(form)
    let reading = ["FELD", "MEHRFACH", "AUFBAU", "STATUS"].map { "E-\(form.short)-" + $0 }
    let known = declared.written.union(declared.generated).union(reading)
    let tested = Set(Self.table.filter { $0.base.form == sample.form }.map(\.id))
    #expect(tested.subtracting(known).sorted() == [])
  }

  @Test(
    arguments: table.filter {
      ["24", "44", "45", "46", "47"].contains($0.id.suffix(2)) && $0.id.hasPrefix("W-GN")
    })
  func `Strict anonymity makes errors of warnings`(_ rule: RuleCase) throws {
    var rule = rule
    #expect(try rule.breaking().findings.first { $0.id == rule.id }?.strength == .warning)
    rule.strict = ["anonymity"]
    #expect(try rule.breaking().findings.first { $0.id == rule.id }?.strength == .error)
  }
}
