/// How long which kind of data is kept, after the model of DIN 66398.
public struct RetentionSchedule: Hashable, Sendable {
  /// One deletion rule: a kind of data, a start event and a period.
  public struct Class: Hashable, Sendable {
    /// The stable id, such as `D1`.
    public var id: String
    /// The kind of data.
    public var label: String
    /// The expression for the day of the start event, over the record.
    public var start: String
    /// How the start event is called, in the genitive: „des Endes der Unterstützung“.
    public var event: String
    /// How long the data are kept after that day.
    public var period: Period
    /// What has to be done when the period is over.
    public var action: Action
    /// The kind of data it is for, a code of ``RetentionSchedule/kindList``; nil when it is not for an archive.
    public var kind: String?
    /// The classes that count while the start event of this one has not happened: the first of them that has begun.
    ///
    /// For cases that nobody ends, calls that reached nobody. The last one begins with something that surely happened.
    public var otherwise: [String]
    /// How long after the start event somebody is reminded that nobody did anything; nil for never.
    public var reminder: Period?
    /// What that person has to settle, a German sentence with `{start}` and `{due}` for days and `{case}` for the number.
    public var settle: String?
    /// How long after restricting or offering the data are deleted; nil when they are not.
    public var afterwards: Period?
    /// Paragraph or chapter it rests on.
    public var basis: String
    /// Where it is declared.
    public var source: SourcePlace
  }

  /// What happens when the period is over.
  public enum Action: String, CaseIterable, Hashable, Sendable {
    /// Deleted on the day after the end.
    case delete
    /// Destroyed by the end at the latest.
    case destroy
    /// Restricted on the day after the end, and deleted later (Art. 18 DSGVO, § 84 Abs. 3 SGB X).
    case restrict
    /// Offered to the public archive on the day after the end, and deleted later.
    case offer
    /// Kept, and somebody is asked to settle what keeps it: nothing is deleted before.
    case settle
  }

  /// Something that starts a period.
  public struct Event: Hashable, Sendable {
    /// The id by which expressions of classes name its day.
    public var id: String
    /// How it is called, such as „Ende der Unterstützung“.
    public var label: String
    /// Whether it happens to a whole case, and not to one paper.
    public var isOfCase: Bool
    /// Whether it ends the case; one event at most.
    public var endsCase: Bool
    /// Whether an end that lies before it no longer counts: the case went on.
    public var goesOn: Bool
    /// Whether it is the day on which an archive took up an ended case again; one event at most.
    public var isReopening: Bool
    /// Whether it is the day of what is stored itself, which always exists; one event at most.
    public var isDayOfPaper: Bool
    /// The list of why it happens; nil when no reason is asked.
    public var reasons: String?
    /// The reasons with which it ends a case at once, whatever is open; by their codes.
    public var atOnce: [String]
    /// Where it is declared.
    public var source: SourcePlace
  }

  /// The events that an archive knows, in order.
  public var events: [Event] = []
  /// The kind of data that a case itself is; nil when nothing is declared for an archive.
  public var caseKind: String?
  /// The kind of data that notes on copied papers are.
  public var copiesKind: String?
  /// The kind of data that the deletion log is.
  public var logKind: String?
  /// The list of kinds of data.
  public var kindList: String?
  /// The list of why something is kept from being deleted.
  public var holdList: String?
  /// The paper that proves deletions; nil when there is none.
  public var proof: ProofDefinition?
  /// The paper that tells a person what is stored about her; nil when there is none.
  public var disclosure: DisclosureDefinition?

  /// The events that end cases, one for each kind of case that ends in a way of its own.
  public var endings: [Event] { events.filter(\.endsCase) }
  /// The event that is the day of a paper; nil when none is declared.
  public var dayOfPaper: Event? { events.first(where: \.isDayOfPaper) }
  /// The event that takes up an ended case again; nil when none is declared.
  public var reopening: Event? { events.first(where: \.isReopening) }

  /// The events of a case that count: without an end after which it went on.
  ///
  /// Whoever asks whether a case has ended, and since when, asks here.
  public func settled(_ events: [String: Day]) -> [String: Day] {
    var settled = events
    for ending in endings {
      guard let end = events[ending.id] else { continue }
      let goesOn = self.events.contains { event in
        guard event.goesOn || event.isReopening, let day = events[event.id] else { return false }
        // A case is taken up again on a day on which it had ended; a contact on that day is its last.
        return event.isReopening ? day >= end : day > end
      }
      if goesOn { settled[ending.id] = nil }
    }
    return settled
  }

  /// The classes by id.
  public var classes: [String: Class]

  /// The classes for a kind of data, by id, without those that count otherwise.
  public func classes(ofKind kind: String) -> [Class] {
    classes.values.filter { $0.kind == kind }.sorted { $0.id < $1.id }
  }

  /// The classes by which data of some kinds are kept, with those that count otherwise, by id.
  public func candidates(ofKinds kinds: [String]) -> [String] {
    Set(kinds.flatMap { classes(ofKind: $0) }.flatMap { [$0.id] + $0.otherwise }).sorted()
  }

  /// Whether a class counts for kinds of data only because what they are kept by has not begun.
  public func isProvisional(_ rule: String, for kinds: [String]) -> Bool {
    !(classes[rule]?.kind.map(kinds.contains) ?? false)
  }

  /// The kinds of data there are classes for, in alphabetical order.
  public var kinds: [String] {
    Array(Set(classes.values.compactMap(\.kind))).sorted()
  }

  /// The rule in words, such as „1 Jahr nach dem Ende der Unterstützung“.
  public static func sentence(_ rule: Class) -> String {
    rule.period.german + " " + rule.event
  }
}

/// Which class of the schedule a form's data belong to.
public struct RetentionUse: Hashable, Sendable {
  /// The id of the retention class.
  public var classID: String
  /// When it applies; always when nil.
  public var applies: String?
  /// Where it is declared.
  public var source: SourcePlace
}

/// A date that was computed for a record.
public struct RetentionDate: Hashable, Sendable {
  /// The class it was computed by.
  public var rule: RetentionSchedule.Class
  /// The day of the start event.
  public var start: Day
  /// The last day of the period.
  public var end: Day
  /// The day to act: the end itself for copies that are destroyed by then, the day after it for deletion.
  public var due: Day
}
