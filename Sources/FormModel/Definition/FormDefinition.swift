/// A paper as data: its sections, fields and rules, declared once.
///
/// Everything else follows from it: questions, checks, the printed page, reading back, statistics.
public struct FormDefinition: Hashable, Sendable {
  /// The stable id, such as `gespraechsnotiz`; also the name of its file and template.
  public var id: String
  /// The version of the text, printed in the footer as „Fassung“.
  public var version: String
  /// The German title.
  public var title: String
  /// Other titles under which such a paper is known.
  public var also: [String] = []
  /// The short form in rule ids and the footer, such as `GN`.
  public var short: String
  /// Where the paper is described.
  public var basis: String
  /// What the paper is for, in one German sentence.
  public var purpose: String
  /// What somebody must know before the first question, with expressions in braces; nil for nothing.
  public var opening: String?
  /// The expression for the day that ages and periods refer to, usually the day of the conversation.
  public var referenceDay: String?
  /// The sections in order.
  public var sections: [SectionDefinition]
  /// The rules that concern the paper as a whole.
  public var rules: [RuleDefinition]
  /// The masks: which values are hidden, and the conditions under which they are.
  public var masks: [MaskDefinition]
  /// Which classes of the retention schedule apply.
  public var retention: [RetentionUse]
  /// Whether errors keep the paper from being made; a report of a child in danger is never held up.
  public var isBlocking: Bool
  /// What is printed for an empty field that says nothing of its own; nil for a dash.
  public var emptyText: String?
  /// How the paper is split into sheets that are handed to different people; nil for one sheet.
  public var sheet: SheetDefinition?
  /// In which field it says what its second language is; nil for a paper in German alone.
  public var language: LanguageUse?
  /// How the command that counts papers calls it; nil for a form that is no statistics.
  public var statistics: StatisticsDefinition?
  /// The papers of other forms that it counts.
  public var countedForms: [CountedForm] = []
  /// How it follows cases through time; nil for a form that counts no cases.
  public var movements: MovementsDefinition?
  /// Sets of nodes that its rows count parts of.
  public var sets: [NamedSet] = []
  /// How its figures are made public; nil when they never are.
  public var publication: PublicationDefinition?
  /// Fixed texts that the template must print.
  public var notices: [NoticeDefinition]
  /// What the archive must know of it; nil when nothing is declared.
  public var filing: FilingDefinition?
  /// What tells it from other papers of its form beside its number, in the order of the declaration.
  public var identities: [UniqueDefinition] = []
  /// What it allows others to do; nil for a paper that is no release.
  public var grant: GrantDefinition?
  /// What it takes away from a release.
  public var revocation: RevocationDefinition?
  /// What it does that a release must allow.
  public var uses: [UseDefinition] = []
  /// What a new paper takes over from an earlier one.
  public var prefills: [PrefillDefinition]
  /// What is to be done once the paper is finished.
  public var nextSteps: [NextStepDefinition]
  /// Where it is declared.
  public var source: SourcePlace

  /// How many empty rows a repeated group or field offers on a screen, unless its declaration says otherwise.
  public static let usualSpareRows = 2

  /// The fields and groups of all sections in order.
  public var items: [ItemDefinition] { sections.flatMap(\.items) }
}

/// A titled part of a paper.
public struct SectionDefinition: Hashable, Sendable {
  /// The stable id.
  public var id: String
  /// The German title.
  public var label: String
  /// Its fields and groups in order.
  public var items: [ItemDefinition]
}

/// A field, or a group of them.
public indirect enum ItemDefinition: Hashable, Sendable {
  /// A field, which holds one value or several of the same kind.
  case field(FieldDefinition)
  /// Several items together, possibly repeated.
  case group(GroupDefinition)

  /// The stable id, unique within the surrounding group.
  ///
  /// Not by way of `common`, which would copy everything to give one text.
  public var id: String {
    switch self {
    case .field(let field): field.common.id
    case .group(let group): group.common.id
    }
  }

  /// The German label.
  public var label: String {
    switch self {
    case .field(let field): field.common.label
    case .group(let group): group.common.label
    }
  }

  /// The German label on the page.
  public var pageLabel: String { common.page ?? common.label }

  /// Whether it can be there several times.
  public var repeats: Bool {
    switch self {
    case .field(let field): field.repeats
    case .group(let group): group.repeats
    }
  }

  /// What fields and groups have in common.
  public var common: ItemProperties {
    switch self {
    case .field(let field): field.common
    case .group(let group): group.common
    }
  }
}

/// One value of a paper.
public struct FieldDefinition: Hashable, Sendable {
  /// Id, label, conditions and rules.
  public var common: ItemProperties
  /// What kind of value it is.
  public var type: FieldType
  /// What the program finds it by; nil for most.
  public var role: FieldRole?
  /// The code list of a choice.
  public var list: String?
  /// The kind of number that a number is, as the profile declares it.
  public var number: String?
  /// The form whose paper a reference names by its number.
  public var target: String?
  /// What may stand in the place of a number, an XML Schema regular expression.
  public var alternative: String?
  /// The expression that gives the value of a field nobody fills in.
  public var calculate: String?
  /// The expression for the value a new record starts with.
  public var defaultValue: String?
  /// Whether nobody may change it; calculated fields never.
  public var readonly: Bool
  /// Whether there can be several values.
  public var repeats: Bool
  /// The pattern of a text, an XML Schema regular expression.
  public var pattern: String?
  /// How the pattern looks to a person, such as `2025/26`.
  public var example: String?
  /// The largest number of characters.
  public var maximumLength: Int?
  /// The smallest value, inclusive, for numbers; nil for no limit.
  public var minimum: Int?
  /// The largest value, inclusive, for numbers; nil for no limit.
  public var maximum: Int?
  /// Which answers other than a value are accepted for a required field.
  public var answers: Set<AnswerStatus>
  /// What is printed when it is empty; nil for a dash.
  public var emptyText: String?
  /// How it follows from other figures.
  public var relations: [RelationDefinition] = []
  /// What stands in the empty field of a paper that is filled in on a screen; nil for what the kind suggests.
  public var placeholder: String?

