internal import Files
public import FormModel

/// Makes the folder of a new town that extends another one: asks nothing and prints nothing itself.
public struct NewTown {
  /// The name of its folder.
  public let name: String
  /// The town that it extends.
  public let base: String
  /// The folder in which its `Forms` lie.
  public let home: String
  /// What is to be answered, as a form.
  public var form: FormDefinition { questions.form }
  /// What that form needs.
  public var library: FormLibrary { questions.library }

  private let questions: TownQuestions
  private let others: [String]

  /// Where the files of the town lie.
  public var folder: String { FilePath.joining(home, "Forms/\(name)") }

  /// Prepares a town; `catalogue` has the town that it extends.
  ///
  /// Throws `NewTownFailure` for a name that cannot be a folder's or is taken.
  public init(_ name: String, in home: String, from catalogue: Catalogue) throws {
    (self.name, self.home, base) = (name, home, catalogue.municipality)
    let isWellFormed =
      name.first.map { $0.isASCII && $0.isLowercase } == true
      && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") } && name.count <= 40
    guard isWellFormed else { throw NewTownFailure.badName }
    let towns = CatalogueLayers.towns(in: catalogue.layers.homes)
    guard towns.contains(base) else {
      throw PaperworkFailure.unknownTown(name: base, nearest: Nearest.name(to: base, among: towns))
    }
    let taken = [home] + catalogue.layers.homes
    guard !taken.contains(where: { FileRemoval.exists(FilePath.joining($0, "Forms/\(name)")) }) else {
      throw NewTownFailure.taken(name)
    }
    others = catalogue.layers.homes.filter { $0 != home }
    questions = try TownQuestions(
      TownNeeds(try catalogue.sources().files), lands: try catalogue.layers.source("Forms/setup/laender.xml"))
  }

  /// The answers in a text of lines „Name = Wert“, with what can be proposed; and what is wrong with them.
  public func answers(in text: String, day: Day) throws(PaperworkFailure) -> (record: Record, findings: [Finding]) {
    let (given, found) = try SettingsFile.read(text, form: form, library: library, day: day)
    // What the lines themselves have wrong; what is missing is known only with what can be proposed.
    let wrong = found.filter { $0.id == SettingsFile.wrongLine }
    do {
      let record = try given.withDefaults(form: form, library: library, day: day)
      let evaluated = try EvaluatedRecord(record, form: form, library: library, day: day)
      return (record, wrong + evaluated.findings)
    } catch {
      throw .declarations(error)
    }
  }

  /// The questions as the beginning of a file of answers.
  public var blank: String {
    SettingsFile.text(
      Record(form: form.id, version: form.version), form: form, library: library,
      heading: [
        "Angaben für \(name): je Zeile „Name = Wert“; was mehrere Zeilen hat, wiederholt den Namen.",
        "Was leer bleibt, wird vorgeschlagen oder entfällt; was fehlen darf und was nicht, sagt kiso.",
      ])
  }

  /// What is wrong with answers beyond what the form itself finds: places and patterns of numbers.
  public func findings(in record: Record) -> [Finding] { files(record).findings }

  /// Writes the town's files; the folder is not there before and has all of them after.
  ///
  /// Throws what stands in the way; nothing is left then.
  public func write(_ record: Record) throws {
    let made = files(record)
    guard !made.findings.contains(where: { $0.strength == .error }) else {
      throw PaperworkFailure.notFinal(made.findings)
    }
    try FolderMaking.make(FilePath.parent(of: folder))
    try FolderMaking.makeNew(folder)
    var written: [String] = []
    do {
      for file in made.files {
        let path = FilePath.joining(folder, file.path)
        try FolderMaking.make(FilePath.parent(of: path))
        try AtomicFile.write(Array(file.text.utf8), to: path)
        written.append(path)
      }
    } catch {
      for path in written { try? FileRemoval.remove(path) }
      FolderMaking.removeEmpty(FilePath.joining(folder, "lists"))
      FolderMaking.removeEmpty(folder)
      throw error
    }
  }

  /// The new town's forms.
  public var catalogue: Catalogue { Catalogue(home: home, others: others, municipality: name) }

  private func files(_ record: Record) -> TownFiles { TownFiles(record, questions, town: name, base: base) }
}

/// Why a new town cannot be made.
public enum NewTownFailure: Error, Hashable, Sendable {
  /// The name cannot be that of a folder everywhere.
  case badName
  /// There is a town of that name.
  case taken(String)
}
