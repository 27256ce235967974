/// Pages for `man`, made from the same declarations as the help; in the macros of man(7), with German headings.
extension CommandLineSyntax {
  /// The manual page of the command.
  ///
  /// - Parameters:
  ///   - program: which program and version it belongs to, such as `kiso 0.1`.
  ///   - statuses: what the program's exit statuses mean, by number.
  ///   - others: the pages that go on from here, without the section.
  public func manual(
    of program: String, statuses: [(code: String, meaning: String)], seeAlso others: [String]
  ) -> String {
    var page = ManualPage(name: name, summary: summary, program: program)
    page.heading("ÜBERSICHT")
    for line in usageLines { page.paragraph(literal: line) }
    if !positionals.isEmpty {
      page.heading("ANGABEN")
      for positional in positionals { page.item(positional.name, positional.help) }
    }
    if !options.isEmpty {
      page.heading("OPTIONEN")
      for option in options { page.item(option.written, option.help) }
    }
    if !examples.isEmpty {
      page.heading("BEISPIELE")
      for example in examples { page.paragraph(literal: example) }
    }
    page.end(statuses: statuses, seeAlso: others)
    return page.text
  }
}

extension CommandLineSyntax.Option {
  /// Its names and its value as one types them.
  fileprivate var written: String {
    let letter = short.map { "-\($0), " } ?? ""
    return letter + "--" + name + (value.map { valueIsOptional ? "[=\($0)]" : " " + $0 } ?? "")
  }
}

/// A page for `man` that is being written.
public struct ManualPage {
  /// The page so far.
  public private(set) var text: String

  /// Begins a page.
  ///
  /// - Parameters:
  ///   - name: the words that call the command; a page's name has hyphens for the blanks.
  ///   - summary: what it does, one line without a full stop.
  ///   - program: the program and its version.
  public init(name: String, summary: String, program: String) {
    let page = Self.fileName(of: name)
    text = ".TH \"\(page.uppercased())\" 1 \"\" \"\(Self.escaped(program))\" \"Befehle\"\n"
    // Long words such as paths are not broken, and lines are not stretched.
    text += ".nh\n.ad l\n"
    heading("NAME")
    text += "\(Self.escaped(page)) \\- \(Self.escaped(summary))\n"
  }

  /// What the page of a command is called, without the section.
  public static func fileName(of command: String) -> String { command.replacing(" ", with: "-") }

  /// A new section.
  public mutating func heading(_ title: String) { text += ".SH \(title)\n" }

  /// Something one types, in a line of its own.
  public mutating func paragraph(literal line: String) { text += ".PP\n.B \(Self.quoted(line))\n" }

  /// Text of its own.
  public mutating func paragraph(_ words: String) { text += ".PP\n\(Self.escaped(words))\n" }

  /// Something with its explanation.
  public mutating func item(_ label: String, _ words: String) {
    text += ".TP\n.B \(Self.quoted(label))\n\(Self.escaped(words))\n"
  }

  /// Ends it with what every page says.
  public mutating func end(statuses: [(code: String, meaning: String)], seeAlso others: [String]) {
    if !statuses.isEmpty {
      heading("RÜCKGABEWERT")
      for status in statuses { item(status.code, status.meaning) }
    }
    if !others.isEmpty {
      heading("SIEHE AUCH")
      text += others.map { "\\fB\(Self.escaped($0))\\fR(1)" }.joined(separator: ",\n") + "\n"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + escaped(text).replacing("\"", with: "\\(dq") + "\""
  }

  /// A line that troff prints as it is: no control line, no escape, hyphens that can be copied.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
