/// The numbering plan as far as grouping needs it.
struct PhonePlan {
  /// The own area code with its zero.
  let areaCode: String?
  /// The own switchboards, in that area.
  let houseExchanges: [String]

  /// Numbers that are dialled without any prefix, by their digits.
  static let short = [
    "110": "110", "112": "112", "115": "115", "116000": "116 000", "116006": "116 006", "116016": "116 016",
    "116111": "116 111", "116116": "116 116", "116117": "116117", "116123": "116 123",
  ]

  /// A number as dialled inside Germany.
  func domestic(_ parts: PhoneParts) -> String? {
    let digits = parts.digits
    if let short = PhonePlan.short[digits] { return short }
    guard digits.hasPrefix("0") else { return local(parts) }
    if let prefix = PhonePlan.servicePrefix(of: digits) {
      var rest = parts
      rest.drop(digits: 4)
      let number = rest.digits
      guard !number.isEmpty else { return nil }
      guard ["0137", "0180", "0900"].contains(prefix), number.utf8.count > 1 else {
        return prefix + " " + number
      }
      return prefix + " " + number.prefix(1) + " " + number.dropFirst()
    }
    let known = ([areaCode].compactMap { $0 } + AreaCodes.known).first { digits.hasPrefix($0) }
    if let area = known ?? separatedAreaCode(parts) {
      var rest = parts
      rest.drop(digits: area.utf8.count)
      guard !rest.groups.isEmpty else { return nil }
      return area + " " + subscriber(rest, in: area)
    }
    // A hyphen so early would be read as the end of an area code.
    let number = parts.numberWithExtension
    return number.prefix { $0 != "-" }.utf8.count > 6 ? number : digits
  }

  /// A number with its country code; German ones are grouped, others keep the groups that were typed.
  func international(_ parts: PhoneParts) -> String? {
    let digits = parts.digits
    guard !digits.hasPrefix("0") else { return nil }
    guard digits.hasPrefix("49") else {
      var text = ""
      for (index, group) in parts.groups.enumerated() {
        if index > 0 { text += parts.hyphenBefore[index] ? "-" : " " }
        text += group
      }
      return "+" + text
    }
    var national = parts
    national.drop(digits: 2)
    // „+49 (0) 234“: the zero is for callers inside the country only.
    if national.digits.hasPrefix("0") { national.drop(digits: 1) }
    guard national.digits.utf8.count >= 3, !national.digits.hasPrefix("0") else { return nil }
    national.prepend("0")
    return domestic(national).map { "+49 " + $0.dropFirst() }
  }

  /// A number without area code.
  ///
  /// Subscriber numbers do not begin with 1 and have at most 9 digits; what does not fit may be an area code
  /// without its zero or a special service, and is left as it is.
  private func local(_ parts: PhoneParts) -> String {
    guard let areaCode, !parts.digits.hasPrefix("1"), parts.digits.utf8.count <= 9 else {
      return parts.numberWithExtension
    }
    return areaCode + " " + subscriber(parts, in: areaCode)
  }

  /// The number after the area code, with a hyphen before its extension.
  private func subscriber(_ parts: PhoneParts, in area: String) -> String {
    let digits = parts.digits
    if area == areaCode,
      let house = houseExchanges.first(where: { digits.hasPrefix($0) && digits.utf8.count > $0.utf8.count })
    {
      return house + "-" + digits.dropFirst(house.utf8.count)
    }
    return parts.numberWithExtension
  }

  /// What a separator closed as an area code: the first group, if it has 3…6 digits and more follows.
  private func separatedAreaCode(_ parts: PhoneParts) -> String? {
    guard parts.groups.count > 1, let first = parts.groups.first else { return nil }
    return (3...6).contains(first.utf8.count) ? first : nil
  }

  /// The four digits of a mobile or service prefix.
  private static func servicePrefix(of digits: String) -> String? {
    let prefix = String(digits.prefix(4))
    if ["0137", "0180", "0700", "0800", "0900"].contains(prefix) { return prefix }
    return ["015", "016", "017"].contains(prefix.prefix(3)) ? prefix : nil
  }
}
