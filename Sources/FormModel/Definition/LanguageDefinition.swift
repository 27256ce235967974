internal import XMLTree

/// A language beside German on papers that families sign: its translations, one file a language.
///
/// A translation belongs to a German wording, not to a name: where the German changes, nothing translates it any more.
public struct LanguageDefinition: Hashable, Sendable {
  /// The id by which lists name it, such as `tr`; also the name of its file.
  public var id: String
  /// What it is called in German.
  public var label: String
  /// What documents call it (ISO 639).
  public var code: String
  /// The country whose spelling it has (ISO 3166).
  public var country: String
  /// Whether it is written from right to left.
  public var isRightToLeft: Bool
  /// The translations by their German wording.
  public var texts: [String: String]
  /// Where each wording stands.
  public var places: [String: SourcePlace]
  /// Where it is declared.
  public var source: SourcePlace

  /// Reads the file of a language; with `schema`, which is `Forms/form.rng`, it is checked first.
  ///
  /// Throws all mistakes at once.
  public init(_ file: SourceFile, schema: SourceFile? = nil) throws(AuthorMistakes) {
    var layers = LayerReader(
      checker: try schema.map { (file) throws(AuthorMistakes) in try SchemaChecker(file) })
    guard let root = layers.root(of: file), layers.mistakes.isEmpty, layers.general.isEmpty else {
      throw AuthorMistakes(layers.mistakes + layers.general)
    }
    var reader = DeclarationReader()
    reader.sources = layers.sources
    self = reader.language(root, file: file.name)
    guard reader.mistakes.isEmpty else { throw AuthorMistakes(reader.mistakes) }
  }

  init(id: String, label: String, code: String, country: String, isRightToLeft: Bool, source: SourcePlace) {
    (self.id, self.label, self.code, self.country) = (id, label, code, country)
    (self.isRightToLeft, self.source) = (isRightToLeft, source)
    (texts, places) = ([:], [:])
  }
}

/// In which field a paper says what its second language is.
public struct LanguageUse: Hashable, Sendable {
  /// The id of the field, a choice on the first level of the form.
  public var field: String
  /// The property of its codes that names the language; a code without it is German alone.
  public var property: String
  /// Where it is declared.
  public var source: SourcePlace
}

extension DeclarationReader {
  mutating func language(_ root: XMLNode, file: String) -> LanguageDefinition {
    let id = identifier(of: root, file)
    var language = LanguageDefinition(
      id: id, label: required("label", of: root, file), code: root.attribute("code") ?? id,
      country: required("country", of: root, file), isRightToLeft: root.attribute("direction") == "rtl",
      source: place(root, file))
    for node in root.elements("text") {
      let (german, text) = (folded(required("of", of: node, file)), folded(node.text))
      if text.isEmpty { mistake("SPRACHE-LEER", node, file, "„\(german)“ ist nicht übersetzt.") }
      if language.texts[german] != nil { mistake("FORM-DOPPELT", node, file, "„\(german)“ steht zweimal.") }
      language.texts[german] = text
      language.places[german] = place(node, file)
    }
    return language
  }

  mutating func languageUse(_ node: XMLNode, file: String) -> LanguageUse {
    LanguageUse(
      field: required("field", of: node, file), property: required("property", of: node, file),
      source: place(node, file))
  }
}

extension FormDefinition {
  /// The choice that says in which languages a paper is printed, with its codes; nil where there is none.
  public func editions(in library: FormLibrary) -> (field: FieldDefinition, codes: [CodeList.Code])? {
    guard let language,
      case .field(let field)? = items.first(where: { $0.id == language.field }), let list = library.codes(of: field)
    else { return nil }
    return (field, list.codes.filter { $0.properties[language.property]?.isEmpty == false })
  }

  /// The second language that an answer of that choice stands for; empty for German alone.
  func secondLanguage(_ answer: String, in library: FormLibrary) -> String {
    guard let language, let codes = editions(in: library)?.codes else { return "" }
    return codes.first { $0.id == answer }?.properties[language.property] ?? ""
  }
}
