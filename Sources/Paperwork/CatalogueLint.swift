public import FormModel
internal import OpenDocument

/// Proves forms and templates against each other: every mistake of a municipality at once.
public enum CatalogueLint {
  /// What was found.
  public struct Result: Hashable, Sendable {
    /// The number of forms that were looked at.
    public var forms: Int
    /// What must be mended.
    public var mistakes: [AuthorMistake]
    /// What works and still deserves a look.
    public var warnings: [AuthorMistake]
  }

  /// Checks all forms and templates of a catalogue.
  public static func run(_ catalogue: Catalogue) throws(PaperworkFailure) -> Result {
    let (files, schema) = try catalogue.sources()
    let report = FormLint.report(on: files, schema: schema, kept: try catalogue.keptShared())
    var result = Result(forms: 0, mistakes: report.mistakes, warnings: [])
    // Templates are held against the declarations; without these there is nothing to hold them against.
    guard let library = report.library else { return result }
    result.forms = library.forms.count
    var templates: [SourceFile] = []
    let mentioned = report.mentioned
    var pictures = [TemplatePicture(missing: "logo")]
    do {
      pictures = try catalogue.pictures(for: library.profile)
    } catch {
      result.mistakes += logoMistakes(error, library.profile)
    }
    var translations = TranslationCheck(try catalogue.languageFiles(), schema: schema)
    for form in library.forms.values.sorted(by: { $0.id < $1.id }) {
      let source: SourceFile
      do {
        source = try catalogue.template(for: form.id)
      } catch {
        guard case .noTemplate = error else { throw error }
        result.mistakes.append(
          AuthorMistake(
            code: "VORLAGE-FEHLT", place: form.source,
            message: "Für das Formular ›\(form.id)‹ gibt es keine Vorlage im Ordner Templates."))
        continue
      }
      templates.append(source)
      let template = check(source, form: form, library: library, pictures, mentioned, &result)
      if let template { translations.note(template, form: form, library: library) }
      result.mistakes += idle(catalogue, form.id, beside: source.name, isSheet: false)
      do {
        let sheet = try catalogue.template(for: form.id, isSheet: true)
        templates.append(sheet)
        check(sheet, form: form, library: library, pictures, mentioned, &result)
        result.mistakes += idle(catalogue, form.id, beside: sheet.name, isSheet: true)
      } catch {
        guard case .noSheetTemplate = error else { throw error }
      }
    }
    for form in library.forms.values.sorted(by: { $0.id < $1.id }).flatMap(library.earlierVersions) {
      try checkKept(form, catalogue, library, pictures, mentioned, &result)
    }
    result.mistakes += translations.mistakes
    // What a broken template asks for is not known.
    if result.mistakes.isEmpty {
      result.mistakes += translations.missing
      result.warnings += translations.idle
    }
    result.warnings += try foreignWords(in: files, templates: templates, catalogue)
    return result
  }

  /// An earlier version must have its own template, or nobody can print its papers.
  private static func checkKept(
    _ form: FormDefinition, _ catalogue: Catalogue, _ library: FormLibrary, _ pictures: [TemplatePicture],
    _ mentioned: Set<String>, _ result: inout Result
  ) throws(PaperworkFailure) {
    do {
      let template = try catalogue.template(for: form, in: library, isSheet: false)
      check(template, form: form, library: library, pictures, mentioned, &result)
    } catch {
      guard case .noTemplate = error else { throw error }
      result.mistakes.append(
        AuthorMistake(
          code: "VORLAGE-FEHLT", place: form.source,
          message:
            "Für Fassung \(form.version) von ›\(form.id)‹ gibt es keine Vorlage old/\(form.id)-\(form.version).fodt im Ordner Templates; "
            + "Papiere dieser Fassung lassen sich so nicht drucken."))
    }
  }

  /// What must be mended in one template, as if it lay in the catalogue.
  package static func mistakes(in template: SourceFile, form: FormDefinition, library: FormLibrary) -> [AuthorMistake] {
    var result = Result(forms: 1, mistakes: [], warnings: [])
    check(template, form: form, library: library, [TemplatePicture(missing: "logo")], [], &result)
    return result.mistakes
  }

