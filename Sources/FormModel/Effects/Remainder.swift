/// What a release still allows on a day: itself without what was taken back.
///
/// The one place where that is computed; every use is held against it.
public struct Remainder: Hashable, Sendable {
  /// Something that was taken back, and when.
  public struct Taken: Hashable, Sendable {
    /// The day; nil when the sheet does not say.
    public var day: Day?
    /// Why it is in doubt; nil when it is not.
    public var doubt: Revocation.Doubt?
  }

  /// The release.
  public let grant: Grant
  /// The day it is looked at.
  public let day: Day
  /// The recipients that are left.
  public private(set) var recipients: [Grant.Recipient]
  /// The kinds of information that are left, codes.
  public private(set) var information: [String]
  /// What was taken back altogether.
  public private(set) var whole: [Taken] = []
  /// What was taken back in part.
  public private(set) var parts: [Taken] = []

  /// Takes from a release what was taken back until a day.
  init(_ grant: Grant, in index: EffectIndex, on day: Day) {
    self.grant = grant
    self.day = day
    recipients = grant.recipients
    information = grant.information
    for revocation in index.revocations(of: grant) where revocation.from.map({ $0 <= day }) ?? true {
      switch revocation.effect(on: grant, named: index.named(by: revocation)) {
      case .none: break
      case .whole: whole.append(Taken(day: revocation.from))
      case .doubtful(let doubt): whole.append(Taken(day: revocation.from, doubt: doubt))
      case .part(let recipients, let information):
        parts.append(Taken(day: revocation.from))
        self.recipients.removeAll { recipients.contains($0.number) }
        self.information.removeAll(where: information.contains)
      }
    }
    if !whole.isEmpty {
      recipients = []
      information = []
    }
  }

  /// The days from which on more or less is left of a release than before.
  static func changes(of grant: Grant, in index: EffectIndex) -> [Day] {
    let ends = [grant.until?.adding(days: 1)]
    let revocations = index.revocations(of: grant).map(\.from)
    return (ends + [grant.from, grant.withdrawn] + revocations).compactMap { $0 }
  }

  /// Why the release as a whole is of no use on the day, whatever the use is.
  public var refusals: [Refusal] {
    var result: [Refusal] = []
    if !grant.unsettled.isEmpty {
      result.append(.unsettled)
    } else if grant.from == nil {
      result.append(.unsigned)
    }
    if let from = grant.from, day < from { result.append(.early) }
    if let until = grant.until, day > until { result.append(.late) }
    if let withdrawn = grant.withdrawn, day >= withdrawn { result.append(.withdrawn) }
    if whole.contains(where: { $0.doubt == nil }) { result.append(.revoked) }
    if whole.contains(where: { $0.doubt != nil }), !result.contains(.revoked) { result.append(.doubtful) }
    return result
  }

  /// Whether more of the same release was taken back than at an earlier day.
  func isLess(than earlier: Remainder) -> Bool {
    let isWithdrawn = { (left: Remainder) in left.refusals.contains(.withdrawn) }
    return recipients != earlier.recipients || information != earlier.information
      || isWithdrawn(self) && !isWithdrawn(earlier)
  }

  /// Whether anything is allowed at all.
  public var isValid: Bool { refusals.isEmpty }

  /// The first day on which something was taken back.
  public var revokedOn: Day? { (whole + parts).compactMap(\.day).min() }

  /// What has to be settled, in German; empty when nothing has.
  public var doubts: [String] {
    var seen: Set<String> = []
    return (grant.unsettled + whole.compactMap { $0.doubt?.german }).filter { seen.insert($0).inserted }
  }
}
