import FormModel
import OpenDocument
import Paperwork
import Testing

@testable import Proofs

/// Pages for the browser: what their file is, and what they do in a real Chromium.
@Suite(.serialized)
struct BrowserPageTests {
  static let forms = (try? Catalogue(home: Repository.root).formIDs()) ?? []
  private static let town = Result {
    try ProvenTown(home: Repository.root, municipality: "bochum", day: Repository.day)
  }

  private func page(_ form: String) throws -> String {
    let maker = BrowserPage(catalogue: try Self.town.get().catalogue, day: Repository.day)
    return String(decoding: try maker.page(ofForm: form).bytes, as: UTF8.self)
  }

  @Test func `A page is one file, twice the same, that may ask nobody for anything`() throws {
    let text = try page("gespraechsnotiz")
    let again = try page("gespraechsnotiz")
    #expect(again == text)
    let policy = try #require(text.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).output.1
    let script = try #require(text.firstMatch(of: /<script>([\s\S]*?)<\/script>/)).output.1
    let style = try #require(text.firstMatch(of: /<style>([\s\S]*?)<\/style>/)).output.1
    func hash(_ part: Substring) -> String { "'sha256-\(Base64.encode(SHA256.digest(Array(part.utf8))))'" }
    #expect(
      policy
        == "default-src 'none'; script-src \(hash(script)); style-src \(hash(style)); base-uri 'none'; form-action 'none'"
    )
    for word in [
      "http://", "https://", "eval(", "new Function", "innerHTML", "localStorage", "sessionStorage", "indexedDB",
      "cookie", "fetch(", "XMLHttpRequest",
    ] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func `No script of a page names a form, a list, a field of one, or a town`() throws {
    let library = try Self.town.get().library
    let scripts = try Catalogue.scripts()
    let names = Set(library.forms.keys).union(library.lists.keys).union([library.profile.id])
    let words = Set(scripts.split { !($0.isLetter || $0.isNumber || "_-".contains($0)) }.map(String.init))
    #expect(words.count > 1_000 && words.isDisjoint(with: names), "\(words.intersection(names))")
  }

  @Test func `A page is asked for by its own name and goes into a file`() throws {
    let scratch = try Scratch()
    let wanted = try page("gespraechsnotiz")
    let made = try Kiso.runOnDay(["render", "--html", "notiz", "-o", scratch.path("n.html")])
    #expect(made.transcript == "-- Status 0\n")
    let note = try scratch.text("n.html")
    #expect(note == wanted)
    let example = Repository.path("Examples/ziele-minimal.json")
    let filled = try Kiso.runOnDay(["render", "--html", example, "-o", scratch.path("z.html")])
    let begun = try scratch.text("z.html")
    #expect(filled.status < 2 && begun.contains(#"\u003crecord form=\"ziele\""#), "\(filled.errors)")
    for (words, status) in [
      (["--html", "notiz", "--blank"], 64), (["--html", "notiz", "--archive"], 64),
      (["--html", "notiz", "-o", "x.odt"], 64),
      (["--html", "gibtsnicht", "-o", "x.html"], 64), (["--html", "notiz", "ziele"], 64),
    ] {
      let run = try Kiso.runOnDay(["render"] + words)
      #expect(run.status == status && !run.errors.isEmpty && run.output.isEmpty, "\(words) \(run.status) \(run.errors)")
    }
  }

  // MARK: - In Chromium, started once for all

  private static let looked = Result { try look() }

  /// What the checks in the browser say, by the first word of their summary.
  private static func look() throws -> Run {
    let town = try Self.town.get()
    let scratch = try Scratch()
    let maker = BrowserPage(catalogue: town.catalogue, day: town.day)
    var lines: [String] = []
    for (place, form) in town.forms.enumerated() {
      try scratch.write(String(decoding: try maker.page(ofForm: form.id).bytes, as: UTF8.self), form.id + ".html")
      for number in 0..<3 { lines.append(try BrowserSample(number * 1009 + place, of: 17, form: form, in: town).line) }
    }
    try scratch.write(lines.joined(separator: "\n"), "samples.jsonl")
    let script = Repository.path("Scripts/lib/browser_check.py")
    return try Program.run(
      [
        Outside.python ?? "python3", script, "findings,filling,access,using", scratch.path("samples.jsonl"),
        scratch.path("."),
      ],
      environment: ["KISO": Kiso.path, "KISO_HOME": Repository.root, "KISO_MUNICIPALITY": "bochum"], seconds: 300)
  }

  @Test(
    .enabled(if: Outside.chromium != nil && Outside.python != nil, "needs Chromium and Python"),
    arguments: ["findings", "filling", "access", "using"])
  func `In a browser a page finds, takes, shows and saves what the program does`(_ part: String) throws {
    let run = try Self.looked.get()
    let lines = run.output.split(separator: "\n")
    let summary = try #require(lines.first { $0.hasPrefix(part + ": ") }, "\(run.output) \(run.errors)")
    #expect(summary.hasSuffix(" 0 complaints"), "\(run.output)")
    #expect(!summary.hasPrefix(part + ": 0 "))
  }
}

extension Catalogue {
  /// The scripts of all pages in one text.
  fileprivate static func scripts() throws -> String {
    let page = try BrowserPage(catalogue: Catalogue(home: Repository.root)).page(ofForm: "ziele")
    let text = String(decoding: page.bytes, as: UTF8.self)
    return try String(#require(text.firstMatch(of: /<script>([\s\S]*?)<\/script>/)).output.1)
  }
}
