import OpenDocument
import Testing

/// Words that a template takes from a declaration while it is compiled.
private struct Words: TemplateWords {
  let labels = ["name": "Name des Kindes", "kind/spiel": "Lieblingsspiel", "nummer": "Nr. & Jahr"]
  let choices = [
    "ja": [("ja", "stimmt"), ("nein", "stimmt nicht")],
    "spiel": [("Ball", "Ball"), ("Puppe", "Puppe"), ("it's", "Fangen")],
    "nummer": [("1", "eins"), ("2", "zwei"), ("3", "drei"), ("7", "sieben"), ("8", "acht")],
  ]

  func label(of path: String, inside loops: [String]) throws(TemplateWordsFailure) -> String {
    guard
      let found = labels[(loops.map { String($0.split(separator: "/").last ?? "") } + [path]).joined(separator: "/")]
    else { throw TemplateWordsFailure("›\(path)‹ gibt es nicht.") }
    return found
  }

  func answers(of path: String, inside loops: [String]) throws(TemplateWordsFailure) -> [TemplateAnswer] {
    guard let found = choices[path] else { throw TemplateWordsFailure("›\(path)‹ hat keine Antworten.") }
    return found.map { TemplateAnswer(id: $0.0, label: $0.1) }
  }

  func chosen(of path: String, inside loops: [String]) throws(TemplateWordsFailure) -> String {
    guard choices[path] != nil else { throw TemplateWordsFailure("›\(path)‹ hat keine Antworten.") }
    return path == "spiel" ? "concat(spiel[1], ' · ', spiel[2])" : path
  }
}

@Suite struct TemplateWordTests {
  private func template(
    _ sample: Sample, _ variant: TemplateVariant = .final, synonyms: [String: String] = [:]
  ) throws -> Template {
    try Template(
      parsing: sample.bytes, name: "probe", variant: variant, form: .flat, synonyms: synonyms, words: Words())
  }

  private func body(_ body: String, synonyms: [String: String] = [:]) throws -> String {
    try DocumentDump(template(Sample(body), synonyms: synonyms).render(try data())).body
  }

  @Test(arguments: [
    (p(mark("beschriftung name") + ": " + mark("name")), "Name des Kindes: Müller & Söhne\n"),
    (p(mark("Beschriftung nummer")), "Nr. & Jahr\n"),
    (
      p(mark("für kinder/kind[1]") + mark("für spiel[1]") + mark(".") + mark("ende") + mark("ende"))
        + p(mark("für kinder/kind") + mark("beschriftung spiel") + " " + mark("ende")),
      "Ball\nLieblingsspiel Lieblingsspiel\n"
    ),
    (p(mark("auswahl nummer untereinander")), "☐⇥eins\n☐⇥zwei\n☐⇥drei\n☒⇥sieben\n☐⇥acht\n"),
    (p(mark("auswahl nummer untereinander, Spalte 1 von 2")), "☐⇥eins\n☐⇥zwei\n☐⇥drei\n"),
    (p(mark("auswahl nummer untereinander, Spalte 2 von 2")), "☒⇥sieben\n☐⇥acht\n"),
  ])
  func `Labels and answers come from the declaration`(_ body: String, _ expected: String) throws {
    #expect(try self.body(body) == expected)
  }

  @Test(arguments: [
    (p(mark("auswahl ja")), "☒\u{A0}stimmt\u{2002} ☐\u{A0}stimmt nicht\n", "ja\n"),
    (
      p(mark("für kinder/kind[1]") + mark("auswahl spiel") + mark("ende")),
      "☒\u{A0}Ball\u{2002} ☒\u{A0}Puppe\u{2002} ☐\u{A0}Fangen\n", "Ball · Puppe\n"
    ),
  ])
  func `Side by side all answers stand where somebody ticks them, and on final papers those that were chosen`(
    _ body: String, _ blank: String, _ final: String
  ) throws {
    let page = { (variant: TemplateVariant) in
      try DocumentDump(self.template(Sample(body), variant).render(try data())).body
    }
    #expect(try page(.blank(minimumRowHeight: 8)) == blank)
    #expect(try page(.final) == final)
  }

