import Files
import Testing

/// `kiso --man`: pages for `man` from the declarations of the commands.
struct ManualPageTests {
  @Test func everyCommandHasAPageThatSaysWhatItsHelpSays() throws {
    let scratch = try Scratch()
    let run = try Kiso.run(["--man", scratch.path])
    #expect(run.status == 0 && run.transcript == "-- Status 0\n", "\(run.transcript)")
    let pages = try DirectoryListing.files(in: scratch.path).sorted()
    let help = try Kiso.run(["--help"]).output
    let commands = help.matches(of: /(?m)^  ([a-z]+) {2,}/).map { String($0.1) }
    #expect(commands.count >= 18 && pages.count > 40)
    for command in commands { #expect(pages.contains { $0.hasSuffix("/kiso-\(command).1") }, "\(command)") }
    for words in [["fill"], ["stats", "merge"], ["archive", "add"], ["retention", "purge"], ["setup"]] {
      let name = (["kiso"] + words).joined(separator: "-")
      let page = String(decoding: try scratch.bytes(name + ".1"), as: UTF8.self)
      #expect(page.hasPrefix(".TH \"\(name.uppercased())\" 1 "), "\(name)")
      let options = try Kiso.run(words + ["--help"]).output.matches(of: /(?m)^ {2,}(?:-\w, )?--([a-z-]+)/).map { $0.1 }
      #expect(!options.isEmpty)
      for option in options {
        #expect(page.contains("\\-\\-" + option.replacing("-", with: "\\-")), "\(name): \(option)")
      }
    }
    // No line of text begins with what troff takes for a command of its own.
    let macros = ["TH", "nh", "ad", "SH", "PP", "B", "TP"]
    for page in pages {
      for line in String(decoding: try FileReader.bytes(at: page, limit: 1 << 20), as: UTF8.self).split(separator: "\n")
      where line.hasPrefix(".") {
        #expect(macros.contains { line == ".\($0)" || line.hasPrefix(".\($0) ") }, "\(page): \(line)")
      }
    }
    #expect(try Kiso.run(["--man", scratch.path("gibt/es/nicht")]).status != 0)
  }
}
