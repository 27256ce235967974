import FormModel
import Testing

/// Authors are told when an expression takes a number apart, and what was meant.
@Suite struct NumberLintTests {
  private static func mistakes(_ file: String, _ old: String, _ new: String) throws -> [String] {
    let files = try Repository.declarations().map { $0.name == file ? $0.replacing(old, with: new) : $0 }
    #expect(files != (try Repository.declarations()), "\(old)")
    return FormLint.mistakes(in: files, schema: try Repository.schema()).map { "\($0.code) \($0.message)" }
  }

  private static let cuts: [(test: String, meant: String)] = [
    ("substring(., 1, 15) = ../vorgangsnummer", "gemeint ist wohl case-of(.) oder number-part(., 'TEIL')"),
    ("substring-before(., '-SPE') = ../vorgangsnummer", "gemeint ist wohl case-of(.)"),
    ("starts-with(., ../vorgangsnummer)", "gemeint ist wohl case-of(.) = …"),
    ("contains(../spe_ids, ../vorgangsnummer)", "gemeint ist wohl case-of(../spe_ids) = …"),
    ("string-length(.) = 22", "gemeint ist wohl filled(.)"), ("text-length(.) = 22", "gemeint ist wohl filled(.)"),
    ("number(substring(string(.), 7, 4)) &gt; 0", "gemeint ist wohl case-of(.)"),
    ("not(translate(normalize-space(.), '-', '') = 'x')", "gemeint ist wohl number-part(., 'TEIL')"),
    ("starts-with(../vorgangsnummer, 'KSA')", "gemeint ist wohl case-of(../vorgangsnummer) = …"),
  ]

  @Test(arguments: cuts)
  func `Taking a number apart is a mistake that says what was meant`(_ cut: (test: String, meant: String)) throws {
    let mistakes = try Self.mistakes(
      "bochum/gespraechsnotiz.xml", "test=\"case-of(.) = ../vorgangsnummer\"", "test=\"\(cut.test)\"")
    #expect(
      mistakes.count == 1 && mistakes[0].hasPrefix("FORM-AUSDRUCK") && mistakes[0].contains(cut.meant), "\(mistakes)")
  }

  @Test func `Other texts may be taken apart, and numbers may be joined and compared as a whole`() throws {
    for test in ["substring(../anlass, 1, 4) = '2025'", "concat(., ' ', ../datum) != ''", ". = ../spe_ids"] {
      let mistakes = try Self.mistakes(
        "bochum/gespraechsnotiz.xml", "test=\"case-of(.) = ../vorgangsnummer\"", "test=\"\(test)\"")
      #expect(mistakes == [])
    }
  }

  private static let declarations: [(file: String, old: String, new: String, says: String)] = [
    ("bochum/gespraechsnotiz.xml", " of=\"vorgang\"", " of=\"vorgnag\"", "Meinten Sie ›vorgang‹?"),
    ("bochum/gespraechsnotiz.xml", " of=\"vorgang\"", "", "fehlt das Attribut ›of‹"),
    (
      "bochum/widerruf.xml", "to=\"schweigepflichtentbindung\"", "to=\"widerruf\"", "haben nach dem Profil keine Nummer"
    ),
    ("bochum/widerruf.xml", " to=\"schweigepflichtentbindung\"", "", "fehlt das Attribut ›to‹"),
    ("bochum/widerruf.xml", "case=\"spe_id\"", "case=\"datum\"", "›datum‹ ist keines."),
    ("bochum/profile.xml", "<of number=\"vorgang\"/>", "<of number=\"fall\"/>", "steht nicht im Profil der Stadt"),
    ("bochum/profile.xml", "<of number=\"vorgang\"/>", "<of number=\"spe\"/>", "auf sich selbst aufgebaut"),
    (
      "bochum/profile.xml", "id=\"jahr\" digits=\"4\"", "id=\"jahr\" digits=\"4\" next=\"true\"",
      "höchstens ein Teil weiter"
    ),
    ("bochum/profile.xml", "example=\"0147\"", "example=\"147\"", "Das Beispiel ›147‹ passt nicht"),
    ("bochum/profile.xml", "id=\"jahr\"", "id=\"bezirk\"", "heißen zwei Teile gleich"),
    ("bochum/retention.xml", "entry=\"vorgang\"", "entry=\"vorgnag\"", "Meinten Sie ›vorgang‹?"),
    ("bochum/retention.xml", " ends=\"true\"", "", "Ein Ereignis beendet den Vorgang"),
    ("bochum/retention.xml", "shredded=\"geschreddert\"", "shredded=\"weg\"", "Die Angabe ›weg‹ gibt es nicht"),
    ("bochum/retention.xml", "kinds=\"datenart\"", "kinds=\"datenartn\"", "Meinten Sie ›datenart‹?"),
  ]

  @Test(arguments: declarations)
  func `What is declared about numbers and deletion is held together`(
    _ row: (file: String, old: String, new: String, says: String)
  ) throws {
    let mistakes = try Self.mistakes(row.file, row.old, row.new)
    #expect(mistakes.contains { $0.contains(row.says) }, "\(mistakes)")
  }
}
