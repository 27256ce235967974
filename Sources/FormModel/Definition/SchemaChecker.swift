internal import XMLTree

/// Checks declarations against `form.rng` and says for each mistake what to write instead.
struct SchemaChecker {
  private let schema: RelaxNGSchema
  /// All names of the vocabulary, for suggestions.
  private let elements: [String]
  private let attributes: [String]

  init(_ file: SourceFile) throws(AuthorMistakes) {
    do throws(XMLFailure) {
      let document = try XMLDocument(parsing: file.bytes)
      elements = Self.names(of: "element", in: document.root)
      attributes = Self.names(of: "attribute", in: document.root)
      Self.leaveOutLayers(in: document.root)
      schema = try RelaxNGSchema(document)
    } catch {
      throw AuthorMistakes([AuthorMistake(error, in: file.name)])
    }
  }

  /// Takes layers out of what a file may be: what is checked is what came of them, and of two kinds of one name the
  /// schema could not say which was meant.
  private static func leaveOutLayers(in schema: XMLNode) {
    let kinds = schema.elements.first { $0.name == "start" }?.elements.first?.elements ?? []
    for kind in kinds where kind.attribute("name") == "layer" { kind.remove() }
  }

  /// The mistakes that the schema finds in one file.
  struct Mistakes {
    /// Names that are not in the vocabulary at all.
    var names: [AuthorMistake] = []
    /// What the schema says about the rest; often less precise than what the reader says about the same line.
    var general: [AuthorMistake] = []
  }

  /// What is wrong with a declaration; `sources` knows the files that a layered one was put together from.
  func mistakes(in document: XMLDocument, file: String, _ sources: LayerSources) -> Mistakes {
    let found = schema.validate(document).map { diagnostic in
      AuthorMistake(
        code: "FORM-SCHEMA", place: SourcePlace(file: sources.name(diagnostic.tag) ?? file, line: diagnostic.line),
        message: message(for: diagnostic.problem))
    }
    // The schema names every element and attribute: where it finds nothing, no name is unknown.
    guard !found.isEmpty else { return Mistakes() }
    // libxml2 stops at the first mistake of an element and reports follow-ups: names can be checked all at once.
    let names = unknownNames(in: document.root, file: file, sources)
    let reported = Set(names.map(\.place))
    return Mistakes(names: names, general: found.filter { !reported.contains($0.place) })
  }

  private func unknownNames(in root: XMLNode, file: String, _ sources: LayerSources) -> [AuthorMistake] {
    var result: [AuthorMistake] = []
    root.visit { node in
      let place = sources.place(of: node, in: file)
      if !elements.contains(node.name) {
        result.append(
          AuthorMistake(
            code: "FORM-SCHEMA", place: place, message: message(for: .unexpectedElement(node.name))))
      }
      for attribute in node.attributes where !attributes.contains(attribute.name) {
        let problem = XMLDiagnostic.Problem.unexpectedAttribute(name: attribute.name, element: node.name)
        result.append(AuthorMistake(code: "FORM-SCHEMA", place: place, message: message(for: problem)))
      }
    }
    return result
  }

  private func message(for problem: XMLDiagnostic.Problem) -> String {
    switch problem {
    case .unexpectedElement(let name):
      "Das Element ›\(name)‹ kann hier nicht stehen."
        + Nearest.question(name, among: elements.filter { $0 != name })
    case .unexpectedAttribute(let name, let element):
      "Das Attribut ›\(name)‹ gibt es bei ›\(element)‹ nicht."
        + Nearest.question(name, among: attributes.filter { $0 != name })
    case .missing(let element):
      "In ›\(element)‹ fehlt etwas Vorgeschriebenes."
    case .invalidContent(let element):
      "Inhalt oder Attribute von ›\(element)‹ passen nicht: es fehlt ein vorgeschriebenes Attribut, oder ein Wert ist unzulässig."
    }
  }

  private static func names(of kind: String, in vocabulary: XMLNode) -> [String] {
    var names: [String] = []
    vocabulary.visit {
      if $0.name == kind, let name = $0.attribute("name"), !names.contains(name) { names.append(name) }
    }
    return names
  }
}
