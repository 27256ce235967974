/// What a sheet takes back, read from its record.
public struct Revocation: Hashable, Sendable {
  /// The number of the release; empty on a sheet without one.
  public var reference: String
  /// The day from which it works; nil when it does not say: then it always does.
  public var from: Day?
  /// Whether the whole release is taken back.
  public var isWhole: Bool
  /// Who takes it back.
  public var persons: [String]
  /// About whom.
  public var subjects: [String]
  /// Entries of the release by their numbers, as they were written.
  public var entries: [String]
  /// Entries of the release in words.
  public var wordings: [String]
  /// Kinds of information, codes.
  public var information: [String]

  /// Why a sheet revokes more than it may have meant.
  public enum Doubt: String, Hashable, Sendable {
    /// It has no number.
    case noNumber
    /// Nothing at hand has its number.
    case unknownNumber
    /// Whoever takes back is not among those who declared the release of that number.
    case otherPerson
    /// It takes back a part and does not say which.
    case noPart
    /// What it names is no entry of the release exactly.
    case wording

    /// What somebody has to settle, in German.
    public var german: String {
      switch self {
      case .noNumber: "der Widerruf nennt keine Nummer"
      case .unknownNumber: "die Nummer im Widerruf gehört zu keinem Papier, das vorliegt"
      case .otherPerson: "wer widerruft, hat die genannte Schweigepflichtentbindung nicht erklärt"
      case .noPart: "der Widerruf ist teilweise und nennt keinen Teil"
      case .wording: "der Wortlaut im Widerruf trifft keinen Eintrag genau"
      }
    }
  }

  /// What it takes from one release.
  enum Effect: Hashable {
    /// Nothing.
    case none
    /// Everything.
    case whole
    /// Everything, until somebody settles it.
    case doubtful(Doubt)
    /// Some recipients, by their numbers, and some kinds of information: each entirely.
    case part(recipients: Set<Int>, information: Set<String>)
  }

  /// What it takes from a release; `named` are the releases at hand whose number it gives.
  ///
  /// Doubt counts as revoked (`domain.md` 8.3a): whatever fits no entry exactly takes everything of that person.
  func effect(on grant: Grant, named: [Grant]) -> Effect {
    guard !reference.isEmpty else { return grant.concerns(self) ? .doubtful(.noNumber) : .none }
    guard reference == grant.number else {
      guard grant.concerns(self) else { return .none }
      if named.isEmpty { return .doubtful(.unknownNumber) }
      return named.contains { $0.isDeclared(by: self) } ? .none : .doubtful(.otherPerson)
    }
    guard grant.isDeclared(by: self) else { return .doubtful(.otherPerson) }
    if isWhole { return .whole }
    if entries.isEmpty, wordings.isEmpty, information.isEmpty { return .doubtful(.noPart) }
    var recipients: Set<Int> = []
    for entry in entries {
      guard let found = grant.recipients.first(where: { String($0.number) == entry }) else {
        return .doubtful(.wording)
      }
      recipients.insert(found.number)
    }
    for wording in wordings {
      let found = grant.recipients.filter { $0.isExactly(wording) }
      guard found.count == 1, let entry = found.first else { return .doubtful(.wording) }
      recipients.insert(entry.number)
    }
    guard information.allSatisfy(grant.information.contains) else { return .doubtful(.wording) }
    return .part(recipients: recipients, information: Set(information))
  }
}

extension Grant.Recipient {
  /// Whether words name exactly this entry: as the page shows it, by its name or by its office.
  func isExactly(_ wording: String) -> Bool {
    let words = wording.singleBlanks
    return !words.isEmpty && [display, name, office].contains(words)
  }
}
