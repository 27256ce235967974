import Delivery
import Paperwork
import RecordArchive
import Secrets
import Terminal

/// Where the whole record of a finished paper lies.
enum RecordPlace {
  /// In a file.
  case file(String)
  /// In the archive.
  case archive
  /// It went to standard output; whoever reads that has it.
  case standardOutput

  /// The words with which the next paper begins from it.
  func beginning(inCase number: String?) -> String {
    switch self {
    case .file(let path): " --from \(path)"
    case .archive: number.map { " --case \($0)" } ?? ""
    case .standardOutput: ""
    }
  }
}

extension FillConversation {
  /// How often a passphrase is asked for.
  private static let attempts = 3

  /// Sees that the record of a finished paper stays: where it was written whole, in the archive, or beside its page.
  ///
  /// `filing` is the archive as far as it is open already, and `goesBack` says that the paper came from there. Nil when
  /// nobody answered any more; then the draft is what stays.
  func keep(
    _ record: Record, _ written: FinishedPaper.Written, isDraft: Bool, _ finisher: FinishedPaper,
    _ filing: ArchiveFiling?, goesBack: Bool
  ) throws -> RecordPlace? {
    if !isDraft, goesBack || arguments.has("archive"), let filing {
      try filing.store(record, library, files: written.paths)
      return written.record.map { .file($0) } ?? .archive
    }
    if written.isKept { return written.record.map { .file($0) } ?? .standardOutput }
    if try store(record, written, finisher.asking, filing) { return .archive }
    return try finisher.keep(record, beside: written).map { .file($0) }
  }

  /// Puts a record into the archive that is open or set up; false, and said, when it cannot lie there.
  private func store(
    _ record: Record, _ written: FinishedPaper.Written, _ asking: Asking, _ open: ArchiveFiling?
  ) throws -> Bool {
    guard let filing = try open ?? opened(asking) else { return false }
    do {
      return try filing.store(record, library, files: written.paths) != nil
    } catch {
      asking.console.say(FailureReport(error).lines.map { .text($0, .error, indent: 2) })
      return false
    }
  }

  /// The archive that is set up, opened by whoever sits there; nil where there is none or nobody wants to.
  ///
  /// `isRead` says that it is wanted for what lies there, before anything is written.
  func opened(_ asking: Asking, isRead: Bool = false) throws -> ArchiveFiling? {
    guard let door = stored.door, !door.isDeclined else { return nil }
    if door.opened != nil {
      var filing = try ArchiveFiling(door, context)
      filing.asks = false
      return filing
    }
    guard context.surroundings.isAttended() else { return nil }
    door.isDeclined = true
    asking.console.say([
      .blank,
      .text(
        isRead
          ? "Was in der Ablage liegt, kann an diesem Papier etwas ändern. Ohne Kennwort (Enter) bleibt sie zu."
          : "Die Angaben kommen in die Ablage. Ohne Kennwort (Enter) liegen sie offen neben der Datei.", indent: 2),
    ])
    for _ in 0..<Self.attempts {
      var filing: ArchiveFiling?
      var failure: (any Error)?
      asking.console.lend {
        do {
          filing = try ArchiveFiling(door, context)
          filing?.asks = false
        } catch {
          failure = error
        }
      }
      if let filing {
        door.isDeclined = false
        return filing
      }
      if let failure = failure as? SecretFailure, failure.code == .empty { return nil }
      if let failure { asking.console.say(FailureReport(failure).lines.map { .text($0, .error, indent: 2) }) }
      guard let failure = failure as? ArchiveFailure, failure.code == .denied else { return nil }
    }
    return nil
  }

  /// Says where everything lies.
  static func places(of written: FinishedPaper.Written, _ place: RecordPlace) -> [Block] {
    var blocks: [Block] = written.paths.map { .text("Geschrieben: \($0)", .good, indent: 2) }
    if case .file(let path) = place, !written.paths.contains(path) {
      blocks.append(.text("Die Angaben dazu: \(path)", .good, indent: 2))
    }
    return blocks
  }
}
