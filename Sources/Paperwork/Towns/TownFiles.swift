internal import FormModel

/// The files of a new town, made of the answers.
struct TownFiles {
  /// The texts by their paths in the town's folder.
  private(set) var files: [(path: String, text: String)] = []
  /// What is wrong with the answers.
  private(set) var findings: [Finding] = []

  /// One place of the town, as a list has it.
  private struct Place {
    let id: String
    let label: String
    let short: String
    let properties: [String: String]
  }

  private let questions: TownQuestions
  private let record: Record

  /// Makes the files; `town` is the name of its folder, `base` the town that it extends.
  init(_ record: Record, _ questions: TownQuestions, town: String, base: String) {
    (self.record, self.questions) = (record, questions)
    var places: [(old: Set<String>, new: [String])] = []
    for list in questions.needs.places {
      let codes = codes(of: list)
      // A property that names places names those of the list that was made before.
      places.append((old: Set(list.list.codes.map(\.id)), new: codes.map(\.id)))
      files.append(("lists/\(list.list.id).xml", Self.text(list, codes, source: value(TownQuestions.name))))
    }
    files.append(("profile.xml", profile(town: town, base: base, places)))
  }

  private func value(_ id: String) -> String { record.root.value(id) ?? "" }

  /// The codes that were typed, one a line: id, label, properties.
  private mutating func codes(of places: TownNeeds.Places) -> [Place] {
    var codes: [Place] = []
    let lines = value(places.list.id).split(separator: "\n")
    for (number, line) in lines.enumerated() {
      let parts = line.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmingBlanks }
      guard !(parts.count == 1 && parts[0].isEmpty) else { continue }
      let spot = "›\(places.list.label)‹, Zeile \(number + 1)"
      guard parts.count == 2 + places.properties.count, !parts.contains(where: \.isEmpty) else {
        let wanted = (["Kürzel", "Name"] + places.properties).joined(separator: "; ")
        mistake(places.list.id, "\(spot): Erwartet wird „\(wanted)“.")
        continue
      }
      let isWellFormed = parts[0].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
      guard isWellFormed, parts[0].first.map({ $0.isLetter || $0.isNumber }) == true else {
        mistake(places.list.id, "\(spot): Ein Kürzel besteht aus Buchstaben ohne Umlaute, Ziffern, ›_‹ und ›-‹.")
        continue
      }
      guard !codes.contains(where: { $0.id == parts[0] }), !places.kept.contains(where: { $0.id == parts[0] }) else {
        mistake(places.list.id, "\(spot): Das Kürzel ›\(parts[0])‹ gibt es schon.")
        continue
      }
      let properties = Dictionary(zip(places.properties, parts.dropFirst(2)), uniquingKeysWith: { $1 })
      for (name, id) in properties.sorted(by: { $0.key < $1.key }) {
        guard let known = questions.needs.places.first(where: { $0.list.id == name }) else { continue }
        let ids = value(name).split(separator: "\n").map { $0.prefix { $0 != ";" }.trimmingBlanks }
        if !ids.contains(id) {
          mistake(
            places.list.id,
            "\(spot): ›\(id)‹ steht nicht unter ›\(known.list.label)‹." + Nearest.question(id, among: ids))
        }
      }
      codes.append(Place(id: parts[0], label: parts[1], short: parts[1], properties: properties))
    }
    return codes
  }

  private static func text(_ places: TownNeeds.Places, _ codes: [Place], source: String) -> String {
    func line(_ code: Place, isKept: Bool) -> String {
      let properties = code.properties.sorted { $0.key < $1.key }.map {
        "<property name=\"\($0.key)\">\(escaped($0.value))</property>"
      }
      let head =
        "  <code id=\"\(code.id)\" label=\"\(escaped(code.label))\""
        + (code.short == code.label ? "" : " short=\"\(escaped(code.short))\"") + (isKept ? " inherit=\"always\"" : "")
      return properties.isEmpty ? head + "/>" : head + ">" + properties.joined() + "</code>"
    }
    let lines =
      codes.map { line($0, isKept: false) }
      + places.kept.map {
        line(Place(id: $0.id, label: $0.label, short: $0.short, properties: $0.properties), isKept: true)
      }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <codelist id="\(places.list.id)" label="\(escaped(places.list.label))" own="true" basis="\(escaped(source))">
      \(lines.joined(separator: "\n"))
      </codelist>

      """
  }

  private mutating func profile(town: String, base: String, _ places: [(old: Set<String>, new: [String])]) -> String {
    let needs = questions.needs
    let land = value(TownQuestions.land)
    var lines: [String] = []
    for entry in needs.entries where !(entry.isOfLand && land == needs.land) {
      let value = value(entry.id)
      lines.append(
        value.isEmpty ? "<remove id=\"\(entry.id)\"/>" : "<entry id=\"\(entry.id)\">\(Self.escaped(value))</entry>")
    }
    for number in needs.numbers {
      let field = TownQuestions.number + number.id
      switch NumberWording.declaration(value(field), of: number, places: places) {
      case .success(let text): lines.append(text)
      case .failure(let mistake): self.mistake(field, "›\(number.label)‹: \(mistake.german)")
      }
    }
    lines.append("<word>\(Self.escaped(value(TownQuestions.word)))</word>")
    let code = questions.library.lists.values.lazy.compactMap { $0.code(land) }.first
    for name in Set([code?.label, code?.short].compactMap { $0 }).sorted() {
      lines.append("<word of=\"land\">\(Self.escaped(name))</word>")
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- Was nicht hier steht, kommt von der Stadt, die „extends“ nennt. -->
      <profile id="\(town)" label="\(Self.escaped(value(TownQuestions.name)))" extends="\(base)" land="\(land)">
        \(lines.joined(separator: "\n  "))
      </profile>

      """
  }

  private mutating func mistake(_ field: String, _ message: String) {
    findings.append(
      Finding(
        id: "E-NEU-ANGABE", strength: .error, path: field, place: "Neue Stadt", message: message,
        remedy: "Bitte berichtigen."))
  }

  /// A text as XML has it, in an attribute as well.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

extension StringProtocol {
  /// Without blanks around it.
  fileprivate var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
