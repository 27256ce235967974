public import FormModel

/// The user's settings as a text file: a line for each, with comments that say what it is.
public enum SettingsFile {
  /// The settings a text holds, and what is wrong with it.
  ///
  /// Lines are `name = value`, of a text of several lines one for each; a `#` begins a comment at the beginning of a line. Throws when an expression of the
  /// declaration is broken.
  public static func read(
    _ text: String, form: FormDefinition, library: FormLibrary, day: Day
  ) throws(PaperworkFailure) -> (record: Record, findings: [Finding]) {
    let input = ValueInput(library: library, day: day)
    var record = Record(form: form.id, version: form.version)
    var findings: [Finding] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.drop(while: \.isWhitespace)
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0].filter { !$0.isWhitespace })
      guard parts.count == 2, let path = RecordPath(name) else {
        findings.append(finding("Zeile \(number + 1) hat nicht die Form „Name = Wert“.", remedy: "Bitte berichtigen."))
        continue
      }
      do {
        // A text of several lines has a line of the file for each.
        let earlier = form.field(at: name).flatMap { $0.has(.multiline) ? record.root.value(name) : nil }
        let value = (earlier.map { $0 + "\n" } ?? "") + parts[1].drop(while: \.isWhitespace)
        try record.set(path, to: value, form: form, input: input)
      } catch {
        let known = form.items.map(\.id)
        findings.append(
          finding(
            "Zeile \(number + 1): Eine Einstellung ›\(name.prefix(40))‹ gibt es nicht."
              + Nearest.question(name, among: known), remedy: "Bitte berichtigen."))
      }
    }
    do {
      let evaluated = try EvaluatedRecord(record, form: form, library: library, day: day)
      return (record, findings + evaluated.findings)
    } catch {
      throw .declarations(error)
    }
  }

  /// The settings as a text, with every setting there is; what is not set stands there as a comment.
  ///
  /// `heading` are the comments at its top.
  public static func text(
    _ record: Record, form: FormDefinition, library: FormLibrary,
    heading: [String] = [
      "Einstellungen von kiso: je Zeile „Name = Wert“. Zeilen mit # sind Erläuterungen.",
      "Ändern mit „kiso settings“ oder in einem Texteditor.",
    ]
  ) -> String {
    var lines = heading.map { "# " + $0 }
    for section in form.sections {
      lines += ["", "# --- \(section.label) ---"]
      for case .field(let field) in section.items {
        lines += ["", "# " + field.common.label + (field.common.hint.map { ": " + $0 } ?? "")]
        if let list = field.list.flatMap({ library.lists[$0] }) {
          lines.append("# möglich: " + list.codes.map { "\($0.id) (\($0.label))" }.joined(separator: ", "))
        }
        let value = record.root.value(field.common.id)
        let parts = value.map { $0.split(separator: "\n", omittingEmptySubsequences: false) } ?? []
        lines += parts.isEmpty ? ["# \(field.common.id) ="] : parts.map { "\(field.common.id) = \($0)" }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The id of a finding about a line that cannot be meant.
  static let wrongLine = "W-EIN-DATEI"

  private static func finding(_ message: String, remedy: String) -> Finding {
    Finding(id: wrongLine, strength: .warning, path: "", place: "Einstellungen", message: message, remedy: remedy)
  }
}
