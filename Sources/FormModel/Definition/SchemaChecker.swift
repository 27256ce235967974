internal import XMLTree

/// Checks declarations against `form.rng` and says for each mistake what to write instead.
struct SchemaChecker {
  private let schema: RelaxNGSchema
  /// All names of the vocabulary, for suggestions.
  private let elements: [String]
  private let attributes: [String]

  init(_ file: SourceFile) throws(AuthorMistakes) {
    do {
      schema = try RelaxNGSchema(parsing: file.bytes)
      let vocabulary = try XMLDocument(parsing: file.bytes).root
      elements = Self.names(of: "element", in: vocabulary)
      attributes = Self.names(of: "attribute", in: vocabulary)
    } catch {
      throw AuthorMistakes([AuthorMistake(error, in: file.name)])
    }
  }

  /// The mistakes that the schema finds in one file.
  struct Mistakes {
    /// Names that are not in the vocabulary at all.
    var names: [AuthorMistake] = []
    /// What the schema says about the rest; often less precise than what the reader says about the same line.
    var general: [AuthorMistake] = []
  }

  func mistakes(in document: XMLDocument, file: String) -> Mistakes {
    let found = schema.validate(document).map { diagnostic in
      AuthorMistake(
        code: "FORM-SCHEMA", place: SourcePlace(file: file, line: diagnostic.line),
        message: message(for: diagnostic.problem))
    }
    // The schema names every element and attribute: where it finds nothing, no name is unknown.
    guard !found.isEmpty else { return Mistakes() }
    // libxml2 stops at the first mistake of an element and reports follow-ups: names can be checked all at once.
    let names = unknownNames(in: document.root, file: file)
    let reported = Set(names.map(\.place.line))
    return Mistakes(names: names, general: found.filter { !reported.contains($0.place.line) })
  }

  private func unknownNames(in root: XMLNode, file: String) -> [AuthorMistake] {
    var result: [AuthorMistake] = []
    root.visit { node in
      let place = SourcePlace(file: file, line: node.line)
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
