import Files
import Paperwork
import Testing

/// What leaves the archive is checked as what is printed.
struct LeavingTests {
  private static let number = "KSA-5-2025-0031"

  @Test func aLetterWithoutAReleaseLeavesOnlyAsADraft() throws {
    let store = try Store()
    let letter = Repository.path("Examples/rueckmeldung-sd-ergebnis.json")
    #expect(try store.run(["archive", "add", letter, "--draft"]).status <= 1)
    let out = store.path("raus")
    let refused = try store.run(["archive", "export", Self.number, "-o", out])
    #expect(refused.status == 2 && refused.errors.contains("E-RSD-10"), "\(refused.errors)")
    #expect(!FileRemoval.exists(out))
    let draft = try store.run(["archive", "export", Self.number, "-o", out, "--draft"])
    #expect(draft.status == 1 && draft.errors.contains("1 Datei"), "\(draft.errors)")
    // With its release it leaves as it is.
    try store.add("schweigepflichtentbindung-zwei-blaetter.json")
    let covered = try store.run(["archive", "export", Self.number, "-o", store.path("gedeckt")])
    #expect(covered.status == 0 && !covered.errors.contains("[E-"), "\(covered.errors)")
  }

  @Test func aFileWithoutARecordIsNamedAsUnchecked() throws {
    let store = try Store()
    let scan = try store.write(Array("%PDF-1.4\nein Scan".utf8), "scan.pdf")
    #expect(try store.run(["archive", "add", scan, "--kind", "spe", "--case", Self.number]).status == 0)
    let run = try store.run(["archive", "export", Self.number, "-o", store.path("raus")])
    #expect(run.status == 0 && run.errors.contains("H-UNGEPRUEFT"), "\(run.errors)")
  }
}
