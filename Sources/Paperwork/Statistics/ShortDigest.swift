internal import OpenDocument

/// The first 64 bits of SHA-256 in 16 hexadecimal digits: enough to tell some ten thousand papers or families apart.
enum ShortDigest {
  static func of(_ bytes: [UInt8]) -> String {
    SHA256.digest(bytes).prefix(8).map { byte in
      let hex = String(byte, radix: 16)
      return hex.count == 1 ? "0" + hex : hex
    }.joined()
  }
}
