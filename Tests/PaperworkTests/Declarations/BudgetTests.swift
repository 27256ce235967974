import FormModel
import Testing

/// Expressions have a budget: no form can let the program stand still.
@Suite struct BudgetTests {
  private static func record(_ count: Int) -> Record {
    let rows = (0..<count).map { number in
      RecordGroup.Item("posten", .group(RecordGroup([RecordGroup.Item("was", .value("x\(number)"))])))
    }
    return Record(form: "fest", version: "1", root: RecordGroup(rows))
  }

  @Test(arguments: [
    "count(posten[count(../posten[was = current()/ort]) = count(../posten[was = ../posten/was])]) = 0",
    "count(//was[count(//was[. = //was]) &gt; 1]) = 0",
  ])
  func `A form that goes over all rows for each row of all rows ends with its place`(_ test: String) throws {
    let rule = "<rule id=\"E-F-01\" strength=\"error\" test=\"\(test)\"><message>Nein.</message></rule>"
    let library = try TypedForm.library { $0.replacing("</section>", with: rule + "</section>") }
    let form = try #require(library.forms["fest"])
    let failure = #expect(throws: AuthorMistakes.self) {
      try EvaluatedRecord(Self.record(600), form: form, library: library, day: Repository.day)
    }
    #expect(failure?.mistakes.map(\.code) == ["XPATH-AUFWAND"], "\(String(describing: failure))")
    #expect(failure?.mistakes.first?.place.file == "fest.xml")
    _ = try EvaluatedRecord(Self.record(20), form: form, library: library, day: Repository.day)
  }

  @Test(arguments: [
    "count(//was[count(//was[. = //was]) > 1]) = 0", "posten[../posten[../posten/was = 'x']]",
    "count(papers('fest')[papers('fest')[papers('fest')/ort = 'x']]) = 0",
  ])
  func `Lint refuses it before anybody waits`(_ expression: String) throws {
    #expect(try TypedForm.problems(expression, as: .condition).map(\.kind) == [.cost])
  }

  @Test(arguments: PaperSample.allCases)
  func `No paper of the house comes near the budget`(_ sample: PaperSample) throws {
    let steps = try sample.checked([], beside: []).evaluated.steps
    #expect(steps * 20 < EvaluatedRecord.budget, "\(steps)")
  }

  @Test func `Nor does a long note`() throws {
    let steps = try Checked(.named).evaluated.steps
    #expect(steps * 20 < EvaluatedRecord.budget, "\(steps)")
  }
}
