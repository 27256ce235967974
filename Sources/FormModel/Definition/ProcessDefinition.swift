/// What a town's papers are for beyond single ones: kinds of cases, duties, states.
///
/// Expressions stand over the papers of one case, which `papers('FORM')` gives.
public struct ProcessDefinition: Hashable, Sendable {
  /// The kinds of cases.
  public var cases: [CaseKind]
  /// What must be done, in the order of the declaration.
  public var duties: [DutyDefinition]
  /// What passes through states.
  public var courses: [CourseDefinition]
  /// What was agreed and may still be open.
  public var agreements: [AgreementDefinition]
  /// Letters made from what a case knows, the usual one first.
  public var feedbacks: [FeedbackDefinition] = []
  /// Where it is declared.
  public var source: SourcePlace

  /// Nothing.
  static let none = ProcessDefinition(
    cases: [], duties: [], courses: [], agreements: [], source: SourcePlace(file: "", line: 0))
}

/// A kind of case, such as that of a family.
public struct CaseKind: Hashable, Sendable {
  /// The stable id.
  public var id: String
  /// The German name.
  public var label: String
  /// The kind of number, one that the profile declares.
  public var number: String
  /// The day on which it was opened.
  public var opened: String
  /// The day of the last contact.
  public var touched: String
  /// The day on which it ended; empty while it runs.
  public var ended: String
  /// Why it ended.
  public var reason: String?
  /// After which time without contact somebody has to ask whether it goes on.
  public var reminder: Period?
  /// Whom it is about, as names.
  public var names: String?
  /// The kind of data of the retention schedule that the case itself is; that of the schedule when nil.
  public var data: String?
  /// The event of the retention schedule that ends it; the only such event when nil.
  public var ending: String?
  /// Where it is declared.
  public var source: SourcePlace

  /// What belongs to the service itself and to no case: no number, no beginning and no end.
  public static let service = CaseKind(
    id: "", label: "", number: "", opened: "''", touched: "''", ended: "''", source: ProcessDefinition.none.source)
}

/// Something that must be done.
public struct DutyDefinition: Hashable, Sendable {
  /// How much it matters at the end of a case.
  public enum Closing: String, CaseIterable, Hashable, Sendable {
    /// The case cannot be ended while it is open.
    case refuse
    /// Whoever ends the case is told.
    case warn
    /// It has nothing to do with the end.
    case ignore
  }

  /// The stable id, such as `PR-6`.
  public var id: String
  /// The kind of case, by its id; empty for a duty of the service itself, over the papers of `form` in no case.
  public var kind: String
  /// The nodes for each of which there is the duty; once for the case when nil.
  public var each: String?
  /// When there is the duty.
  public var when: String
  /// When it is fulfilled.
  public var done: String
  /// The last day; none when nil or while empty.
  public var until: String?
  /// The form of the paper that fulfils it; nil when no paper of ours does.
  public var form: String?
  /// How much it matters.
  public var strength: Finding.Strength
  /// What it means for ending the case.
  public var closing: Closing
  /// What to do, a German sentence with expressions in braces.
  public var text: String
  /// Paragraph or chapter it rests on.
  public var basis: String
  /// Where it is declared.
  public var source: SourcePlace
}

/// States that something passes through, such as a report of a Kita.
public struct CourseDefinition: Hashable, Sendable {
  /// One state.
  public struct State: Hashable, Sendable {
    /// The stable id.
    public var id: String
    /// The German name.
    public var label: String
    /// When it is reached.
    public var when: String
    /// Since when; unknown while empty.
    public var since: String?
    /// Where it is declared.
    public var source: SourcePlace
  }

  /// The stable id.
  public var id: String
  /// The German name.
  public var label: String
  /// The kind of case, by its id.
  public var kind: String
  /// The nodes that pass through it.
  public var each: String
  /// The states in order; the last that is reached is the present one.
  public var states: [State]
  /// What is said where a state was passed over.
  public var skipped: FindingText?
  /// Where it is declared.
  public var source: SourcePlace
}

/// Something that was agreed with the family.
public struct AgreementDefinition: Hashable, Sendable {
  /// The stable id.
  public var id: String
  /// The German name.
  public var label: String
  /// The kind of case, by its id.
  public var kind: String
  /// The nodes that are still open.
  public var each: String
  /// What was agreed.
  public var what: String
  /// Who does it.
  public var who: String?
  /// Until when.
  public var until: String?
  /// Where it is declared.
  public var source: SourcePlace
}

/// A letter that is made from what a case knows.
public struct FeedbackDefinition: Hashable, Sendable {
  /// What can be done where the letter must not be written.
  public struct Way: Hashable, Sendable {
    /// The form of the paper that does it; nil when no paper of ours does.
    public var form: String?
    /// What to do, in German.
    public var text: String
  }

  /// The stable id.
  public var id: String
  /// The German name.
  public var label: String
  /// The kind of case, by its id.
  public var kind: String
  /// The form of the letter; it takes over from the case.
  public var form: String
  /// When the case allows it.
  public var when: String
  /// What is said where it does not, unless the letter itself says why.
  public var refused: FindingText
  /// What can be done instead.
  public var instead: [Way]
  /// Where it is declared.
  public var source: SourcePlace
}

extension FormDefinition {
  /// A form without fields, over which the expressions of a case are evaluated.
  static func ofCase(_ library: FormLibrary) -> FormDefinition {
    FormDefinition(
      id: "", version: "", title: "Vorgang", short: "", basis: "", purpose: "", sections: [], rules: [], masks: [],
      retention: [], isBlocking: false, notices: [], prefills: [], nextSteps: [], source: library.process.source)
  }
}
