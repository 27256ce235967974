import FormModel
import Testing

@testable import Casework

/// A revocation counts for a case wherever it is filed, as it does for a letter.
@Suite struct StraySheetTests {
  private static let number = "KSA-5-2025-0031"

  /// A case with a first contact and a release for the Sozialer Dienst.
  private func papers() throws -> [Record] {
    let verdict = try #require(Verdict("gemeinsam\tMV\t\trsd-ergebnis\terlaubt"))
    let release = try #require(try verdict.papers().first)
    return [try Family.note(1, "2025-11-01", [("zugangsweg", "sd")]), release]
  }

  private func sheet(_ name: String, _ values: [(String, RecordContent)] = []) throws -> Record {
    let verdict = try #require(Verdict("gemeinsam\tMV\t\(name)\trsd-ergebnis\terlaubt"))
    var sheet = try verdict.sheet(name)
    for (id, value) in values { sheet.root.set(id, [value]) }
    return sheet
  }

  private func view(_ records: [Record]) throws -> CaseView {
    let library = try Town.library()
    let reader = CaseReader(
      KnownPapers(records, library: library), library: library, day: try Town.day("2025-11-25"))
    return try #require(try reader.view(Self.number))
  }

  @Test func `One without a number takes a release back whose signer it names, whatever case it lies in`() throws {
    #expect(try view(papers()).releases.map(\.remainder.isValid) == [true])
    let ours = try view(papers() + [sheet("M-ohne-nummer")])
    #expect(ours.releases.map(\.remainder.isValid) == [false])
    #expect(ours.releases.flatMap(\.remainder.doubts) == ["der Widerruf nennt keine Nummer"])
    #expect(ours.duties.map(\.id).contains("PR-5"))
    let theirs = try view(papers() + [sheet("fremd-ohne-nummer")])
    #expect(theirs.releases.map(\.remainder.isValid) == [true])
    #expect(!theirs.duties.map(\.id).contains("PR-5"))
  }

  @Test func `One that is about a release of another case alone changes nothing here`() throws {
    var other = try papers()[1]
    other.root.set("spe_id", ["KSA-5-2025-0099-SPE-01"])
    let about = try sheet("M-ganz", [("spe_id", "KSA-5-2025-0099-SPE-01")])
    #expect(try view(papers() + [other, about]).releases.map(\.remainder.isValid) == [true])
    // With a number that nothing has, it may mean this release.
    #expect(try view(papers() + [about]).releases.map(\.remainder.isValid) == [false])
    // Neither may it be where somebody else declared the release that it names.
    var stranger = other
    stranger.root.set("erklaerende", [["vorname": "Silke", "nachname": "Weiß-Strauß", "beziehung": "mutter"]])
    #expect(try view(papers() + [stranger, about]).releases.map(\.remainder.isValid) == [false])
  }

  @Test func `A list of all cases tells so too, and knows which cases it may be about`() throws {
    let library = try Town.library()
    let day = try Town.day("2025-11-25")
    func duties(_ records: [Record]) throws -> (ids: [String], isUnsettled: Bool) {
      let reader = CaseReader(KnownPapers(records, library: library), library: library, day: day)
      let outlook = try #require(try reader.outlook(of: Self.number))
      let share = try #require(try reader.share(of: Self.number))
      return (share.entry?.duties.map(\.id) ?? [], try reader.isUnsettled(outlook))
    }
    let (before, isUnsettled) = try duties(papers())
    #expect(!before.contains("PR-5") && !isUnsettled)
    let (after, isUnsettledNow) = try duties(papers() + [sheet("M-ohne-nummer")])
    #expect(after.contains("PR-5") && isUnsettledNow)
    #expect(try !duties(papers() + [sheet("fremd-ohne-nummer")]).isUnsettled)
    // One that is clear in its own case is nobody else's.
    #expect(try !duties(papers() + [sheet("M-ganz")]).isUnsettled)
  }
}
