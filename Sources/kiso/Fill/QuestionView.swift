import Conversation
import Paperwork
import Terminal

/// A question of a conversation, as it is asked on a screen or in plain lines.
struct QuestionView {
  let prompt: Prompt

  /// The question as a request to a console.
  func request(isInteractive: Bool) -> LineRequest {
    var request = LineRequest()
    request.header = header
    request.plainHeader = isInteractive ? [] : plainHeader
    request.plainPrompt = plainPrompt
    request.text = isInteractive ? prompt.editable : ""
    request.keys = keys
    switch prompt.kind {
    case .text:
      request.isMultiline = true
      request.isCommand = { !$0.contains("\n") && Interview.isCommand($0) }
    case .choice(let choices, let several):
      request.choosesSeveral = several
      request.menu = { Self.menu(choices, several: several, text: $0) }
      request.choosing = { several ? Self.completing($0, with: $1) : $1.text }
    case .line, .groupLine, .more, .confirm, .review: break
    }
    return request
  }

  // MARK: On a screen

  private var header: [Block] {
    var spans = [Span(prompt.context.isEmpty ? "" : prompt.context + " › ", .faint), Span(prompt.title, .strong)]
    if prompt.isRequired { spans.append(Span(" *", .error)) }
    if let preset { spans.append(Span("  " + preset, .faint)) }
    var blocks: [Block] = [.blank, .text(spans, indent: 0, hanging: 2)]
    if case .more(let instances) = prompt.kind {
      blocks += instances.enumerated().map { .text("\($0 + 1) \($1)", .faint, indent: 2, hanging: 2) }
    }
    if prompt.isUnconfirmed { blocks.append(.text(unconfirmed(isInteractive: true), .warning, indent: 2, hanging: 2)) }
    if let example = prompt.example { blocks.append(.text(example, .faint, indent: 2, hanging: 2)) }
    return blocks
  }

  /// What is said where a value came from a paper that is not ours.
  private func unconfirmed(isInteractive: Bool) -> String {
    let key = prompt.kind == .text && isInteractive ? "Strg+D" : "Enter"
    return "Vom Papier gelesen. Bitte vergleichen; \(key) bestätigt es."
  }

  /// What Enter takes, in brackets.
  private var preset: String? {
    switch (prompt.kind, prompt.preset) {
    case (.more, .proposed): "[j/N]"
    case (.confirm, _): "[J/n]"
    case (_, .nothing): nil
    case (_, .proposed(let text)): "[\(text)]"
    // What stands in the line already need not stand above it as well.
    case (_, .present(let text)): prompt.editable.isEmpty ? "[\(text)]" : nil
    }
  }

  /// What the keys do, for wide and narrow screens.
  private var keys: [String] {
    let leaving = " · Strg+C aufhören, Entwurf bleibt"
    switch prompt.kind {
    case .text:
      let keys = "Strg+D fertig · Strg+O Editor · ? Hilfe"
      return [keys + leaving, keys, "Strg+D fertig · ? Hilfe"]
    case .review:
      let keys = "Enter fertigstellen · /NAME ändern"
      return [keys + leaving, keys, "Enter fertigstellen"]
    case .choice:
      let keys = "Tab ↑ ↓ wählen · - leer · ? Hilfe · zurück"
      return [keys + " · übersicht" + leaving, keys + " · übersicht", "Tab wählen · ? Hilfe · zurück"]
    case .line, .groupLine, .more, .confirm:
      let keys = "- leer · ? Hilfe · zurück · /NAME · übersicht"
      return [keys + leaving, keys, "- leer · ? Hilfe · zurück"]
    }
  }

  // MARK: In plain lines

  private var plainHeader: [String] {
    var lines: [String] = prompt.isUnconfirmed ? [unconfirmed(isInteractive: false)] : []
    if case .more(let instances) = prompt.kind { lines += instances.enumerated().map { "\($0 + 1): \($1)" } }
    if case .choice(let choices, _) = prompt.kind, choices.options.count <= 12 {
      lines.append(choices.options.map { $0.key.isEmpty ? $0.label : "\($0.key) \($0.label)" }.joined(separator: "; "))
    }
    return lines
  }

  private var plainPrompt: String {
    var text = prompt.context.isEmpty ? prompt.title : "\(prompt.context), \(prompt.title)"
    if prompt.isRequired { text += " (Pflicht)" }
    switch (prompt.kind, prompt.preset) {
    case (.more, .proposed): text += " [j/N]"
    case (.confirm, _): text += " [J/n]"
    case (_, .nothing): break
    case (_, .proposed(let value)), (_, .present(let value)):
      text += " [\(value.split(separator: "\n").first.map(String.init) ?? "")]"
    }
    return text.hasSuffix("?") ? text : text + ":"
  }

  // MARK: Choices

  /// What may be meant by the last part of a line; all that was chosen has a mark.
  private static func menu(_ choices: Choices, several: Bool, text: String) -> [MenuItem] {
    guard !Interview.isCommand(text) || text.isEmpty else { return [] }
    let parts = several ? text.split(separator: ",", omittingEmptySubsequences: false) : [text[...]]
    let chosen = parts.dropLast().compactMap { part -> String? in
      if case .one(let option) = choices.match(String(part)) { option.id } else { nil }
    }
    return choices.filtered(by: parts.last.map(String.init) ?? "").map { option in
      MenuItem(
        key: option.key, label: option.label, shortLabel: option.short, text: option.id,
        isMarked: several && chosen.contains(option.id))
    }
  }

  /// The line with its last part completed and room for the next.
  private static func completing(_ text: String, with item: MenuItem) -> String {
    // A comma would part the label itself.
    let word = item.label.contains { $0 == "," || $0 == ";" } ? item.text : item.label
    guard let comma = text.lastIndex(of: ",") else { return word + ", " }
    return text[...comma] + " " + word + ", "
  }
}
