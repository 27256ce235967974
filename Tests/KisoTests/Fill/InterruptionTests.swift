import Conversation
import Files
import Glibc
import Paperwork
import Testing

/// Nothing is lost, however a conversation is broken off.
@Suite(.serialized)
struct InterruptionTests {
  private let talk = TypedTalk.note

  private func words(_ output: String = "x.json") -> [String] { talk.words(output: output) + Desk.day }

  @Test func afterCtrlCAtEveryQuestionAResumeGoesOnWithNothingLost() throws {
    let desk = try Desk()
    let answers = try talk.typed()
    var run = try desk.start(["fill"] + words())
    for (number, answer) in answers.enumerated() {
      if number > 0 {
        // Half a word stands there when Ctrl-C comes; it stands there again afterwards.
        run.type("Halb")
        try run.wait("half a word") { $0.text.contains("› Halb") }
        run.type("\u{03}")
        #expect(run.finish() == 130, "question \(number)")
        #expect(desk.drafts.count == 1)
        run = try desk.start(["fill", "--resume", "-o", "x.json"] + Desk.day)
        try run.wait("the half word") { $0.asks && $0.text.contains("› Halb") }
        // In a long text it is not selected.
        run.type("\u{15}")
      }
      run.answer(answer)
    }
    #expect(run.finish() == 0)
    #expect(try Repository.record(desk.bytes("x.json")) == talk.expected())
    #expect(desk.drafts == [])
  }

