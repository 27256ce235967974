import FormModel
import Testing

/// The rules that a town has of its own hold, and hold nothing else.
struct TownRuleTests {
  private func findings(
    _ example: TownRuleCase, _ edits: [String], beside: [(example: String, edits: [String])]
  ) throws -> [String] {
    let others = try beside.map { try Towns.example(example.town, $0.example, $0.edits) }
    let raw = try Towns.example(example.town, example.example, edits)
    return try Checked(raw, library: Towns.library(example.town), others: others).ids
  }

  @Test(arguments: TownRuleCase.all)
  func `A rule of a town speaks when it is broken and is silent when it is kept`(_ rule: TownRuleCase) throws {
    let broken = try findings(rule, rule.broken, beside: rule.beside)
    #expect(broken.contains(rule.id), "\(broken)")
    let kept = try findings(rule, rule.kept, beside: rule.besideKept)
    #expect(!kept.contains(rule.id), "\(kept)")
  }

  @Test(arguments: Towns.names) func `Every rule that a town declares is tried`(_ town: String) throws {
    let tried = Set(TownRuleCase.all.filter { $0.town == town }.map(\.id))
    let declared = try Towns.declarations(town).flatMap { text in
      text.matches(of: /id="([EWH]-[A-Z]+-[A-Z]?[0-9]+)"/).map { String($0.output.1) }
    }
    // What a town repeats of the one it extends, because it stands in something that it replaces, is tried there.
    let repeated = try Towns.declarations("bochum").joined()
    #expect(declared.filter { !tried.contains($0) && !repeated.contains("id=\"\($0)\"") } == [])
    #expect(town == "kekiz" || !declared.isEmpty)
  }
}
