/// An e-mail address, checked for its form only.
///
/// One `@`, a local part of at most 64 bytes, a domain with a dot, at most 254 bytes in all (RFC 5321). Quoted
/// local parts and addresses in angle brackets are refused: in an office they are typing mistakes. Whether
/// anybody reads the mailbox cannot be seen from here.
public struct EmailAddress: Hashable, Sendable {
  /// The address as typed, without blanks at its ends.
  public let canonical: String

  /// An address as typed.
  ///
  /// Blanks at the ends are tolerated; blanks inside, control characters and a missing dot are not.
  public init?(typed: String) {
    let text = TypedTokens.trimmed(typed)
    guard text.utf8.count <= 254, let at = text.firstIndex(of: "@") else { return nil }
    guard EmailAddress.isLocalPart(text[..<at]), EmailAddress.isDomain(text[text.index(after: at)...]) else {
      return nil
    }
    canonical = text
  }

  /// Letters, digits and the signs of RFC 5322 “atext”, in runs that single dots separate.
  static func isLocalPart(_ text: Substring) -> Bool {
    guard (1...64).contains(text.utf8.count) else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { run in
      !run.isEmpty && run.unicodeScalars.allSatisfy(isLocalScalar)
    }
  }

  /// Labels of letters, digits and inner hyphens; the last has two or more characters and is not a number.
  static func isDomain(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.count >= 2, !ASCIIDigits.areAll(last) else {
      return false
    }
    return labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.unicodeScalars.allSatisfy { isLetterOrDigit($0) || $0 == "-" }
    }
  }

  static func isLocalScalar(_ scalar: Unicode.Scalar) -> Bool {
    isLetterOrDigit(scalar) || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
  }

  /// ASCII letters and digits, and letters of any script (internationalised addresses).
  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return TypedTokens.isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }
}
