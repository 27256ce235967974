import Files
import FormModel
import Paperwork

/// Gives every field and group of the shipped declarations another id, everywhere at once.
///
/// It knows where ids and expressions stand in declarations, templates and records; the program is not asked.
struct RenamedForms {
  /// The new id of each.
  let names: [String: String]

  /// Not renamed: what tables of figures call their rows, which is put together of parts (`e_${thema}_genannt`) and
  /// found by its beginning (`starts-with(name(), 'b_')`), and words that records and templates use themselves.
  static let tables = ["jahresbericht", "statistik-teil1", "statistik-teil2"]
  private static let words: Set<String> = [
    "form", "version", "id", "status", "unconfirmed", "wenn", "sonst", "ende", "für", "kasten", "bild",
    "beschriftung", "auswahl",
  ]

  /// Everything that papers other than tables call something.
  init(_ library: FormLibrary) {
    var ids: Set<String> = []
    func collect(_ items: [ItemDefinition]) {
      for item in items {
        ids.insert(item.id)
        if case .group(let group) = item { collect(group.items) }
      }
    }
    for form in library.forms.values where !Self.tables.contains(form.id) { collect(form.items) }
    collect(library.settings?.items ?? [])
    for event in library.retention.events { ids.insert(event.id) }
    names = Dictionary(uniqueKeysWithValues: ids.subtracting(Self.words).map { ($0, $0 + "_neu") })
  }

  // MARK: - Expressions

