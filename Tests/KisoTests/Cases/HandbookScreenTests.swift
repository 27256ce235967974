import Files
import Paperwork
import Testing

/// The screens that the manual shows are those that people see, wide and narrow.
struct HandbookScreenTests {
  private static let screens = ["home-80", "today-80", "case-80", "home-40", "today-40", "case-40"]

  @Test func theChapterShowsEveryScreenAsItIs() throws {
    let chapter = try Repository.text(HandbookCaseTests.chapter)
    for name in Self.screens {
      let screen = try Repository.text("Tests/KisoTests/Goldens/cases/\(name).txt")
      #expect(chapter.contains("\n```screen\n\(screen)```\n"), "\(name) is not in the chapter as it is")
    }
  }

  @Test func everyDutyStandsInTheChapter() throws {
    let chapter = try Repository.text(HandbookCaseTests.chapter)
    for duty in try #require(Repository.library).process.duties where duty.id != "PR-10b" {
      #expect(chapter.contains("\n| \(duty.id) | "), "\(duty.id)")
    }
  }

  /// What whoever starts `kiso` alone sees: what can be done, and that there is no archive yet.
  @Test(arguments: [80, 40]) func theFirstScreenFits(_ columns: Int) throws {
    let desk = try Desk()
    let run = try desk.start([], columns: columns, rows: 40)
    try run.wait(for: "Was möchten Sie tun?")
    let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.replacing(#/ +$/#, with: "")
    }
    for line in lines { #expect(line.count <= columns, "\(line)") }
    let shown = lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
    try Golden.expect(shown.joined(separator: "\n") + "\n", "cases/home-\(columns)")
    run.type("\u{03}")
    _ = run.finish()
  }
}
