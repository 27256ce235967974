internal import FormModel
internal import OpenDocument

/// Labels that a template says itself, and otherwise than the form.
enum LiteralLabels {
  /// A warning for each value above which other words stand than the label of its field.
  static func warnings(in template: Template, form: FormDefinition, library: FormLibrary) -> [AuthorMistake] {
    let check = ExpressionCheck(form: form, library: library)
    return template.marks.compactMap { mark in
      guard case .value = mark.kind, let caption = mark.caption,
        let item = try? check.item(at: mark.expression, inside: mark.enclosing)
      else { return nil }
      let words = caption.last == ":" ? String(caption.dropLast()) : caption
      guard !says(words, item), !mark.expression.contains("/") else { return nil }
      return AuthorMistake(
        code: "VORLAGE-BESCHRIFTUNG", place: SourcePlace(file: template.name, line: max(1, mark.line)),
        spot: mark.place,
        message:
          "Über ›\(mark.expression)‹ steht „\(words)“; im Formular heißt das Feld „\(item.pageLabel)“. Bitte dort die Marke "
          + "›beschriftung \(mark.expression)‹ einsetzen oder im Formular die Beschriftung auf dem Papier (›page‹) angeben."
      )
    }
  }

  /// Whether the words are the label of a field, perhaps with an explanation behind it, or another known name of it.
  private static func says(_ words: String, _ item: ItemDefinition) -> Bool {
    item.common.also.contains(words)
      || [item.pageLabel, item.label].contains { label in
        words.hasPrefix(label) && words.dropFirst(label.count).first?.isLetter != true
      }
  }
}
