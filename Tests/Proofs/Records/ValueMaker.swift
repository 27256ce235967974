import FormModel

/// Makes values that fit a field, in canonical form, from nothing but its declaration.
struct ValueMaker {
  let library: FormLibrary
  let day: Day
  private let input: ValueInput

  init(library: FormLibrary, day: Day) {
    (self.library, self.day) = (library, day)
    input = ValueInput(library: library, day: day)
  }

  /// A value; nil when none can be made.
  func value(of field: FieldDefinition, _ dice: inout Dice, _ pool: RecordPool = RecordPool()) -> String? {
    let text = typed(field, &dice, pool)
    let canonical = input.canonical(text, field)
    return canonical.isEmpty ? nil : canonical
  }

  /// All values of a field that holds several codes: some of them, in the order of the list.
  func codes(of field: FieldDefinition, _ dice: inout Dice) -> [String] {
    let all = library.codes(of: field)?.codes.map(\.id) ?? []
    let density = dice.pick([10, 30, 70], or: 30)
    let chosen = all.filter { _ in dice.chance(density) }
    return chosen.isEmpty ? all.randomElement(using: &dice).map { [$0] } ?? [] : chosen
  }

  private func typed(_ field: FieldDefinition, _ dice: inout Dice, _ pool: RecordPool) -> String {
    if let list = library.codes(of: field) { return list.codes.randomElement(using: &dice)?.id ?? "" }
    if field.pattern != nil { return field.example ?? "" }
    switch field.type.rawValue {
    case "number": return number(of: field, &dice)
    case "reference":
      let known = pool.numbers[field.target ?? ""]?.randomElement(using: &dice)
      return known.flatMap { dice.chance(95) ? $0 : nil } ?? number(of: field, &dice)
    case "name": return cut(name(field, &dice, pool), field)
    case "multiline": return cut(lines(field, &dice), field)
    case "day": return day(&dice, pool)
    case "partial-day": return partialDay(&dice)
    case "time": return time(&dice)
    case "moment": return day(&dice, pool) + (dice.chance(70) ? "T" + time(&dice) : "")
    case "integer", "count": return String(wholeNumber(field, &dice))
    case "decimal": return "\(wholeNumber(field, &dice)).\(dice.pick(["5", "25", "019", "75"], or: "5"))"
    case "phone":
      return dice.pick(["0171 39200", "0234 910-00", "030 231250", "+49 171 39200"], or: "") + dice.digits(2)
    case "postcode": return dice.pick(["44", "01", "99"], or: "44") + dice.digits(3)
    case "email": return "probe\(dice.number(1...9999))@example.org"
    default: return cut(line(&dice, pool), field)
    }
  }

