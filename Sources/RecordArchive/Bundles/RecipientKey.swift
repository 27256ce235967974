/// To whom a bundle is sealed: the public key of an archive, as one line of text.
public struct RecipientKey: Hashable, Sendable {
  private static let mark = "KISO-EMPFANG-1"

  let publicKey: [UInt8]

  init(publicKey: [UInt8]) {
    self.publicKey = publicKey
  }

  /// Reads one from text such as the content of a file; nil when it is not one, or a letter of it is wrong.
  public init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 3, words[0] == Self.mark, words[1].utf8.count == 64,
      let bytes = Self.bytes(words[1]), let sum = Self.bytes(words[2]), Self.sum(bytes) == sum
    else { return nil }
    publicKey = bytes
  }

  /// The line, without its end.
  public var text: String {
    "\(Self.mark) \(Self.hexadecimal(publicKey)) \(Self.hexadecimal(Self.sum(publicKey)))"
  }

  /// Sixteen digits by which two people can compare over the telephone whether they mean the same key.
  public var fingerprint: String {
    let digits = Array(Self.hexadecimal(Array(Digest.of(publicKey).prefix(8))))
    return stride(from: 0, to: 16, by: 4).map { String(digits[$0..<($0 + 4)]) }.joined(separator: " ")
  }

  private static func sum(_ bytes: [UInt8]) -> [UInt8] { Array(Digest.of(bytes).suffix(4)) }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  private static func bytes(_ text: Substring) -> [UInt8]? {
    let values = text.compactMap(\.hexDigitValue)
    guard values.count == text.count, values.count % 2 == 0 else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
  }
}
