public import FormModel

/// What a town has from another one, what it replaces, adds and leaves out, and what of that changes nothing.
public struct LayerReport: Hashable, Sendable {
  /// What became of one file of the other town.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// It counts as it is.
    case inherited
    /// The town's file replaces, adds and removes parts of it.
    case layered
    /// The town has a whole file of its own in its place.
    case replaced
    /// The other town has none.
    case added
    /// The town does not use it.
    case removed
  }

  /// What a file is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A form.
    case forms
    /// The profile, the retention schedule, cases and duties, and types of the town's own.
    case town
    /// A list of codes.
    case lists
    /// A language beside German.
    case languages
    /// A template.
    case templates
  }

  /// One file.
  public struct Row: Hashable, Sendable {
    /// What it is.
    public var kind: Kind
    /// Its name without ending; of a template with it.
    public var name: String
    /// What became of it.
    public var state: State
    /// What a layer does, in its order; empty for all other states.
    public var steps: [LayerStep]
  }

  /// The town that is looked at.
  public let town: String
  /// The town it is held against.
  public let base: String
  /// All files by kind and name.
  public let rows: [Row]
  /// What could go without a difference.
  public let unused: [AuthorMistake]

  /// Holds a catalogue's town against another one of the same folders.
  ///
  /// Throws `PaperworkFailure.unknownTown` when there is no such town, and a mistake of its profile.
  public init(_ catalogue: Catalogue, against base: String) throws(PaperworkFailure) {
    let towns = catalogue.towns(besides: catalogue.municipality)
    guard towns.contains(base) else {
      throw .unknownTown(name: base, nearest: Nearest.name(to: base, among: towns))
    }
    town = catalogue.municipality
    self.base = base
    let own = try catalogue.layerFiles()
    let other = try catalogue.of(town: base).layerFiles()
    let texts = DeclaredTexts(own.values.flatMap { $0.values })
    var rows: [Row] = []
    var unused: [AuthorMistake] = []
    for kind in Kind.allCases {
      let (mine, theirs) = (own[kind] ?? [:], other[kind] ?? [:])
      for name in Set(mine.keys).union(theirs.keys).sorted() {
        let row = Self.row(kind, name, mine[name], theirs[name], texts.steps)
        rows.append(row)
        guard row.state == .replaced, let file = mine[name], let old = theirs[name], Self.areSame(kind, file, old)
        else { continue }
        unused.append(Self.idle(file, "Die Datei sagt dasselbe wie \(old.name) und kann weg."))
      }
    }
    for step in texts.steps where step.isIdle {
      unused.append(
        AuthorMistake(
          code: "SCHICHT-UNBENUTZT", place: step.place, message: "›\(step.name)‹ steht dort schon ebenso und kann weg.")
      )
    }
    unused += try Self.idleLists(own[.lists] ?? [:], of: town, texts, catalogue)
    self.rows = rows
    self.unused = AuthorMistakes(unused).mistakes
  }

  private static func row(
    _ kind: Kind, _ name: String, _ mine: SourceFile?, _ theirs: SourceFile?, _ steps: [LayerStep]
  ) -> Row {
    guard let mine else { return Row(kind: kind, name: name, state: .removed, steps: []) }
    guard let theirs else { return Row(kind: kind, name: name, state: .added, steps: []) }
    guard mine.name != theirs.name else { return Row(kind: kind, name: name, state: .inherited, steps: []) }
    guard let depth = mine.parts.firstIndex(where: { $0.name == theirs.name }) else {
      return Row(kind: kind, name: name, state: .replaced, steps: [])
    }
    let layers = Set(mine.parts[..<depth].map(\.name))
    return Row(kind: kind, name: name, state: .layered, steps: steps.filter { layers.contains($0.place.file) })
  }

  private static func areSame(_ kind: Kind, _ mine: SourceFile, _ theirs: SourceFile) -> Bool {
    kind == .templates ? mine.bytes == theirs.bytes : DeclaredTexts.areSame(mine, theirs)
  }

  /// Lists of the town's own that nothing names: no form, type, rule or template.
  private static func idleLists(
    _ lists: [String: SourceFile], of town: String, _ texts: DeclaredTexts, _ catalogue: Catalogue
  ) throws(PaperworkFailure) -> [AuthorMistake] {
    var named: Set<Substring> = []
    for text in texts.texts where text.element != "codelist" || text.attribute != "id" {
      named.formUnion(text.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" })
    }
    for form in try catalogue.formIDs() {
      guard let template = try? catalogue.template(for: form) else { continue }
      named.formUnion(
        String(decoding: template.bytes, as: UTF8.self).split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
      )
    }
    return lists.filter { $0.value.name.hasPrefix("Forms/\(town)/") && !named.contains(Substring($0.key)) }.map {
      idle($0.value, "Die Liste ›\($0.key)‹ verwendet kein Formular.")
    }
  }

  private static func idle(_ file: SourceFile, _ message: String) -> AuthorMistake {
    AuthorMistake(code: "SCHICHT-UNBENUTZT", place: SourcePlace(file: file.name, line: 1), message: message)
  }
}
