/// Brings what people and programs write into the canonical form of a field's kind.
public struct ValueInput: Sendable {
  /// The day that words such as „heute“ refer to.
  public let day: Day
  /// The declarations that values are read by.
  let library: FormLibrary
  /// The area code of numbers without one.
  let areaCode: String?
  /// The exchanges of the house, whose numbers are extensions.
  let exchanges: [String]

  /// Input at a reference day, with the area code and exchanges of the library's profile.
  public init(library: FormLibrary, day: Day) {
    (self.library, self.day) = (library, day)
    areaCode = library.profile.values["vorwahl"]
    exchanges = (library.profile.values["durchwahlen"] ?? "").split(separator: " ").map(String.init)
  }

  /// The canonical form, or the text itself (in NFC) when it cannot be read; the checks report it then.
  ///
  /// Line ends become line feeds; several-line text keeps its blanks, every other value loses them at its ends.
  public func canonical(_ text: String, _ field: FieldDefinition) -> String {
    let normal = NormalizationFormC.normalize(Self.withoutNull(Self.lineFeeds(text)))
    if field.has(.multiline) { return normal.allSatisfy(\.isWhitespace) ? "" : normal }
    let trimmed = Self.trimmed(normal)
    if trimmed.isEmpty || field.kind.emptySigns.contains(trimmed) { return "" }
    return field.kind.parse(trimmed, of: field, by: self) ?? trimmed
  }

  /// The canonical form of a value; nil when the text is not of that kind, or empty.
  ///
  /// Every text is a text and a name, and a code for all that is known here; blanks at its ends do not count.
  public func reading(_ text: String, as field: FieldDefinition) -> String? {
    let trimmed = Self.trimmed(NormalizationFormC.normalize(Self.withoutNull(Self.lineFeeds(text))))
    return trimmed.isEmpty ? nil : field.kind.parse(trimmed, of: field, by: self)
  }

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
    if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first),
      (0x21...0x7E).contains(last)
    {
      return text
    }
    let blank: Set<Unicode.Scalar> = [" ", "\t", "\n", "\u{A0}"]
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !blank.contains($0) }),
      let last = scalars.lastIndex(where: { !blank.contains($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
