import FormModel
import Testing

/// What a field of each kind accepts and refuses, and the note in which it is there.
struct FieldProbe: Sendable, CustomTestStringConvertible {
  /// The path with `[1]` for repeated items.
  let path: String
  /// The last part of the generated id, such as `laenge`.
  let kind: String
  /// A value that breaks the rule.
  let wrong: String
  /// A value just beside.
  let right: String

  /// The generated id.
  var id: String { "E-GN-\(DeclaredRules.name(path))-\(kind)" }

  var testDescription: String {
    "\(id): \(wrong.prefix(24).debugDescription), \(right.prefix(24).debugDescription)"
  }

  /// Every probe of a field.
  static func probes(_ path: String, _ field: FieldDefinition, in library: FormLibrary) -> [FieldProbe] {
    var result: [FieldProbe] = []
    func add(_ kind: String, _ wrong: String, _ right: String) {
      result.append(FieldProbe(path: path, kind: kind, wrong: wrong, right: right))
    }
    let valid = valid(field, in: library)
    add("zeichen", valid + "\u{7F}", valid)
    add("zeichen", valid + "\u{202E}", valid)
    if let length = field.maximumLength {
      add("laenge", String(repeating: "a", count: length + 1), String(repeating: "ğ", count: length))
    }
    if field.pattern != nil { add("format", valid + "0", valid) }
    if let minimum = field.minimum { add("bereich", "\(minimum - 1)", "\(minimum)") }
    if let maximum = field.maximum { add("bereich", "\(maximum + 1)", "\(maximum)") }
    for (wrong, right) in formats(field.type) { add("format", wrong, right) }
    switch field.type.rawValue {
    case "number", "reference": add("format", valid + "0", valid)
    case "name":
      add("zeichen", "Олександра", "Oleksandra Ševčenko-d’Ángelo")
      add("zeichen", "Noah2", "Thành Nguyễn")
    case "choice", "choices":
      let codes = field.list.flatMap { library.lists[$0] }?.codes ?? []
      for code in [codes.first, codes.last].compactMap({ $0?.id }) { add("code", code + "x", code) }
    case "yes-no": add("code", "unbekannt", "Ja")
    case "yes-no-unknown": add("code", "vielleicht", "unbekannt")
    default: break
    }
    return result
  }

  private static func formats(_ type: FieldType) -> [(String, String)] {
    switch type.rawValue {
    case "day": [("2025-02-29", "29.2.2024"), ("00.00.2020", "1. April 2025"), ("31.04.2025", "30.04.2025")]
    case "partial-day": [("2021-13", "2021-12"), ("32.01.2021", "ca. 2021"), ("ET", "ET 03.02.2026")]
    case "time": [("24:00", "23:59"), ("25", "9"), ("09:60", "9.59")]
    case "moment": [("2025-10-16T24:00", "16.10.2025, 10 Uhr"), ("bald", "2025-10-16")]
    case "integer": [("eins", "1"), ("1,5", "2"), ("99999999999999999999", "3"), ("+5", "5"), ("0x1F", "6")]
    case "count": [("eins", "1"), ("1,5", "2"), ("+5", "–"), ("0x1F", "1.000")]
    case "decimal": [("eins", "1,5"), ("nan", "2"), ("1e5", "3")]
    case "phone": [("Nachbarin", "0234/910 5463"), ("12", "+49 234 910-5463")]
    case "postcode": [("4478", "44787"), ("D-447877", "44789")]
    case "email": [("a@b", "a@example.org"), ("a b@example.org", "ä@example.org")]
    default: []
    }
  }

  private static func valid(_ field: FieldDefinition, in library: FormLibrary) -> String {
    if let example = field.example ?? library.number(of: field)?.example { return example }
    switch field.type.rawValue {
    case "day": return "2025-10-08"
    case "partial-day": return "2021-05-03"
    case "time": return "09:15"
    case "moment": return "2025-10-16T10:00"
    case "integer", "decimal", "count": return "\(field.minimum ?? 1)"
    case "choice", "choices": return field.list.flatMap { library.lists[$0]?.codes.first?.id } ?? ""
    case "yes-no", "yes-no-unknown": return "ja"
    case "phone": return "0171 3920012"
    case "postcode": return "44787"
    case "email": return "a@example.org"
    default: return "Text"
    }
  }

  /// The sample and the edits with which the field is relevant.
  var context: (sample: Sample, edits: [String]) {
    switch path {
    case "nicht_zustande_grund": (.named, ["kontakt_zustande=nein"])
    case "sprachmittlung_volljaehrig": (.named, ["sprachmittlung=angehoerige"])
    case "zustimmung_kontaktweitergabe", "vermittelt_am": (.named, ["zugangsweg=sd"])
    case "vermittlungen[1]/ergebnis_am": (.named, ["vermittlungen[1]/ergebnis=angekommen"])
    case "beendet_am", "beendigungsgrund": (.ended, [])
    case "letzter_kontakt_am": (.ended, ["beendigungsgrund=kontaktabbruch"])
    case let path where path.hasPrefix("kind_angaben_anonym"): (.anonymous, [])
    default: (.named, [])
    }
  }

  /// Conditions hang on these fields; a wrong code in them changes which others are there, but not the finding.
  static let all: [FieldProbe] = {
    guard let library = try? Repository.fullLibrary(), let form = try? Repository.note(in: library) else {
      return []
    }
    return DeclaredRules(form).fields
      .filter { !($0.field.calculate != nil && $0.field.readonly) }
      .flatMap { probes($0.path, $0.field, in: library) }
  }()
}
