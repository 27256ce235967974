import Files
import FormModel
import Glibc
import RecordArchive

/// What an archive has acknowledged, put together from what the working process reported.
struct Acknowledged {
  /// Content numbers by id.
  var stored: [String: Int] = [:]
  var closed: Set<String> = []
  var deleted: Set<String> = []
  /// What a deletion that was not acknowledged was about: all of it or nothing of it is gone.
  var deleting: [String] = []
  var isHeld: Bool?
  /// Cases that were to be handed over, and those that were.
  var cases: Set<String> = []
  var handed: Set<String> = []

  init() {}

  init(file: String) {
    guard let bytes = try? FileReader.bytes(at: file, limit: 64 << 20) else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") { note(line) }
  }

  mutating func note(_ line: Substring) {
    let words = line.split(separator: " ").map(String.init)
    switch words.first {
    case "stored" where words.count == 3: stored[words[1]] = Int(words[2])
    case "closed": closed.insert(words[1])
    case "held": isHeld = true
    case "released": isHeld = false
    case "case" where words.count == 2: cases.insert(words[1])
    case "handed" where words.count == 2: handed.insert(words[1])
    case "deleting": deleting = Array(words.dropFirst())
    case "deleted":
      deleted.formUnion(words.dropFirst())
      deleting = []
    default: break
    }
  }
}

extension Exercise {
  /// Everything that is not as it was promised; empty when all is well.
  func check(_ known: Acknowledged) throws -> [String] {
    var problems: [String] = []
    let archive: Archive
    do {
      archive = try open()
    } catch {
      return ["does not open: \(error)"]
    }
    let report = try archive.verify()
    if !report.problems.isEmpty { problems.append("verify: \(report.problems)") }
    var entries: [String: ArchiveEntry] = [:]
    for entry in try archive.entries() { entries[entry.id.description] = entry }
    for (id, number) in known.stored where !known.deleted.contains(id) {
      guard let entry = entries[id] else {
        problems.append("acknowledged and gone: \(id)")
        continue
      }
      if !entry.card.parts.isEmpty {
        // Of a paper in several versions, the one that was acknowledged may not be the newest.
        let isThere = try entry.card.parts.contains { part in
          String(decoding: try archive.content(of: part, in: entry), as: UTF8.self).hasPrefix("Inhalt \(number) ")
        }
        if !isThere { problems.append("another content: \(id)") }
      }
    }
    for id in known.closed where entries[id]?.due == nil { problems.append("closed without a date: \(id)") }
    for id in known.deleted where entries[id] != nil { problems.append("deleted and there: \(id)") }
    let left = known.deleting.filter { entries[$0] != nil }.count
    if left != 0, left != known.deleting.count {
      problems.append("half deleted: \(left) of \(known.deleting.count) are left")
    }
    if operation == "backup" { problems += try checkBackup() }
    if operation == "transfer" { problems += try checkOwners(known) }
    if try archive.entries(ofCase: "KSA-1-2023-0001").count != 6 {
      problems.append("the first papers are not all there")
    }
    return problems
  }

  /// A backup is whole whenever there is one.
  private func checkBackup() throws -> [String] {
    guard access(backup.data, F_OK) == 0 else { return [] }
    let copy = ArchivePlace(data: path("pruefung.kiso"))
    defer {
      for file in [copy.data, copy.keys] { unlink(file) }
    }
    try AtomicFile.write(FileReader.bytes(at: backup.data, limit: 1 << 30), to: copy.data)
    try AtomicFile.write(FileReader.bytes(at: place.keys, limit: 1 << 30), to: copy.keys)
    do {
      let problems = try open(copy).verify().problems
      if !problems.isEmpty { return ["backup: \(problems)"] }
    } catch {
      return ["backup does not open: \(error)"]
    }
    guard access(backup.keys, F_OK) == 0 else { return [] }
    do {
      try AtomicFile.write(FileReader.bytes(at: backup.keys, limit: 1 << 30), to: copy.keys)
      _ = try open(copy)
    } catch let failure as ArchiveFailure where failure.code == .keysOlder {
      // Killed between the two: the data are already newer. Restoring takes that into account.
      return []
    } catch {
      return ["backup of the keys: \(error)"]
    }
    return []
  }
}
