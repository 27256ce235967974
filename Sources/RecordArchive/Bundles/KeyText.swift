/// A public key as one line of text: what it is, the key, and a sum by which a slip is noticed.
struct KeyText {
  let mark: String

  /// The line, without its end.
  func text(_ key: [UInt8]) -> String {
    "\(mark) \(Self.hexadecimal(key)) \(Self.hexadecimal(Self.sum(key)))"
  }

  /// The key in a line; nil when it is not one of this kind, or a letter of it is wrong.
  func bytes(_ text: String) -> [UInt8]? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 3, words[0] == mark, words[1].utf8.count == 64, let bytes = Self.bytes(words[1]),
      let sum = Self.bytes(words[2]), Self.sum(bytes) == sum
    else { return nil }
    return bytes
  }

  /// Sixteen digits of a key, for comparing over the telephone.
  static func fingerprint(_ key: [UInt8]) -> String {
    let digits = Array(hexadecimal(Array(Digest.of(key).prefix(8))))
    return stride(from: 0, to: 16, by: 4).map { String(digits[$0..<($0 + 4)]) }.joined(separator: " ")
  }

  private static func sum(_ bytes: [UInt8]) -> [UInt8] { Array(Digest.of(bytes).suffix(4)) }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  static func bytes(_ text: Substring) -> [UInt8]? {
    let values = text.compactMap(\.hexDigitValue)
    guard values.count == text.count, values.count % 2 == 0 else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
  }
}