  /// Templates of the same form that nobody would see: one is used, and the other edited.
  private static func idle(
    _ catalogue: Catalogue, _ form: String, beside used: String, isSheet: Bool
  ) -> [AuthorMistake] {
    catalogue.idleTemplates(for: form, isSheet: isSheet).map { name in
      AuthorMistake(
        code: "VORLAGE-DOPPELT", place: SourcePlace(file: name, line: 1),
        message:
          "Für das Formular ›\(form)‹ gibt es zwei Vorlagen; gedruckt wird nur ›\(used)‹. Bitte eine davon löschen.")
    }
  }

  private static func logoMistakes(_ failure: PaperworkFailure, _ profile: Profile) -> [AuthorMistake] {
    if case .declarations(let found) = failure { return found.mistakes }
    guard let logo = profile.logo else { return [] }
    return [
      AuthorMistake(
        code: "FORM-LOGO", place: logo.source, message: "Die Datei ›\(logo.file)‹ fehlt im Ordner der Stadt.")
    ]
  }

  /// The template, if it can be read.
  @discardableResult
  private static func check(
    _ source: SourceFile, form: FormDefinition, library: FormLibrary, _ pictures: [TemplatePicture],
    _ mentioned: Set<String>,
    _ result: inout Result
  ) -> Template? {
    do {
      let template = try Template(
        parsing: source.bytes, name: source.name, functions: Set(ExpressionCheck.functions.keys),
        pictures: pictures, synonyms: ExpressionCheck.germanFunctions, words: FormWords(form, library: library))
      result.mistakes += NoticeCheck.mistakes(in: template, form: form)
      result.mistakes += UnprintedFields.mistakes(in: template, source, form: form)
      result.warnings += UnprintedFields.hints(in: template, source, form: form, library: library, mentioned: mentioned)
      result.warnings += LiteralLabels.warnings(in: template, form: form, library: library)
      result.mistakes += mistakes(of: template.marks, in: source.name, form: form, library: library)
      for warning in template.warnings {
        let said = AuthorMistake(
          code: warning.code.rawValue, place: SourcePlace(file: source.name, line: max(1, warning.line)),
          spot: warning.place, message: warning.german)
        switch warning.code {
        case .columns: result.mistakes.append(said)
        case .plainMark, .invisible: result.warnings.append(said)
        }
      }
      return template
    } catch {
      // What can be read is checked all the same; what was reported already is not reported again.
      let reported = Set(error.problems.compactMap(\.expression))
      let others = error.marks.filter { !reported.contains($0.expression) }
      let found =
        error.problems.map { AuthorMistake($0, template: source.name) }
        + mistakes(of: others, in: source.name, form: form, library: library)
      result.mistakes += found.enumerated().sorted {
        ($0.element.place.line, $0.offset) < ($1.element.place.line, $1.offset)
      }.map(\.element)
      return nil
    }
  }

  /// The marks whose expressions do not fit the declarations.
  private static func mistakes(
    of marks: [TemplateMark], in file: String, form: FormDefinition, library: FormLibrary
  ) -> [AuthorMistake] {
    let check = ExpressionCheck(
      form: form, library: library, extraFunctions: ["datum": 1...1, "zahl": 1...2, "blanko": 0...0, "eingabe": 0...0])
    return marks.flatMap { mark in
      check.problems(of: mark.expression, as: mark.kind.use, inside: mark.enclosing).map { problem in
        AuthorMistake(
          code: problem.kind == .name ? "VORLAGE-FELD" : "VORLAGE-" + problem.kind.rawValue,
          place: SourcePlace(file: file, line: max(1, mark.line)), spot: mark.place, message: problem.message)
      }
    }
  }
}

extension TemplateMark.Kind {
  /// What its expression must give.
  fileprivate var use: ExpressionUse {
    switch self {
    case .value: .printed
    case .checkbox, .condition: .condition
    case .repetition: .nodes
    }
  }
}

extension TemplateWarning {
  /// What deserves a look, in German.
  fileprivate var german: String {
    switch code {
    case .plainMark:
      "Die Marke ›{{\(text)}}‹ ist als Text geschrieben. Bitte als Platzhalter einfügen (Strg+F2, Funktionen)."
    case .columns:
      "Die Marken von ›\(text)‹ stehen allein in Zellen einer Zeile; wiederholt werden Zeilen, keine Spalten. Bitte die Marken "
        + "in Zellen mit Inhalt oder in eigene Zeilen setzen."
    case .invisible: "Die Marke ›\(text)‹ steht an einer Stelle, die nicht gedruckt wird."
    }
  }
}
