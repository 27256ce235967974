import Files
import Glibc
import Testing

/// The statistics as spreadsheets.
struct SpreadsheetTests {
  /// The examples of the statistics.
  static let examples = Repository.examples.filter { $0.hasPrefix("statistik-") }

  private func sheet(_ example: String) throws -> Package {
    let scratch = try Scratch()
    let run = try Kiso.runOnDay(["render", Repository.path("Examples/\(example)"), "-o", scratch.path("x.ods")])
    try #require(run.status < 2, "\(run.errors)")
    return try Package(scratch.bytes("x.ods"))
  }

  /// The opening tags of the cells of the sheets, without those of charts.
  private func cells(_ content: String) -> [Substring] {
    content.matches(of: /<table:table-cell [^>]*>/).map(\.0)
  }

  private func attribute(_ name: String, of tag: Substring) -> String? {
    guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }

  @Test(.enabled(if: Outside.judge != nil, "needs the judge of documents beside the repository, and lxml"))
  func anIndependentJudgeFindsNothing() throws {
    let judge = try #require(Outside.judge)
    let scratch = try Scratch()
    let files = try Self.examples.map { try scratch.write(try sheet($0).bytes(), stem($0) + ".ods") }
    let words = [
      Outside.python ?? "python3", judge.script, "--strict", "--schema", judge.schemas, "--odf-version", "1.3",
    ]
    let run = try Program.run(words + files, environment: ["HOME": scratch.path], seconds: 300)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test(arguments: examples)
  func numbersAndDaysAreWhatTheyAreAndNotText(_ example: String) throws {
    let content = try sheet(example).text("content.xml")
    for cell in content.matches(of: /<table:table-cell ([^>]*)><text:p>([^<]*)<\/text:p>/) {
      let type = attribute("office:value-type", of: cell.0)
      let text = String(cell.2)
      if text.wholeMatch(of: /[0-9]{2}\.[0-9]{2}\.[0-9]{4}/) != nil {
        #expect(type == "date" && attribute("office:date-value", of: cell.0) != nil, "\(cell.0)")
      } else if text.wholeMatch(of: /-?[0-9.]+(,[0-9]+)?/) != nil, text != "." {
        let number = text.replacing(".", with: "").replacing(",", with: ".")
        #expect(type == "float" && attribute("office:value", of: cell.0) == number, "\(cell.0)")
      }
    }
    #expect(cells(content).contains { attribute("office:value-type", of: $0) == "date" })
  }

  /// LibreOffice reckons what we took out, and comes to the same.
  @Test(.enabled(if: Outside.hasCalc, "needs libreoffice-calc, or it was left out on request"))
  func everyFormulaGivesWhatIsWrittenBesideIt() throws {
    let scratch = try Scratch()
    var wanted: [String: [String]] = [:]
    var files: [String] = []
    for example in Self.examples where !example.contains("veroeffentlichung") {
      let whole = try sheet(example)
      let formulas = cells(whole.text("content.xml")).filter { attribute("table:formula", of: $0) != nil }
      let without = whole.changing("content.xml") { text in
        text.replacing(/(<table:table-cell [^>]*table:formula="[^"]*"[^>]*?) office:value="[^"]*">/) { "\($0.1)>" }
      }
      wanted[stem(example)] = formulas.map { attribute("office:value", of: $0) ?? "" }
      #expect(
        !cells(without.text("content.xml")).contains {
          attribute("table:formula", of: $0) != nil && attribute("office:value", of: $0) != nil
        })
      files.append(try scratch.write(without.bytes(), stem(example) + ".ods"))
    }
    #expect(wanted.values.map(\.count).reduce(0, +) > 60)
    try FolderMaking.make(scratch.path("aus"))
    try Outside.convert(files, to: "fods", into: scratch.path("aus"))
    for (name, values) in wanted {
      let made = String(decoding: try scratch.bytes("aus/\(name).fods"), as: UTF8.self)
      let found = cells(made).filter { attribute("table:formula", of: $0) != nil }
        .map { attribute("office:value", of: $0) ?? "" }
      #expect(found == values, "\(name)")
    }
  }

  /// A publication has been rounded figure by figure; a sum made anew would give away what was rounded.
  @Test(arguments: examples.filter { $0.contains("veroeffentlichung") })
  func aPublicationHasNoFormulasAndNoNames(_ example: String) throws {
    let package = try sheet(example)
    #expect(!package.text("content.xml").contains("table:formula"))
    for figure in cells(package.text("content.xml")).compactMap({ attribute("office:value", of: $0) }) {
      #expect(Int(figure).map { $0 % 5 == 0 } == true, "\(figure)")
    }
    for name in ["Töpfer", "Weißhaupt", "Ebbinghaus"] {
      for (member, bytes) in package.members {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(name), "\(member)")
      }
    }
  }

  @Test func theChartShowsTheCellsItNames() throws {
    let package = try sheet("statistik-teil2-stadtbezirk.json")
    let record = try Repository.text("Examples/statistik-teil2-stadtbezirk.json")
    let chart = package.text("Object 1/content.xml")
    let shown = chart.matches(of: /office:value="([^"]*)"/).map { String($0.1) }
    var wanted: [String] = []
    for age in ["u1", "u3", "u6", "ab6", "ungeboren"] {
      for place in ["kita", "ktp", "keine", "unbekannt"] {
        let figure = try #require(record.firstMatch(of: try Regex("\"c_\(age)_\(place)\": ([0-9]+)")))
        wanted.append(String(figure.output[1].substring ?? ""))
      }
    }
    #expect(shown == wanted)
  }

  @Test(arguments: examples)
  func itReadsBackToTheSameRecordAlsoThroughAPassword(_ example: String) throws {
    let scratch = try Scratch()
    try scratch.write("Grün-Käse 7\n", "kennwort")
    let source = Repository.path("Examples/\(example)")
    _ = try Kiso.runOnDay(["render", source, "-o", "x.odt"], in: scratch.path)
    _ = try Kiso.runOnDay(["render", source, "-o", "x.ods"], in: scratch.path)
    let sealed = ["render", source, "--as-of", "2025-11-20", "-o", "y.ods", "--password-fd", "3"]
    #expect(try Kiso.run(sealed, in: scratch.path, redirections: "3<kennwort").status < 2)
    let text = try Kiso.runOnDay(["read", "x.odt"], in: scratch.path)
    let sheet = try Kiso.runOnDay(["read", "x.ods"], in: scratch.path)
    #expect(text.status == 0 && sheet.status == 0, "\(sheet.errors)")
    #expect(!sheet.bytes.isEmpty && sheet.bytes == text.bytes)
    #expect(try Kiso.runOnDay(["read", "y.ods"], in: scratch.path).status == 65)
    let opened = try Kiso.run(
      ["read", "y.ods", "--as-of", "2025-11-20", "--password-fd", "3"], in: scratch.path, redirections: "3<kennwort")
    #expect(opened.status == 0 && opened.bytes == sheet.bytes, "\(opened.errors)")
  }
}
