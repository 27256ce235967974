import Files
import Paperwork
import Testing

/// What is stored is heard while answering, and the entries of a release are there to choose from.
struct HearingTests {
  private static let release = "Examples/schweigepflichtentbindung-kontaktstatus.json"
  private static let number = "KSA-5-2025-0019"

  /// A sheet of the mother without a number: it takes back everything that she declared.
  private func revocation() throws -> [UInt8] {
    var sheet = try Repository.record(Repository.bytes("Examples/widerruf-ganz.json"))
    sheet.root.set("spe_id", [])
    sheet.root.set(
      "person", [.group(RecordGroup([.init("vorname", .value("Silke")), .init("nachname", .value("Weiß-Strauß"))]))])
    for id in ["datum", "eingegangen_am"] { sheet.root.set(id, [.value("2025-11-10")]) }
    return sheet.xml()
  }

  @Test func aStoredRevocationWithoutANumberIsHeardAtTheFirstAnswer() throws {
    let store = try Store()
    try store.add("schweigepflichtentbindung-kontaktstatus.json")
    let lines = String(repeating: "\n", count: 30)
    let free = try store.run(["fill", "kita-status", "--case", Self.number, "-o", "a.json"], input: lines)
    #expect(!free.errors.contains("der Widerruf nennt keine Nummer"), "\(free.errors)")
    let sheet = try store.write(try revocation(), "widerruf.xml")
    #expect(try store.run(["archive", "add", sheet, "--case", Self.number]).status <= 1)
    let run = try store.run(["fill", "kita-status", "--case", Self.number, "-o", "b.json"], input: lines)
    let heard = try #require(run.errors.range(of: "der Widerruf nennt keine Nummer"), "\(run.errors)")
    let asked = try #require(run.errors.range(of: "Mitteilung"), "\(run.errors)")
    // While answering, and not only when everything has been asked.
    let end = run.errors.range(of: "Alles gefragt")?.lowerBound ?? run.errors.endIndex
    #expect(heard.lowerBound < end && asked.lowerBound < run.errors.endIndex, "\(run.errors)")
  }

  @Test func aPaperThatIsFiledIsHeldAgainstEverythingThatIsStored() throws {
    let store = try Store()
    try store.add("schweigepflichtentbindung-kontaktstatus.json")
    // Filed under no case, as a sheet without a number can be.
    let sheet = try store.write(try revocation(), "widerruf.xml")
    #expect(try store.run(["archive", "add", sheet, "--case", "KSA-5-2025-0018"]).status <= 1)
    let letter = Repository.path("Examples/kita-status-beendet.json")
    let checked = try store.run(["check", letter])
    let added = try store.run(["archive", "add", letter])
    #expect(checked.status == 2 && checked.output.contains("[E-KITA-23]"), "\(checked.transcript)")
    #expect(added.status == 2 && added.errors.contains("[E-KITA-23]"), "\(added.transcript)")
  }

  @Test func aRevocationChoosesAmongTheRecipientsOfItsRelease() throws {
    let desk = try Desk()
    let release = Repository.path(Self.release)
    let lines = ["Silke Weiß-Strauß", "teilweise", "", "", "", "Kita Purzelbaum"] + Array(repeating: "", count: 12)
    let run = try desk.run(["fill", "widerruf", "--from", release, "-o", "w.json"] + Desk.day, lines: lines)
    #expect(run.errors.contains("1 Frau Kowalski-Brandt") && run.errors.contains("; 2 "), "\(run.errors)")
    let sheet = try Repository.record(desk.bytes("w.json"))
    #expect(sheet.root.values(at: "empfaenger_nr") == ["2"], "\(run.errors)")
    #expect(sheet.root.value("empfaenger") == nil)
  }

  @Test func aNoteOffersTheKitasOfItsWorkerAndThoseWhereSheStandsIn() throws {
    let store = try Store()
    try store.add("kita-zuordnung-2025.json")
    func offered(to name: String) throws -> String {
      let words = [
        "fill", "gespraechsnotiz", "--set", "kontaktart=kita", "--set", "fachkraft/name=\(name)", "-o", "a.json",
      ]
      return try store.run(words, input: String(repeating: "\n", count: 60)).errors
    }
    let own = try offered(to: "Mareike Töpfer")
    #expect(own.contains("1 Kita Purzelbaum; 2 Familienzentrum Sonnenblume; 3 Kita Ruhrkiesel\n"), "\(own)")
    #expect(try !offered(to: "Silke Anders").contains("Kita Purzelbaum"))
  }

  @Test func aLetterChoosesAmongTheRecipientsOfItsKind() throws {
    let desk = try Desk()
    var release = try Repository.record(Repository.bytes(Self.release))
    let other = RecordGroup([
      .init("name", .value("Herr Alt")), .init("funktion", .value("Sozialer Dienst")), .init("art", .value("sd")),
    ])
    release.root.set("empfaenger", release.root["empfaenger"] + [.group(other)])
    _ = try desk.home.write(release.xml(), as: "spe.xml")
    let words = ["fill", "rueckmeldung-sd", "--from", "spe.xml", "-o", "r.json"] + Desk.day
    let run = try desk.run(words, lines: ["Herr Alt", "/fertig", "/entwurf"])
    // The Kita, which the release names as well, is no recipient of a letter.
    #expect(run.errors.contains("; 2 Herr Alt") && !run.errors.contains("Großjohann"), "\(run.errors)")
    let letter = try Repository.record(desk.bytes("r.json"))
    #expect(letter.root.groups("empfaenger").first?.value("name") == "Herr Alt", "\(run.errors)")
    #expect(letter.root.groups("empfaenger").first?.value("funktion") == "Sozialer Dienst")
  }
}
