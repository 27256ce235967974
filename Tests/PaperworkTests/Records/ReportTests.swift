import FormModel
import Testing

/// The report of danger to a child: it is never held up, and it hides no address.
@Suite struct ReportTests {
  @Test(arguments: [
    "eltern[1]/telefon=bei der Nachbarin", "eltern[1]/anschrift/plz=4478", "uhrzeit=25:00",
    "dringlichkeit=bald",
    "kinder[1]/vorname=Олександра", "anlagen[1]/seiten=viele", "vorgangsnummer=unklar",
    "gefahr_im_verzug=vielleicht",
    "insofa/name=Nr. 7", "beobachtungen[1]/uhrzeit=mittags", "eltern[1]/email=keine",
  ])
  func `A mistyped value is a warning and does not hold up the report`(_ edit: String) throws {
    let checked = try Checked(.report, [edit])
    #expect(checked.findings.contains { $0.strength == .warning }, "\(checked.german)")
    #expect(!checked.findings.contains { $0.strength == .error }, "\(checked.german)")
  }

  @Test(arguments: [
    ("meldedatum", "31.02.2025"), ("telefonisch_vorab/am", "2025-11-31T09:00"),
    ("kinder[1]/geburtsdatum", "2021-13"),
    ("beobachtungen[1]/datum", "2025-13-01"), ("empfang/am", "29.02.2025"),
  ])
  func `A day that no calendar has is an error`(_ path: String, _ day: String) throws {
    let checked = try Checked(.report, ["\(path)=\(day)"])
    let errors = checked.findings.filter { $0.strength == .error }
    #expect(errors.map(\.path) == [path], "\(checked.german)")
    #expect(errors.allSatisfy { $0.id.hasPrefix("E-KWG-") && $0.id.hasSuffix("-format") })
  }

  @Test(arguments: ["", "ja", "nein", "nicht_eingeholt"])
  func `Whether there is a consent changes nothing`(_ consent: String) throws {
    #expect(try Checked(.report, ["einwilligung=\(consent)"]).german == [])
  }

  @Test func `A protected address stays in sight, unlike in the note`() throws {
    let edits = ["/anschrift/strasse=Musterweg", "/anschrift/plz=44791", "/anschrift/schutzadresse=ja"]
    let report = try Checked(.report, edits.map { "eltern[1]" + $0 })
    #expect(report.evaluated.shown.root.groups("eltern").first == report.record.root.groups("eltern").first)
    let note = try Checked(.named, edits.map { "ratsuchende[1]" + $0 })
    #expect(
      note.evaluated.shown.root.groups("ratsuchende").first != note.record.root.groups("ratsuchende").first)
  }

  @Test func `Who wants to stay unnamed is not on the page`() throws {
    let checked = try Checked(.report, ["hinweisgeber=Nachbarin", "hinweisgeber_anonym=ja"])
    #expect(checked.evaluated.shown.root.value("hinweisgeber") == nil)
    let node = try #require(checked.evaluated.root.element("hinweisgeber"))
    #expect(checked.evaluated.display(node) == "möchte ungenannt bleiben")
  }

  @Test func `What is missing is printed as not known`() throws {
    let checked = try Checked(.report, ["aufenthalt_jetzt=", "eltern[1]/telefon=", "kinder[1]/geschlecht="])
    for path in ["aufenthalt_jetzt", "eltern", "kinder"] {
      let node = try #require(checked.evaluated.root.element(path))
      let field = node.element("telefon") ?? node
      if field.text.isEmpty { #expect(checked.evaluated.display(field) == "nicht bekannt") }
    }
  }

  @Test func `The copy goes a year after the later of two ends`() throws {
    let checked = try Checked(.report, ["beendet_am=2025-09-30", "verfahren_abgeschlossen_am=2025-10-31"])
    #expect(try checked.value("loeschen_am") == "2026-11-01")
    #expect(try Checked(.report, ["beendet_am=2025-09-30"]).value("loeschen_am") == "")
  }
}