  /// Never longer than the declaration allows; what would be a blank at the end is none.
  private func cut(_ text: String, _ field: FieldDefinition) -> String {
    guard let maximum = field.maximumLength else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(maximum)))
  }

  private func name(_ field: FieldDefinition, _ dice: inout Dice, _ pool: RecordPool) -> String {
    switch field.role {
    case .givenName: return dice.pick(SampleTexts.givenNames, or: "Mia")
    case .familyName:
      let name = dice.pick(SampleTexts.familyNames, or: "Nowak")
      return dice.chance(3) ? Array(repeating: name, count: 20).joined(separator: "-") : name
    case .birthDate, .output, .folder, .printer, .editor, .archive, .archiveKeys, .archivePerson, nil:
      if dice.chance(50), let known = pool.names.randomElement(using: &dice) { return known }
      return dice.pick(SampleTexts.givenNames, or: "Mia") + " " + dice.pick(SampleTexts.familyNames, or: "Nowak")
    }
  }

  /// One line; most have a number of their own, so that it can be told where it came from.
  private func line(_ dice: inout Dice, _ pool: RecordPool) -> String {
    let number = dice.number(10_000...99_999)
    switch dice.number(1...10) {
    case 1...2: return dice.pick(SampleTexts.streets, or: "") + " \(number)"
    case 3: return dice.pick(SampleTexts.towns, or: "") + " \(number)"
    case 4: return pool.names.randomElement(using: &dice) ?? "Ohne Namen \(number)"
    case 5: return dice.pick(SampleTexts.words, or: "x")
    case 6: return (0..<12).map { _ in dice.pick(SampleTexts.words, or: "x") }.joined(separator: " ") + " \(number)"
    default: return dice.pick(SampleTexts.words, or: "x") + " \(number)"
    }
  }

  private func lines(_ field: FieldDefinition, _ dice: inout Dice) -> String {
    let count = dice.pick([1, 1, 2, 3, 5, dice.chance(8) ? 80 : 4], or: 1)
    var lines: [String] = []
    for _ in 0..<count {
      let words = (0..<dice.number(1...9)).map { _ in dice.pick(SampleTexts.words, or: "x") }
      lines.append(words.joined(separator: " ") + " \(dice.number(10_000...99_999))")
      if dice.chance(15) { lines.append("") }
      if dice.chance(10) { lines.append("\tmit Tabulator\tund  Blanken") }
    }
    if dice.chance(5) { lines.append(String(repeating: "Wort ", count: field.maximumLength ?? 200)) }
    return lines.joined(separator: "\n") + (dice.chance(5) ? "\n\n" : "")
  }

  private func wholeNumber(_ field: FieldDefinition, _ dice: inout Dice) -> Int {
    let usual = field.kind.usualRange
    let low = field.minimum ?? usual.minimum ?? 0
    let high = max(low, field.maximum ?? usual.maximum ?? low + 60)
    switch dice.number(1...10) {
    case 1: return low
    case 2 where high < 10_000: return high
    case 3...5: return min(high, max(low, (low + dice.number(0...12)) / 5 * 5))
    default: return dice.number(low...min(high, low + 60))
    }
  }

  // MARK: - Days and numbers

  /// Days at which calendars break: leap days, the last and first of a year, the days that clocks are changed on.
  private static let edges = [
    "2024-02-29", "2020-02-29", "2023-12-31", "2024-12-31", "2025-01-01", "2025-03-30", "2025-10-26", "2024-10-27",
    "2025-02-28", "2025-03-31", "2025-10-31",
  ]

  private func day(_ dice: inout Dice, _ pool: RecordPool) -> String {
    switch dice.number(1...20) {
    case 1...3: return dice.pick(Self.edges, or: day.iso)
    case 4...5: return day.iso
    case 6...8:
      if let known = pool.days.randomElement(using: &dice), let day = Day(iso: known) {
        return moved(day, by: dice.number(-3...3))
      }
    case 9: return moved(day, by: dice.number(1...400))
    case 10: return moved(day, by: -dice.number(400...4000))
    default: break
    }
    return moved(day, by: -dice.number(0...120))
  }

  private func moved(_ day: Day, by count: Int) -> String { (Day(ordinal: day.ordinal + count) ?? day).iso }

  private func partialDay(_ dice: inout Dice) -> String {
    let born = moved(day, by: -dice.number(0...25_000))
    switch dice.number(1...10) {
    case 1: return String(born.prefix(4))
    case 2: return String(born.prefix(7))
    case 3: return String(born.prefix(4)) + "~"
    case 4: return "ET" + moved(day, by: dice.number(1...250))
    case 5: return "2020-02-29"
    case 6: return "unbekannt"
    default: return born
    }
  }

  private func time(_ dice: inout Dice) -> String {
    if dice.chance(20) { return dice.pick(["00:00", "23:59", "02:30", "12:00"], or: "") }
    let (hour, minute) = (dice.number(7...20), dice.number(0...59))
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  /// A number of the kind that the field holds, put together from its declaration.
  private func number(of field: FieldDefinition, _ dice: inout Dice) -> String {
    let all = library.profile.numbers
    let definition = all.first { field.number == nil ? $0.form == field.target : $0.id == field.number }
    return definition.map { number($0, among: all, &dice) } ?? ""
  }

  private func number(_ definition: NumberDefinition, among all: [NumberDefinition], _ dice: inout Dice) -> String {
    var result = ""
    for piece in definition.pieces {
      switch piece {
      case .text(let text): result += text
      case .base(let id): result += all.first { $0.id == id }.map { number($0, among: all, &dice) } ?? ""
      case .part(let part):
        switch part.form {
        case .digits(let count): result += count == 4 && !part.isSerial ? "2025" : dice.digits(count)
        case .letters(let count): result += (0..<count).map { _ in dice.pick(["a", "k", "z"], or: "a") }.joined()
        case .codes(let codes): result += dice.pick(codes, or: "")
        }
      }
    }
    return result
  }
}
