internal import FormModel
internal import OpenDocument

/// Sees to it that no language lacks a text that some paper prints in it.
struct TranslationCheck {
  /// The languages of the town.
  let languages: [LanguageDefinition]
  /// What they must say: each wording with the form and template that first ask for it.
  private var wanted: [String: String] = [:]
  private(set) var mistakes: [AuthorMistake] = []

  /// Reads the languages; a file that is none is a mistake.
  init(_ files: [SourceFile], schema: SourceFile) {
    var languages: [LanguageDefinition] = []
    for file in files {
      do {
        let language = try LanguageDefinition(file, schema: schema)
        languages.append(language)
        guard !file.name.hasSuffix("/\(language.id).xml") else { continue }
        mistakes.append(
          AuthorMistake(
            code: "FORM-ID", place: language.source, message: "Die Datei der Sprache ›\(language.id)‹ heißt anders."))
      } catch {
        mistakes += error.mistakes
      }
    }
    self.languages = languages
  }

  /// Takes note of what a form's template asks for, and of the languages that the form has.
  mutating func note(_ template: Template, form: FormDefinition, library: FormLibrary) {
    if let language = form.language, let editions = form.editions(in: library) {
      for code in editions.codes {
        let id = code.properties[language.property] ?? ""
        guard !languages.contains(where: { $0.id == id }) else { continue }
        mistakes.append(
          AuthorMistake(
            code: "SPRACHE-FEHLT", place: language.source,
            message: "„\(code.label)“ braucht die Sprache ›\(id)‹; eine Datei languages/\(id).xml gibt es nicht."))
      }
    }
    let check = ExpressionCheck(form: form, library: library)
    for mark in template.marks {
      guard let wordings = check.wordings(translatedIn: mark.expression, inside: mark.enclosing) else {
        mistakes.append(
          AuthorMistake(
            code: "SPRACHE-OFFEN", place: SourcePlace(file: template.name, line: max(1, mark.line)), spot: mark.place,
            message: "Was ›\(mark.expression)‹ übersetzt, steht erst im Papier; übersetzt wird, was im Formular steht.")
        )
        continue
      }
      for wording in wordings where wanted[wording] == nil { wanted[wording] = template.name }
    }
  }

  /// What languages lack.
  var missing: [AuthorMistake] {
    languages.flatMap { language in
      wanted.sorted { $0.key < $1.key }.filter { language.texts[$0.key] == nil }.map { wording, template in
        AuthorMistake(
          code: "SPRACHE-FEHLT", place: language.source,
          message: "Auf \(language.label) fehlt „\(wording)“ (für \(template)).")
      }
    }
  }

  /// What they translate and no paper asks for, such as the wording of yesterday.
  var idle: [AuthorMistake] {
    languages.flatMap { language in
      language.places.filter { wanted[$0.key] == nil }
        .sorted { ($0.value.file, $0.value.line) < ($1.value.file, $1.value.line) }.map { wording, place in
          AuthorMistake(
            code: "SPRACHE-UNBENUTZT", place: place,
            message: "„\(wording)“ druckt kein Papier in einer zweiten Sprache.")
        }
    }
  }
}
