import Files
import FormModel
import Glibc
import RecordArchive

/// Handing cases over to a second archive in the same folder, with a kill or a fault at any moment.
extension Exercise {
  /// The archive that takes cases over.
  var second: ArchivePlace { ArchivePlace(data: path("zweite.kiso")) }

  private func bundle(of number: String) -> String { path("sendung-\(number)") }
  private func receipt(of number: String) -> String { path("quittung-\(number)") }

  func makeSecond() throws {
    _ = try Archive.create(
      at: second, for: NewAccess(label: "mt", credential: Self.credential(0), cost: Self.cost), library: library,
      today: Self.today)
  }

  /// Hands over a case; what was interrupted before is done first, by doing the same once more.
  func handOver(_ number: Int, _ first: Archive) throws {
    let other = try open(second)
    for (open, _) in try first.given() { try goOn(open, first, other) }
    let caseNumber = "KSA-9-2023-\(number)"
    for index in 0..<2 { try first.store(Self.paper(number * 10 + index, in: caseNumber), today: Self.today) }
    tell("case \(caseNumber)")
    try goOn(caseNumber, first, other)
    tell("handed \(caseNumber)")
  }

  private func goOn(_ number: String, _ first: Archive, _ other: Archive) throws {
    if access(receipt(of: number), F_OK) != 0 {
      let sealed = try first.together { () throws -> [UInt8] in
        let entries = try first.entries(ofCase: number)
        var items: [SealedBundle.Item] = []
        for entry in entries {
          for part in entry.card.parts {
            items.append(
              SealedBundle.Item(
                name: "\(entry.card.number ?? 0)", mediaType: part.mediaType,
                bytes: try first.content(of: part, in: entry)))
          }
        }
        return try first.give(number, SealedBundle(items: items), to: other.recipientKey, today: Self.today).sealed(
          to: other.recipientKey)
      }
      try AtomicFile.write(sealed, to: bundle(of: number))
      try take(number, other)
    }
    let text = String(decoding: try FileReader.bytes(at: receipt(of: number), limit: 4_096), as: UTF8.self)
    guard let told = HandoverReceipt(text) else { throw FileFailure(code: .inputOutput, path: receipt(of: number)) }
    try first.finish(told, today: Self.today)
    unlink(bundle(of: number))
    unlink(receipt(of: number))
  }

  /// What `collect` does: all of it or nothing, then the receipt.
  private func take(_ number: String, _ other: Archive) throws {
    let sent = try other.open(bundleAt: bundle(of: number), limit: 1 << 24)
    if try !other.hasTaken(bundle: sent.id) {
      try other.together {
        for item in sent.items {
          var paper = Self.paper(Int(item.name) ?? 0, in: number)
          paper.parts = [.init(.record, mediaType: item.mediaType, bytes: item.bytes)]
          paper.bundle = sent.id
          try other.store(paper, today: Self.today)
        }
      }
    }
    guard let made = sent.receipt(on: Self.today) else { return }
    try AtomicFile.write(Array(made.text.utf8), to: receipt(of: number))
  }

  /// Exactly one archive answers for each case, and after doing the same once more the second one has all.
  func checkOwners(_ known: Acknowledged) throws -> [String] {
    var problems: [String] = []
    let (first, other) = (try open(), try open(second))
    problems += try other.verify().problems.map { "second: \($0)" }
    let given = Set(try first.given().map(\.number))
    for number in known.cases {
      let (here, there) = (try has(number, first), try has(number, other))
      guard here == 0 || here == 3, there == 0 || there == 3 else {
        problems.append("\(number) is there in part: \(here), \(there)")
        continue
      }
      if here == 0, there == 0 { problems.append("\(number) has no owner") }
      if here > 0, there > 0, !given.contains(number) { problems.append("\(number) has two owners") }
      if known.handed.contains(number), here > 0 || there == 0 { problems.append("\(number) was not handed over") }
      guard given.contains(number) else { continue }
      do throws(ArchiveFailure) {
        try first.store(Self.paper(999, in: number), today: Self.today)
        problems.append("\(number) was changed while it was on its way")
      } catch {
        guard error.code == .caseGiven else { throw error }
      }
      try goOn(number, first, other)
      if try has(number, first) != 0 || has(number, other) != 3 { problems.append("\(number) cannot be finished") }
    }
    return problems
  }

  private func has(_ number: String, _ archive: Archive) throws -> Int {
    do throws(ArchiveFailure) {
      return try archive.entries(ofCase: number).count
    } catch {
      guard error.code == .unknownCase else { throw error }
      return 0
    }
  }
}
