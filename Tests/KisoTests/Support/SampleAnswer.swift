import FormModel
@testable import Paperwork

/// What a test types into a field, and what must be in the record afterwards.
struct SampleAnswer {
  /// The text as it is typed.
  var typed: String
  /// The value as it is kept.
  var value: String

  /// An answer that fits a field; `number` makes it one of its own.
  static func make(_ field: FieldDefinition, _ number: Int, in library: FormLibrary) -> SampleAnswer {
    let day = 1 + number % 28
    let month = 1 + number % 12
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    func same(_ text: String) -> SampleAnswer { SampleAnswer(typed: text, value: text) }
    switch field.type.rawValue {
    case "number", "reference": return same(library.number(of: field)?.example ?? "")
    case "text":
      if field.pattern != nil, let example = field.example { return same(example) }
      let text = "Wert \(number) & <Ümläut> „x“ | ğ"
      return same(field.maximumLength.map { String(text.prefix($0)).trimmedBlanks } ?? text)
    case "name": return same(["Ayşe", "Đặng-Nguyễn", "Łukasz", "O’Brien", "Þórður"][number % 5] + " Sample")
    case "multiline": return same("  Zeile \(number) – „eins“\n\nDatum: zwei | drei\n\tvier 👨‍👩‍👧 <b>&amp;")
    case "day": return SampleAnswer(typed: "\(day).\(month).25", value: "2025-\(two(month))-\(two(day))")
    case "partial-day":
      switch number % 4 {
      case 0: return SampleAnswer(typed: "\(two(month)).2021", value: "2021-\(two(month))")
      case 1: return SampleAnswer(typed: "ca. 2020", value: "2020~")
      case 2: return SampleAnswer(typed: "\(day).\(month).2019", value: "2019-\(two(month))-\(two(day))")
      default: return SampleAnswer(typed: "nicht bekannt", value: "unbekannt")
      }
    case "time": return SampleAnswer(typed: "\(8 + number % 10).15 Uhr", value: "\(two(8 + number % 10)):15")
    case "moment":
      return SampleAnswer(typed: "\(day).\(month).2026 10:30", value: "2026-\(two(month))-\(two(day))T10:30")
    case "integer", "count":
      let low = field.minimum ?? 0
      return same(String(min(low + number % 6, field.maximum ?? .max)))
    case "decimal": return SampleAnswer(typed: "\(number),5", value: "\(number).5")
    case "phone": return SampleAnswer(typed: "0171/39200\(two(number % 100))", value: "0171 39200\(two(number % 100))")
    case "postcode": return same("447\(two(87 + number % 3 * 2))")
    case "email": return same("sample\(number)@example.org")
    default: return same("")
    }
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmedBlanks: String {
    var slice = self[...]
    while slice.last == " " { slice.removeLast() }
    while slice.first == " " { slice.removeFirst() }
    return String(slice)
  }

  /// Without line ends at its end.
  var trimmedLineEnds: String {
    var slice = self[...]
    while slice.last == "\n" { slice.removeLast() }
    return String(slice)
  }
}
