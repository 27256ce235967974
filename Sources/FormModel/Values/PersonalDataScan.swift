/// Looks for personal data in free text that must be anonymous.
///
/// Notes of anonymous advice may not identify a family (§ 64 Abs. 2a SGB VIII, concept chapter 5; domain chapter
/// 5.2). The scan knows forms, not meanings: it names the exact passage, and a person decides. It leans towards
/// silence for figures that staff write every day: amounts, times, periods, paragraphs, file numbers.
public enum PersonalDataScan {
  /// What a passage looks like.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A telephone number.
    case phone
    /// An e-mail address.
    case email
    /// A date that the text itself calls a birth.
    case birthDate
    /// A full date whose meaning the text does not say.
    case fullDate
    /// A street with a house number.
    case street
    /// A form of address with a name.
    case salutationName
    /// A name that was asked for.
    case name
  }

  /// A place in the text.
  public struct Passage: Hashable, Sendable {
    /// The kind of personal data that it looks like.
    public let kind: Kind
    /// Exactly the characters of the text.
    public let text: String
    /// Where it begins, in bytes of UTF-8 from the beginning of the text.
    public let offset: Int
  }

  /// All passages of a text in their order; no two of them overlap.
  ///
  /// Initials such as „Frau M.“ are no names. A passage never goes beyond its line. The time is linear in the
  /// length of the text.
  public static func passages(in text: String, words: ScanWords) -> [Passage] {
    let tokens = ScanTokens(text, words)
    var found = [Passage]()
    var index = 0
    while index < tokens.count {
      guard let (kind, end) = match(tokens, at: index) else {
        index += 1
        continue
      }
      found.append(Passage(kind: kind, text: tokens.text(index..<end), offset: tokens[index].offset))
      index = end
    }
    return found
  }

  /// The passage that begins with a token, and the token after it.
  private static func match(_ tokens: ScanTokens, at index: Int) -> (Kind, Int)? {
    if let end = email(tokens, at: index) { return (.email, end) }
    if let end = birthDate(tokens, at: index) { return (.birthDate, end) }
    if let end = date(tokens, at: index, shortYears: false) { return (.fullDate, end) }
    if let end = phone(tokens, at: index) { return (.phone, end) }
    if let end = street(tokens, at: index) { return (.street, end) }
    if let end = salutation(tokens, at: index) { return (.salutationName, end) }
    return nil
  }

  /// A run of signs around an `@`, whose right side has a dot.
  private static func email(_ tokens: ScanTokens, at start: Int) -> Int? {
    // Only where a run begins, so that each run is looked at once.
    guard tokens[start].isLocalPart, start == 0 || !tokens[start - 1].isLocalPart else { return nil }
    var at = start
    while at < tokens.count, tokens[at].isLocalPart { at += 1 }
    guard at < tokens.count, tokens[at].isMark("@") else { return nil }
    var end = at + 1
    while end < tokens.count, tokens[end].isDomainPart { end += 1 }
    while end > at + 1, tokens[end - 1].isMark(".") || tokens[end - 1].isMark("-") { end -= 1 }
    return end > at + 1 && EmailAddress.isDomain(tokens.text(at + 1..<end)[...]) ? end : nil
  }
}
