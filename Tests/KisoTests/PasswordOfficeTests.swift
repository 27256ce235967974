import Files
import Testing

/// A protected document on its way through LibreOffice.
@Suite(
  .serialized,
  .enabled(if: Outside.isOfficeScripted, "needs LibreOffice and python3-uno, or it was left out on request"))
struct PasswordOfficeTests {
  @Test func libreOfficeOpensOurPapersWithThePasswordAndWeReadWhatItProtects() throws {
    let scratch = try Scratch()
    try scratch.write("Grün-Käse 7\n", "eins")
    try scratch.write("Zwei Äpfel\n", "zwei")
    let papers = ["gespraechsnotiz-erstkontakt.json", "gespraechsnotiz-lang.json"]
    var jobs: [String] = []
    func quoted(_ name: String) -> String { "\"\(scratch.path(name))\"" }
    for paper in papers {
      let words = ["render", Repository.path("Examples/\(paper)"), "--as-of", "2025-11-20"]
      #expect(try Kiso.run(words + ["-o", scratch.path("\(stem(paper)).odt")]).status < 2)
      let sealed = words + ["-o", "\(stem(paper))-1.odt", "--password-fd", "3"]
      #expect(try Kiso.run(sealed, in: scratch.path, redirections: "3<eins").status < 2)
      jobs += [
        "{\"open\": \(quoted("\(stem(paper)).odt"))}",
        "{\"open\": \(quoted("\(stem(paper))-1.odt")), \"password\": \"Grün-Käse 7\","
          + " \"store\": \(quoted("\(stem(paper))-2.odt")), \"protect\": \"Zwei Äpfel\"}",
        "{\"open\": \(quoted("\(stem(paper))-1.odt")), \"password\": \"Zwei Äpfel\"}",
      ]
    }
    let script = Repository.path("Tests/OpenDocumentTests/Fixtures/office-password.py")
    let run = try Program.run(
      [Outside.python ?? "python3", script], input: Array("[\(jobs.joined(separator: ","))]".utf8), seconds: 300)
    try #require(run.status == 0, "\(run.errors)")
    let answers = run.output.split(separator: "}, {")
    try #require(answers.count == jobs.count)
    for (number, paper) in papers.enumerated() {
      let texts = answers[(number * 3)..<(number * 3 + 3)].map {
        $0.trimmingPrefix("[{").replacing("}]", with: "")
      }
      #expect(texts[0].count > 500 && texts[0].hasPrefix("\"text\": \"Gespr"))
      #expect(texts[1] == texts[0])
      #expect(texts[2] == "\"refused\": true")
      let plain = try Kiso.runOnDay(["read", "\(stem(paper)).odt"], in: scratch.path)
      let read = try Kiso.run(
        ["read", "\(stem(paper))-2.odt", "--as-of", "2025-11-20", "--password-fd", "3"], in: scratch.path,
        redirections: "3<zwei")
      #expect(read.status == 0 && read.errors == "" && read.bytes == plain.bytes, "\(read.errors)")
    }
  }
}
