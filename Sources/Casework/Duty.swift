public import FormModel

/// Something that is to be done in a case, until when and why.
public struct Duty: Hashable, Sendable {
  /// How near its day is.
  public enum Urgency: Int, CaseIterable, Hashable, Sendable, Comparable {
    /// Its day has passed.
    case overdue
    /// Its day is one of the next fourteen, or today.
    case soon
    /// Its day is later.
    case later
    /// It has no day.
    case undated

    /// Overdue comes first.
    public static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }
  }

  /// How many days ahead a duty is near.
  public static let nearDays = 14

  /// The stable id of its declaration, such as `PR-6`.
  public var id: String
  /// How much it matters.
  public var strength: Finding.Strength
  /// What it means for ending the case.
  public var closing: DutyDefinition.Closing
  /// What to do, one German sentence.
  public var text: String
  /// The last day; nil when there is none.
  public var until: Day?
  /// How near that is.
  public var urgency: Urgency
  /// The form of the paper that fulfils it; nil when no paper of ours does.
  public var form: String?
  /// Its title; nil when there is none.
  public var formTitle: String?
  /// Paragraph or chapter it rests on.
  public var basis: String

  /// How near a day is.
  static func urgency(of until: Day?, on day: Day) -> Urgency {
    guard let until else { return .undated }
    if until < day { return .overdue }
    return until.ordinal - day.ordinal <= nearDays ? .soon : .later
  }
}

extension Duty {
  /// Something that no declaration of a process asks for, such as the answer to a request.
  public init(id: String, text: String, until: Day?, on day: Day, basis: String) {
    self.init(
      id: id, strength: .warning, closing: .ignore, text: text, until: until, urgency: Self.urgency(of: until, on: day),
      form: nil, formTitle: nil, basis: basis)
  }
}

/// Something that is to be done, without what every day changes: how near its day is.
struct OpenDuty: Hashable, Sendable {
  /// The place of its declaration among the duties of the process, from 0.
  var number: Int
  /// What to do.
  var text: String
  /// The last day; nil when there is none.
  var until: Day?
}

extension [OpenDuty] {
  /// What is to be done on a day, the most urgent first.
  ///
  /// Errors come before warnings where neither day is nearer; otherwise in the order of the declaration.
  func duties(on day: Day, _ library: FormLibrary) -> [Duty] {
    var result: [(offset: Int, duty: Duty)] = []
    for open in self where library.process.duties.indices.contains(open.number) {
      let definition = library.process.duties[open.number]
      let duty = Duty(
        id: definition.id, strength: definition.strength, closing: definition.closing, text: open.text,
        until: open.until, urgency: Duty.urgency(of: open.until, on: day), form: definition.form,
        formTitle: definition.form.flatMap { library.forms[$0]?.title }, basis: definition.basis)
      // Two nodes that say the same are one thing to do.
      if !result.contains(where: { $0.duty == duty }) { result.append((result.count, duty)) }
    }
    return result.sorted { Self.key($0.duty, $0.offset) < Self.key($1.duty, $1.offset) }.map(\.duty)
  }

  private static func key(_ duty: Duty, _ offset: Int) -> (Int, Int, Finding.Strength, Int) {
    (duty.urgency.rawValue, duty.until?.ordinal ?? .max, duty.strength, offset)
  }
}

extension EvaluatedCase {
  /// What is to be done, in the order of the declaration.
  var openDuties: [OpenDuty] {
    var result: [OpenDuty] = []
    for (number, definition) in library.process.duties.enumerated() where definition.kind == kind.id {
      let place = definition.source
      for node in definition.each.map({ nodes($0, place) }) ?? [root]
      where holds(definition.when, at: node, place) && !holds(definition.done, at: node, place) {
        result.append(
          OpenDuty(
            number: number, text: sentence(definition.text, at: node, place),
            until: definition.until.flatMap { Day(iso: text($0, at: node, place)) }))
      }
    }
    return result
  }

  /// What is to be done, the most urgent first.
  public var duties: [Duty] { openDuties.duties(on: day, library) }

  /// What keeps the case from being ended, and what somebody is told who ends it.
  public var closing: (refused: [Duty], warned: [Duty]) {
    let duties = duties
    return (duties.filter { $0.closing == .refuse }, duties.filter { $0.closing == .warn })
  }
}