  @Test func `The styles for boxes and chosen answers are used where a template has them`() throws {
    var sample = Sample(p(mark("auswahl ja")))
    sample.styles = style("Kasten", "text") + style("Kasten.an", "text") + style("Gewaehlt", "text")
    let text = String(decoding: try template(sample, .blank(minimumRowHeight: 8)).render(try data()), as: UTF8.self)
    #expect(text.contains("<text:span text:style-name=\"Kasten.an\">☒</text:span>"))
    #expect(text.contains("<text:span text:style-name=\"Gewaehlt\">stimmt</text:span>"))
    #expect(text.contains("<text:span text:style-name=\"Kasten\">☐</text:span>"))
  }

  @Test(arguments: [
    (p(mark("beschriftung gibtsnicht")), "›gibtsnicht‹ gibt es nicht."),
    (p(mark("auswahl name")), "›name‹ hat keine Antworten."),
    (
      p("Themen: " + mark("auswahl nummer untereinander")),
      "Eine Auswahl untereinander braucht einen Absatz für sich allein."
    ),
    (
      p(mark("auswahl nummer untereinander, Spalte 3 von 2")),
      "›nummer untereinander, Spalte 3 von 2‹ hat keine Antworten."
    ),
  ])
  func `A mark for which the declaration has no words is refused at its place`(_ body: String, _ why: String) throws {
    let failure = #expect(throws: TemplateFailure.self) { try template(Sample(body)) }
    #expect(failure?.problems.map(\.code) == [.words])
    #expect(failure?.problems.first?.found == why)
    #expect(failure?.problems.first?.place == "Text, Absatz 1")
  }

  @Test func `Without a declaration there are no words`() throws {
    let failure = #expect(throws: TemplateFailure.self) {
      try Template(parsing: Sample(p(mark("beschriftung name"))).bytes, name: "probe")
    }
    #expect(failure?.problems.map(\.code) == [.words])
  }

  @Test(arguments: [
    ("wenn nicht(ja = 'nein') und anzahl(kinder/kind) = 2", "gilt"),
    ("wenn ja = 'nein' oder beginnt-mit(name, 'Mül')", "gilt"),
    ("wenn ja = 'nein' und wahr()", ""),
    ("wenn enthält(name, ' oder ')", ""),
    ("wenn länge('und oder nicht(') = 15", "gilt"),
    ("wenn falsch() oder kinder/kind[stelle() = letzte()]/kur = 'ja'", "gilt"),
    ("wenn kinder/* und anzahl(kinder/*) * 2 = 4 und kinder/kind/@alter = 3", "gilt"),
    ("wenn sonderbar(name) = 'Müller & Söhne'", "gilt"),
  ])
  func `Conditions can be written in German`(_ condition: String, _ expected: String) throws {
    let text = try body(p(mark(condition) + "gilt" + mark("ende") + "."), synonyms: ["sonderbar": "string"])
    #expect(text == expected + ".\n")
  }

  @Test func `Fields that are called like a German word stay what they are`() throws {
    let xml = "<fall><und>1</und><oder>2</oder><nicht>3</nicht><anzahl text=\"4\">5</anzahl></fall>"
    let sample = Sample(
      p(mark("und") + mark("./oder") + mark("nicht") + mark("anzahl") + mark("anzahl/@text?") + mark("und und oder")))
    let text = try DocumentDump(template(sample).render(try data(xml))).body
    #expect(text == "1235true\n")
  }

  @Test(arguments: [("Vorname", "Vorname"), ("Vorname:", "Vorname:")])
  func `The fixed text above a value is known as its caption`(_ text: String, _ caption: String) throws {
    let made = try template(Sample(p(text) + p(mark("name")) + p(mark("nummer"))))
    #expect(made.marks.map(\.caption) == [caption, nil])
  }

  @Test func `Words of the declaration are no caption`() throws {
    let made = try template(Sample(p(mark("beschriftung name")) + p(mark("name"))))
    #expect(made.marks.map(\.caption) == [nil])
  }
}
