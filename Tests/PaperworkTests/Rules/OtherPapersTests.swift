import Paperwork
import Testing

@testable import FormModel

/// Rules between the papers of one case.
@Suite struct OtherPapersTests {
  private func other(_ edits: [String]) throws -> RawValue {
    try Sample.named.raw().edited(edits)
  }

  @Test func `Papers of other cases do not count`() throws {
    let stranger = try other(["vorgangsnummer=KSA-2-2025-0148", "zugangsweg=kita", "datum=2025-09-01"])
    #expect(try Checked(.named, others: [stranger]).german == [])
    let related = try other(["zugangsweg=kita", "datum=2025-09-01"])
    #expect(try Checked(.named, others: [related]).ids == ["E-GN-20", "W-GN-31"])
  }

  @Test func `A note without a case number has no other papers`() throws {
    let first = try other(["vorgangsnummer=", "datum=2025-09-01"])
    #expect(try Checked(.named, ["vorgangsnummer="], others: [first]).german == [])
  }

  @Test func `The same note is not its own other paper`() throws {
    #expect(try Checked(.named, others: [try other([])]).german == [])
  }

  @Test func `An earlier state of the same note is no other paper`() throws {
    let earlier = try other(["id=n-1", "zugangsweg=kita"])
    #expect(try Checked(.named, ["id=n-1"], others: [earlier]).german == [])
    #expect(try Checked(.named, ["id=n-2"], others: [earlier]).ids == ["E-GN-20", "W-GN-31"])
  }

  @Test func `The end is held against all notes`() throws {
    let others = [
      try other(["notiz_nr=1", "datum=2025-09-01"]), try other(["notiz_nr=3", "datum=2025-11-01"]),
    ]
    #expect(try Checked(.ended, ["beendet_am=2025-10-31"], others: others).ids == ["W-GN-65"])
    #expect(try Checked(.ended, ["beendet_am=2025-11-01"], others: others).ids == [])
    #expect(try Checked(.ended, ["beendet_am=2025-08-31"], others: others).ids == ["E-GN-64"])
  }

  @Test func `Other papers leave no trace in the record`() throws {
    let checked = try Checked(.named, others: [try other(["notiz_nr=1", "kinder[1]/vorname=Efe"])])
    #expect(checked.evaluated.record == (try Checked(.named).evaluated.record))
    #expect(!String(decoding: checked.evaluated.shown.xml(), as: UTF8.self).contains("Efe"))
  }

  /// Notes of cases with these numbers, each judged among all of them; gives how often a record was evaluated.
  private func evaluations(_ numbers: [String]) throws -> Int {
    let library = try Catalogue(home: Repository.root).library(form: "gespraechsnotiz")
    let form = try Repository.form("gespraechsnotiz", in: library)
    var reader = RecordReader(library: library, day: Repository.day)
    var notes: [Record] = []
    for (index, number) in numbers.enumerated() {
      notes.append(
        try reader.record(from: try other(["vorgangsnummer=\(number)", "notiz_nr=\(index + 1)"])).record)
    }
    let others = OtherPapers(notes, library: library, day: Repository.day)
    for note in notes {
      _ = try EvaluatedRecord(note, form: form, library: library, among: others, day: Repository.day)
    }
    return library.plans.plan(for: form).work.evaluations
  }

  @Test func `Papers of other cases are not even evaluated`() throws {
    #expect(try evaluations((1...5).map { "KSA-2-2025-000\($0)" }) == 5)
  }

  @Test func `Each paper of a case is evaluated once for all the others`() throws {
    #expect(try evaluations(Array(repeating: "KSA-2-2025-0001", count: 5)) == 10)
  }

  @Test func `A referenced paper is looked up and not looked for`() throws {
    let library = try Repository.library()
    let source = "papers('schweigepflichtentbindung')[spe_id = current-record()/spe_id][filled(gueltig_ab)]/gueltig_ab"
    #expect(
      ReferenceLookup.rewritten(source, library)
        == "papers-holding('schweigepflichtentbindung', 'spe_id', current-record()/spe_id)"
        + "[spe_id = current-record()/spe_id][filled(gueltig_ab)]/gueltig_ab")
    // What the other paper calculates stands in no index.
    let calculated = "papers('schweigepflichtentbindung')[status = current-record()/spe_id]"
    #expect(ReferenceLookup.rewritten(calculated, library) == calculated)
  }
}
