internal import FormModel

/// What became of a document since it was issued, as text for people or as JSON.
public struct ChangeReport: Hashable, Sendable {
  /// How a report is written.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// One line for each field that changed.
    case text
    /// An object with every field, changed or not.
    case json
  }

  private let name: String
  private let paper: ReadPaper

  /// A report of what was read from the file of this name.
  public init(_ paper: ReadPaper, name: String) {
    (self.paper, self.name) = (paper, name)
  }

  /// The report; the same paper gives the same bytes.
  public func bytes(_ format: Format) -> [UInt8] {
    switch format {
    case .text: Array(text.utf8)
    case .json: json()
    }
  }

  // MARK: - Text

  private var text: String {
    let changed = paper.readings.filter { $0.status != .unchanged }
    let unchanged = paper.readings.count - changed.count
    let count = changed.count == 1 ? "1 Feld" : "\(changed.count) Felder"
    var lines = ["\(name): \(count) nicht mehr wie ausgestellt, \(unchanged) unverändert"]
    for reading in changed {
      lines.append("  \(reading.place): \(reading.status.german)" + Self.values(reading))
      if reading.source == .position { lines.append("    gelesen \(reading.source.german)") }
    }
    for change in paper.changes where !(change.issued.isEmpty && change.found.isEmpty) {
      let what =
        change.issued.isEmpty
        ? "zusätzlicher Text" : change.found.isEmpty ? "fester Text fehlt" : "fester Text geändert"
      lines.append("  \(change.place): \(what)" + Self.values(change.issued, change.found))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func values(_ reading: FieldReading) -> String {
    switch reading.status {
    case .unchanged, .staticTextAltered: reading.issued == reading.found ? "" : values(reading.issued, reading.found)
    case .edited, .emptied, .contradictsRecord, .carrierDoubled, .found: values(reading.issued, reading.found)
    case .carrierLost: reading.found == nil ? values(reading.issued, nil) : values(reading.issued, reading.found)
    }
  }

  /// `: „alt“ → „neu“`, line ends as a sign.
  private static func values(_ issued: String?, _ found: String?) -> String {
    func quoted(_ text: String?) -> String {
      guard let text, !text.isEmpty else { return "leer" }
      return "„\(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ⏎ "))“"
    }
    guard let found else { return ": ausgestellt \(quoted(issued))" }
    return issued == nil ? ": \(quoted(found))" : ": \(quoted(issued)) → \(quoted(found))"
  }

  // MARK: - JSON

  private func json() -> [UInt8] {
    var writer = JSONLines()
    writer.object {
      $0.member("file", name)
      $0.member("form", paper.record.form)
      $0.member("version", paper.record.version)
      if let id = paper.record.id { $0.member("id", id) }
      $0.member("fields") { writer in
        writer.array(paper.readings) { writer, reading in
          writer.object {
            $0.member("path", reading.path)
            $0.member("place", reading.place)
            $0.member("status", reading.status.rawValue)
            $0.member("source", reading.source.rawValue)
            if let issued = reading.issued { $0.member("issued", issued) }
            if let found = reading.found { $0.member("found", found) }
            switch reading.value {
            case .value(let value)?: $0.member("value", value)
            case .status(let status)?: $0.member("answer", status.rawValue)
            case .group?, nil: break
            }
          }
        }
      }
      $0.member("text") { writer in
        writer.array(paper.changes) { writer, change in
          writer.object {
            $0.member("place", change.place)
            $0.member("issued", change.issued)
            $0.member("found", change.found)
            $0.member("paths") { $0.array(change.paths) { $0.string($1) } }
          }
        }
      }
      $0.member("findings") { $0.findings(paper.findings + paper.misfits) }
    }
    return writer.bytes + [0x0A]
  }
}
