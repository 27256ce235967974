internal import FormModel

extension LayerReport {
  /// The report for people, at most `width` columns wide.
  public func text(width: Int = 80) -> String {
    var lines = ["\(town) gegen \(base)"]
    for kind in Kind.allCases {
      let rows = rows.filter { $0.kind == kind }
      guard !rows.isEmpty else { continue }
      lines += ["", kind.german]
      for state in State.allCases {
        let found = rows.filter { $0.state == state }
        guard !found.isEmpty else { continue }
        guard state == .layered else {
          lines += Self.wrapped(state.german, found.map(\.name), indent: 2, width)
          continue
        }
        for row in found {
          lines.append("  teils anders: \(row.name)" + (row.steps.isEmpty ? " (nur Angaben am Anfang)" : ""))
          for step in LayerStep.Kind.allCases {
            let names = row.steps.filter { $0.kind == step }.map(\.name)
            if !names.isEmpty { lines += Self.wrapped(step.german, names, indent: 4, width) }
          }
        }
      }
    }
    lines += ["", unused.isEmpty ? "Unbenutzt: nichts" : "Unbenutzt"]
    for mistake in unused {
      lines += Self.folded(
        "\(mistake.place.file):\(mistake.place.line): \(mistake.message)", indent: 2, hanging: 4, width)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A title with how many there are, and their names in lines that fit.
  private static func wrapped(_ title: String, _ names: [String], indent: Int, _ width: Int) -> [String] {
    folded("\(title) (\(names.count)): " + names.joined(separator: ", "), indent: indent, hanging: indent + 2, width)
  }

  /// Lines that fit, broken between words.
  private static func folded(_ text: String, indent: Int, hanging: Int, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }

  /// The report as JSON; the same declarations give the same bytes.
  public var json: [UInt8] {
    var writer = JSONLines()
    writer.object { writer in
      writer.member("town", town)
      writer.member("against", base)
      writer.member("files") {
        $0.array(rows) { writer, row in
          writer.object { writer in
            writer.member("kind", row.kind.rawValue)
            writer.member("name", row.name)
            writer.member("state", row.state.rawValue)
            guard row.state == .layered else { return }
            for step in LayerStep.Kind.allCases {
              writer.member(step.rawValue) {
                $0.array(row.steps.filter { $0.kind == step }.map(\.name)) { $0.string($1) }
              }
            }
          }
        }
      }
      writer.member("unused") {
        $0.array(unused) { writer, mistake in
          writer.object {
            $0.member("file", mistake.place.file)
            $0.member("line") { $0.number(mistake.place.line) }
            $0.member("message", mistake.message)
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }
}

extension LayerReport.Kind {
  fileprivate var german: String {
    switch self {
    case .forms: "Formulare"
    case .town: "Profil, Fristen, Vorgänge, Bausteine"
    case .lists: "Listen"
    case .languages: "Sprachen"
    case .templates: "Vorlagen"
    }
  }
}

extension LayerReport.State {
  fileprivate var german: String {
    switch self {
    case .inherited: "geerbt"
    case .layered: "teils anders"
    case .replaced: "ersetzt"
    case .added: "dazu"
    case .removed: "weg"
    }
  }
}

extension LayerStep.Kind {
  fileprivate var german: String {
    switch self {
    case .replaced: "ersetzt"
    case .changed: "geändert"
    case .added: "dazu"
    case .removed: "weg"
    }
  }
}
