import Paperwork
import Testing

/// The form that somebody means, by what they call it.
@Suite struct FormNameTests {
  private let catalogue = Catalogue(home: Repository.root)

  @Test(arguments: [
    ("kwg", "kwg-meldebogen"), ("KWG", "kwg-meldebogen"), ("notiz", "gespraechsnotiz"),
    ("spe", "schweigepflichtentbindung"),
    ("Gesprächsnotiz", "gespraechsnotiz"), ("eingang", "kwg-eingang"), ("widerruf", "widerruf"),
    ("gespraechsnotiz", "gespraechsnotiz"), ("rückmeldung-sd", "rueckmeldung-sd"),
  ])
  func `A short form, a part of the id or the title will do`(_ typed: String, _ id: String) throws {
    #expect(try catalogue.formID(meant: typed) == id)
  }

  @Test func `What may mean several names them`() throws {
    #expect(throws: PaperworkFailure.severalForms(name: "statistik", forms: ["statistik-teil1", "statistik-teil2"])) {
      try catalogue.formID(meant: "statistik")
    }
  }

  @Test(arguments: ["", "x", "../types", "steuererklärung"]) func `What means none is told`(_ typed: String) throws {
    #expect {
      try catalogue.formID(meant: typed)
    } throws: { error in
      if case PaperworkFailure.unknownForm? = error as? PaperworkFailure { true } else { false }
    }
  }
}
