internal import FormModel

/// Keys by which families that stand on several sheets are known when the sheets are put together.
///
/// A key is made of the number of the case and a secret that the team shares; without the secret nobody can tell which
/// family it stands for, and the same family has the same key on every sheet.
struct SheetKeys {
  private let secret: [UInt8]

  /// The shortest secret that cannot be guessed.
  static let shortest = 16

  /// Keys of a secret; nil for one that could be guessed.
  init?(_ secret: [UInt8]) {
    guard secret.count >= Self.shortest else { return nil }
    self.secret = secret
  }

  /// The lines of a sheet: row, key, and how late the paper is; in an order that says nothing.
  func lines(of tally: Tally) -> [String] {
    var lines = ["alle 0 0"]
    for (path, keys) in tally.keys {
      for (key, order) in keys { lines.append("\(path) \(hashed(key)) \(order)") }
    }
    return lines.sorted()
  }

  private func hashed(_ key: String) -> String { ShortDigest.of(secret + [0] + Array(key.utf8)) }
}
