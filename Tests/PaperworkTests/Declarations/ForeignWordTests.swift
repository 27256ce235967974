import FormModel
import Paperwork
import Testing

/// Names of another town are found wherever a town's papers say them, and never in the papers of that town.
@Suite struct ForeignWordTests {
  private func found(_ town: String, _ files: [String: String]) throws -> [String] {
    // Its files are there as long as it is.
    let towns = try TwoTowns(files)
    defer { withExtendedLifetime(towns) {} }
    let result = try CatalogueLint.run(towns.catalogue(town))
    #expect(result.mistakes == [])
    return result.warnings.filter { $0.code == "STADT-WORT" }.map {
      "\($0.place.file):\($0.place.line) „" + $0.message.split(separator: "„")[0].split(separator: "“")[0] + "“"
    }
  }

  private func form(_ old: String, _ new: String) -> [String: String] {
    ["Forms/alt/probe.xml": (TwoTowns.sound["Forms/alt/probe.xml"] ?? "").replacing(old, with: new)]
  }

  @Test func `Papers without another town's words are clean`() throws {
    #expect(try found("neu", [:]) == [] && found("alt", [:]) == [])
  }

  @Test(arguments: [
    ("label=\"Anlass\"", "label=\"Anlass in Altstadt\"", "Altstadt", 4),
    ("ganz neu", "wie in Altstadts Kitas", "Altstadt", 4),
    ("ganz neu", "die Altstädter", nil, 0), ("ganz neu", "die Altstadter Kitas", "Altstadt", 4),
    ("ganz neu", "die Neualtstadt, Altstadtfest, altstadt", nil, 0), ("ganz neu", "ALTSTADT", "Altstadt", 4),
    ("ganz neu", "Telefon 0999 12345", "0999", 4), ("ganz neu", "Kennzeichen 099912", nil, 0),
    ("ganz neu", "kita@altstadt.de", "altstadt.de", 4), ("basis=\"§ 1\"", "basis=\"§ 1 BGG NRW\"", nil, 0),
    ("ganz neu", "Notruf 110 · 112", nil, 0), ("<purpose>Probe", "<purpose>„Altstadt“", "Altstadt", 2),
  ])
  func `An inherited word is named with file and line`(_ old: String, _ new: String, _ word: String?, _ line: Int)
    throws
  {
    #expect(try found("neu", form(old, new)) == (word.map { ["Forms/alt/probe.xml:\(line) „\($0)“"] } ?? []))
    #expect(try found("alt", form(old, new)) == [])
  }

  @Test func `Laws of another Land are words too, and what is allowed is not`() throws {
    let law = form("basis=\"§ 1\"", "basis=\"§ 1 BGG NRW\"")
    func town(_ more: String) -> [String: String] {
      let profile = TwoTowns.neu.replacing("land=\"NW\"", with: "land=\"RP\"").replacing(
        "<word of=\"land\">NRW</word>", with: "<entry id=\"aufsicht\">LfDI</entry>" + more)
      return law.merging(["Forms/neu/profile.xml": profile]) { $1 }
    }
    #expect(try found("neu", town("")) == ["Forms/alt/probe.xml:1 „NRW“"])
    #expect(try found("neu", town("<word of=\"others\">NRW</word>")) == [])
  }

  @Test func `Templates, examples, languages, layers and a profile that was copied are gone through`() throws {
    let profile = TwoTowns.neu.replacing("0888 10-0", with: "0999 10-0")
    let files = [
      "Forms/neu/profile.xml": profile,
      "Templates/neu/probe.fodt": TwoTowns.template(
        "Alt<text:span>stadt</text:span> <text:placeholder text:placeholder-type=\"text\">&lt;anlass&gt;</text:placeholder>"
      ),
      "Examples/neu/probe.json": "{\n\"ort\": \"Altstadt\"}",
      "Forms/neu/probe.xml":
        "<form extends=\"alt\">\n<change id=\"anlass\" label=\"in Altstadt\"/>\n<add><next id=\"n\"><text>Nach Altstadt.</text></next></add></form>",
    ]
    #expect(
      try found("neu", files) == [
        "Forms/neu/profile.xml:2 „0999“", "Examples/neu/probe.json:2 „Altstadt“", "Forms/alt/probe.xml:4 „Altstadt“",
        "Forms/neu/probe.xml:3 „Altstadt“", "Templates/neu/probe.fodt:4 „Altstadt“",
      ])
    // Bochum's own papers, whose words stand in its own profile and in that of a careless neighbour.
    #expect(try found("alt", files) == [])
  }
}