  @Test func killedAtRandomMomentsItGoesOnWithEveryAnswerThatWasTaken() throws {
    let wanted = 200
    let answers = try talk.typed()
    let states = try talk.states()
    var random = SystemRandomNumberGenerator()
    var kills = 0
    while kills < wanted {
      let desk = try Desk()
      var done = 0
      while kills < wanted {
        let run = try desk.start(["fill"] + (done == 0 ? words() : ["--resume", "-o", "x.json"] + Desk.day))
        // Some answers one after another, each taken; then one more, and the end somewhere in its middle.
        let taken = min(answers.count - 1, done + Int.random(in: 0...3, using: &random))
        for number in done..<taken {
          run.answer(answers[number])
          try run.wait("answer \(number) on the disk") { _ in (try? state(desk, among: states, from: number + 1)) != nil
          }
        }
        run.answer(answers[taken])
        usleep(UInt32.random(in: 0...60_000, using: &random))
        if run.hasEnded { break }
        run.killNow()
        kills += 1
        guard desk.drafts.count == 1 else {
          // Before the first answer there is no draft, after the last one the paper is written.
          #expect(taken == 0 || taken == answers.count - 1)
          break
        }
        done = try #require(try state(desk, among: states, from: taken), "the draft holds every answer that was taken")
        guard done <= answers.count - 1 else { break }
        for file in desk.drafts { #expect(mode(of: file) == 0o600) }
      }
      // Whatever was left behind becomes the whole paper.
      guard desk.drafts.count == 1 else { continue }
      let last = try desk.start(["fill", "--resume", "-o", "x.json"] + Desk.day)
      // The last answer writes the paper and changes nothing in the draft.
      for answer in answers.dropFirst(min(done, answers.count - 1)) { last.answer(answer) }
      #expect(last.finish() == 0, "\(last.text)")
      #expect(try Repository.record(desk.bytes("x.json")) == talk.expected() && desk.drafts == [])
    }
  }

  /// After how many answers the draft on the disk was written; nil when it is none of the states from there on.
  private func state(_ desk: borrowing Desk, among states: [Draft], from first: Int) throws -> Int? {
    guard let file = desk.drafts.first, let library = Repository.library else { return nil }
    let bytes = try FileReader.bytes(at: file, limit: 1 << 20)
    guard let draft = Draft.read(bytes, library: library, day: Repository.day)?.draft else { return nil }
    return states.indices.last { number in
      let state = states[number]
      return number >= first && state.record == draft.record && state.stop == draft.stop
        && state.visited == draft.visited
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalKeepsEvenWhatWasNotSentYet(_ signal: Int32) throws {
    let desk = try Desk()
    let run = try desk.start(["fill"] + words())
    run.answer("KSA-2-2025-0147")
    run.answer("")
    run.type("gest")
    try run.wait("half a word") { $0.text.contains("› gest") }
    kill(run.process, signal)
    #expect(run.finish() == 128 + signal)
    let again = try desk.start(["fill", "--resume"] + Desk.day)
    try again.wait("the half word") { $0.text.contains("› gest") && $0.text.contains("\nDatum *") }
  }

  @Test func aLostConnectionKeepsEverything() throws {
    let desk = try Desk()
    let run = try desk.start(["fill"] + words())
    for answer in try talk.typed().prefix(12) { run.answer(answer) }
    try run.wait(for: "\nRatsuchende *")
    run.type("Ayşeg")
    try run.wait("half a name") { $0.text.contains("› Ayşeg") }
    run.hangUp()
    _ = run.finish()
    let again = try desk.start(["fill", "--resume"] + Desk.day)
    try again.wait("the half name") { $0.text.contains("› Ayşeg") && $0.text.contains("\nRatsuchende *") }
  }

  @Test func aLongTextIsSavedWhileItIsTyped() throws {
    let desk = try Desk()
    let run = try desk.start(["fill"] + words())
    run.answer("/inhalt")
    run.type("Erste Zeile\rzweite")
    try run.wait("the text") { $0.text.contains("  zweite") }
    try run.wait("the draft") { _ in desk.drafts.first.map { holds($0, "Erste Zeile\\nzweite") } ?? false }
    run.killNow()
    let again = try desk.start(["fill", "--resume", "-o", "x.json"] + Desk.day)
    try again.wait("the text") { $0.text.contains("› Erste Zeile\n  zweite") }
  }

  private func holds(_ file: String, _ text: String) -> Bool {
    ((try? FileReader.bytes(at: file, limit: 1 << 20)) ?? []).contains(text)
  }

  @Test func anInterruptedDraftIsOfferedAndMayBeDeclined() throws {
    let desk = try Desk()
    var run = try desk.start(["fill"] + words())
    run.answer("KSA-2-2025-0147")
    try run.wait(for: "\nNotiz Nr.")
    run.type("\u{04}")
    #expect(run.finish() == 0)
    run = try desk.start(["fill", "gespraechsnotiz"] + Desk.day)
    try run.wait("the offer") {
      $0.text.contains(/Entwurf „Gesprächsnotiz“ \(KSA-2-2025-0147\), (von \d\d:\d\d|vom .*) – fortsetzen\? \[j\/N\]/)
    }
    // What is about a family is not opened by Enter alone.
    run.answer("")
    try run.wait(for: "\nVorgangsnummer")
    #expect(!run.text.contains("  Vorgangsnummer"))
    run.type("\u{03}")
    _ = run.finish()
    // Nothing was typed there, so only the first draft is left.
    #expect(desk.drafts.count == 1)
    run = try desk.start(["fill", "gespraechsnotiz"] + Desk.day)
    run.answer("j")
    try run.wait(for: "\nNotiz Nr.")
    run.answer("/verwerfen")
    run.answer("j")
    #expect(run.finish() == 0 && desk.drafts == [])
  }

  @Test func aDraftThatSomebodyIsAtIsLeftAlone() throws {
    let desk = try Desk()
    let run = try desk.start(["fill"] + words())
    run.answer("KSA-2-2025-0147")
    try run.wait(for: "\nNotiz Nr.")
    let other = try desk.run(["fill", "--resume"])
    #expect(other.status == 75 && other.errors.contains("an anderer Stelle gearbeitet"), "\(other.errors)")
    #expect(try desk.run(["drafts"]).output.contains("in Arbeit"))
    let name = FilePath.stem(of: desk.drafts.first ?? "")
    #expect(try desk.run(["drafts", "remove", name]).status == 75)
    run.type("\u{03}")
    #expect(run.finish() == 130)
    #expect(name.contains(/^gespraechsnotiz-\d{8}-\d{4}-[a-z2-9]{6}$/))
    #expect(try desk.run(["drafts", "remove", name]).status == 0 && desk.drafts == [])
    #expect(try desk.run(["drafts", "remove", name]).status == 66)
    #expect(try desk.run(["fill", "--resume"]).status == 66)
  }
}
