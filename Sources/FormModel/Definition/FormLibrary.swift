internal import XMLTree

/// The declarations of one municipality: its forms, the shared types, code lists, profile and retention schedule.
public struct FormLibrary: Hashable, Sendable {
  /// The forms by id.
  public private(set) var forms: [String: FormDefinition] = [:]
  /// Versions of forms that are no longer used for new papers, by the id of the form, the oldest first.
  public private(set) var earlier: [String: [FormDefinition]] = [:]
  /// The code lists by id.
  public private(set) var lists: [String: CodeList] = [:]
  /// The facts about the town.
  public private(set) var profile = Profile(
    id: "", label: "", values: [:], logo: nil, source: SourcePlace(file: "", line: 0))
  /// What a user sets once for every paper; nil when nothing is declared.
  public private(set) var settings: FormDefinition?
  /// How long data are kept.
  public private(set) var retention = RetentionSchedule(classes: [:])
  /// Kinds of cases and duties; empty where nothing is declared or nobody asked for it.
  public private(set) var process = ProcessDefinition.none
  /// Whether any list holds a code that is no longer chosen.
  private(set) var hasRetired = false
  /// The forms made ready for evaluation.
  let plans = FormPlans()

  /// Reads declarations; each file says by its root element what it is.
  ///
  /// `schema` is `Forms/form.rng`; with it every file is checked before it is read. Throws all mistakes at once.
  public init(files: [SourceFile], schema: SourceFile? = nil) throws(AuthorMistakes) {
    let (mistakes, trace, _) = try read(files, schema: schema)
    guard mistakes.isEmpty else { throw AuthorMistakes(trace.blamed(mistakes)) }
  }

  /// Declarations as far as they can be read.
  struct Lenient {
    var library = FormLibrary()
    /// What stands in the way of the rest.
    var mistakes: [AuthorMistake] = []
    /// What layers did.
    var trace = LayerTrace()
    /// The types that forms are made of, by id; a library needs them no more.
    var types: [String: GroupDefinition] = [:]
  }

  /// The library as far as it can be read, and what is to be said of the rest.
  static func lenient(files: [SourceFile], schema: SourceFile?) throws(AuthorMistakes) -> Lenient {
    var result = Lenient()
    (result.mistakes, result.trace, result.types) = try result.library.read(files, schema: schema)
    return result
  }

  private init() {}

  /// Puts declarations together that were read before.
  init(
    forms: [String: FormDefinition], earlier: [String: [FormDefinition]] = [:], lists: [String: CodeList],
    profile: Profile, settings: FormDefinition?,
    retention: RetentionSchedule, process: ProcessDefinition
  ) {
    self.forms = forms
    self.earlier = earlier
    self.lists = lists
    self.profile = profile
    self.settings = settings
    self.retention = retention
    self.process = process
    hasRetired = Self.hasRetired(lists)
  }

  private static func hasRetired(_ lists: [String: CodeList]) -> Bool {
    lists.values.contains { $0.codes.contains { $0.retired != nil } }
  }

  private mutating func read(
    _ files: [SourceFile], schema: SourceFile?
  ) throws(AuthorMistakes) -> (mistakes: [AuthorMistake], trace: LayerTrace, types: [String: GroupDefinition]) {
    var layers = LayerReader(
      checker: try schema.map { (file) throws(AuthorMistakes) in try SchemaChecker(file) })
    // What the schema refuses is read all the same: the reader knows what was meant where it knows only that it is wrong.
    let roots = files.compactMap { file in layers.root(of: file).map { ($0, file) } }
    var reader = DeclarationReader()
    reader.mistakes = layers.mistakes
    reader.sources = layers.sources
    let general = layers.general
    // The profile first, since all others may use its words.
    for (root, file) in roots where root.name == "profile" { profile = reader.profile(root, file: file.name) }
    var words = TownWords(profile, sources: reader.sources)
    for (root, file) in roots where root.name != "profile" { words.fill(root, of: file) }
    reader.mistakes += words.mistakes
    // Lists and types before forms, which refer to them, whatever the order of files was.
    for (root, file) in roots where root.name == "codelist" {
      add(reader.codeList(root, file: file.name), to: \.lists, &reader)
    }
    for (root, file) in roots where root.name == "types" || root.name == "form" {
      var expansion = RowExpansion(lists: lists, file: file.name, sources: reader.sources)
      expansion.expand(root)
      // A list that could not be read is no list that there is not.
      if !reader.mistakes.contains(where: \.isAboutXML) { reader.mistakes += expansion.mistakes }
    }
    for (root, file) in roots where root.name == "types" { reader.readTypes(root, file: file.name) }
    for (root, file) in roots {
      switch root.name {
      case "types", "codelist", "profile": break
      case "retention": retention = reader.retention(root, file: file.name)
      case "process": process = reader.process(root, file: file.name)
      case "settings": settings = reader.form(root, file: file.name)
      case "form" where file.isKept: keep(reader.form(root, file: file.name), &reader)
      case "form": add(reader.form(root, file: file.name), to: \.forms, &reader)
      // The schema has said so already.
      case _ where reader.mistakes.contains { $0.place == reader.place(root, file.name) }: break
      default:
        reader.mistake(
          "FORM-DATEI", root, file.name, "›\(root.name)‹ ist keine Art von Datei, die hier stehen kann.")
      }
    }
    settleVersions()
    hasRetired = Self.hasRetired(lists)
    // Of the schema's own messages only those that say something new: it knows no line for values of attributes.
    let known = Set(reader.mistakes.map(\.place))
    let knownFiles = Set(reader.mistakes.map(\.place.file))
    let new = general.filter {
      !known.contains($0.place) && ($0.place.line > 0 || !knownFiles.contains($0.place.file))
    }
    return (reader.mistakes + new, layers.trace, reader.types)
  }

  /// A version that was kept; one that is still the current one is a copy for comparison and no earlier one.
  private mutating func keep(_ form: FormDefinition, _ reader: inout DeclarationReader) {
    if let twice = earlier[form.id]?.first(where: { $0.version == form.version }) {
      reader.mistakes.append(
        AuthorMistake(
          code: "FORM-DOPPELT", place: form.source,
          message: "Fassung \(form.version) von ›\(form.id)‹ liegt schon in \(twice.source.file)."))
    }
    earlier[form.id, default: []].append(form)
  }

  private mutating func settleVersions() {
    for (id, versions) in earlier {
      earlier[id] = versions.sorted { FormVersion($0.version) < FormVersion($1.version) }
    }
  }

  private mutating func add<Value: Declared>(
    _ value: Value, to path: WritableKeyPath<FormLibrary, [String: Value]>, _ reader: inout DeclarationReader
  ) {
    if let earlier = self[keyPath: path][value.id] {
      reader.mistakes.append(
        AuthorMistake(
          code: "FORM-DOPPELT", place: value.source,
          message: "›\(value.id)‹ ist schon in \(earlier.source.file) vergeben."))
    }
    self[keyPath: path][value.id] = value
  }
}

/// What can be declared once under an id.
private protocol Declared {
  var id: String { get }
  var source: SourcePlace { get }
}

extension FormDefinition: Declared {}
extension CodeList: Declared {}

extension AuthorMistake {
  /// A file that is no XML.
  init(_ failure: XMLFailure, in file: String) {
    self.init(
      code: failure.code.rawValue, place: SourcePlace(file: file, line: max(1, failure.line)),
      message: "Die Datei ist kein lesbares XML; der Fehler steht in oder vor dieser Zeile.")
  }
}
