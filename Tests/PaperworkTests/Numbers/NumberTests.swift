import FormModel
import Testing

/// Numbers of cases and papers, read and made by what a town's profile says.
@Suite struct NumberTests {
  private static func library(_ numbers: String) throws -> FormLibrary {
    let text = "<profile id=\"probe\" label=\"Probe\">\(numbers)</profile>"
    return try FormLibrary(
      files: [SourceFile(name: "profile.xml", bytes: Array(text.utf8))], schema: try Repository.schema())
  }

  /// Another town: a word for the district, and the paper's own number in front.
  private static let other = """
    <number id="fall" label="Fallnummer"><text>KSD-</text><part id="bezirk" letters="3" example="inn"/><text>-</text>
      <part id="jahr" digits="4" example="2025"/><text>-</text><part id="nr" digits="4" next="true"/></number>
    <number id="papier" label="Nr." form="freigabe"><text>F</text><part id="nr" digits="2" next="true"/><text>/</text>
      <of number="fall"/></number>
    """

  @Test func `A number is taken apart by its parts and gives the same text again`() throws {
    let number = try #require(try Repository.library().number("spe"))
    let value = try #require(number.read("KSA-5-2025-0031-SPE-02"))
    #expect(value.parts.map(\.text) == ["5", "2025", "0031", "02"])
    #expect(value["bezirk"] == "5" && value["jahr"] == "2025" && value["spe_laufend"] == "02")
    #expect(value.root == "KSA-5-2025-0031" && value.serial == 2)
    #expect(number.example == "KSA-2-2025-0147-SPE-01")
  }

  @Test(arguments: [
    "", "KSA-5-2025-0031", "KSA-7-2025-0031-SPE-01", "KSA-5-2025-0031-SPE-1", "KSA-5-2025-0031-SPE-001",
    " KSA-5-2025-0031-SPE-01", "ksa-5-2025-0031-SPE-01", "KSA-5-2025-٠٠31-SPE-01", "KSA-5-2025-0031-SPE-01\n",
  ])
  func `What is no number is not read as one`(_ text: String) throws {
    #expect(try #require(try Repository.library().number("spe")).read(text) == nil)
  }

  @Test func `Another town has other parts in another order`() throws {
    let library = try Self.library(Self.other)
    let number = try #require(library.number("papier"))
    #expect(number.read("F07/KSD-inn-2025-0001")?.root == "KSD-inn-2025-0001")
    #expect(number.read("F07/KSD-inn-2025-0001")?["nr"] == "07")
    #expect(number.read("KSA-2-2025-0147-SPE-01") == nil)
    #expect(number.example == "F01/KSD-inn-2025-0001")
    #expect(number.pattern == "F[0-9]{2}/KSD-[a-z]{3}-[0-9]{4}-[0-9]{4}")
  }

  @Test func `The next number counts within its series alone`() throws {
    let library = try Repository.library()
    let spe = try #require(library.number("spe"))
    let taken = ["KSA-2-2025-0147-SPE-01", "KSA-2-2025-0147-SPE-07", "KSA-2-2025-0148-SPE-09", "?"]
    #expect(spe.next(within: ["KSA-2-2025-0147"], taken: taken) == "KSA-2-2025-0147-SPE-08")
    #expect(spe.next(within: ["KSA-2-2025-0001"], taken: taken) == "KSA-2-2025-0001-SPE-01")
    let vorgang = try #require(library.number("vorgang"))
    #expect(vorgang.next(within: ["2", "2025"], taken: ["KSA-2-2025-0147", "KSA-2-2024-0300"]) == "KSA-2-2025-0148")
  }

  @Test func `There is no next number where something does not fit or the digits are used up`() throws {
    let spe = try #require(try Repository.library().number("spe"))
    #expect(spe.next(within: ["KSA-2-2025-147"], taken: []) == nil)
    #expect(spe.next(within: [], taken: []) == nil)
    #expect(spe.next(within: ["KSA-2-2025-0147", "x"], taken: []) == nil)
    #expect(spe.next(within: ["KSA-2-2025-0147"], taken: ["KSA-2-2025-0147-SPE-99"]) == nil)
  }

  @Test func `A text that can be read in two ways is no number`() throws {
    let library = try Self.library(
      "<number id=\"a\" label=\"A\"><part id=\"x\" codes=\"1 11\"/><part id=\"y\" codes=\"1 11\"/></number>")
    let number = try #require(library.number("a"))
    #expect(number.read("111") == nil)
    #expect(number.read("11")?.parts.map(\.text) == ["1", "1"])
  }

  @Test func `Expressions ask for the case, a part, and the next number`() throws {
    let release = try Checked(try PaperSample.twoSheets.raw())
    let number = try release.value("string(spe_id)")
    #expect(try release.value("case-of(spe_id)") == String(number.prefix(15)))
    #expect(try release.value("case-of('\(number)')") == String(number.prefix(15)))
    #expect(try release.value("number-part(spe_id, 'jahr')") == "2025")
    #expect(try release.value("case-of('KSA-2')") == "")
    #expect(
      try release.value("next-number('spe', case-of(spe_id), spe_id)")
        == String(number.prefix(15)) + "-SPE-" + "02")
    #expect(try release.value("next-number('spe', '', spe_id)") == "")
  }

  @Test func `Numbers survive being kept between starts`() throws {
    let library = try Repository.library()
    #expect(library.profile.numbers.map(\.id) == ["vorgang", "spe"])
    #expect(library.number(ofForm: "schweigepflichtentbindung")?.definition.id == "spe")
    let form = try Repository.form("schweigepflichtentbindung", in: library)
    #expect(library.numberField(of: form)?.common.id == "spe_id")
  }
}
