import FormModel
import Testing

@testable import Conversation

/// Values that a program read from a paper wait until somebody has compared them.
struct ConfirmationTests {
  /// A note with values that nobody has confirmed: a field, a choice, part of a person, a long text.
  private func note() throws -> Record {
    var record = try Repository.example("gespraechsnotiz-erstkontakt.json")
    record.unconfirmed = ["anlass", "kontaktart", "kinder[1]/vorname", "kinder[1]/geburtsdatum", "inhalt"]
    return record
  }

  private func talk(_ record: Record) throws -> Talk {
    try Talk("gespraechsnotiz", record: record, taken: Set(record.root.items.map(\.id)))
  }

  @Test func theyAreAskedForAndEnterConfirmsThem() throws {
    let record = try note()
    var talk = try talk(record)
    var stops: [String] = []
    for _ in 0..<20 where talk.interview.stop != .review {
      if talk.interview.prompt.isUnconfirmed { stops.append(talk.interview.stop.text) }
      try talk.say("")
    }
    #expect(stops == ["feld kontaktart", "zeile kinder[1]", "feld anlass", "feld inhalt"])
    #expect(talk.interview.record.valuesToConfirm == [] && talk.interview.stop == .review)
    #expect(!talk.findings.contains { $0.hasSuffix("BESTAETIGEN") })
    var same = record
    same.confirm()
    #expect(talk.interview.record.root == same.root)
  }

  @Test func theOverviewMarksThem() throws {
    let interview = try talk(try note()).interview
    let marked = interview.overview.sections.flatMap(\.lines).filter(\.isUnconfirmed).map(\.path)
    #expect(marked == ["kontaktart", "kinder[1]", "anlass", "inhalt"])
    #expect(interview.findings.contains { $0.isAboutConfirmation })
    #expect(!interview.overview.findings.contains { $0.isAboutConfirmation })
  }

  @Test func anotherValueConfirmsAsWell() throws {
    var talk = try talk(try note())
    try talk.say("telefon", "/anlass", "Neuer Anlass")
    #expect(
      talk.interview.record.valuesToConfirm.map(\.text) == ["kinder[1]/vorname", "kinder[1]/geburtsdatum", "inhalt"])
  }

  @Test func fieldByFieldEachIsConfirmedByItself() throws {
    var talk = try talk(try note())
    try talk.say("/kinder[1]", "/einzeln", "/kinder[1]/vorname", "")
    #expect(!talk.interview.record.valuesToConfirm.map(\.text).contains("kinder[1]/vorname"))
    #expect(talk.interview.record.valuesToConfirm.map(\.text).contains("kinder[1]/geburtsdatum"))
  }

  @Test func aDraftKeepsWhatIsToBeConfirmed() throws {
    var talk = try talk(try note())
    try talk.say("")
    let library = try #require(Repository.library)
    let moment = Moment(Repository.day)
    let draft = talk.interview.draft(municipality: "bochum", began: moment, saved: moment)
    let read = try #require(Draft.read(draft.json(library: library), library: library, day: Repository.day))
    #expect(read.draft == draft && read.draft.record.unconfirmed.count == 4)
  }

  @Test func theyFollowTheInstancesThatMoveUp() throws {
    var record = try note()
    let form = try #require(Repository.library?.forms["gespraechsnotiz"])
    let child = try #require(record.root.groups("kinder").first)
    let second = try #require(RecordPath("kinder[2]"))
    let first = try #require(RecordPath("kinder[1]"))
    record.replace(at: second, with: [.group(child)], form: form)
    record.unconfirmed = ["anlass", "kinder[1]/vorname", "kinder[2]/nachname"]
    record.replace(at: first, with: [], form: form)
    #expect(record.unconfirmed == ["anlass", "kinder[1]/nachname"])
  }

  @Test func theNextPaperHasThemToConfirmToo() throws {
    let library = try #require(Repository.library)
    let form = try #require(library.forms["schweigepflichtentbindung"])
    let sure = try Prefilling(
      form: form, from: Repository.example("gespraechsnotiz-erstkontakt.json"), library: library, day: Repository.day)
    #expect(sure?.record.unconfirmed == [])
    let prefilling = try #require(
      try Prefilling(form: form, from: note(), library: library, day: Repository.day))
    #expect(prefilling.record.valuesToConfirm.map(\.text).contains("kinder[1]/vorname"))
    #expect(prefilling.record.valuesToConfirm.allSatisfy { $0.text.hasPrefix("kinder") })
  }
}
