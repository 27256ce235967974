/// What a paper allows others to do, as expressions over its record: a release from the duty of secrecy.
///
/// Everything that follows from it is computed in one place, see ``Remainder``.
public struct GrantDefinition: Hashable, Sendable {
  /// The number that other papers refer to.
  public var number: String
  /// The last day; open while empty.
  public var until: String?
  /// The day on which the content was written: whoever signed earlier signed an empty sheet.
  public var made: String?
  /// The day from which it was taken back, as the paper itself says.
  public var withdrawn: String?
  /// Holds for a release that was given by word of mouth only.
  public var unwritten: String?
  /// Who declares it.
  public var persons: PersonsDefinition
  /// Who has signed.
  public var signatures: SignaturesDefinition
  /// Towards whom.
  public var recipients: RecipientsDefinition
  /// The nodes whose codes are the kinds of information.
  public var information: String
  /// Whom the information is about.
  public var subjects: NamesDefinition
  /// Who must sign, by the first case that applies; when none does, that is not settled.
  public var custody: [CustodyDefinition]
  /// What keeps it from being used until somebody settles it.
  public var unsettled: [UnsettledDefinition]
  /// Where it is declared.
  public var source: SourcePlace
}

/// People as nodes with a name each.
public struct NamesDefinition: Hashable, Sendable {
  /// The nodes, one for each.
  public var each: String
  /// The name, from the node.
  public var name: String
}

/// The people who declare a release.
public struct PersonsDefinition: Hashable, Sendable {
  /// The nodes and names.
  public var names: NamesDefinition
  /// The name with titles, which a signature may have as well.
  public var titled: String?
  /// What somebody is to the child, a code.
  public var role: String
  /// Holds for somebody who cannot sign for the child.
  public var barred: String?
  /// The day of birth, possibly partial.
  public var birth: String?
}

/// The signatures of a paper.
public struct SignaturesDefinition: Hashable, Sendable {
  /// The nodes and names.
  public var names: NamesDefinition
  /// The day, from the node.
  public var day: String
}

/// The people and offices that a release names.
public struct RecipientsDefinition: Hashable, Sendable {
  /// The nodes, one for each.
  public var each: String
  /// What kind of office it is, a code; nil when there are no kinds.
  public var kind: String?
  /// The name of a person.
  public var name: String
  /// The name of the office.
  public var office: String
  /// The district it is responsible for, a code.
  public var area: String?
}

/// Who must sign in one case of custody.
public struct CustodyDefinition: Hashable, Sendable {
  /// When the case applies.
  public var when: String
  /// Who must sign: all of these.
  public var signers: [SignerDefinition]
  /// Where it is declared.
  public var source: SourcePlace
}

/// How many different people of some roles must sign.
public struct SignerDefinition: Hashable, Sendable {
  /// The roles that count, codes.
  public var roles: [String]
  /// How many people, at least 1.
  public var count: Int
  /// How a message calls somebody who is not named on the paper, such as „anderer Elternteil“.
  public var label: String
}

/// A doubt that keeps a release from being used.
public struct UnsettledDefinition: Hashable, Sendable {
  /// When there is the doubt.
  public var when: String
  /// What has to be settled, a German sentence with expressions in braces.
  public var text: String
  /// Where it is declared.
  public var source: SourcePlace
}

/// What a paper takes away from a release.
public struct RevocationDefinition: Hashable, Sendable {
  /// The form of the releases.
  public var form: String
  /// The number of the release; empty on a sheet without one.
  public var reference: String
  /// The day from which it works.
  public var from: String
  /// Holds when the whole release is taken back.
  public var whole: String
  /// Who takes it back.
  public var persons: NamesDefinition
  /// About whom.
  public var subjects: NamesDefinition
  /// The nodes that hold the numbers of entries of the release, 1-based.
  public var entries: String?
  /// The nodes that name entries in words.
  public var wordings: String?
  /// The nodes whose codes are kinds of information.
  public var information: String?
  /// What is said on the sheet itself while it is in doubt.
  public var unclear: PlacedText
  /// Where it is declared.
  public var source: SourcePlace
}

/// A finding of an effect and where it belongs.
public struct PlacedText: Hashable, Sendable {
  /// What is said.
  public var text: FindingText
  /// The item it belongs to, as a path from the context; the context itself when nil.
  public var at: String?
  /// Paragraph or chapter it rests on.
  public var basis: String?
  /// Where it is declared.
  public var source: SourcePlace
}

