internal import FormModel

/// A record made to see what a template prints where: what is known of it, and otherwise values no two of which are alike.
struct ProbeRecord {
  let form: FormDefinition
  let library: FormLibrary
  /// What is known already, by path.
  let known: [String: [RecordContent]]
  /// Whether a field is known to be empty.
  let isEmpty: (String) -> Bool
  /// How many instances of each repeated group or field there are; two where nothing is known.
  let counts: [String: Int]

  private struct Numbers { var next = 0 }

  /// The record with its values.
  var record: Record {
    var record = Record(form: form.id, version: form.version)
    var numbers = Numbers()
    record.root = group(form.items, path: "", &numbers)
    return record
  }

  private func group(_ items: [ItemDefinition], path: String, _ numbers: inout Numbers) -> RecordGroup {
    var result = RecordGroup()
    for item in items {
      let own = path + item.id
      switch item {
      case .field(let field) where field.repeats && !field.has(.several):
        for number in 1...max(1, counts[own] ?? 2) where number <= counts[own] ?? 2 {
          result.items += values(of: field, at: "\(own)[\(number)]", &numbers).map { .init(item.id, $0) }
        }
      case .field(let field): result.items += values(of: field, at: own, &numbers).map { .init(item.id, $0) }
      case .group(let group):
        let instances = group.repeats ? counts[own] ?? 2 : 1
        for number in 1...max(1, instances) where number <= instances {
          let inner = self.group(group.items, path: group.repeats ? "\(own)[\(number)]/" : own + "/", &numbers)
          if !inner.items.isEmpty { result.items.append(.init(item.id, .group(inner))) }
        }
      }
    }
    return result
  }

  private func values(of field: FieldDefinition, at path: String, _ numbers: inout Numbers) -> [RecordContent] {
    if let known = known[path] { return known }
    guard !field.readonly, !isEmpty(path) else { return [] }
    numbers.next += 1
    return [.value(value(of: field, numbers.next))]
  }

  /// A value of a field's kind that is no other's.
  private func value(of field: FieldDefinition, _ number: Int) -> String {
    if let list = library.codes(of: field) { return list.codes.first?.id ?? "" }
    if field.kind.isNumber("1") { return String(100 + number) }
    if field.has(.calendarDay), let day = Day(ordinal: Self.firstDay + number * 3) { return day.iso }
    if field.has(.fromTo), let time = TimeOfDay(hour: (number / 60) % 24, minute: number % 60) { return time.canonical }
    if field.has(.telephone) { return "0234 91\(1_000 + number)" }
    if field.has(.mail) { return "probe\(number)@example.org" }
    return Self.word(number)
  }

  /// The first of the days: 1 January 1991.
  private static let firstDay = 7_670

  /// A word of letters alone.
  private static func word(_ number: Int) -> String {
    var rest = number
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 26))) + letters
      rest /= 26
    } while rest > 0
    return "Qx" + letters + "zq"
  }
}
