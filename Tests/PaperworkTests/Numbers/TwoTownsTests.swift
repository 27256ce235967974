import FormModel
import Testing

/// Two towns number differently; nothing of one is mixed up in the other, and nothing is filed under a piece of a number.
@Suite struct TwoTownsTests {
  /// The shipped declarations with the numbers of another town.
  private static let other = Result {
    let numbers = """
      <number id="vorgang" label="Vorgangsnummer"><text>KSD-</text><part id="bezirk" letters="3" example="inn"/>
        <text>-</text><part id="jahr" digits="4" example="2025"/><text>-</text>
        <part id="laufend" digits="4" next="true"/></number>
      <number id="spe" label="Nr." form="schweigepflichtentbindung"><of number="vorgang"/><text>-SPE-</text>
        <part id="spe_laufend" digits="2" next="true"/></number></profile>
      """
    let files = try Repository.declarations().map { file -> SourceFile in
      guard file.name == "bochum/profile.xml", let start = file.text.firstRange(of: "<number") else { return file }
      return SourceFile(name: file.name, bytes: Array((file.text[..<start.lowerBound] + numbers).utf8))
    }
    return try FormLibrary(files: files, schema: try Repository.schema())
  }

  private func release(_ number: String) throws -> RawValue {
    try PaperSample.twoSheets.raw().edited(["spe_id=\(number)"])
  }

  @Test func `Two families whose numbers begin alike are two cases`() throws {
    let library = try Self.other.get()
    let numbers = ["KSD-inn-2025-0001-SPE-01", "KSD-inn-2025-0002-SPE-01"]
    let cases = try numbers.map { try Checked(try release($0), library: library).evaluated.filing.caseNumber }
    #expect(cases == ["KSD-inn-2025-0001", "KSD-inn-2025-0002"])
  }

  @Test func `Papers of one case find each other by the part of their numbers`() throws {
    let library = try Self.other.get()
    let own = try Sample.named.raw().edited(["vorgangsnummer=KSD-inn-2025-0001", "spe_ids=KSD-inn-2025-0001-SPE-01"])
    let checked = try Checked(
      own, library: library, others: [try release("KSD-inn-2025-0001-SPE-01"), try release("KSD-inn-2025-0002-SPE-01")])
    #expect(try checked.value("count(other-papers())") == "1")
    #expect(try checked.value("count(other-papers('schweigepflichtentbindung'))") == "1")
    #expect(try checked.value("count(other-papers('gespraechsnotiz'))") == "0")
    #expect(!checked.ids.contains("W-GN-60") && !checked.ids.contains { $0.hasSuffix("-format") })
  }

  @Test(arguments: [true, false])
  func `A number of the other town is no number here, and no case follows from it`(_ isOther: Bool) throws {
    let library = isOther ? try Self.other.get() : try Repository.library()
    let foreign = isOther ? "KSA-2-2025-0147" : "KSD-inn-2025-0001"
    let own = isOther ? "KSD-inn-2025-0001" : "KSA-2-2025-0147"
    let checked = try Checked(try release(foreign + "-SPE-01"), library: library)
    #expect(checked.ids.contains("E-SPE-spe_id-format"))
    #expect(checked.evaluated.filing.caseNumber == nil)
    #expect(try Checked(try release(own + "-SPE-01"), library: library).evaluated.filing.caseNumber == own)
    let note = try Checked(.named, ["vorgangsnummer=\(foreign)"], library: library)
    #expect(note.ids.contains("E-GN-vorgangsnummer-format"))
    #expect(note.german.contains { $0.contains("Richtig ist zum Beispiel \(isOther ? "KSD-inn-2025-0001" : own).") })
  }

  @Test func `A release of another case is recognised by its case`() throws {
    let library = try Self.other.get()
    let edits = ["vorgangsnummer=KSD-inn-2025-0001", "spe_ids=KSD-inn-2025-0011-SPE-01"]
    #expect(try Checked(.named, edits, library: library).ids.contains("W-GN-60"))
  }

  @Test func `A new release takes the next number of its case`() throws {
    let library = try Self.other.get()
    let form = try Repository.form("schweigepflichtentbindung", in: library)
    let edits = ["vorgangsnummer=KSD-inn-2025-0001", "spe_ids=KSD-inn-2025-0001-SPE-01"]
    let earlier = try Checked(.named, edits, library: library).record
    let filling = try #require(try Prefilling(form: form, from: earlier, library: library, day: Repository.day))
    #expect(filling.record.root.value("spe_id") == "KSD-inn-2025-0001-SPE-02")
  }
}
