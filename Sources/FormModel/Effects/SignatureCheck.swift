/// Who has signed a release for whom it must be signed.
///
/// Validity follows from who must sign, never from who is missing (`domain.md` 8.3, S-13): two signatures of one
/// person are one, and whoever cannot sign for the child does not count.
struct SignatureCheck {
  /// Somebody who declares the release.
  struct Person {
    var name: String
    /// The name as it may stand under a signature.
    var spellings: Set<String>
    var folded: FoldedName
    var roles: Set<String>
    var isBarred: Bool
    var birth: PartialDay?
    /// The first day on which a signature counts.
    var signed: Day?
  }

  /// A signature that was given.
  struct Signature {
    var name: String
    var day: Day?
  }

  /// What follows.
  struct Result: Hashable {
    /// The day from which everybody has signed who must; nil while somebody is missing.
    var from: Day?
    /// Who is missing.
    var missing: [String] = []
    /// The people who signed for the child while none of them was of age.
    var minors: [String] = []
  }

  /// The people, each once.
  private var people: [Person] = []

  /// Puts the people together.
  ///
  /// A signature counts when it has a day, not before `made` and not after `today` (S-8, S-9).
  init(_ persons: [Person], signatures: [Signature], made: Day?, today: Day) {
    for person in persons {
      var person = person
      let days = signatures.filter { person.spellings.contains($0.name) }.compactMap(\.day)
      person.signed = days.filter { day in made.map { day >= $0 } ?? true && day <= today }.min()
      if let index = people.firstIndex(where: { Self.isOne($0, person) }) {
        people[index].roles.formUnion(person.roles)
        people[index].isBarred = people[index].isBarred || person.isBarred
        people[index].signed = [people[index].signed, person.signed].compactMap { $0 }.min()
      } else {
        people.append(person)
      }
    }
  }

  /// Whether two entries are one person: they may have one name, and no days of birth tell them apart.
  private static func isOne(_ first: Person, _ second: Person) -> Bool {
    guard first.folded.mayBe(second.folded) else { return false }
    guard let one = first.birth?.exactDay, let other = second.birth?.exactDay else { return true }
    return one == other
  }

  /// Holds the signatures against those that must be there.
  func result(for signers: [SignerDefinition]) -> Result {
    var result = Result()
    var days: [Day] = []
    for signer in signers {
      let eligible = people.filter { !$0.isBarred && !$0.roles.isDisjoint(with: signer.roles) }
      let signed = eligible.filter { $0.signed != nil }.sorted { ($0.signed ?? .last) < ($1.signed ?? .last) }
      guard signed.count < signer.count else {
        let chosen = signed.prefix(signer.count)
        days += chosen.compactMap(\.signed)
        if chosen.allSatisfy(Self.isMinor) { result.minors += chosen.map(\.name) }
        continue
      }
      result.missing += eligible.filter { $0.signed == nil }.map(\.name).prefix(signer.count - signed.count)
      if eligible.count < signer.count { result.missing.append(signer.label) }
    }
    if result.missing.isEmpty { result.from = days.max() }
    return result
  }

  /// Whether somebody was not, or perhaps not, of age on the day of the signature.
  ///
  /// § 1673 Abs. 2 BGB, S-7.
  private static func isMinor(_ person: Person) -> Bool {
    guard let day = person.signed, let age = person.birth?.age(on: day) else { return false }
    return age.youngest.years < 18
  }
}
