import Paperwork
import Testing

@testable import Conversation
@testable import FormModel

/// The conversation as a machine, without a screen: what it asks, says and does.
struct InterviewTests {
  @Test func aNoteOfAFirstContactIsAskedInOrder() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say(
      "KSA-2-2025-0147", "", "9.9.2025", "9:15", "10:20", "Jörg Weißhaupt, Kita-Sozialarbeiter, Wattenscheid", "",
      "kita")
    #expect(talk.findings == [])
    #expect(
      talk.asked == [
        "Vorgangsnummer", "Notiz Nr.", "Datum", "Uhrzeit von", "Uhrzeit bis", "Fachkraft", "Beratungsform",
        "Kontaktart",
      ])
    // The duration follows from the times and is not asked for.
    #expect(talk.interview.prompt.title == "Kontakt zustande gekommen")
    #expect(try talk.interview.finished().root.value("dauer_min") == "65")
  }

  @Test func anAnswerCostsOneEvaluationOverOneTree() throws {
    let library = try Catalogue(home: Repository.root).library(form: "gespraechsnotiz")
    let form = try #require(library.forms["gespraechsnotiz"])
    var interview = try Interview(form: form, library: library, day: Repository.day)
    for answer in ["KSA-2-2025-0147", "", "9.9.2025", "9:15"] {
      let before = library.plans.plan(for: form).work
      _ = try interview.answer(answer)
      let after = library.plans.plan(for: form).work
      #expect(after.evaluations - before.evaluations == 1, "\(answer)")
      #expect(after.trees - before.trees == 1, "\(answer)")
    }
  }

  @Test func aCommandIsNoAnswerAndALiteralIsNone() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("/anlass", "=zurück")
    #expect(talk.interview.record.root.value("anlass") == "zurück")
    try talk.say("/anlass", "-")
    #expect(talk.interview.record.root.value("anlass") == nil)
    try talk.say("/anlass", "zu Hause ist es eng")
    #expect(talk.interview.record.root.value("anlass") == "zu Hause ist es eng")
    try talk.say("/gibtesnicht")
    #expect(talk.lines.last?.contains("gibt es hier nicht") == true)
    try talk.say("/inhalt", "- erstens\n- zweitens")
    #expect(talk.interview.record.root.value("inhalt") == "- erstens\n- zweitens")
  }

  @Test func jumpsGoByPathLabelBeginningAndSection() throws {
    for (name, stop) in [
      ("themen", "feld themen"), ("Haupt", "feld hauptthema"), ("kinder", "mehr kinder"),
      ("Anliegen und Themen", "feld anlass"),
      ("unterlagen_kopiert", "feld unterlagen_kopiert"), ("vereinbarungen", "mehr vereinbarungen"),
      ("handzeichen", "zeile handzeichen"),
      ("fachkraft/telefon", "feld fachkraft/telefon"),
    ] {
      var talk = try Talk("gespraechsnotiz")
      try talk.say("/" + name)
      #expect(talk.interview.stop.text == stop, "\(name)")
    }
    var talk = try Talk("gespraechsnotiz")
    try talk.say("/beendet_am")
    #expect(talk.lines.last?.contains("gibt es in diesem Papier nicht") == true)
    try talk.say("/uhrzeit")
    #expect(talk.lines.last?.contains("kann mehreres sein: /uhrzeit_von, /uhrzeit_bis") == true)
  }

  @Test func goingBackAndAnsweringGoesOnWhereOneWas() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("KSA-2-2025-0147", "", "9.9.2025", "9:15", "10:20")
    #expect(talk.interview.stop.path == "fachkraft")
    try talk.say("zurück", "zurück", "zurück")
    #expect(talk.interview.stop.path == "datum")
    try talk.say("8.9.2025")
    #expect(talk.interview.stop.path == "fachkraft" && talk.interview.record.root.value("datum") == "2025-09-08")
    var first = try Talk("gespraechsnotiz")
    try first.say("zurück")
    #expect(first.lines.last == "  (Das ist die erste Frage.)")
  }

  @Test func aFindingIsSaidOnceAndEnterKeepsWhatItIsAbout() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("KSA-2-2025-0147", "", "21.11.2025", "")
    #expect(talk.findings == ["E-GN-01"] && talk.interview.stop.path == "uhrzeit_von")
    try talk.say("/datum", "22.11.2025")
    #expect(talk.findings == ["E-GN-01", "E-GN-01"])
    #expect(talk.interview.hasErrors)
  }

  @Test func aSecondWrongValueIsSaidAsTheFirst() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("KSA-2-2025-0311", "1", "31.11.2025", "32.11.2025")
    #expect(talk.findings.count == 2)
    #expect(talk.interview.stop == Stop(.field, "datum"))
  }

  @Test func asAboveTakesTheAddressOfThePersonBefore() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("/ratsuchende")
    try talk.say("Zeynep Yıldız, Mutter", "wie oben", "Kemnader Str. 5 (geheim), 44801 Bochum")
    #expect(talk.transcript.contains("steht weiter oben noch nicht"))
    try talk.say("Mehmet Yıldız, Vater", "wie oben")
    let people = talk.interview.record.root.groups("ratsuchende")
    #expect(people.count == 2 && people[0].groups("anschrift") == people[1].groups("anschrift"))
    #expect(people[1].groups("anschrift")[0]["schutzadresse"] == [.value("ja")])
  }

  @Test func whatConcernsAnEarlierQuestionComesNext() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("/uhrzeit_bis", "9:45", "/uhrzeit_von", "10:30")
    #expect(talk.findings.contains("E-GN-02") && talk.interview.stop.path == "uhrzeit_bis")
    try talk.say("11:00")
    #expect(!talk.interview.hasErrors || !talk.interview.findings.contains { $0.id == "E-GN-02" })
  }

  @Test func whatOneAnswerRaisesIsAskedInTheOrderOfTheForm() throws {
    let library = try Probe.chain()
    let form = try #require(library.forms["kette"])
    var interview = try Interview(form: form, library: library, day: Repository.day)
    for answer in ["10", "20", "30", "5"] { _ = try interview.answer(answer) }
    var asked: [String] = []
    for answer in ["1", "2", "3"] {
      asked.append(interview.stop.path)
      _ = try interview.answer(answer)
    }
    #expect(asked == ["erste", "zweite", "dritte"])
    #expect(interview.stop == .review && !interview.hasErrors)
  }

  @Test func aPersonWithoutTelephoneAndAddressIsNoticedWhenItIsComplete() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("/ratsuchende", "Ana Ćosić, Mutter")
    #expect(talk.findings == [])
    try talk.say("")
    #expect(talk.findings == ["W-GN-25"])
  }

  @Test func aMissingNameIsAskedForByItself() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("/kinder", "Noah, 3.5.2021, m, Kita")
    #expect(talk.findings == ["E-GN-kinder.nachname-fehlt"])
    #expect(talk.interview.prompt.title == "Familienname" && talk.interview.prompt.context == "Kind(er)")
    try talk.say("Yılmaz")
    #expect(talk.interview.prompt.title == "Noch ein Kind?")
  }

  @Test func aWarningIsKeptWithTheReasonItsRuleAsksFor() throws {
    let library = try Probe.library()
    let form = try #require(library.forms["probe"])
    var interview = try Interview(form: form, library: library, day: Repository.day)
    let reply = try interview.answer("400")
    #expect(reply.notices.contains { if case .finding(let finding) = $0 { finding.id == "W-PR-01" } else { false } })
    #expect(interview.stop.text == "feld menge")
    _ = try interview.answer("")
    #expect(interview.stop.text == "feld grund")
    _ = try interview.answer("Sommerfest")
    #expect(interview.stop == .review && interview.record.root.value("grund") == "Sommerfest")
    // Somebody who changes it instead is not asked.
    var other = try Interview(form: form, library: library, day: Repository.day)
    _ = try other.answer("400")
    _ = try other.answer("4")
    #expect(other.stop == .review)
  }

  @Test func instancesCanBeRemovedAndTheOthersMoveUp() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("/vereinbarungen", "A; eins", "B; zwei", "C; drei", "-2", "")
    let left = talk.interview.record.root.groups("vereinbarungen").compactMap { $0.value("wer") }
    #expect(left == ["A", "C"])
    try talk.say("/vereinbarungen", "#2", "C; vier", "")
    #expect(talk.interview.record.root.groups("vereinbarungen").last?.value("was") == "vier")
    try talk.say("/vereinbarungen", "#7")
    #expect(talk.lines.last?.contains("Einen Eintrag 7 gibt es hier nicht.") == true)
  }

  @Test(arguments: [";;;", ",,", "; ;"])
  func aLineThatHoldsNothingIsRefusedAndRemovesNothing(_ line: String) throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("/vereinbarungen", "A; eins", "/vereinbarungen[1]", line)
    #expect(talk.lines.last == "  ! Darin steht nichts. Zum Löschen bitte - eingeben.")
    #expect(talk.interview.stop.path == "vereinbarungen[1]" && talk.interview.prompt.editable == line)
    #expect(talk.interview.record.root.groups("vereinbarungen").first?.value("was") == "eins")
    try talk.say("/themen", "but, finanzen", "/themen", line)
    #expect(talk.interview.record.root["themen"].count == 2)
  }

  @Test func whatIsKnownAboutInstancesMovesUpWithThem() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("/vereinbarungen", "A; eins", "B; zwei", "C; drei", "/vereinbarungen[1]", "-")
    // The one behind is answered already, so the next open question comes.
    #expect(talk.interview.record.root.groups("vereinbarungen").map { $0.value("wer") } == ["B", "C"])
    #expect(!talk.interview.visited.contains { $0.path == "vereinbarungen[3]" })
    // Its last value gone, an instance is gone as well.
    try talk.say("/vereinbarungen[1]/was", "-", "/vereinbarungen[1]/wer", "-")
    #expect(talk.interview.record.root.groups("vereinbarungen").map { $0.value("wer") } == ["C"])
    #expect(!talk.interview.visited.contains { $0.path.hasPrefix("vereinbarungen[2]") })
  }

  @Test func aGroupCanBeAskedForFieldByField() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("/fachkraft", "/einzeln", "Mareike Töpfer", "Kita-Sozialarbeiterin", "6", "", "", "Tö")
    let group = try #require(talk.interview.record.root.groups("fachkraft").first)
    #expect(
      group.value("name") == "Mareike Töpfer" && group.value("zeichen") == "Tö" && group.value("stadtbezirk") == "6")
  }

  @Test func answersThatAreNoValuesAreTaken() throws {
    var talk = try Talk("gespraechsnotiz")
    try talk.say("/kinder", "Noah Yılmaz", "", "/kinder[1]/geburtsdatum", "keine Angabe")
    let path = try #require(RecordPath("kinder[1]/geburtsdatum"))
    #expect(talk.interview.record.contents(at: path) == [.status(.refused)])
    try talk.say("/kinder[1]/geburtsdatum", "ca. 2021")
    #expect(talk.interview.record.contents(at: path) == [.value("2021~")])
  }

  @Test func theEndLeadsToTheFirstErrorUntilThereIsNone() throws {
    var talk = try Talk("datenschutzinfo")
    try talk.say("1.1.2026", "", "/fertig", "")
    #expect(talk.interview.stop.path == "datum")
    try talk.say("1.11.2025", "/fertig", "")
    #expect(talk.request == .finish(isDraft: false))
  }

  @Test(arguments: [
    "gespraechsnotiz", "kwg-meldebogen", "schweigepflichtentbindung", "rueckmeldung-sd", "widerruf", "kooperation",
  ])
  func nothingThatIsTypedAtRandomEndsItOrLosesAnything(_ form: String) throws {
    var random = Numbers(seed: 7)
    let words = [
      "", "-", "?", "zurück", "übersicht", "/kinder", "/fertig", "/einzeln", "#1", "-1", "j", "n", "1", "heute",
      "1.1.2020", "Ana Ćosić",
      "Musterweg 7, 44801 Bochum", "0171 3920012", "ja", "kita", "a;b;c;d", "=", "=/x", "/", "unbekannt", "9:15", "  ",
      ";;;", ",,,", "Text\nmit\nZeilen",
      "🦊", "anonym_institution", "namentlich", "beendet",
    ]
    var talk = try Talk(form)
    for _ in 0..<150 { try talk.say(words[random.next() % words.count]) }
    // The draft holds exactly what the conversation does.
    let library = try #require(Repository.library)
    let moment = Moment(Repository.day)
    let draft = talk.interview.draft(municipality: "bochum", began: moment, saved: moment, pending: "noch\nnicht")
    let read = try #require(Draft.read(draft.json(library: library), library: library, day: Repository.day))
    #expect(read.draft == draft && read.findings == [])
    var resumed = try Interview(
      resuming: read.draft, form: try #require(library.forms[form]), library: library, day: Repository.day)
    #expect(resumed.record == talk.interview.record && resumed.prompt.editable == "noch\nnicht")
    _ = try resumed.answer("/fertig")
    #expect(resumed.stop == .review)
  }
}

/// Numbers that are the same each time.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33)
  }
}
