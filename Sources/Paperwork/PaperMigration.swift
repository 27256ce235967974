public import FormModel

/// A paper brought forward to the version of its form that counts today.
public struct PaperMigration: Sendable {
  /// The record of today's version.
  public let record: Record
  /// The declarations of its form.
  public let library: FormLibrary
  /// What the record held and could not be brought, each with its place.
  public let losses: [Finding]
  /// What goes by another name now, in words.
  public let moves: [String]
  /// What today's version finds in the record, such as what it asks for and nobody was asked.
  public let findings: [Finding]

  /// Brings a paper forward; nil when it is of today's version already.
  ///
  /// Throws `PaperworkFailure.unknownVersion` for a version that was not kept: nobody can tell what its values meant.
  public init?(_ paper: PaperChecker.Paper, _ checker: PaperChecker, day: Day) throws(PaperworkFailure) {
    let (library, given) = (paper.library, paper.paper.record)
    guard let form = library.forms[given.form], given.version != form.version else { return nil }
    guard let migration = RecordMigration(given, library: library, day: day) else {
      throw .unknownVersion(
        form: form.id, version: given.version, known: library.earlierVersions(of: form).map(\.version) + [form.version])
    }
    self.library = library
    record = migration.asNextEdition(of: given)
    losses = migration.losses.map { $0.finding(of: form) }
    moves = migration.moves.filter { $0.from != $0.to }.map { "›\($0.from)‹ heißt jetzt ›\($0.to)‹." }
    var next = paper.paper
    (next.record, next.findings) = (record, [])
    findings = try checker.evaluate(PaperChecker.Paper(name: paper.name, paper: next, library: library)).findings
  }
}
