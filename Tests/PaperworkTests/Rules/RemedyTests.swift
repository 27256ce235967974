import FormModel
import Paperwork
import Testing

/// Whoever does what a message says gets no other message for it.
@Suite struct RemedyTests {
  private static let first = [
    "notiz_nr=1", "datum=2025-09-09", "erstkontakt=ja", "zugangsweg=kita", "kita=Kita Purzelbaum", "spe_ids=",
  ]
  private static let next = ["notiz_nr=2", "datum=2025-09-16", "erstkontakt=nein", "zugangsweg=", "spe_ids="]

  private func ids(_ edits: [String], beside other: [String]) throws -> [String] {
    try Checked(.named, edits, others: [try Sample.named.raw().edited(other)]).ids
  }

  @Test func `Information that was given later is written down in the note of that day`() throws {
    let late = Self.first + ["information_datenschutz_am=2025-09-16"]
    let silent = Self.first + ["information_datenschutz_am="]
    let made = Self.next + ["information_datenschutz_am=2025-09-16"]
    let open = Self.next + ["information_datenschutz_am="]
    // What was seen: the day of the next contact in the first note, and the first note without any day.
    #expect(try ids(late, beside: open).contains("E-GN-35"))
    #expect(try ids(silent, beside: open).contains("W-GN-34"))
    // What both messages ask for.
    for (note, other) in [(silent, made), (made, silent)] {
      let found = try ids(note, beside: other)
      #expect(!found.contains("W-GN-34") && !found.contains("E-GN-35"), "\(found)")
    }
  }

  @Test func `A release that was filed stops the note from asking for one`() throws {
    let referred = Self.first + ["zugangsweg=sd", "zustimmung_kontaktweitergabe=2025-09-08", "rueckmeldung_sd="]
    let alone = try Checked(.named, referred)
    #expect(alone.ids.contains("W-GN-36"))
    let number = try #require(alone.record.root.value("vorgangsnummer"))
    func release(_ number: String) -> RawValue {
      .object([
        RawValue.Member("form", .text("schweigepflichtentbindung")), RawValue.Member("spe_id", .text(number)),
      ])
    }
    let raw = try Sample.named.raw().edited(referred)
    #expect(try !Checked(raw, others: [release("\(number)-SPE-01")]).ids.contains("W-GN-36"))
    #expect(try Checked(raw, others: [release("KSA-2-2025-0999-SPE-01")]).ids.contains("W-GN-36"))
  }
}
