/// The two written forms of a partial day.
extension PartialDay {
  /// A partial day from its storage form.
  ///
  /// `2020-05-03`, `2020-05`, `2020`, each with a `~` at the end when estimated, `ET2026-02-03`, `unbekannt`; no
  /// blanks. Returns nil for anything else.
  public init?(canonical text: some StringProtocol) {
    if text == "unbekannt" {
      self = .unknown
      return
    }
    if text.hasPrefix("ET") {
      guard let day = Day(iso: text.dropFirst(2)) else { return nil }
      self = .expected(day)
      return
    }
    let estimated = text.hasSuffix("~")
    let bytes = Array(text.utf8.dropLast(estimated ? 1 : 0))
    let read: PartialDay?
    switch bytes.count {
    case 10: read = Day(iso: String(decoding: bytes, as: UTF8.self)).map { .day($0, estimated: estimated) }
    case 7:
      guard bytes[4] == UInt8(ascii: "-"), let year = ASCIIDigits.value(of: bytes[0..<4]),
        let month = ASCIIDigits.value(of: bytes[5..<7])
      else { return nil }
      read = .month(month, year: year, estimated: estimated)
    case 4: read = ASCIIDigits.value(of: bytes).flatMap { .year($0, estimated: estimated) }
    default: return nil
    }
    guard let read else { return nil }
    self = read
  }

  /// The storage form, as ``init(canonical:)`` reads it.
  public var canonical: String {
    guard let earliest else { return "unbekannt" }
    let mark = isEstimated ? "~" : ""
    return switch kind {
    case .day: earliest.iso + mark
    case .month: earliest.iso.dropLast(3) + mark
    case .year: earliest.iso.dropLast(6) + mark
    case .expected: "ET" + earliest.iso
    case .unknown: "unbekannt"
    }
  }

  /// The printed form.
  ///
  /// „03.05.2020“, „05.2020 (Tag unbekannt)“, „2020 (Tag/Monat unbekannt)“, „ca. 2020“, „ET 03.02.2026“,
  /// „unbekannt“ (domain chapter 3.2).
  public var german: String {
    guard let earliest else { return "unbekannt" }
    return switch kind {
    case .day: isEstimated ? "ca. " + earliest.german : earliest.german
    case .month:
      isEstimated
        ? "ca. " + earliest.german.dropFirst(3) : earliest.german.dropFirst(3) + " (Tag unbekannt)"
    case .year:
      isEstimated
        ? "ca. " + earliest.german.dropFirst(6) : earliest.german.dropFirst(6) + " (Tag/Monat unbekannt)"
    case .expected: "ET " + earliest.german
    case .unknown: "unbekannt"
    }
  }
}