  /// An expression, or a path, with new ids; entities of XML in it stay.
  func expression(_ source: String) -> String {
    var result = ""
    var rest = source[...]
    var calls: [(name: String, argument: Int)] = []
    var last = ""
    while let first = rest.first {
      if let quote = ["'", "&quot;", "&apos;"].first(where: { rest.hasPrefix($0) }) {
        rest = rest.dropFirst(quote.count)
        let end = rest.firstRange(of: quote)
        let literal = end.map { rest[..<$0.lowerBound] } ?? rest
        rest = end.map { rest[$0.upperBound...] } ?? ""
        let call = calls.last ?? ("", 0)
        let isExpression = ["where", "one-of-each", "first-of-each", "last-of-each"].contains(call.name)
        // `part('set', 'expression', 'value')`
        let isKey = call.name == "part" && call.argument == 1
        let isName = ["options", "antworten"].contains(call.name)
        let text = String(literal)
        result += quote + (isExpression && call.argument > 0 || isKey || isName ? expression(text) : text) + quote
        last = "'"
      } else if rest.hasPrefix("${"), let end = rest.firstIndex(of: "}") {
        // The code of a list, in rows that are repeated for each.
        result += rest[...end]
        rest = rest[rest.index(after: end)...]
        last = "}"
      } else if first == "&", let semicolon = rest.firstIndex(of: ";") {
        result += rest[...semicolon]
        rest = rest[rest.index(after: semicolon)...]
        last = ";"
      } else if first.isLetter || first == "_" {
        let name = String(rest.prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) })
        rest = rest.dropFirst(name.count)
        let isOther = rest.hasPrefix("(") || rest.hasPrefix("::") || ["@", "$"].contains(last)
        result += isOther ? name : names[name] ?? name
        last = name
      } else {
        switch first {
        case "(": calls.append((last, 0))
        case ")": _ = calls.popLast()
        case ",": if !calls.isEmpty { calls[calls.count - 1].argument += 1 }
        default: break
        }
        result.append(first)
        rest = rest.dropFirst()
        if first != " " { last = String(first) }
      }
    }
    return result
  }

  /// A sentence with expressions in braces.
  private func sentence(_ text: String) -> String {
    let parts = text.split(separator: "{", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      guard index > 0, !parts[index - 1].hasSuffix("$"), let end = part.firstIndex(of: "}") else { return String(part) }
      return expression(String(part[..<end])) + part[end...]
    }.joined(separator: "{")
  }

  // MARK: - Files

  /// Attributes that hold expressions, paths or ids, by element; `*` for every element.
  private static let attributes: [String: Set<String>] = [
    "*": [
      "required", "relevant", "ask", "propose", "offer", "default", "calculate", "display", "test", "when", "each",
      "at",
      "reason", "count", "nodes", "key", "value", "path", "start", "applies", "reference-day", "keep", "later",
    ],
    "field": ["id"], "group": ["id"], "event": ["id"], "filing": ["case", "day", "number", "names"],
    "copies": ["description", "pages", "day"], "sum": ["of"], "most": ["of"], "counts": ["name"],
    "statistics": ["year", "quarter", "from", "until", "whole"], "freeze": ["day", "trace", "status", "corrected"],
    "movements": ["papers", "case", "day", "order", "contact", "first", "end", "belongs"],
    "publication": ["field", "area"], "part": ["field"],
    "language": ["field"],
    "name": ["title", "first", "last"], "street": ["street", "number"], "town": ["postcode", "town"],
    "take": ["field"],
    "grants": ["number", "until", "made", "withdrawn", "unwritten"],
    "person": ["name", "titled", "role", "barred", "birth"], "signature": ["name", "day"],
    "recipient": ["name", "office", "area", "kind", "entries", "wordings"], "information": ["codes"],
    "about": ["name", "among"], "revokes": ["reference", "from", "whole"], "uses": ["reference", "day", "information"],
    "names": ["among"],
    "case": ["opened", "touched", "ended", "names", "ends"], "unique": ["same"], "duty": ["done", "until"],
    "state": ["since"],
    "agreement": ["what", "who", "until"],
    "mask": ["unless"],
    "disclosure": [
      "day", "case", "person", "received", "papers", "title", "paper-day", "edition", "lines", "label", "masks",
      "mask-paper", "mask-label", "ground",
    ],
    "proof": ["number", "day", "by", "lines", "entry", "kind", "end", "done", "early", "way"],
  ]

  /// A file of declarations.
  func declaration(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      result += sentence(String(rest[..<open]))
      rest = rest[open...]
      if rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
        result += rest[..<end.upperBound]
        rest = rest[end.upperBound...]
      } else {
        let end = rest.firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
        result += tag(String(rest[..<end]))
        rest = rest[end...]
      }
    }
    return result + sentence(String(rest))
  }

  private func tag(_ tag: String) -> String {
    let element = String(tag.dropFirst().prefix { $0.isLetter || $0 == "-" })
    let own = Self.attributes["*", default: []].union(Self.attributes[element] ?? [])
    return tag.split(separator: "\"", omittingEmptySubsequences: false).reduce(into: [String]()) { parts, part in
      let isValue = parts.count % 2 == 1
      let name = parts.last.map { $0.drop { !$0.isWhitespace }.filter { !$0.isWhitespace }.dropLast() } ?? ""
      parts.append(isValue && own.contains(String(name)) ? expression(String(part)) : String(part))
    }.joined(separator: "\"")
  }

  /// A template: what stands in its marks.
  func template(_ text: String) -> String {
    var result = marks(text, from: "<text:placeholder", to: "</text:placeholder>") { mark in
      let start = mark.firstIndex(of: ">").map { mark.index(after: $0) } ?? mark.startIndex
      // How answers stand on the page is no expression.
      let end = mark[start...].firstRange(of: " untereinander")?.lowerBound ?? mark.endIndex
      return String(mark[..<start]) + expression(String(mark[start..<end])) + mark[end...]
    }
    result = marks(result, from: "{{", to: "}}") { expression($0) }
    return result
  }

  private func marks(_ text: String, from begin: String, to end: String, _ change: (String) -> String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: begin), let close = rest[open.upperBound...].firstRange(of: end) {
      result += rest[..<open.upperBound] + change(String(rest[open.upperBound..<close.lowerBound])) + end
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  /// A record as JSON: its members, not its values.
  func record(_ json: String) -> String {
    json.replacing(/"([a-z0-9_]+)"(\s*:)/) { match in
      "\"\(names[String(match.1)] ?? String(match.1))\"\(match.2)"
    }
  }

  /// Writes a home with everything renamed.
  func write(to home: String) throws {
    for folder in [
      "Forms", "Forms/bochum", "Forms/bochum/lists", "Forms/bochum/languages", "Templates/bochum", "Examples",
      "Examples/Quartal",
    ] {
      let target = FilePath.joining(home, folder)
      _ = try Program.run(["mkdir", "-p", target])
      for path in try DirectoryListing.files(in: Repository.path(folder)) {
        let name = FilePath.lastComponent(of: path)
        let text = String(decoding: try FileReader.bytes(at: path, limit: 16 << 20), as: UTF8.self)
        let changed =
          switch FilePath.pathExtension(of: path) {
          case "xml" where ["Forms", "Forms/bochum"].contains(folder): declaration(text)
          case "fodt", "fods": template(text)
          case "json": record(text)
          default: text
          }
        try AtomicFile.write(Array(changed.utf8), to: FilePath.joining(target, name))
      }
    }
  }
}
