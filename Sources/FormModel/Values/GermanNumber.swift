/// Numbers with decimal comma and thousands points.
///
/// The canonical form of a decimal is that of XML Schema: ASCII digits, a point, a leading `-` when negative, no
/// superfluous zeros (`38.5`, `-0.25`, `7`). Decimals stay text: money and hours are never binary fractions.
public enum GermanNumber {
  /// A whole number as „1.234.567“.
  public static func format(_ number: Int) -> String {
    (number < 0 ? "-" : "") + grouped(String(number.magnitude))
  }

  /// A canonical decimal as „1.234,5“; nil when it is not one.
  ///
  /// `fractionDigits` fills up with zeros („12,50“) and never rounds.
  public static func format(decimal: String, fractionDigits: Int = 0) -> String? {
    let negative = decimal.hasPrefix("-")
    let parts = decimal.dropFirst(negative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, parts.allSatisfy({ ASCIIDigits.areAll($0) }) else {
      return nil
    }
    var fraction = parts.count == 2 ? String(parts[1]) : ""
    fraction += String(repeating: "0", count: max(0, fractionDigits - fraction.utf8.count))
    return (negative ? "-" : "") + grouped(String(whole)) + (fraction.isEmpty ? "" : "," + fraction)
  }

  /// Whether a text is a decimal in the canonical form, which JSON reads as the same number.
  public static func isCanonical(_ text: String) -> Bool {
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard text != "-0", !text.hasPrefix("--"), (1...2).contains(parts.count), let whole = parts.first,
      parts.allSatisfy({ ASCIIDigits.areAll($0) }), whole == "0" || !whole.hasPrefix("0")
    else { return false }
    return parts.count == 1 || parts.last?.hasSuffix("0") == false
  }

  /// The canonical form of a number as people type it.
  ///
  /// „1.234,5“, „1234,5“, „38,5“, `38.5`. Without a comma, points are thousands points where every group after
  /// the first has three digits and the number does not begin with 0 („1.234“ is 1234); else a single point is a
  /// decimal point. Returns nil for anything else, such as „1.23,4“ or „1,2,3“.
  public static func parse(_ text: String) -> String? {
    var body = TypedTokens.trimmed(text)[...]
    let negative = body.hasPrefix("-") || body.hasPrefix("\u{2212}")
    if negative { body = body.dropFirst() }
    let halves = body.split(separator: ",", omittingEmptySubsequences: false)
    guard halves.count <= 2, let first = halves.first else { return nil }
    let groups = first.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ ASCIIDigits.areAll($0) }),
      halves.dropFirst().allSatisfy({ ASCIIDigits.areAll($0) })
    else { return nil }
    let whole: String
    let fraction: String
    if groups.count == 1 || areThousands(groups) {
      whole = groups.joined()
      fraction = halves.count == 2 ? String(halves[1]) : ""
    } else if groups.count == 2 && halves.count == 1 {
      whole = String(groups[0])
      fraction = String(groups[1])
    } else {
      return nil
    }
    return canonical(negative: negative, whole: whole, fraction: fraction)
  }

  /// The whole number that was typed; nil for fractions and beyond the range of `Int`.
  public static func parseWhole(_ text: String) -> Int? {
    parse(text).flatMap { $0.contains(".") ? nil : Int($0) }
  }

  private static func areThousands(_ groups: [Substring]) -> Bool {
    guard groups.count > 1, let first = groups.first, !first.hasPrefix("0") else { return false }
    return first.utf8.count <= 3 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
  }

  private static func canonical(negative: Bool, whole: String, fraction: String) -> String {
    let digits = String(whole.drop { $0 == "0" })
    var rest = fraction[...]
    while rest.hasSuffix("0") { rest.removeLast() }
    let text = (digits.isEmpty ? "0" : digits) + (rest.isEmpty ? "" : "." + rest)
    return negative && text != "0" ? "-" + text : text
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.utf8.count - index) % 3 == 0 { text += "." }
      text.append(digit)
    }
    return text
  }
}
