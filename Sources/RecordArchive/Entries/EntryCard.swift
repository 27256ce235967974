public import FormModel

/// What the archive knows of an entry without opening its parts: the index entry, sealed like everything else.
public struct EntryCard: Hashable, Sendable {
  /// What an entry is.
  public enum Role: UInt8, Hashable, Sendable {
    /// The case itself: its start events, and why it ended.
    case caseFile = 1
    /// A paper: a record, its documents, or a scan.
    case paper = 2
    /// A note on paper copies that somebody handed over; the copies themselves are not in the archive.
    case copies = 3
  }

  /// One stored file of an entry.
  public struct Part: Hashable, Sendable {
    /// Its number within the entry, never given twice.
    public var number: UInt32
    /// What the part is for: the record, an issued or completed document, a scan.
    public var use: PartUse
    /// The type of its content, such as `application/pdf`.
    public var mediaType: String
    /// How many bytes it has.
    public var size: Int
    /// Which version of the paper it belongs to, from 1.
    public var edition: Int = 1
    /// The version of the entry at which it was written; the part is bound to it.
    var version: UInt64
  }

  /// What was done with data that may not simply be deleted.
  public enum Step: Hashable, Sendable {
    /// They were restricted.
    case restricted(Day)
    /// They were offered to the public archive.
    case offered(Day)
  }

  /// Whether the entry is a case, a paper or a note of copies.
  public var role: Role
  /// The case it belongs to; empty for an entry without one.
  public var caseNumber: String
  /// The form; empty for what is no record.
  public var form: String
  /// The German title that lists show.
  public var title: String
  /// Its number among the papers of its form and case.
  public var number: Int?
  /// The whole number by which other papers refer to it; empty when it has none.
  public var reference = ""
  /// The day of the paper, or the day on which a case was opened.
  public var day: Day
  /// The day it was stored.
  public var stored: Day
  /// The day on which something was last added to it; nil where nothing was since it was stored.
  public var added: Day?
  /// The kinds of data it holds; the first is the one that lists show.
  public var kinds: [String]
  /// The names of the people by which it can be found.
  public var names: [String]
  /// Start events: those that count for the case now, or what this paper tells.
  public var events: [String: Day]
  /// Why an event happened, by its id.
  public var reasons: [String: String]
  /// The events that were noted on the case itself, whatever its papers tell; empty for anything but a case.
  public var noted: [String: Day] = [:]
  /// Why they happened.
  public var notedReasons: [String: String] = [:]
  /// The date that decides about it; nil while nothing has started one.
  public var date: KeptDate?
  /// What was done instead of deleting.
  public var step: Step?
  /// Its own hold.
  public var hold: Hold?
  /// What keeps its case: the hold or the open request that must be looked at first.
  public var caseHold: Hold?
  /// The requests for information that are open, each until its answer is due; empty for anything but a case.
  public var requests: [Hold] = []
  /// When somebody was told what is stored of the case; empty for anything but a case.
  public var disclosed: [Disclosed] = []
  /// That the case is being handed over, or that this was taken back; nil for anything but a case.
  public var handover: Handover?
  /// The files that are stored, described without their content; those of the newest version come first.
  public var parts: [Part]
  /// The copies, for a note on copies.
  public var copies: Filing.Copies?
  /// The random ids of the bundles it came with, one after another; empty when it came another way.
  var drop: [UInt8]

  /// The next day on which a hold must be looked at; nil without a hold.
  public var review: Day? {
    ([hold?.review, caseHold?.review].compactMap { $0 } + requests.map(\.review)).min()
  }

  /// Whether it must not be deleted.
  public var isHeld: Bool { hold != nil || caseHold != nil || !requests.isEmpty }

  /// Of a case, what keeps everything of it: the hold or the request that must be looked at first.
  var keepsAll: Hold? { (requests + [hold].compactMap { $0 }).min { $0.review < $1.review } }

  /// Which version of the paper is the newest, from 1; only that one counts.
  public var edition: Int { parts.map(\.edition).max() ?? 1 }

  /// The values of the newest version; nil for what carries none.
  public var record: Part? { parts.first { $0.use == .record && $0.edition == edition } }

  /// The files of one version, in the order in which they were stored.
  public func parts(ofEdition edition: Int) -> [Part] {
    parts.filter { $0.edition == edition }.sorted { $0.number < $1.number }
  }
}

/// What a stored file is.
public enum PartUse: UInt8, CaseIterable, Hashable, Sendable {
  /// The values, as XML.
  case record = 1
  /// The document as it was issued.
  case issued = 2
  /// The document as it came back.
  case completed = 3
  /// A scanned page, or any other file.
  case scan = 4
}

/// The date that decides about an entry, and how it came about.
public struct KeptDate: Hashable, Sendable {
  /// The class of the schedule.
  public var rule: String
  /// The day of the start event.
  public var start: Day
  /// The last day of the period.
  public var end: Day
  /// The day to act.
  public var due: Day
  /// The day that the rules give now, when it is an earlier one: nothing is shortened by itself.
  public var computed: Day?

  /// Describes a date.
  public init(rule: String, start: Day, end: Day, due: Day) {
    (self.rule, self.start, self.end, self.due) = (rule, start, end, due)
  }
}

/// That something must not be deleted for now.
public struct Hold: Hashable, Sendable {
  /// Why: a code of ``RetentionSchedule/holdList``.
  public var reason: String
  /// More about it; may be empty.
  public var note: String
  /// Who ordered it, as that person is called in this archive.
  public var by: String
  /// Since when.
  public var since: Day
  /// When it must be looked at again.
  public var review: Day

  /// Describes a hold.
  public init(reason: String, note: String, by: String, since: Day, review: Day) {
    self.reason = reason
    self.note = note
    self.by = by
    self.since = since
    self.review = review
  }
}

/// An entry with its id.
public struct ArchiveEntry: Hashable, Sendable {
  /// The random id.
  public let id: EntryID
  /// How often it was written.
  public let version: UInt64
  /// The decrypted card of the entry.
  public var card: EntryCard

  /// The kind of data that stands in clear: that of the rule that decides, or the first.
  public var kind: String { card.kinds.first ?? "" }
  /// The rule that stands in clear; empty while nothing has started.
  public var rule: String { card.date?.rule ?? "" }
  /// The day to act; nil while nothing has started.
  public var due: Day? { card.date?.due }

  /// Whether it is a case that was ended.
  public func isEndedCase(by schedule: RetentionSchedule) -> Bool {
    card.role == .caseFile && schedule.endings.contains { card.events[$0.id] != nil }
  }
}
