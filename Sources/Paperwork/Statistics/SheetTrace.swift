internal import FormModel

/// What a sheet remembers of the papers it was counted from, without naming one: salted digests.
///
/// Each entry tells a paper by its identity and by what it said, so that a paper that came later, one that was corrected
/// and one that was deleted can be told apart. The salt follows from all of the papers and stands in the trace, so that
/// no table made beforehand fits and the same papers give the same trace. What a paper said cannot be found out from it;
/// whoever has the sheet and tries all numbers of cases can find out which were counted. That is why it stays on internal
/// sheets and a publication leaves it out.
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
    salt = ShortDigest.of(Array(accounts.map(\.digest).sorted().joined(separator: " ").utf8))
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

  private func hashed(_ kind: String, _ text: String) -> String {
    ShortDigest.of(Array("\(salt) \(kind) \(text)".utf8))
  }
}
