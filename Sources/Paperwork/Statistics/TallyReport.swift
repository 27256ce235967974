public import FormModel

/// What became of the papers that were counted, in German and without personal content.
///
/// A paper is called by its place among those given and by its numbers: „Papier 3: KSA-2-2025-0147 Notiz 1 vom …“.
public struct TallyReport {
  private let tally: Tally
  private let library: FormLibrary

  /// How many papers that were not counted are named, where nobody asks for all.
  private static let shownAtOnce = 6

  /// A report about a tally; `library` holds the forms of its papers.
  public init(_ tally: Tally, library: FormLibrary) {
    self.tally = tally
    self.library = library
  }

  /// How many papers were counted, and which were not and why; with `explained` also where each one was counted.
  public func lines(explained: Bool = false) -> [String] {
    let counted = tally.accounts.filter { !$0.rows.isEmpty }
    let left = tally.accounts.filter { $0.rows.isEmpty }
    var lines = [
      "\(number(tally.accounts.count, "Papier", "Papiere")): "
        + "\(counted.count) gezählt, \(left.count) nicht gezählt."
    ]
    if explained {
      for account in counted {
        lines.append("Gezählt: " + name(of: account))
        lines += account.rows.map { "  " + $0 }
      }
    }
    var reasons: [String] = []
    for case let reason? in left.map(\.reason) where !reasons.contains(reason) { reasons.append(reason) }
    for reason in reasons {
      let papers = left.filter { $0.reason == reason }
      lines.append("Nicht gezählt, \(papers.count): \(reason)")
      let shown = explained ? papers.count : Self.shownAtOnce
      lines += papers.prefix(shown).map { "  " + name(of: $0) }
      if papers.count > shown { lines.append("  … und \(papers.count - shown) weitere (alle mit „--explain“)") }
    }
    let broken = tally.accounts.filter { !$0.errors.isEmpty && !$0.rows.isEmpty }
    if !broken.isEmpty {
      lines.append("Mit Fehlern gezählt, \(broken.count); bitte mit „kiso check“ prüfen:")
      lines += broken.map { "  " + name(of: $0) + ": " + unique($0.errors).joined(separator: ", ") }
    }
    return lines
  }

  /// Which papers one row counted, and of each other one why not; nil where there is no such row.
  ///
  /// `row` is a figure, or a group of them.
  public func lines(ofRow row: String, form: FormDefinition) -> [String]? {
    let figures = form.figures.filter { $0.path == row || $0.path.hasPrefix(row + "/") }
    guard let first = figures.first, let item = form.items.first(where: { $0.id == row.prefix { $0 != "/" } }) else {
      return nil
    }
    let paths = Set(figures.map(\.path))
    let label = figures.count == 1 ? first.label : item.label
    let counted = tally.accounts.filter { !paths.isDisjoint(with: $0.figures) }
    let others = tally.accounts.filter { paths.isDisjoint(with: $0.figures) }
    var lines = ["›\(label)‹ (\(row)): \(number(counted.count, "Papier", "Papiere")) gezählt."]
    lines += counted.map { "  " + name(of: $0) }
    lines.append("Nicht in dieser Zeile: \(others.count)")
    for account in others {
      let reason = account.reason ?? "zählt unter: " + account.rows.joined(separator: ", ")
      lines.append("  \(name(of: account)): \(reason)")
    }
    return lines
  }

  /// Whether a paper was counted that has errors itself.
  public var hasBrokenPapers: Bool {
    tally.accounts.contains { !$0.errors.isEmpty && !$0.rows.isEmpty }
  }

  private func name(of account: Tally.Account) -> String {
    let title = library.forms[account.form]?.title ?? account.form
    return "Papier \(account.index + 1): " + (account.name.isEmpty ? title : account.name)
  }

  private func number(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) " + (count == 1 ? one : several)
  }

  private func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
