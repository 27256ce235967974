import FormModel

/// Changes a record at the places that its findings name until nothing is an error any more.
///
/// It knows no form: where a rule is broken, it changes the place of the finding or one of the items that the rule's
/// expressions name, and keeps what does not make things worse.
struct RecordMender {
  let town: ProvenTown
  let form: FormDefinition
  let maker: RecordMaker
  /// The ids of items that were taken over from another paper and are seldom changed.
  var kept: Set<String> = []
  private let rules: [String: [String]]

  /// How many evaluations one record may take.
  static let limit = 150

  init(_ town: ProvenTown, _ form: FormDefinition, _ maker: RecordMaker) {
    (self.town, self.form, self.maker) = (town, form, maker)
    rules = town.names(in: form)
  }

  /// The mended record, how many rounds it took, and what is still wrong.
  func mend(
    _ draft: Record, among companions: [Record], _ dice: inout Dice
  ) throws -> (record: Record, rounds: Int, errors: [Finding]) {
    var record = draft
    var paper = try town.evaluate(record, among: companions)
    var errors = paper.errors
    var rounds = 0
    var pool = RecordPool(companions, town.library)
    while !errors.isEmpty, rounds < Self.limit {
      rounds += 1
      var candidate = record
      pool.add(paper)
      // First everything that is wrong at once, later one thing at a time.
      let some = rounds % 4 == 1 && rounds < Self.limit / 2 ? errors : [dice.pick(errors, or: errors[0])]
      for finding in some { change(&candidate, finding, &dice, pool) }
      candidate = try town.evaluate(candidate, among: companions).relevantGiven
      let next = try town.evaluate(candidate, among: companions)
      // Now and then something is worse for a while before it is better.
      guard next.errors.count <= errors.count + (dice.chance(12) ? 1 : 0) else { continue }
      (record, paper, errors) = (candidate, next, next.errors)
    }
    return (record, rounds, errors)
  }

  private func change(_ record: inout Record, _ finding: Finding, _ dice: inout Dice, _ pool: RecordPool) {
    let place = RecordPlace(finding.path)
    var names = rules[finding.id] ?? []
    if case .field(let field)? = place.item(in: form) { names += ProvenTown.words([field.calculate]) }
    let named = names.flatMap { place.candidates(named: $0, in: form, record) }
      .filter { !kept.contains($0.outermost) || dice.chance(4) }
    if !named.isEmpty, place.steps.isEmpty || dice.chance(60) {
      change(&record, at: dice.pick(named, or: place), &dice, pool)
    } else if !place.steps.isEmpty, !kept.contains(place.outermost) || dice.chance(10) {
      change(&record, at: place, &dice, pool)
    }
  }

  private func change(_ record: inout Record, at place: RecordPlace, _ dice: inout Dice, _ pool: RecordPool) {
    guard let item = place.item(in: form), let path = RecordPath(place.text) else { return }
    let isThere = !record.contents(at: path).isEmpty
    if isThere, dice.chance(30) {
      record.replace(at: path, with: [], form: form)
    } else if place.isNumbered {
      record.replace(at: path, with: maker.content(of: item, &dice, pool).map { [$0] } ?? [], form: form)
    } else {
      record.replace(at: path, with: maker.contents(of: item, &dice, pool), form: form)
    }
  }
}
