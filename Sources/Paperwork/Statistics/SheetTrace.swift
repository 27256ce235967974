internal import FormModel
internal import OpenDocument

/// What a sheet remembers of the papers it was counted from, without naming one: salted digests.
///
/// Each entry tells a paper by its identity and by what it said, so that a paper that came later, one that was corrected
/// and one that was deleted can be told apart. The salt follows from all of the papers, so nobody who lacks one of them
/// can guess it from the others; the same papers give the same trace.
struct SheetTrace {
  /// One paper: its identity and its content, as 16 hexadecimal digits each.
  struct Entry: Hashable {
    var identity: String
    var content: String
  }

  private(set) var salt: String
  private(set) var entries: [Entry]

  /// The trace of papers that were counted.
  init(of accounts: [Tally.Account]) {
    salt = Self.digest(accounts.map(\.digest).sorted().joined(separator: " "))
    entries = []
    add(accounts)
  }

  /// Reads a trace; nil for anything else.
  init?(_ lines: [String]) {
    guard let first = lines.first, first.hasPrefix("salz ") else { return nil }
    salt = String(first.dropFirst(5))
    entries = lines.dropFirst().compactMap { line in
      let parts = line.split(separator: " ").map(String.init)
      return parts.count == 2 ? Entry(identity: parts[0], content: parts[1]) : nil
    }
  }

  /// The trace as lines, in an order that says nothing.
  var lines: [String] {
    ["salz " + salt] + entries.map { "\($0.identity) \($0.content)" }.sorted()
  }

  /// How a paper would stand in this trace.
  func entry(for account: Tally.Account) -> Entry {
    Entry(identity: hashed("i", account.identity), content: hashed("c", account.digest))
  }

  /// Adds papers, each in place of what stood there of the same identity.
  mutating func add(_ accounts: [Tally.Account]) {
    let new = accounts.map { entry(for: $0) }
    let identities = Set(new.map(\.identity))
    entries.removeAll { identities.contains($0.identity) }
    entries += new
  }

  private func hashed(_ kind: String, _ text: String) -> String { Self.digest("\(salt) \(kind) \(text)") }

  private static func digest(_ text: String) -> String {
    let digits = SHA256.digest(Array(text.utf8)).prefix(8).map { byte in
      let hex = String(byte, radix: 16)
      return hex.count == 1 ? "0" + hex : hex
    }
    return digits.joined()
  }
}
