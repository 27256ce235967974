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
      // Its translation alone is not the text.
      (try? XPathSyntax(parsing: mark.expression)).map { collect($0, &names) }
    }
    return form.notices.filter { !printed.contains($0.id) }.map { mistake($0, in: template.name) }
  }

  /// What is said of a template, or a page of it, that lacks a notice.
  static func mistake(_ notice: NoticeDefinition, in template: String) -> AuthorMistake {
    let text = notice.missing
    return AuthorMistake(
      code: text.id, place: SourcePlace(file: template, line: 1),
      message: text.message + (text.remedy.isEmpty ? "" : " " + text.remedy))
  }

  private static func collect(_ syntax: XPathSyntax, _ names: inout Set<String>) {
    if case .call("translation", _) = syntax { return }
    syntax.visit {
      if case .call("notice", let arguments) = $0, case .literal(let name)? = arguments.first { names.insert(name) }
    }
  }
}
