/// A record of an earlier version brought forward to the current one, step by step over the versions between.
///
/// Values keep their ids or follow what was renamed. What has no place in a later version is told and left out; the record
/// that was given is never changed.
public struct RecordMigration: Sendable {
  /// A value that the current version has no place for.
  public struct Loss: Hashable, Sendable {
    /// Why it has none.
    public enum Reason: Hashable, Sendable {
      /// Its field or group is gone.
      case gone
      /// Its code is gone.
      case code
      /// The field is of another kind now, or holds fewer values.
      case kind
      /// The field no longer takes the answer that stands in place of a value.
      case answer
    }

    /// Where it stood, as a path in the record that was given.
    public var path: String
    /// The same in words, as the earlier version called it.
    public var place: String
    /// The version that has no place for it.
    public var version: String
    /// Why it has none.
    public var reason: Reason
  }

  /// The record of the current version.
  public private(set) var record: Record
  /// What could not be brought, in the order of the form.
  public private(set) var losses: [Loss] = []
  /// What was renamed on the way, in words: what it was called, and what it is called now.
  public private(set) var moves: [(from: String, to: String)] = []

  /// Brings a record forward; nil when it is of the current version, or its own is not kept.
  public init?(_ record: Record, library: FormLibrary, day: Day) {
    guard library.isEarlier(record), var from = library.form(of: record) else { return nil }
    self.record = record
    for next in library.versions(after: record) {
      var step = MigrationStep(library: library, day: day, from: from, to: next)
      self.record.root = step.brought(self.record.root)
      self.record.version = next.version
      losses += step.losses
      moves += step.moves
      from = next
    }
    // What nobody has confirmed yet is confirmed by nothing; where it lies now is known by its place alone.
    self.record.unconfirmed = record.unconfirmed.filter {
      RecordPath($0).flatMap { self.record.content(at: $0) } != nil
    }
  }

  /// The record as the next edition of the paper that was given, so that both are known to be one paper.
  public func asNextEdition(of given: Record) -> Record {
    var next = record
    next.id = given.identity
    next.edition = given.edition + 1
    return next
  }
}

extension RecordMigration.Loss {
  /// What is told of it: by its label alone, since values do not belong into messages.
  public func finding(of form: FormDefinition) -> Finding {
    let message =
      switch reason {
      case .gone: "›\(place)‹ gibt es in Fassung \(version) nicht mehr."
      case .code: "Die Antwort in ›\(place)‹ gibt es in Fassung \(version) nicht mehr."
      case .kind: "›\(place)‹ nimmt die Angabe in Fassung \(version) nicht mehr auf."
      case .answer: "›\(place)‹ kennt die Antwort, die statt eines Werts steht, in Fassung \(version) nicht mehr."
      }
    return Finding(
      id: "E-\(form.short)-FASSUNG", strength: .error, path: path, place: place, message: message,
      remedy: "Bitte entscheiden, wohin die Angabe gehört; in der bisherigen Fassung bleibt sie lesbar.")
  }
}
