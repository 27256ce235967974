import FormModel
import Testing

/// When a note and its copies must go, through the whole record.
@Suite struct RetentionTests {
  /// End of the support, end of three months, end of a year, day of deletion.
  static let table: [(end: String, copies: String, year: String, deletion: String)] = [
    ("31.03.2025", "30.06.2025", "31.03.2026", "01.04.2026"),
    ("29.02.2024", "29.05.2024", "28.02.2025", "01.03.2025"),
    ("30.11.2024", "28.02.2025", "30.11.2025", "01.12.2025"),
    ("29.11.2025", "28.02.2026", "29.11.2026", "30.11.2026"),
    ("30.11.2025", "28.02.2026", "30.11.2026", "01.12.2026"),
    ("31.12.2025", "31.03.2026", "31.12.2026", "01.01.2027"),
    ("31.10.2025", "31.01.2026", "31.10.2026", "01.11.2026"),
    ("28.02.2023", "28.05.2023", "28.02.2024", "29.02.2024"),
  ]

  @Test(arguments: table)
  func `An end gives the printed dates`(_ row: (end: String, copies: String, year: String, deletion: String))
    throws
  {
    let evaluated = try Checked(.ended, ["datum=\(row.end)", "beendet_am=\(row.end)"]).evaluated
    #expect(evaluated.root.element("loeschen_am").map { evaluated.display($0) } == row.deletion)
    #expect(evaluated.root.element("unterlagen_vernichten_bis").map { evaluated.display($0) } == row.copies)
    #expect(evaluated.retention.map(\.rule.id) == ["D1", "D2"])
    #expect(evaluated.retention.map(\.start.german) == [row.end, row.end])
    #expect(evaluated.retention.map(\.end.german) == [row.year, row.copies])
    #expect(evaluated.retention.map(\.due.german) == [row.deletion, row.copies])
  }

  @Test func `While the case runs nothing is known`() throws {
    for edits in [[], ["beendet_am=2025-10-10"], ["fallstatus=", "beendet_am=2025-10-10"]] {
      let evaluated = try Checked(.named, edits).evaluated
      #expect(evaluated.retention == [])
      #expect(evaluated.root.element("loeschen_am").map { evaluated.display($0) } == "")
      #expect(evaluated.root.element("unterlagen_vernichten_bis").map { evaluated.display($0) } == "")
    }
  }

  @Test(arguments: ["", "31.02.2025", "bald"])
  func `An end that cannot be read gives no date`(_ end: String) throws {
    let evaluated = try Checked(.ended, ["beendet_am=" + end]).evaluated
    #expect(evaluated.retention == [])
    #expect(evaluated.strongest == .error)
  }

  @Test func `Without copies there is nothing to destroy`() throws {
    let evaluated = try Checked(.ended, ["unterlagen_kopiert=nein", "unterlagen="]).evaluated
    #expect(evaluated.retention.map(\.rule.id) == ["D1"])
    #expect(evaluated.root.element("unterlagen_vernichten_bis").map { evaluated.display($0) } == "")
  }

  static let quarters: [(day: String, end: String, due: String)] = [
    ("2025-10-07", "31.12.2026", "01.01.2027"), ("2025-09-30", "30.09.2026", "01.10.2026"),
    ("2025-01-01", "31.03.2026", "01.04.2026"), ("2024-02-29", "31.03.2025", "01.04.2025"),
  ]

  @Test(arguments: quarters)
  func `An anonymous note goes a year after its quarter`(_ row: (day: String, end: String, due: String))
    throws
  {
    let evaluated = try Checked(.anonymous, ["datum=" + row.day]).evaluated
    #expect(evaluated.retention.map(\.rule.id) == ["D6"])
    #expect(evaluated.retention.map(\.end.german) == [row.end])
    #expect(evaluated.root.element("loeschen_am").map { evaluated.display($0) } == row.due)
  }

  @Test func `The rule is there in words`() throws {
    let checked = try Checked(.ended)
    #expect(try checked.value("retention-rule('D1')") == "1 Jahr nach dem Ende der Unterstützung")
    #expect(try checked.value("retention-rule('D2')") == "3 Monate nach dem Ende der Unterstützung")
  }
}
