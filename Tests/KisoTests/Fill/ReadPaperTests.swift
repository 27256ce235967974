import Files
import Paperwork
import Testing

/// A paper that is not ours, read by its labels, and compared in a conversation.
struct ReadPaperTests {
  private func read(_ desk: borrowing Desk) throws {
    _ = try desk.home.write(
      Array("Datenschutzinformation\nAusgehändigt am: 12.11.2025\nIhre Ansprechperson: Mareike Töpfer\n".utf8),
      as: "scan.txt")
    let words = ["read", "--labels", "scan.txt", "--form", "datenschutzinfo", "-o", "scan.json"]
    let run = try desk.run(words + Desk.day)
    #expect(run.status <= 1 && FileRemoval.exists(desk.path("scan.json")), "\(run.errors)")
  }

  private let fill = ["fill", "datenschutzinfo", "--from", "scan.json", "-o", "x.json"] + Desk.day

  @Test func everyValueIsShownAndEnterConfirmsIt() throws {
    let desk = try Desk()
    try read(desk)
    let run = try desk.start(fill)
    try run.wait(for: "2 Werte sind vom Papier gelesen und mit ihm zu vergleichen")
    try run.wait(for: "Vom Papier gelesen. Bitte vergleichen; Enter bestätigt es.")
    run.answer("übersicht")
    try run.wait(for: "12.11.2025 (zu\u{A0}bestätigen)")
    try run.wait(for: "(zu\u{A0}bestätigen)\n  Erläutert")
    run.answer("")
    try run.wait(for: "Ausgehändigt am             12.11.2025\n")
    // What is confirmed stays so when the conversation is broken off and continued.
    run.type("\u{03}")
    #expect(run.finish() == 130)
    let rest = try desk.start(["fill", "--resume", "-o", "x.json"] + Desk.day)
    rest.answer("übersicht")
    try rest.wait(for: "(zu\u{A0}bestätigen)\n  Erläutert")
    #expect(!rest.text.contains("12.11.2025 (zu\u{A0}bestätigen)"))
    for _ in 0..<4 where !rest.hasEnded {
      try rest.wait("a question") { $0.asks || $0.hasEnded }
      rest.answer("")
    }
    #expect(rest.finish() == 0, "\(rest.text)")
    let bytes = try desk.bytes("x.json")
    #expect(!bytes.contains("unconfirmed"))
    let record = try Repository.record(bytes)
    #expect(record.root.value("datum") == "2025-11-12")
    #expect(record.root.groups("fachkraft").first?.value("name") == "Mareike Töpfer")
  }

  @Test func whatNobodyLookedAtStaysToBeConfirmed() throws {
    let desk = try Desk()
    try read(desk)
    let run = try desk.run(fill, lines: ["", "/fertig", ""])
    #expect(run.status == 1, "\(run.errors)")
    #expect(try Repository.record(desk.bytes("x.json")).unconfirmed == ["fachkraft/name"])
  }
}
