internal import FormModel
internal import OpenDocument
internal import XMLTree

/// Sees to it that a template prints every fixed text of its form.
enum NoticeCheck {
  /// One mistake for each notice that no mark of the template prints.
  static func mistakes(in template: Template, form: FormDefinition) -> [AuthorMistake] {
    guard !form.notices.isEmpty else { return [] }
    let printed = template.marks.reduce(into: Set<String>()) { names, mark in
      guard case .value = mark.kind else { return }
      try? XPathSyntax(parsing: mark.expression).visit {
        if case .call("notice", let arguments) = $0, case .literal(let name)? = arguments.first {
          names.insert(name)
        }
      }
    }
    return form.notices.filter { !printed.contains($0.id) }.map { notice in
      let text = notice.missing
      return AuthorMistake(
        code: text.id, place: SourcePlace(file: template.name, line: 1),
        message: text.message + (text.remedy.isEmpty ? "" : " " + text.remedy))
    }
  }
}
