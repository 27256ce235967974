import Files
import Paperwork
import RecordArchive
import Secrets
import Terminal

/// Where the archive lies and what opens it, from options and environment.
struct ArchiveAccess {
  /// Where it lies.
  static let placeOptions: [CommandLineSyntax.Option] = [
    .init("store", value: "DATEI", help: "die Ablage (sonst KISO_ARCHIVE)"),
    .init("keys", value: "DATEI", help: "ihr Schlüsselbund (sonst KISO_ARCHIVE_KEYS)"),
  ]
  /// What opens it; at most one, and a question without any.
  static let keyOptions: [CommandLineSyntax.Option] = [
    .init("person", value: "KÜRZEL", help: "wessen Zugang (sonst KISO_PERSON)"),
    .init("passphrase-fd", value: "NUMMER", help: "Kennwort: erste Zeile dieses Deskriptors"),
    .init("access-file", value: "DATEI", help: "Zugangsdatei statt eines Kennworts"),
    .init("desktop", help: "Kennwort aus dem Passwortspeicher des Desktops"),
  ]
  static let options = placeOptions + keyOptions
  /// What opens it for commands that are about papers, whose archive the environment names.
  static let credentialOptions: [CommandLineSyntax.Option] = [
    .init("passphrase-fd", value: "NUMMER", help: "Kennwort der Ablage über diesen Deskriptor").rare,
    .init("access-file", value: "DATEI", help: "Zugangsdatei der Ablage statt eines Kennworts").rare,
    .init("desktop", help: "Kennwort der Ablage aus dem Passwortspeicher des Desktops").rare,
  ]

  let place: ArchivePlace
  let arguments: ParsedArguments
  let context: CommandContext

  init(_ arguments: ParsedArguments, _ context: CommandContext) throws {
    self.arguments = arguments
    self.context = context
    let environment = context.surroundings.environment
    let settings = try UserSettings.existing(context)
    func named(_ option: String, _ variable: String, _ role: FieldRole) -> String? {
      arguments.value(option) ?? environment(variable).flatMap { $0.isEmpty ? nil : $0 }
        ?? settings?[role].map(context.surroundings.expanded)
    }
    person = named("person", "KISO_PERSON", .archivePerson)
    guard let data = named("store", "KISO_ARCHIVE", .archive) ?? Self.standardPath(environment) else {
      throw CommandFailure.noArchivePlace
    }
    place = ArchivePlace(data: data, keys: named("keys", "KISO_ARCHIVE_KEYS", .archiveKeys))
    isNamed = named("store", "KISO_ARCHIVE", .archive) != nil
  }

  private let isNamed: Bool

  /// Whether there is one: it lies where it always does, or somebody named it.
  ///
  /// One that was named and is not there is missing, and no reason to go on as if there were none.
  var isSetUp: Bool { isNamed || FileRemoval.exists(place.data) }

  /// `kiso/ablage.kiso` in the user's folder for data (XDG Base Directory Specification).
  private static func standardPath(_ environment: (String) -> String?) -> String? {
    if let folder = environment("XDG_DATA_HOME"), folder.hasPrefix("/") {
      return FilePath.joining(folder, "kiso/ablage.kiso")
    }
    return environment("HOME").flatMap {
      $0.hasPrefix("/") ? FilePath.joining($0, ".local/share/kiso/ablage.kiso") : nil
    }
  }

  /// Whose access it is; nil to try everyone's.
  let person: String?

  /// The day that counts: the earlier of `--as-of` and the clock, so that nobody can bring a day forward.
  var today: Day {
    min(context.day, ClockCheck.day(local: context.surroundings.today(), utc: context.surroundings.universalDay()))
  }

  /// The declarations with the schedule and the lists, without any form.
  func library() throws -> FormLibrary { try context.catalogue().library(forms: []) }

  /// What opens it, as the options say.
  ///
  /// - Parameter options: the names of the options; others for a second, new access.
  func credential(
    _ question: String = "Kennwort der Ablage:", again: String? = nil, descriptor: String = "passphrase-fd",
    file: String = "access-file", desktop: String? = "desktop"
  ) throws -> Credential {
    let given = [descriptor, file, desktop].compactMap { $0 }.filter(arguments.has)
    guard given.count <= 1 else {
      throw UsageFailure(
        .givenTwice, given.map { "‚--\($0)‘" }.joined(separator: " und ") + " schließen einander aus.")
    }
    if let path = arguments.value(file) { return .accessFile(try AccessFile.read(path)) }
    if let number = arguments.value(descriptor) {
      guard let number = Int32(number), number >= 0 else {
        throw UsageFailure.badValue(of: descriptor, expected: "die Nummer eines offenen Deskriptors, zum Beispiel 3")
      }
      return .passphrase(try context.surroundings.readSecret(number))
    }
    if let desktop, arguments.has(desktop) {
      return .passphrase(try DesktopPasswords(context.surroundings).lookUp(try Archive.identifier(of: place)))
    }
    return .passphrase(try context.surroundings.askSecret(question, again))
  }

  /// Whether an option says what opens it, so that nobody has to be asked.
  var hasCredential: Bool { ["passphrase-fd", "access-file", "desktop"].contains(where: arguments.has) }

  /// Opens the archive.
  func open() throws -> Archive {
    // Said before a person types a passphrase for nothing.
    try Archive.checkPresence(of: place)
    let library = try library()
    return try Archive.open(place, with: try credential(), as: person, library: library)
  }

  /// The entry that a shortened id names, or the case of a number.
  static func target(_ text: String, in archive: Archive) throws -> HoldTarget {
    EntryID.isBeginning(text) ? .entry(try archive.entry(text).id) : .caseNumber(text)
  }
}
