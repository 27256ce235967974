internal import FormModel
internal import OpenDocument

/// What a form holds and its page does not show.
enum UnprintedFields {
  /// A template without any mark prints the same empty page for everybody.
  static func mistakes(in template: Template, _ source: SourceFile, form: FormDefinition) -> [AuthorMistake] {
    guard template.marks.isEmpty else { return [] }
    return [
      AuthorMistake(
        code: "VORLAGE-OHNE-MARKEN", place: SourcePlace(file: source.name, line: 1),
        message:
          "Die Vorlage hat keine einzige Marke; gedruckt würde immer dasselbe. Bitte die Felder von ›\(form.title)‹ "
          + "als Platzhalter einfügen (Strg+F2, Funktionen).")
    ]
  }

  /// Fields of the form that no mark prints or asks about.
  static func hints(
    in template: Template, _ source: SourceFile, form: FormDefinition, library: FormLibrary, mentioned: Set<String>
  ) -> [AuthorMistake] {
    guard !template.marks.isEmpty, source.name.hasSuffix("t") else { return [] }
    let check = ExpressionCheck(form: form, library: library)
    var seen: Set<[String]> = []
    for mark in template.marks { seen.formUnion(check.items(in: mark.expression, inside: mark.enclosing)) }
    let missing = check.fields(besides: seen, mentioned: mentioned)
    guard !missing.isEmpty else { return [] }
    let names = missing.prefix(8).map { "›\($0)‹" }.joined(separator: ", ") + (missing.count > 8 ? " …" : "")
    return [
      AuthorMistake(
        code: "VORLAGE-FEHLENDES-FELD", place: SourcePlace(file: source.name, line: 1),
        message: "Diese Felder werden gefragt, aber weder gedruckt noch sonst verwendet: \(names).")
    ]
  }
}
