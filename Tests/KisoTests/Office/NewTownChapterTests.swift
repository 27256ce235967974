import Files
import Testing

/// The chapter for a new town: its files are written, its commands run and show what the chapter shows.
struct NewTownChapterTests {
  @Test func everyFileAndCommandOfTheChapterDoesWhatItSays() throws {
    let chapter = try Repository.text("Documentation/Handbuch/17-Eine-neue-Stadt.md")
    let scratch = try Scratch()
    try Repository.copy(["Forms", "Templates"], to: scratch.path)
    let folder = FilePath.parent(of: Kiso.path)
    var last = ""
    var count = (files: 0, commands: 0, shown: 0)
    for block in chapter.matches(of: /(?m)(?:^`([^`\n]+)`:\n\n)?^```(ini|xml|sh|text)\n((?:(?!```).*\n)*)```/) {
      let text = String(block.3)
      switch block.2 {
      case "sh":
        for line in text.split(separator: "\n") {
          count.commands += 1
          let run = try Program.run(
            ["/bin/sh", "-c", String(line)], in: scratch.path,
            environment: [
              "PATH": folder + ":/usr/bin:/bin", "KISO_HOME": scratch.path, "KISO_CACHE": scratch.path("cache"),
              "HOME": scratch.path("heim"),
            ])
          last = run.masked
          #expect(run.status <= 1, "\(line): \(run.transcript)")
        }
      case "text":
        for line in text.split(separator: "\n") {
          count.shown += 1
          #expect(last.contains(line), "›\(line)‹ is not in\n\(last)")
        }
      default:
        let path = try #require(block.1.map { String($0) })
        count.files += 1
        try AtomicFile.write(Array(text.utf8), to: scratch.path(path))
      }
    }
    #expect(count.files == 3 && count.commands == 8 && count.shown == 11)
    #expect(try scratch.text("fragen.txt").contains("# kindernotruf ="))
  }
}
