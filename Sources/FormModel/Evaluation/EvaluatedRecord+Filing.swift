internal import XMLTree

/// What a paper tells the archive.
public struct Filing: Hashable, Sendable {
  /// Copies that somebody handed over.
  public struct Copies: Hashable, Sendable {
    /// What was copied, in German.
    public var description: String
    /// How many pages; nil when that is not known.
    public var pages: Int?
    /// When they were made.
    public var day: Day?

    /// Describes copies.
    public init(description: String, pages: Int?, day: Day?) {
      self.description = description
      self.pages = pages
      self.day = day
    }
  }

  /// The number of the case; nil when the paper does not carry one.
  public var caseNumber: String?
  /// The day of the paper.
  public var day: Day?
  /// Its number among those of its case.
  public var number: Int?
  /// The whole number by which other papers refer to it; nil when it has none.
  public var reference: String?
  /// The names of the people by which it can be found.
  public var names: [String]
  /// The days of start events that it tells.
  public var events: [String: Day]
  /// Why an event happened, by the event's id.
  public var reasons: [String: String]
  /// Copies it tells of.
  public var copies: [Copies]
  /// The classes of the retention schedule that apply to it, in the order of the form.
  public var classes: [String]
}

extension EvaluatedRecord {
  /// What tells this paper from others of its form that have no number; nil when nothing is declared or filled in.
  private var identity: String? {
    for definition in form.identities where holds(definition.when, definition.source) {
      let values = definition.same.map { path in
        nodes(path, definition.source).filter { !$0.text.isEmpty }.map { display($0) }.joined(separator: ", ")
      }
      if values.first?.isEmpty == false { return values.filter { !$0.isEmpty }.joined(separator: " · ") }
    }
    return nil
  }

  /// What the archive must know of this paper, as its form declares it.
  public var filing: Filing {
    var filing = Filing(
      names: [], events: [:], reasons: [:], copies: [],
      classes: form.retention.filter { holds($0.applies, $0.source) }.map(\.classID))
    filing.reference = evaluator.library.paperNumber(of: given, form: form) ?? identity
    guard let definition = form.filing else { return filing }
    let place = definition.source
    if let name = definition.caseField, let node = root.element(name), !node.text.isEmpty,
      case .field(let field)? = self.definition(of: node)
    {
      filing.caseNumber = evaluator.library.caseNumber(of: node.text, in: field)
    }
    filing.day = definition.day.flatMap { Day(iso: text($0, place)) }
    filing.number = definition.number.flatMap { Int(text($0, place)) }
    if let names = definition.names {
      for node in nodes(names, place) where !node.text.isEmpty {
        let name = display(node)
        if !filing.names.contains(name) { filing.names.append(name) }
      }
    }
    for event in definition.events {
      guard let day = Day(iso: text(event.value, event.source)) else { continue }
      filing.events[event.id] = day
      if let reason = event.reason.map({ text($0, event.source) }), !reason.isEmpty {
        filing.reasons[event.id] = reason
      }
    }
    if let copies = definition.copies {
      filing.copies = nodes(copies.each, copies.source).map { node in
        Filing.Copies(
          description: text(copies.description, copies.source, at: node),
          pages: copies.pages.flatMap { Int(text($0, copies.source, at: node)) },
          day: copies.day.flatMap { Day(iso: text($0, copies.source, at: node)) })
      }
    }
    return filing
  }
}
