import Files
import Conversation
import Paperwork
import Terminal

/// What every subcommand needs: the surroundings, the catalogue, the reference day, input and output.
struct CommandContext {
  let surroundings: Surroundings
  /// The day everything refers to: `--as-of`, or today.
  let day: Day
  private let homes: [String]
  private let municipality: String?

  /// The largest input, in bytes.
  static let inputLimit = 64 << 20

  init(_ surroundings: Surroundings, _ arguments: ParsedArguments) throws(UsageFailure) {
    self.surroundings = surroundings
    if let typed = arguments.value("as-of") {
      guard let day = Day(iso: typed) else {
        throw UsageFailure.badValue(of: "as-of", expected: "ein Tag als JJJJ-MM-TT, zum Beispiel 2025-11-20")
      }
      self.day = day
    } else {
      day = surroundings.today()
    }
    let own = [surroundings.folder("XDG_DATA_HOME", otherwise: ".local/share"), "/etc/kiso"].compactMap { $0 }
    homes = Catalogue.homes(given: surroundings.environment("KISO_HOME"), own: own, program: surroundings.program)
    municipality = arguments.value("municipality") ?? surroundings.environment("KISO_MUNICIPALITY")
  }

  /// The forms and templates of the municipality.
  func catalogue() throws -> Catalogue {
    guard let home = homes.first else { throw CommandFailure.noHome }
    if let municipality, !Self.isName(municipality) {
      throw UsageFailure.badValue(of: "municipality", expected: "ein Ordnername")
    }
    let towns = municipality == nil ? Catalogue.municipalities(in: homes) : []
    // Papers of the wrong town would be told by nobody.
    guard towns.count <= 1 else { throw CommandFailure.severalMunicipalities(towns) }
    return Catalogue(
      home: home, others: Array(homes.dropFirst()), municipality: municipality, cache: surroundings.cache()
    ).forOneRun()
  }

  /// The folder of one's own, in which a town of one's own lies: what the environment names, or the user's.
  func ownHome() throws -> String {
    if let given = surroundings.environment("KISO_HOME"), !given.isEmpty { return given }
    guard let home = surroundings.folder("XDG_DATA_HOME", otherwise: ".local/share") else {
      throw CommandFailure.noHome
    }
    return home
  }

  /// The forms of a town, whichever others there are.
  func catalogue(of town: String) throws -> Catalogue {
    guard let home = homes.first else { throw CommandFailure.noHome }
    guard Self.isName(town) else { throw UsageFailure.badValue(of: "from", expected: "ein Ordnername") }
    return Catalogue(home: home, others: Array(homes.dropFirst()), municipality: town)
  }

  /// Where drafts lie; nil when there is no home.
  var draftFolder: DraftFolder? {
    surroundings.folder("XDG_STATE_HOME", otherwise: ".local/state").map { DraftFolder(FilePath.joining($0, "drafts")) }
  }

  /// The bytes of a file; `-` is standard input.
  func input(_ path: String) throws(FileFailure) -> [UInt8] {
    path == "-"
      ? try surroundings.readInput(Self.inputLimit) : try FileReader.bytes(at: path, limit: Self.inputLimit)
  }

  /// Refuses inputs that would read standard input twice.
  func checkInputs(_ paths: [String]) throws(CommandFailure) {
    guard paths.filter({ $0 == "-" }).count <= 1 else { throw .inputTwice }
  }

  /// Writes a result; nil and `-` are standard output, files are replaced as a whole or not at all.
  func output(_ bytes: [UInt8], to path: String?) throws(FileFailure) {
    if let path, path != "-" {
      try AtomicFile.write(bytes, to: path)
    } else {
      try surroundings.writeOutput(bytes)
    }
  }

  func output(_ text: String) throws(FileFailure) {
    try surroundings.writeOutput(Array(text.utf8))
  }

  /// Lists findings on standard error, errors first; with the source before each where there are several.
  func report(_ findings: [Finding], of source: String? = nil) {
    let sorted = findings.enumerated().sorted {
      ($0.element.strength, $0.offset) < ($1.element.strength, $1.offset)
    }
    for (_, finding) in sorted {
      surroundings.writeError((source.map { $0 + ": " } ?? "") + finding.german)
    }
  }

  /// Done, or done with warnings; hints do not count.
  func status(of findings: [Finding]) -> ExitStatus {
    findings.contains { $0.strength == .warning } ? .warnings : .done
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix(".") && !text.contains("/")
  }
}

/// What the command itself refuses.
enum CommandFailure: Error {
  /// There are forms of several towns, and nothing says whose are meant.
  case severalMunicipalities([String])
  /// No folder with forms was found.
  case noHome
  /// The file's extension does not say what format to write.
  case unknownFormat(ending: String, possible: String)
  /// A document was to be written to a terminal; the file it could go to.
  case notShown(file: String)
  /// A paper of several sheets cannot go to standard output.
  case severalSheets
  /// A password was given for something that cannot be protected with one.
  case notProtectable
  /// Several inputs ask for standard input.
  case inputTwice
  /// Several papers were asked for and no folder to put them into.
  case needsFolder
  /// Two papers would get one file.
  case sameName
  /// The ending of the output and `--format` disagree.
  case otherFormat
  /// There is no draft to go on with.
  case noDraft
  /// Somebody is at the draft right now.
  case draftInUse
  /// The draft cannot be read.
  case badDraft
  /// There is no place for settings, or nothing that could be set.
  case noSettings
  /// A new town asks, and nobody is there to answer.
  case unattendedTown
  /// Setting up asks, and nobody is there to answer.
  case unattendedSetup
  /// No form counts papers under this name.
  case unknownStatistics(String, known: [String])
  /// There is no such row in the statistics.
  case unknownRow(String, known: [String])
  /// Papers cannot be counted into figures that were made public.
  case published
  /// The form says nothing about publishing.
  case neverPublished
  /// No form is a report of a year.
  case noYearReport
  /// Nothing says where the archive lies.
  case noArchivePlace
  /// No paper that proves deletions is declared.
  case noProof
  /// Nothing is known of a case.
  case noCase
  /// A number that was typed in part means several cases.
  case severalCases([String])
  /// There is nothing of the case, or no such letter for its kind.
  case noFeedback
  /// There is no such paper to be corrected.
  case noPaper
  /// Several papers can be meant; how they are called.
  case severalPapers([String])
  /// The next edition would replace the earlier one.
  case overEarlier
}

/// Options that several commands have.
enum CommonOptions {
  static let asOf = CommandLineSyntax.Option(
    "as-of", value: "JJJJ-MM-TT", help: "Stichtag statt des heutigen Tages")
  static let municipality = CommandLineSyntax.Option(
    "municipality", value: "ORDNER", help: "Formulare einer anderen Kommune")
  static let output = CommandLineSyntax.Option(
    "output", short: "o", value: "DATEI", help: "Ziel; - ist die Standardausgabe", completion: .files)
  static let with = CommandLineSyntax.Option(
    "with", value: "ANGABEN", isRepeatable: true, help: "weiteres Papier, auf das sich dieses bezieht",
    completion: .files)
  static let soffice = CommandLineSyntax.Option(
    "soffice", value: "PFAD", help: "LibreOffice, wenn es nicht gefunden wird", completion: .files)
  static let strict = CommandLineSyntax.Option(
    "strict-anonymity", help: "Namensverdacht in anonymen Notizen ist ein Fehler")
}
