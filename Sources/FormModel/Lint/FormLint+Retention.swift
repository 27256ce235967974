internal import XMLTree

/// Nothing may be without a date: what the schedule declares, followed to an event that surely exists.
extension FormLint {
  /// Each class for a kind of data begins with something that surely happened, or the last that counts otherwise does.
  mutating func checkStarts() {
    let schedule = library.retention
    for rule in schedule.classes.values.sorted(by: { $0.source.line < $1.source.line }) {
      for id in rule.otherwise where schedule.classes[id] == nil {
        add(
          "FORM-FRIST", rule.source,
          "Die Klasse ›\(id)‹ gibt es nicht." + Nearest.question(id, among: schedule.classes.keys.sorted()))
      }
      if rule.reminder != nil || rule.action == .settle, rule.settle?.isEmpty ?? true {
        add("FORM-FRIST", rule.source, "Bei ›\(rule.id)‹ fehlt mit ›settle‹ der Satz, was zu klären ist.")
      }
      if [.restrict, .offer].contains(rule.action), rule.afterwards == nil, rule.kind != nil {
        add("FORM-FRIST", rule.source, "Bei ›\(rule.id)‹ fehlt mit ›then‹, wann danach gelöscht wird.")
      }
      guard rule.kind != nil else { continue }
      let candidates = [rule.id] + rule.otherwise
      if !candidates.contains(where: { schedule.classes[$0].map { isCertain($0.start) } ?? true }) {
        add(
          "FORM-FRIST", rule.source,
          "›\(rule.id)‹ kann ohne Tag bleiben: Weder ›start‹ noch eine der Klassen in ›otherwise‹ beginnt mit etwas, das es"
            + " sicher gibt. Das ist das Ereignis mit day=\"true\".")
      }
    }
    guard let ending = schedule.endings.first else { return }
    if schedule.events.count(where: \.isReopening) != 1 {
      add(
        "FORM-FRIST", ending.source,
        "Genau ein Ereignis nimmt einen beendeten Vorgang wieder auf; bitte mit reopens=\"true\" bezeichnen.")
    }
    for event in schedule.events where !event.isOfCase && (event.endsCase || event.goesOn || event.isReopening) {
      add("FORM-FRIST", event.source, "›\(event.id)‹ geschieht einem ganzen Vorgang: of=\"case\".")
    }
  }

  /// Whether an expression over the events surely gives a day: it is built on the day of what is stored.
  private func isCertain(_ source: String) -> Bool {
    guard let syntax = try? XPathSyntax(parsing: source) else { return true }
    return isCertain(syntax)
  }

  private func isCertain(_ syntax: XPathSyntax) -> Bool {
    switch syntax {
    case .path(let path): return path.childNames.map { $0 == [library.retention.dayOfPaper?.id] } ?? false
    case .binary("|", let left, let right): return isCertain(left) || isCertain(right)
    case .call("if", let arguments) where arguments.count == 3:
      return (isCertain(arguments[1]) || asksFor(arguments[1], in: arguments[0])) && isCertain(arguments[2])
    case .call(let name, let arguments):
      let keeps = [
        "quarter-end", "year-end", "day-plus", "latest-day", "earliest-day", "days-to-date", "days-from-date",
      ]
      return keeps.contains(name) && arguments.first.map(isCertain) ?? false
    case .literal, .number, .binary, .negative, .variable: return false
    }
  }

  /// Whether a condition is that a value is filled in.
  private func asksFor(_ value: XPathSyntax, in condition: XPathSyntax) -> Bool {
    condition == .call(name: "filled", arguments: [value])
  }
}