/// What a paper does that a release must allow.
public struct UseDefinition: Hashable, Sendable {
  /// The form of the releases.
  public var form: String
  /// The nodes at which it happens; once, at the record, when nil.
  public var each: String?
  /// When it happens; always when nil.
  public var when: String?
  /// The number of the release.
  public var reference: String
  /// The day; the reference day while empty.
  public var day: String
  /// Kinds of information of which at least one must be allowed; none when nothing is passed on by itself.
  public var any: [String]
  /// The nodes whose codes are kinds of information that must all be allowed; nil when the paper names none.
  public var information: String?
  /// Whether a release by word of mouth is enough.
  public var allowsUnwritten: Bool
  /// Towards whom.
  public var recipient: UseRecipient?
  /// Whom the information is about.
  public var subjects: UseSubjects?
  /// What else must hold, at the release.
  public var requirements: [UseRequirement]
  /// What must be named by the release itself, such as documents.
  public var entries: [UseEntry]
  /// The fields whose content is a kind of information.
  public var shown: [ShownInformation]
  /// What is said, by the reason, in the order of the declaration.
  public var refusals: [RefusalText]
  /// Where it is declared.
  public var source: SourcePlace

  /// What is said for a reason; nil when the declaration has forgotten it.
  func text(for reason: Refusal) -> PlacedText? { refusals.first { $0.reason == reason }?.said }
}

/// What is said for a reason; several may share it.
public struct RefusalText: Hashable, Sendable {
  /// The reason.
  public var reason: Refusal
  /// What is said.
  public var said: PlacedText
}

/// Why a release does not allow a use.
public enum Refusal: String, CaseIterable, Hashable, Sendable {
  /// The release is not at hand.
  case absent
  /// Two different releases have the number.
  case doubled
  /// It was given by word of mouth only.
  case unwritten
  /// It is not settled who must sign, or something else that its validity rests on.
  case unsettled
  /// Somebody who must sign has not.
  case unsigned
  /// The use is earlier than the last signature.
  case early
  /// The release has ended.
  case late
  /// The release itself says that it was taken back.
  case withdrawn
  /// A revocation takes away what the use needs.
  case revoked
  /// There is a revocation of which it is not settled what it takes away.
  case doubtful
  /// Something was taken back after the day of the use, which may not have been carried out yet.
  case since
  /// No entry of the release is exactly the recipient.
  case recipient
  /// The entry is of another kind than the use is for.
  case kind
  /// The release is not about the person.
  case person
  /// The kinds of information that the use needs were never allowed.
  case information
}

/// Towards whom a use is.
public struct UseRecipient: Hashable, Sendable {
  /// The node.
  public var at: String
  /// The kind that the entry must be of, a code; any when nil.
  public var kind: String?
  /// The name of a person, from the node.
  public var name: String?
  /// The name of the office, from the node; nil where an office alone is not enough.
  public var office: String?
  /// The district, from the node; nil where a district alone is not enough.
  public var area: String?
  /// Words that name the entry as its page shows it, by its person or by its office; nil where the parts stand apart.
  public var words: String?
}

/// Whom a use is about.
public struct UseSubjects: Hashable, Sendable {
  /// The nodes and names.
  public var names: NamesDefinition
  /// The nodes of the release that they must be among, with the same expression for their names.
  public var among: String
}

/// What must hold at the release for a use.
public struct UseRequirement: Hashable, Sendable {
  /// The condition, at the release.
  public var test: String
  /// What is said when it does not hold.
  public var refusal: PlacedText
}

/// Something that the release must name itself, word for word.
public struct UseEntry: Hashable, Sendable {
  /// The path of what is used, from the place of the use.
  public var path: String
  /// The texts of the release that name it, parted by commas or semicolons; an expression at the release.
  public var among: String
  /// What is said when none of them is exactly that.
  public var refusal: PlacedText
}

/// A field whose content is a kind of information.
public struct ShownInformation: Hashable, Sendable {
  /// The path of the field, from the place of the use.
  public var path: String
  /// The kind of information, a code.
  public var code: String
  /// What is said when it is filled and not allowed.
  public var refusal: PlacedText
}
