internal import FormModel
internal import OpenDocument

/// The words that templates take from a form: labels and answers.
struct FormWords: TemplateWords {
  private let check: ExpressionCheck
  private let library: FormLibrary
  private let form: FormDefinition

  init(_ form: FormDefinition, library: FormLibrary) {
    check = ExpressionCheck(form: form, library: library)
    (self.form, self.library) = (form, library)
  }

  func label(of path: String, inside loops: [String]) throws(TemplateWordsFailure) -> String {
    try item(path, loops).pageLabel
  }

  func answers(of path: String, inside loops: [String]) throws(TemplateWordsFailure) -> [TemplateAnswer] {
    let (field, list) = try choice(path, loops)
    // What is no list of a town is printed as a value is.
    let isFixed = field.kind.answers.fixed != nil
    return list.codes.map { code in
      TemplateAnswer(
        id: code.id, label: isFixed ? field.kind.shown(code.id, of: field, in: library) : list.shown(code))
    }
  }

  func chosen(of path: String, inside loops: [String]) throws(TemplateWordsFailure) -> String {
    try choice(path, loops).field.has(.several) ? "list(\(path), '', ' · ')" : path
  }

  private func choice(
    _ path: String, _ loops: [String]
  ) throws(TemplateWordsFailure) -> (field: FieldDefinition, list: CodeList) {
    guard case .field(let field) = try item(path, loops), let list = library.codes(of: field) else {
      throw TemplateWordsFailure(
        "›\(path)‹ ist kein Feld mit einer Auswahl. Bitte ein solches Feld nennen oder ›\(path)‹ allein schreiben.")
    }
    return (field, list)
  }

  private func item(_ path: String, _ loops: [String]) throws(TemplateWordsFailure) -> ItemDefinition {
    do {
      return try check.item(at: path, inside: loops)
    } catch {
      throw TemplateWordsFailure(error.message)
    }
  }

  /// All words that a template could take, so that a compiled template is not used with other words.
  var fingerprint: [UInt8] {
    var words: [String] = []
    func collect(_ items: [ItemDefinition]) {
      for item in items {
        words += [item.id, item.pageLabel]
        switch item {
        case .field(let field):
          for code in library.codes(of: field)?.codes ?? [] { words += [code.id, code.short] }
        case .group(let group): collect(group.items)
        }
      }
    }
    collect(form.items)
    return Array(words.joined(separator: "\n").utf8)
  }
}
