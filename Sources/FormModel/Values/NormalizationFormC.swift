// The standard library's own tables, without Foundation and its start-up time. The SPI is the one that Foundation
// on Linux builds upon; it yields a sequence of scalars.
@_spi(_Unicode) import Swift

/// Normalization Form C, in which names are stored and compared.
///
/// DIN 91379 requires it: a letter and its marks are one code point where Unicode has one.
public enum NormalizationFormC {
  /// The text in Normalization Form C; case, blanks and everything else stay as they are.
  public static func normalize(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text._nfc)
    return String(scalars)
  }
}

/// Canonical decomposition, for finding the base letter under its marks.
enum NormalizationFormD {
  static func scalars(of text: String) -> [Unicode.Scalar] { Array(text._nfd) }
}