  /// What stands in the empty field on a screen, in the brackets that tell it from a value: ‹Vorname›.
  ///
  /// A day or time shows how it is written, anything else its label.
  public var shownPlaceholder: String { "‹\(placeholder ?? kind.placeholder ?? common.label)›" }
}

/// Items that belong together.
public struct GroupDefinition: Hashable, Sendable {
  /// Id, label, conditions and rules.
  public var common: ItemProperties
  /// Its items in order, those of its type first.
  public var items: [ItemDefinition]
  /// Whether it can be there several times.
  public var repeats: Bool
  /// How many empty ones a blank paper offers.
  public var blankRows: Int
  /// How many empty ones a paper that is filled in on a screen offers behind those that are filled.
  ///
  /// There are at least ``blankRows`` in all.
  public var spareRows: Int
  /// The expression for the line that shows the whole group, such as a name or an address.
  public var display: String?
  /// The masks: which values are hidden, and the conditions under which they are.
  public var masks: [MaskDefinition]
  /// What is printed when it is empty; nil for a dash.
  public var emptyText: String?
  /// How the whole group is typed in one line; nil for its short fields one after another.
  public var line: LineDefinition?
  /// How the conversation asks for one more instance, such as „Noch ein Kind?“.
  public var another: String?
  /// The items inside that the conversation does not ask for by itself.
  public var later: Set<String>
}

/// A condition that a record must meet.
public struct RuleDefinition: Hashable, Sendable {
  /// The modes that can make an error of a warning.
  public static let modes: Set<String> = ["anonymity"]

  /// What is said when it does not hold, with the stable id.
  public var text: FindingText
  /// The rule applies only where this holds.
  public var when: String?
  /// What must hold.
  public var test: String
  /// The item the finding belongs to, as a path from the context; the context itself when nil.
  public var at: String?
  /// The nodes the rule is tried for, as a path from the context; the context itself when nil.
  public var each: String?
  /// The name of the mode that makes an error of it, such as `anonymity`.
  public var strictIn: String?
  /// Whether it holds up even a paper that is otherwise never held up.
  public var alwaysBlocks: Bool
  /// The field that takes the reason when somebody keeps what the rule warns of, as a path from the context.
  public var reason: String?
  /// Paragraph or chapter it rests on.
  public var basis: String?
  /// Where it is declared.
  public var source: SourcePlace
}

/// What a finding says: id, strength and the German sentences, with expressions in braces.
public struct FindingText: Hashable, Sendable {
  /// The stable id.
  public var id: String
  /// How much it matters.
  public var strength: Finding.Strength
  /// The sentence that says what is wrong, in German.
  public var message: String
  /// What to do; may be empty.
  public var remedy: String
}

/// One sheet for each of several people, so that none sees what concerns another alone.
public struct SheetDefinition: Hashable, Sendable {
  /// The repeated group, as a path from the record.
  public var each: String
  /// When there are several sheets; always when nil.
  public var when: String?
  /// Where it is declared.
  public var source: SourcePlace
}

/// A fixed text of a paper; a template that leaves it out is refused.
public struct NoticeDefinition: Hashable, Sendable {
  /// The name by which the template prints it: `notice('widerruf')`.
  public var id: String
  /// The German text.
  public var text: String
  /// What is said when the template lacks it.
  public var missing: FindingText
  /// Under which condition a paper must carry it; nil where every paper must.
  public var condition: String?
  /// The law it rests on; empty for headings and the like.
  public var basis: String
  /// The day on which somebody last held its wording against that law; nil where nothing is to be held.
  public var checked: Day?
  /// Where it is declared.
  public var source: SourcePlace

  /// Whether its declaration says itself what is wrong without it.
  public var isRequired: Bool { !missing.id.hasSuffix(Self.fallback) }

  /// The end of the id of what is said of others.
  static let fallback = "-HINWEIS"
}

/// Values that must not appear on the page under a condition.
public struct MaskDefinition: Hashable, Sendable {
  /// One hidden item.
  public struct Hidden: Hashable, Sendable {
    /// The path from the group the mask stands in.
    public var path: String
    /// The text that pages print in place of the value.
    public var text: String
    /// The items below it that stay.
    public var keep: Set<String>
  }

  /// When it applies.
  public var when: String
  /// The fields that it hides, each with the text printed instead.
  public var hidden: [Hidden]
  /// Why a person who asks what is stored does not see the values either, a code of the list of such grounds; nil where
  /// they are left out of this page alone.
  public var ground: String?
  /// The people whom it does not hide it from, because they told it: the path of their groups; nil for nobody.
  public var unless: String?
  /// Whether it hides nothing on the paper itself, and counts for such a person alone.
  public var isForDisclosureOnly = false
}
