/// What a release says, read from its record: who signed, towards whom, about what, how long.
public struct Grant: Hashable, Sendable {
  /// An entry of those whom one may speak with.
  public struct Recipient: Hashable, Sendable {
    /// Its number on the paper, 1-based.
    public var number: Int
    /// The kind of office, a code; empty when nothing tells it.
    public var kind: String
    /// The name of a person; may be empty.
    public var name: String
    /// The name of the office; may be empty.
    public var office: String
    /// The district it is responsible for, a code; may be empty.
    public var area: String
    /// The entry as the page shows it.
    public var display: String
  }

  /// Its number.
  public var number: String
  /// The day from which everybody has signed who must; nil while that is not so.
  public var from: Day?
  /// Who must sign and has not.
  public var missing: [String]
  /// What has to be settled before it is of any use; empty when nothing has.
  public var unsettled: [String]
  /// Whether it was given by word of mouth only.
  public var isUnwritten: Bool
  /// The last day; nil while that is open.
  public var until: Day?
  /// The day from which it was taken back, as it says itself.
  public var withdrawn: Day?
  /// Towards whom.
  public var recipients: [Recipient]
  /// The kinds of information, codes in the order of the paper.
  public var information: [String]
  /// What the page calls the kinds of information, by their codes.
  public var words: [String: String] = [:]
  /// Who declared it.
  public var persons: [String]
  /// Whom the information is about.
  public var subjects: [String]

  /// Whether somebody may be the person who declared it or whom it is about.
  func concerns(_ revocation: Revocation) -> Bool {
    isDeclared(by: revocation)
      || revocation.subjects.contains { name in
        subjects.contains { FoldedName($0).mayBe(FoldedName(name)) }
      }
  }

  /// Whether whoever takes something back may be one of those who declared it.
  func isDeclared(by revocation: Revocation) -> Bool {
    revocation.persons.contains { name in persons.contains { FoldedName($0).mayBe(FoldedName(name)) } }
  }
}
