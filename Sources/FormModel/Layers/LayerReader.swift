internal import XMLTree

/// Reads declarations as trees, those of a town put on those of the towns that it extends.
///
/// What comes of it is held against `form.rng` like any other declaration; a finding names the file and the line that an
/// element comes from.
struct LayerReader {
  /// The code of what is wrong with a layer itself.
  static let code = "FORM-SCHICHT"

  private let checker: SchemaChecker?
  /// What is wrong, of the files themselves and of layers.
  private(set) var mistakes: [AuthorMistake] = []
  /// What the schema says about the rest.
  private(set) var general: [AuthorMistake] = []
  /// Which files the elements of layered declarations come from.
  private(set) var sources = LayerSources()
  /// What layers do.
  private(set) var steps: [LayerStep] = []
  /// What layers took away and changed.
  private(set) var trace = LayerTrace()

  init(checker: SchemaChecker?) { self.checker = checker }

  /// The root of a declaration; nil when one of its files is no XML, or is not there.
  mutating func root(of file: SourceFile) -> XMLNode? {
    if let lack = file.lack { mistakes.append(lack) }
    let documents = file.parts.map { document(of: $0) }
    guard let own = documents.first ?? nil else { return nil }
    guard file.lack == nil else { return nil }
    guard !file.bases.isEmpty else {
      check(own, file.name)
      return own.root
    }
    let read = documents.compactMap { $0 }
    guard read.count == documents.count else { return nil }
    for (document, part) in zip(read, file.parts) { sources.mark(document.root, from: part.name) }
    let whole = own.root.name == "profile" ? profile(read, file) : put(read, file)
    if let whole { check(whole, file.name) }
    return whole?.root
  }

  private mutating func document(of file: SourceFile) -> XMLDocument? {
    do {
      return try XMLDocument(parsing: file.bytes)
    } catch {
      mistakes.append(AuthorMistake(error, in: file.name))
      return nil
    }
  }

  /// The lowest declaration with all layers on it.
  private mutating func put(_ documents: [XMLDocument], _ file: SourceFile) -> XMLDocument? {
    let layers = zip(documents, file.parts).reversed()
    guard let base = layers.first?.0 else { return nil }
    for (layer, part) in layers.dropFirst() {
      var edit = LayerEdit(of: base.root, file: part.name, sources: sources)
      edit.apply(layer.root)
      mistakes += edit.mistakes
      steps += edit.steps
      trace.losses += edit.trace.losses
      trace.changes.merge(edit.trace.changes) { _, new in new }
    }
    return base
  }

  /// A town's profile, completed by the others.
  private mutating func profile(_ documents: [XMLDocument], _ file: SourceFile) -> XMLDocument? {
    let profiles = zip(documents, file.parts).reversed()
    guard var base = profiles.first?.0 else { return nil }
    for (document, part) in profiles.dropFirst() {
      var layer = ProfileLayer(of: document.root, file: part.name)
      layer.inherit(from: base.root, sources)
      mistakes += layer.mistakes
      steps += layer.steps
      base = document
    }
    return base
  }

  private mutating func check(_ document: XMLDocument, _ file: String) {
    guard let found = checker?.mistakes(in: document, file: file, sources) else { return }
    mistakes += found.names
    general += found.general
  }
}
