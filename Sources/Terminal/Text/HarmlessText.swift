/// Text that somebody else may have written, made harmless for a terminal.
///
/// The one place that decides what may reach a terminal: everything that is written there goes through it, whether it
/// came from a file, a file's name, an argument or another program.
public enum HarmlessText {
  /// The text with what could steer a terminal, or turn the writing direction of a line around, as U+FFFD.
  ///
  /// Line ends and tabs stay, and a carriage return before a line end.
  public static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    let scalars = Array(text.unicodeScalars)
    var shown = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let isLineEnd = scalar == "\r" && place + 1 < scalars.count && scalars[place + 1] == "\n"
      shown.append(isHarmful(scalar) && !isLineEnd ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }

  /// The same for bytes; what is no UTF-8 becomes U+FFFD as well.
  public static func of(_ bytes: [UInt8]) -> [UInt8] {
    // Most output is ASCII and has nothing of the kind.
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }) { return bytes }
    return Array(of(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  /// Control characters of both sets, and the marks and embeddings of the bidirectional algorithm (UAX #9).
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: true
    default: false
    }
  }
}
