import Files
import Paperwork
import Printing

/// What every page of every paper shows: read from the PDFs themselves by `Looking/look.py`, once for all tests.
///
/// Besides the papers of ``Pages`` there are those of a town with a logo, those that are completed on a screen, and
/// those of families in each language.
enum LookedAt {
  /// One fact of a page.
  struct Fact: Sendable, CustomStringConvertible {
    /// The document's name; see ``extra``.
    let name: String
    /// From 1; 0 for what is true of the whole.
    let page: Int
    let words: [String]
    /// The first of the words as a number.
    var number: Double { words.first.flatMap { Double($0) } ?? .nan }
    var description: String { "\(name), page \(page): " + words.joined(separator: " ") }
    var isBlank: Bool { name.contains("blanko-") || name.hasPrefix("sprache-") }
    var isForScreen: Bool { name.hasPrefix("schirm-") }
  }

  /// The facts of all PDFs by their kind.
  static let facts: [String: [Fact]] = (try? lookedAt()) ?? [:]

  /// The facts of one kind.
  static func all(_ kind: String) -> [Fact] { facts[kind] ?? [] }

  /// The slack of each page by the name of its document.
  static let slack = Dictionary(grouping: all("page"), by: \.name).mapValues { $0.map(\.number) }

  /// Documents and their PDFs beside those of ``Pages``: `logo-NAME`, `schirm-FORM`, `sprache-CODE-FORM`, and the ones
  /// of ``MistakenPage``.
  static let extra: [String: (document: [UInt8], pdf: [UInt8])] = (try? made()) ?? [:]

  /// Examples whose pages are made with a logo too: short and long ones, one sheet and several.
  private static let withLogo = [
    "gespraechsnotiz-erstkontakt", "gespraechsnotiz-lang", "kwg-meldebogen-kita", "kwg-meldebogen-saeugling",
    "schweigepflichtentbindung-zwei-blaetter", "widerruf-lang", "rueckmeldung-sd-lang", "statistik-teil1-gesamtstadt",
    "statistik-teil2-stadtbezirk", "besuch-monat", "kooperation-lang", "ziele-auswertung", "uebergabe-fachgremium-hze",
  ]

  private static func made() throws -> [String: (document: [UInt8], pdf: [UInt8])] {
    let scratch = try Scratch()
    let documents = scratch.path("papers")
    try FolderMaking.make(documents)
    let forms = try Catalogue(home: Repository.root).formIDs()
    var folders = 0
    func make(_ words: [String], _ prefix: String, _ environment: [String: String] = [:]) throws {
      folders += 1
      let folder = scratch.path("folder-\(folders)")
      try FolderMaking.make(folder)
      let day = ["--as-of", Repository.day.iso]
      _ = try Kiso.run(["render"] + words + ["-o", folder] + day, environment: environment, seconds: 120)
      for file in try DirectoryListing.files(in: folder) {
        let bytes = try FileReader.bytes(at: file, limit: 1 << 24)
        try AtomicFile.write(bytes, to: FilePath.joining(documents, prefix + FilePath.lastComponent(of: file)))
      }
    }
    let town = try Scratch()
    let logo = try LogoTests.town("wappen.svg", in: town)
    try make(["--blank"] + forms, "logo-blanko-", logo)
    for example in withLogo {
      let others = try Repository.companions(of: example + ".json").flatMap {
        ["--with", Repository.path("Examples/\($0)")]
      }
      try make([Repository.path("Examples/\(example).json")] + others, "logo-", logo)
    }
    try make(["--fillable", "--blank"] + forms, "schirm-")
    for language in LanguageTests.languages {
      try make(["--language", language, "--blank"] + LanguageTests.forms, "sprache-\(language)-")
    }
    for (name, bytes) in try MistakenPage.documents() {
      try AtomicFile.write(bytes, to: FilePath.joining(documents, name + ".fodt"))
    }
    guard let office = Outside.office else { return [:] }
    let files = try DirectoryListing.files(in: documents).sorted()
    let pdfs = try LibreOffice(executable: office).convert(files.map(OfficeDocument.file), to: .pdfArchive)
    var result: [String: (document: [UInt8], pdf: [UInt8])] = [:]
    for (file, pdf) in zip(files, pdfs) {
      result[FilePath.stem(of: file)] = (try FileReader.bytes(at: file, limit: 1 << 24), pdf)
    }
    return result
  }

  private static func lookedAt() throws -> [String: [Fact]] {
    let scratch = try Scratch()
    let own = Pages.pdfs.map { ($0.key, $0.value) } + extra.map { ($0.key, $0.value.pdf) }
    let files = try own.map { try scratch.write($0.1, $0.0 + ".pdf") }
    return try look(at: files)
  }

  /// The facts of some PDFs.
  static func look(at files: [String]) throws -> [String: [Fact]] {
    let script = Repository.path("Tests/KisoTests/Pages/Looking/look.py")
    let run = try Program.run([Outside.python ?? "python3", "-B", script] + files, seconds: 300)
    guard run.status == 0 else { throw CannotLook(errors: run.errors) }
    var facts: [String: [Fact]] = [:]
    for line in run.output.split(separator: "\n") {
      let words = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard words.count > 2, let page = Int(words[1]) else { continue }
      facts[words[2], default: []].append(Fact(name: words[0], page: page, words: Array(words.dropFirst(3))))
    }
    return facts
  }

  struct CannotLook: Error { let errors: String }
}
