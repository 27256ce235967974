import Delivery
import Files
import Glibc
import Paperwork
import RecordArchive
import Terminal

/// Showing what lies in an inbox, and taking it in.
struct Collecting {
  private let archive: Archive
  private let access: ArchiveAccess
  private let context: CommandContext

  /// A bundle that is not in the archive yet, with what it would do.
  private struct Parcel {
    let path: String
    let bundle: SealedBundle
    let plan: CollectionPlan

    /// What a person sees of it, which is also what the code stands for.
    var lines: [String] {
      ["\(path): \(plan.sender.map { "von \($0), mit bekannter Unterschrift" } ?? "Absender unbekannt")"]
        + (plan.handover.map { ["  Übergabe von \(Finding.harmless($0)): der Vorgang wird danach hier geführt"] } ?? [])
        + plan.effects.map { "  " + Finding.harmless($0) }
        + (plan.effects.isEmpty ? ["  nichts Neues"] : [])
        + plan.refusals.map { "  nicht übernommen, weil der Absender unbekannt ist: " + Finding.harmless($0) }
    }
  }

  init(_ archive: Archive, _ access: ArchiveAccess, _ context: CommandContext) {
    (self.archive, self.access, self.context) = (archive, access, context)
  }

  /// Shows what files would do and takes them in if the code fits or a person agrees.
  func run(_ files: [String]) throws -> ExitStatus {
    var status = ExitStatus.done
    var parcels: [Parcel] = []
    for file in files {
      status = status.or(attempt(file) { try look(at: file).map { parcels.append($0) } })
    }
    guard !parcels.isEmpty else {
      try context.output("0 von \(files.count) Sendungen abgelegt.\n")
      return status
    }
    let code = archive.code(of: parcels.flatMap { [$0.bundle.identifier] + $0.lines })
    if let typed = access.arguments.value("accept") {
      guard ListCode.fits(typed, code) else { throw ArchiveFailure(.proposalChanged) }
    } else if try !isAgreed(parcels, code) {
      return status
    }
    var count = 0
    for parcel in parcels {
      status = status.or(
        attempt(parcel.path) {
          // What was taken in just now can change what this one does; then it is shown again before it is taken in.
          let now = try filing().plan(parcel.bundle, into: archive, today: access.today)
          guard now == parcel.plan else { throw ArchiveFailure(.proposalChanged) }
          try filing().collect(parcel.bundle, into: archive, today: access.today)
          try acknowledge(parcel.bundle, at: parcel.path)
          try remove(parcel.path)
          count += 1
        })
    }
    try context.output("\(count) von \(files.count) Sendungen abgelegt.\n")
    return status
  }

  private func filing() throws -> PaperFiling {
    let catalogue = try context.catalogue()
    let stored = ArchivePapers(day: context.day) { (archive, try catalogue.library()) }
    return try PaperFiling(catalogue: catalogue, day: context.day, beside: stored)
  }

  /// Opens a file; one that was taken in before is only removed.
  private func look(at path: String) throws -> Parcel? {
    let bundle = try archive.open(bundleAt: path, limit: CommandContext.inputLimit + (1 << 20))
    if try archive.hasTaken(bundle: bundle.id) {
      try acknowledge(bundle, at: path)
      try remove(path)
      return nil
    }
    let plan = try filing().plan(bundle, into: archive, today: access.today)
    context.report(plan.findings, of: path)
    return Parcel(path: path, bundle: bundle, plan: plan)
  }

  /// Whether a person at the terminal agrees; elsewhere says how to agree.
  private func isAgreed(_ parcels: [Parcel], _ code: String) throws -> Bool {
    try context.output(parcels.flatMap(\.lines).map { $0 + "\n" }.joined() + "\n")
    if context.surroundings.isAttended(), context.surroundings.isOutputShown() {
      let answer = try context.surroundings.readLine("Ablegen? [j/N] ")
      return ["j", "ja"].contains(answer.lowercased())
    }
    try context.output("Noch ist nichts abgelegt. Genau das nimmt auf:\n  kiso archive collect … --accept \(code)\n")
    return false
  }

  /// One that cannot be taken in does not keep back the others; it stays where it is.
  private func attempt(_ path: String, _ body: () throws -> Void) -> ExitStatus {
    do {
      try body()
      return .done
    } catch {
      let report = FailureReport(error)
      for line in report.lines { context.surroundings.writeError("\(path): \(line)") }
      return report.status
    }
  }

  /// Puts the receipt for a case beside the bundle that brought it, for whoever handed it over.
  ///
  /// Before the bundle goes: what is interrupted here is done by the next run.
  private func acknowledge(_ bundle: SealedBundle, at path: String) throws {
    guard let receipt = bundle.receipt(on: access.today) else { return }
    let target = FilePath.joining(
      FilePath.parent(of: path), "uebergabe-\(receipt.name).\(TransferCommand.receiptEnding)")
    try AtomicFile.write(Array((receipt.text + "\n").utf8), to: target, permissions: 0o660)
    context.surroundings.writeError("Quittung für die Übergabe \(receipt.name): \(target)")
  }

  /// The file goes only when what it holds is durable.
  private func remove(_ path: String) throws {
    guard unlink(path) == 0 else { throw FileFailure(code: .cannotCreate, path: path, errno: errno) }
  }
}
