internal import FormModel

/// Findings of several files as text, JSON or SARIF 2.1.0; text is written as it grows.
public struct FindingReport: Hashable, Sendable {
  /// How a report is written.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// Sentences for people, one line per finding.
    case text
    /// An array with one object per file.
    case json
    /// SARIF 2.1.0, which editors and forges show.
    case sarif
  }

  private let format: Format
  /// What a report that must be whole is made of.
  private var results: [PaperChecker.Result] = []

  /// A report without results so far.
  public init(_ format: Format) {
    self.format = format
  }

  /// Adds a result; returns the piece of the report that can be written already.
  public mutating func add(_ result: PaperChecker.Result) -> [UInt8] {
    guard format != .text else { return Self.text(result) }
    results.append(result)
    return []
  }

  /// The rest of the report; the same results give the same bytes.
  public func end() -> [UInt8] {
    switch format {
    case .text: []
    case .json: json()
    case .sarif: sarif()
    }
  }

  /// A sum, and one line per finding, errors first.
  private static func text(_ result: PaperChecker.Result) -> [UInt8] {
    let findings = result.findings.enumerated().sorted {
      ($0.element.strength, $0.offset) < ($1.element.strength, $1.offset)
    }.map(\.element)
    let lines = ["\(result.name): \(sum(findings))"] + findings.map { "  " + $0.german }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// „2 Fehler, 1 Warnung“, or „in Ordnung“.
  static func sum(_ findings: [Finding]) -> String {
    func count(_ strength: Finding.Strength, _ one: String, _ many: String) -> String? {
      let number = findings.count { $0.strength == strength }
      return number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
    }
    let parts = [
      count(.error, "Fehler", "Fehler"), count(.warning, "Warnung", "Warnungen"),
      count(.hint, "Hinweis", "Hinweise"),
    ].compactMap { $0 }
    return parts.isEmpty ? "in Ordnung" : parts.joined(separator: ", ")
  }

  private func json() -> [UInt8] {
    var writer = JSONLines()
    writer.array(results) { writer, result in
      writer.object {
        $0.member("file", result.name)
        $0.member("form", result.form)
        $0.member("findings") { $0.findings(result.findings) }
      }
    }
    return writer.bytes + [0x0A]
  }

  private func sarif() -> [UInt8] {
    var writer = JSONLines()
    writer.object {
      $0.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      $0.member("version", "2.1.0")
      $0.member("runs") { writer in
        writer.array([0]) { writer, _ in
          writer.object {
            $0.member("tool") {
              $0.object { $0.member("driver") { $0.object { $0.member("name", "kiso") } } }
            }
            $0.member("results") { writer in
              let all = results.flatMap { result in result.findings.map { (result.name, $0) } }
              writer.array(all) { writer, entry in Self.sarif(entry.1, in: entry.0, &writer) }
            }
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }

  private static func sarif(_ finding: Finding, in file: String, _ writer: inout JSONLines) {
    let levels: [Finding.Strength: String] = [.error: "error", .warning: "warning", .hint: "note"]
    writer.object {
      $0.member("ruleId", finding.id)
      $0.member("level", levels[finding.strength] ?? "none")
      $0.member("message") {
        $0.object {
          $0.member("text", finding.remedy.isEmpty ? finding.message : "\(finding.message) \(finding.remedy)")
        }
      }
      $0.member("locations") {
        $0.array([finding.path]) { writer, path in
          writer.object {
            $0.member("physicalLocation") {
              $0.object { $0.member("artifactLocation") { $0.object { $0.member("uri", file) } } }
            }
            $0.member("logicalLocations") {
              $0.array([path]) { writer, path in writer.object { $0.member("fullyQualifiedName", path) } }
            }
          }
        }
      }
    }
  }
}

extension JSONLines {
  /// Writes findings as an array with one object each.
  mutating func findings(_ findings: [Finding]) {
    array(findings) { writer, finding in
      writer.object {
        $0.member("id", finding.id)
        $0.member("strength", finding.strength.rawValue)
        $0.member("path", finding.path)
        $0.member("place", finding.place)
        $0.member("message", finding.message)
        $0.member("remedy", finding.remedy)
      }
    }
  }
}
