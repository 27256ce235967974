/// Checks names of natural persons against the letters of DIN 91379.
///
/// Datatype A of DIN 91379:2022-08: Latin letters with their marks, and the signs that occur in names. It binds
/// the administration since 1 November 2024 (decision 2019/53 of the IT-Planungsrat). A name is compared in
/// Normalization Form C and never changed; there is no upper, lower or title case here.
public enum PersonName {
  /// A script that is not admitted in a name.
  public enum Script: Hashable, Sendable {
    /// Cyrillic.
    case cyrillic
    /// Arabic, also Persian and Urdu letters.
    case arabic
    /// Greek.
    case greek
    /// Hebrew.
    case hebrew
    /// A Latin letter that the standard does not list.
    case unlistedLatin
    /// Any other script.
    case other

    /// The German adjective, such as „kyrillisch“.
    public var german: String {
      switch self {
      case .cyrillic: "kyrillisch"
      case .arabic: "arabisch"
      case .greek: "griechisch"
      case .hebrew: "hebräisch"
      case .unlistedLatin: "lateinisch, aber nicht in DIN 91379"
      case .other: "andere"
      }
    }
  }

  /// A character that does not belong in a name.
  public struct Violation: Hashable, Sendable {
    /// What kind of character it is.
    public enum Kind: Hashable, Sendable {
      /// A letter of another script.
      case letter(Script)
      /// A digit or another sign with a numeric value.
      case digit
      /// A control or format character, a line end or tab among them.
      case control
      /// A combining mark that the standard does not list with the letter before it.
      case combination
      /// Any other sign, typographic quotation marks among them.
      case symbol
    }

    /// The offending scalar.
    public let scalar: Unicode.Scalar
    /// What kind of character it is.
    public let kind: Kind
    /// Its place among the scalars of the normalised text, 0-based.
    public let offset: Int
  }

  /// The first character of a text that does not belong in a name; nil when the name is admissible.
  ///
  /// An empty text has no violation: that a name is missing is another finding.
  public static func violation(in text: String) -> Violation? {
    let scalars = Array(NormalizationFormC.normalize(text).unicodeScalars)
    var index = 0
    while index < scalars.count {
      let length = NameLetters.lengthOfLetter(in: scalars[index...])
      guard length > 0 else {
        return Violation(scalar: scalars[index], kind: kind(of: scalars[index]), offset: index)
      }
      index += length
    }
    return nil
  }

  private static func kind(of scalar: Unicode.Scalar) -> Violation.Kind {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
      return .control
    case .nonspacingMark, .spacingMark, .enclosingMark:
      let script = script(of: scalar)
      return script == .other ? .combination : .letter(script)
    default: break
    }
    if scalar.properties.numericType != nil && !scalar.properties.isIdeographic { return .digit }
    return scalar.properties.isAlphabetic ? .letter(script(of: scalar)) : .symbol
  }

  /// The script by Unicode block.
  private static func script(of scalar: Unicode.Scalar) -> Script {
    switch scalar.value {
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: .cyrillic
    case 0x590...0x5FF, 0xFB1D...0xFB4F: .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: .arabic
    case 0x41...0x2AF, 0x1D00...0x1D7F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xAB30...0xAB6F,
      0xFB00...0xFB06, 0xFF21...0xFF5A:
      .unlistedLatin
    default: .other
    }
  }
}
