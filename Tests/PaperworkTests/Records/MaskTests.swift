import FormModel
import Testing

/// Addresses that must not be seen by everybody: what is hidden, what stays, and that nothing shines through.
@Suite struct MaskTests {
  /// Every value that would lead to a protected person.
  static let secrets = [
    "Geheimgasse", "17 c", "Haus Sonne", "44803", "0152 28817386", "geheim@example.org", "Kita Mondschein",
    "Bochum-Winkel",
  ]

  static let address = [
    "ratsuchende[1]/anschrift/strasse=Geheimgasse", "ratsuchende[1]/anschrift/hausnummer=17 c",
    "ratsuchende[1]/anschrift/zusatz=Haus Sonne", "ratsuchende[1]/anschrift/plz=44803",
    "ratsuchende[1]/anschrift/ort=Bochum-Winkel", "ratsuchende[1]/anschrift/ortsteil=25",
    "ratsuchende[1]/telefon=0152 28817386", "ratsuchende[1]/email=geheim@example.org",
    "zugangsweg=kita", "kita=Kita Mondschein", "beteiligte[1]/rolle=kita_leitung",
    "beteiligte[1]/name=Frau Großjohann", "beteiligte[1]/institution=Kita Mondschein",
  ]

  static let flags = [
    "ratsuchende[1]/anschrift/schutzadresse=ja", "ratsuchende[1]/anschrift/auskunftssperre=ja",
    "ratsuchende[1]/anschrift/schutzadresse=JA", "ratsuchende[1]/anschrift/auskunftssperre=vielleicht",
  ]

  @Test(arguments: flags)
  func `A protected address is nowhere in what the page shows`(_ flag: String) throws {
    let evaluated = try Checked(.named, Self.address + [flag]).evaluated
    let form = evaluated.form
    let shown = String(decoding: evaluated.shown.xml() + evaluated.shown.json(form: form), as: UTF8.self)
    for secret in Self.secrets { #expect(!shown.contains(secret), "\(secret)") }
    var tree = ""
    evaluated.root.visit { tree += evaluated.display($0) + "\n" }
    for secret in Self.secrets { #expect(!tree.contains(secret), "\(secret)") }
    for secret in Self.secrets {
      #expect(!evaluated.findings.map(\.german).joined().contains(secret), "\(secret)")
    }
  }

  @Test func `The record itself keeps everything`() throws {
    let evaluated = try Checked(.named, Self.address + [Self.flags[0]]).evaluated
    let kept = String(decoding: evaluated.record.xml(), as: UTF8.self)
    for secret in Self.secrets { #expect(kept.contains(secret), "\(secret)") }
  }

  @Test(arguments: flags.prefix(2))
  func `The reason for hiding stays, and people read that something is hidden`(_ flag: String) throws {
    let evaluated = try Checked(.named, Self.address + [flag]).evaluated
    let adult = try #require(evaluated.shown.root.groups("ratsuchende").first)
    let address = try #require(adult.groups("anschrift").first)
    #expect(address.items.map(\.id) == [flag.contains("schutz") ? "schutzadresse" : "auskunftssperre"])
    let node = try #require(evaluated.root.element("ratsuchende"))
    #expect(node.element("anschrift").map { evaluated.display($0) } == "Anschrift geschützt")
    #expect(node.element("telefon").map { evaluated.display($0) } == "geschützt")
    #expect(node.element("email").map { evaluated.display($0) } == "geschützt")
    #expect(evaluated.root.element("kita").map { evaluated.display($0) } == "geschützt")
    #expect(evaluated.root.element("ortsteil").map { evaluated.display($0) } == "geschützt")
    #expect(adult.value("nachname") == "Çağlayan")
  }

  @Test func `A hidden value does not tell whether there is one`() throws {
    let evaluated = try Checked(.named, ["ratsuchende[1]/telefon=", Self.flags[0]]).evaluated
    let node = try #require(evaluated.root.element("ratsuchende")?.element("telefon"))
    #expect(evaluated.display(node) == "geschützt")
  }

  @Test func `The protected address of a child hides its own and the Kita`() throws {
    let evaluated = try Checked(
      .named,
      [
        "kinder[1]/anschrift/strasse=Geheimgasse", "kinder[1]/anschrift/schutzadresse=ja", "kontaktart=kita",
        "kita=Kita Mondschein",
      ]
    ).evaluated
    let shown = String(decoding: evaluated.shown.xml(), as: UTF8.self)
    #expect(!shown.contains("Geheimgasse") && !shown.contains("Mondschein"))
    #expect(shown.contains("0171 3920012"))
  }

  @Test func `The protected address of a child hides that of the adults, unless they say it is not`() throws {
    let edits = ["kinder[1]/anschrift/schutzadresse=ja", "ratsuchende[1]/anschrift/strasse=Nebenweg"]
    let hidden = try Checked(.named, edits).evaluated
    #expect(!String(decoding: hidden.shown.xml(), as: UTF8.self).contains("Nebenweg"))
    let open = try Checked(.named, edits + ["ratsuchende[1]/anschrift/schutzadresse=nein"]).evaluated
    #expect(String(decoding: open.shown.xml(), as: UTF8.self).contains("Nebenweg"))
  }

  @Test func `Other people are not hidden`() throws {
    let evaluated = try Checked(
      .named,
      Self.address + [
        Self.flags[0], "ratsuchende[2]/vorname=Murat", "ratsuchende[2]/nachname=Çağlayan",
        "ratsuchende[2]/telefon=0171 3920099",
      ]
    ).evaluated
    #expect(String(decoding: evaluated.shown.xml(), as: UTF8.self).contains("0171 3920099"))
  }

  @Test(arguments: [
    "ratsuchende[1]/anschrift/schutzadresse=nein", "ratsuchende[1]/anschrift/schutzadresse?=unbekannt",
  ])
  func `Without protection nothing is hidden`(_ flag: String) throws {
    let evaluated = try Checked(.named, Self.address + [flag]).evaluated
    #expect(evaluated.shown == evaluated.record)
  }

  @Test func `What is hidden is not missing, neither in the note nor in what the page shows`() throws {
    let evaluated = try Checked(.named, Self.address + [Self.flags[0]]).evaluated
    #expect(evaluated.findings.filter { $0.strength == .error } == [])
    let again = try Checked(try RecordReader.raw(evaluated.shown.xml()))
    #expect(again.findings.filter { $0.strength == .error } == [])
    #expect(again.evaluated.shown == evaluated.shown)
  }

  @Test func `A message about a hidden value does not show it`() throws {
    let checked = try Checked(.named, ["ratsuchende[1]/anschrift/plz=45127", Self.flags[0]])
    let warning = try #require(checked.findings.first { $0.id == "W-GN-11" })
    #expect(warning.message == "Wohnort außerhalb Bochums (Anschrift geschützt).")
  }
}
