public import FormModel

/// A conversation as it stands, to be continued later: after a break, a lost connection, a crash.
public struct Draft: Hashable, Sendable {
  /// The id of the form.
  public var form: String
  /// The municipality whose form it is.
  public var municipality: String
  /// When the conversation began; also a part of the draft's name.
  public var began: Moment
  /// When it was saved last.
  public var saved: Moment
  /// What was typed, without defaults.
  public var record: Record
  /// The papers it was begun from.
  public var others: [Record]
  /// The finished paper that is being corrected; nil for a new one.
  public var correcting: Record?
  /// Where the conversation is.
  public var stop: Stop
  /// The questions that were answered.
  public var visited: [Stop]
  /// The findings that were said.
  public var told: [String]
  /// Groups that are asked for field by field.
  public var expanded: [String]
  /// What was typed at the present question and not sent yet; empty for nothing.
  public var pending: String
}

extension Interview {
  /// The conversation as a draft; `pending` is what was typed and not sent yet.
  public func draft(
    municipality: String, began: Moment, saved: Moment, pending: String = ""
  ) -> Draft {
    Draft(
      form: form.id, municipality: municipality, began: began, saved: saved, record: record, others: subject.others,
      correcting: correcting, stop: stop, visited: visited.sorted { $0.text < $1.text }, told: told.sorted(),
      expanded: expanded.sorted(),
      pending: pending.isEmpty ? retry ?? "" : pending)
  }

  /// Goes on with a draft.
  ///
  /// A question that the form does not have any more is replaced by the first open one. Throws when an expression of
  /// the form is broken.
  public init(
    resuming draft: Draft, form: FormDefinition, library: FormLibrary, day: Day, settings: Record? = nil,
    strict: Set<String> = []
  ) throws(AuthorMistakes) {
    try self.init(
      form: form, library: library, day: day, record: draft.record, settings: settings, others: draft.others,
      correcting: draft.correcting, strict: strict)
    visited = Set(draft.visited)
    told = Set(draft.told)
    expanded = Set(draft.expanded)
    try refresh()
    let isKnown = draft.stop == .review || draft.stop.kind == .surplus || view.route.position(draft.stop) != nil
    stop = isKnown ? draft.stop : firstOpen(after: nil)
    retry = draft.pending.isEmpty ? nil : draft.pending
  }
}
