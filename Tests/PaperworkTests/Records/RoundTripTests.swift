import FormModel
import Testing

/// Texts that are easily damaged on the way through JSON and XML.
@Suite struct RoundTripTests {
  static let texts = [
    "  vorn zwei Leerzeichen", "hinten zwei  ", "eine\n\n\nLücke", "\nLeerzeile vorn", "Zeile am Ende\n",
    "\n\nbeides\n\n",
    "mit\tTabulator\t", "| Strich | Strich |", "„Zeichen“ & <Klammern> \"'\\ ]]>", "Emoji 👨‍👩‍👧‍👦 ❤️ 🏳️‍🌈",
    "مرحبا بكم", "schmal\u{202F}und\u{A0}fest", "weich\u{AD}getrennt\u{200B}unsichtbar",
    String(repeating: "Donaudampfschiff", count: 200), "Datum: 01.01.2020\nVorgangsnummer: KSA-9",
    "{\"form\": \"x\"}", "<datum>2020-01-01</datum>", "&amp; &#10; \\n \\u0041", "ß ẞ ﬁ Å ễ ị",
  ]

  @Test(arguments: texts)
  func `A text of several lines survives JSON and XML`(_ text: String) throws {
    let checked = try Checked(.named, ["inhalt=" + text])
    #expect(checked.findings.filter { $0.path == "inhalt" && $0.strength == .error } == [])
    let form = checked.evaluated.form
    for bytes in [checked.record.xml(), checked.record.json(form: form), checked.evaluated.record.xml()] {
      let again = try Checked(try RecordReader.raw(bytes))
      #expect(again.record.root.value("inhalt").map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test func `Decomposed letters are composed`() throws {
    let checked = try Checked(.named, ["kinder[1]/vorname=I\u{307}lkay", "inhalt=scho\u{308}n"])
    #expect(
      checked.record.root.groups("kinder").first?.value("vorname").map { Array($0.utf8) }
        == Array("İlkay".utf8))
    #expect(checked.record.root.value("inhalt").map { Array($0.utf8) } == Array("schön".utf8))
  }

  @Test func `A zero character is replaced by one that can be seen`() throws {
    let checked = try Checked(.named, ["inhalt=vorn\u{0}hinten", "kinder[1]/vorname=No\u{0}ah"])
    #expect(checked.record.root.value("inhalt") == "vorn\u{FFFD}hinten")
    #expect(checked.ids == ["E-GN-kinder.vorname-zeichen"])
  }

  @Test func `Line ends of other systems become line feeds`() throws {
    let checked = try Checked(.named, ["inhalt=eins\r\nzwei\rdrei\n\rvier"])
    #expect(checked.record.root.value("inhalt") == "eins\nzwei\ndrei\n\nvier")
  }

  @Test func `One line loses the blanks at its ends and nothing else`() throws {
    let checked = try Checked(.named, ["anlass= \u{A0} zwei  Worte | \t mehr \n"])
    #expect(checked.record.root.value("anlass") == "zwei  Worte | \t mehr")
  }

  @Test(arguments: AnswerStatus.allCases)
  func `An answer that is no value survives JSON and XML`(_ status: AnswerStatus) throws {
    let checked = try Checked(
      .named, ["ratsuchende[1]/telefon?=\(status.rawValue)", "alleinerziehend?=\(status.rawValue)"])
    for bytes in [checked.record.xml(), checked.record.json(form: checked.evaluated.form)] {
      let again = try Checked(try RecordReader.raw(bytes))
      #expect(again.record == checked.record)
      #expect(again.evaluated.record.root["alleinerziehend"] == [.status(status)])
      #expect(try again.value("string(alleinerziehend/@status)") == status.rawValue)
    }
    let node = try #require(checked.evaluated.root.element("alleinerziehend"))
    #expect(checked.evaluated.display(node) == status.german)
  }

  @Test func `An empty row is no row, in JSON as in XML`() throws {
    let json = try Checked(.named, ["kinder[2]/vorname="]).record
    #expect(json.root.groups("kinder").count == 1)
    let xml = String(decoding: json.xml(), as: UTF8.self).replacing(
      "</kinder>", with: "</kinder>\n<kinder/><kinder> </kinder>")
    #expect(try Checked(try RecordReader.raw(Array(xml.utf8))).record == json)
  }

  @Test(arguments: ["+5", "0x10", "nan", "007", "1e3", "-0", "99999999999999999999", "1.5"])
  func `A number that was mistyped is still written as JSON that can be read`(_ text: String) throws {
    let record = try Checked(.named, ["notiz_nr=" + text]).record
    let form = try Repository.note(in: Repository.library())
    #expect(try Checked(try RecordReader.raw(record.json(form: form))).record == record)
  }

  @Test func `The id and the version of a record survive`() throws {
    let checked = try Checked(.named, ["id=n-17", "version=0"])
    #expect(checked.record.id == "n-17")
    #expect(checked.record.version == "0")
    #expect(try Checked(try RecordReader.raw(checked.record.xml())).record == checked.record)
    #expect(
      try Checked(try RecordReader.raw(checked.record.json(form: checked.evaluated.form))).record
        == checked.record)
  }
}
