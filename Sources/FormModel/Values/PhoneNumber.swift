/// A telephone number in the form of DIN 5008.
///
/// Area code, blank, number, and a hyphen before an extension: `0234 910-5463`, `0171 3920012`,
/// `+49 234 910-5463`. No slashes, no brackets, no grouping in pairs. Reading a canonical form with the same
/// parameters gives the same form again.
public struct PhoneNumber: Hashable, Sendable {
  /// The number as DIN 5008 writes it.
  public let canonical: String

  /// A number as people type it: digits, blanks (also no-break), `/ - ( ) .` and a leading `+` or `00`.
  ///
  /// `areaCode` is the office's own area code with its zero (`0234`): it completes local numbers.
  /// `houseExchanges` are the numbers of its own switchboards (`910`), in that area: what follows one of them is
  /// an extension. Both are data of the municipality.
  ///
  /// Rules: a mobile prefix is `015x`, `016x` or `017x`, four digits. Service prefixes are `0700`, `0800`, and
  /// `0137`, `0180`, `0900` with one more digit as its own group. An area code is the own one, one of
  /// ``AreaCodes/known``, or else what a separator closes after 3…6 digits. Where it cannot be known, the digits
  /// stay together. A single hyphen in the rest marks an extension; other separators there mean nothing.
  ///
  /// Returns nil for letters, for fewer than 3 or more than 15 digits, for an area code alone, and for misplaced
  /// signs.
  public init?(typed: String, areaCode: String? = nil, houseExchanges: [String] = []) {
    guard let parts = PhoneParts(typed) else { return nil }
    let plan = PhonePlan(areaCode: areaCode, houseExchanges: houseExchanges)
    guard let text = parts.isInternational ? plan.international(parts) : plan.domestic(parts) else {
      return nil
    }
    canonical = text
  }
}

/// Area codes that are told apart without a separator.
///
/// German area codes are prefix-free, so a number that begins with one of these is certain to have it. The list
/// is data, not a rule: the four of two digits, and the neighbourhood of Bochum (source: Bundesnetzagentur,
/// Verzeichnis der Ortsnetzkennzahlen).
public enum AreaCodes {
  /// The known codes, each with its leading zero.
  public static let known = [
    "030", "040", "069", "089", "0201", "0202", "0203", "0208", "0209", "0211", "0221", "0228", "0231",
    "0234",
    "0251", "02302", "02305", "02323", "02324", "02325", "02327", "02331", "02361",
  ]
}
