/// Brings what people and programs write into the canonical form of a field's kind.
public struct ValueInput: Sendable {
  private let day: Day
  private let areaCode: String?
  private let exchanges: [String]

  /// Input at a reference day, with the area code and exchanges of the library's profile.
  public init(library: FormLibrary, day: Day) {
    self.day = day
    areaCode = library.profile.entries["vorwahl"]
    exchanges = (library.profile.entries["durchwahlen"] ?? "").split(separator: " ").map(String.init)
  }

  /// The canonical form, or the text itself (in NFC) when it cannot be read; the checks report it then.
  ///
  /// Line ends become line feeds; several-line text keeps its blanks, every other value loses them at its ends.
  public func canonical(_ text: String, _ field: FieldDefinition) -> String {
    let normal = NormalizationFormC.normalize(Self.withoutNull(Self.lineFeeds(text)))
    if field.type == .multiline { return normal.allSatisfy(\.isWhitespace) ? "" : normal }
    let trimmed = Self.trimmed(normal)
    // The sign for a figure that is still to come says that there is none.
    if field.type == .count, ["…", "..."].contains(trimmed) { return "" }
    return trimmed.isEmpty ? "" : read(trimmed, as: field.type) ?? trimmed
  }

  /// The canonical form of a value; nil when the text is not of that kind, or empty.
  ///
  /// Every text is a text and a name, and a code for all that is known here; blanks at its ends do not count.
  public func reading(_ text: String, as type: FieldType) -> String? {
    let trimmed = Self.trimmed(NormalizationFormC.normalize(Self.withoutNull(Self.lineFeeds(text))))
    return trimmed.isEmpty ? nil : read(trimmed, as: type)
  }

  private func read(_ trimmed: String, as type: FieldType) -> String? {
    switch type {
    case .text, .name, .multiline, .choice, .choices, .reference: trimmed
    case .day: DayInput.parse(trimmed, reference: day)?.iso
    case .partialDay:
      (PartialDay(canonical: trimmed) ?? PartialDayInput.parse(trimmed, reference: day))?.canonical
    case .time: TimeOfDay(typed: trimmed)?.canonical
    case .moment: (Moment(canonical: trimmed) ?? MomentInput.parse(trimmed, reference: day))?.canonical
    case .integer: GermanNumber.parseWhole(trimmed).map { String($0) }
    case .decimal: GermanNumber.parse(trimmed)
    case .count: Self.noneSigns.contains(trimmed) ? "0" : GermanNumber.parseWhole(trimmed).map { String($0) }
    case .yesNo, .yesNoUnknown: Self.answers[trimmed.lowercased()]
    case .phone: PhoneNumber(typed: trimmed, areaCode: areaCode, houseExchanges: exchanges)?.canonical
    case .postcode: Postcode(typed: trimmed)?.canonical
    case .email: EmailAddress(typed: trimmed)?.canonical
    }
  }

  /// What people write where there was none.
  private static let noneSigns: Set<String> = ["–", "-", "—"]

  private static let answers = [
    "ja": "ja", "j": "ja", "true": "ja", "nein": "nein", "n": "nein", "false": "nein",
    "unbekannt": "unbekannt",
  ]

  private static func lineFeeds(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        result.append("\n")
      } else if !(scalar == "\n" && last == "\r") {
        result.append(scalar)
      }
      last = scalar
    }
    return String(result)
  }

  /// U+0000 would end the text for every C library; the replacement character shows that something stood there.
  private static func withoutNull(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
  }

  private static func trimmed(_ text: String) -> String {
    let blank: Set<Unicode.Scalar> = [" ", "\t", "\n", "\u{A0}"]
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !blank.contains($0) }),
      let last = scalars.lastIndex(where: { !blank.contains($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
