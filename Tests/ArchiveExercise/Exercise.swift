import Files
import FormModel
import Glibc
import RecordArchive
import Secrets

/// One kind of operation on the archive in a folder.
struct Exercise {
  static let operations = ["store", "change", "close", "purge", "backup", "restore", "passphrase", "transfer"]
  static let today = Day(iso: "2025-11-20") ?? .first
  static let cost = PassphraseCost(passes: 1, memory: 64 << 10)
  static let phrases = ["vier gute alte Woerter", "ganz andere neue Worte"]

  let folder: String
  let operation: String
  let library: FormLibrary

  init(folder: String, operation: String, library: FormLibrary) {
    self.folder = folder
    self.operation = operation
    self.library = library
  }

  init(folder: String, operation: String) throws {
    let schedule = """
      <retention case="notizen" log="protokoll"><event id="beendet_am" of="case" ends="true" label="Ende"/>
      <event id="datum" of="paper" day="true" label="Tag"/>
      <class id="D1" kind="notizen" label="Notizen" start="beendet_am" event="nach dem Ende" period="P1Y" action="delete"
        basis="Test"/>
      <class id="D10" kind="protokoll" label="Protokoll" start="datum" event="nach dem Eintrag" period="P3Y"
        action="delete" basis="Test"/></retention>
      """
    self.init(
      folder: folder, operation: operation,
      library: try FormLibrary(files: [SourceFile(name: "retention.xml", bytes: Array(schedule.utf8))]))
  }

  func path(_ name: String) -> String { FilePath.joining(folder, name) }

  var place: ArchivePlace { ArchivePlace(data: path("ablage.kiso")) }
  var backup: ArchivePlace { ArchivePlace(data: path("sicherung.kiso")) }

  static func secret(_ text: String) -> Secret {
    Secret(capacity: text.utf8.count) { space in
      space.copyBytes(from: text.utf8)
      return text.utf8.count
    }
  }

  static func credential(_ index: Int) -> Credential { .passphrase(secret(phrases[index])) }

  /// Opens with whichever passphrase is right at the moment.
  func open(_ other: ArchivePlace? = nil) throws -> Archive {
    do throws(ArchiveFailure) {
      return try Archive.open(other ?? place, with: Self.credential(0), library: library)
    } catch {
      guard error.code == .denied else { throw error }
      return try Archive.open(other ?? place, with: Self.credential(1), library: library)
    }
  }

  /// A paper whose content says which it is.
  static func paper(_ number: Int, in caseNumber: String) -> NewPaper {
    let text = "Inhalt \(number) " + String(repeating: "x", count: number % 20_000)
    var paper = NewPaper(
      title: "Notiz", caseNumber: caseNumber, kind: "notizen", day: Day(iso: "2023-01-10") ?? .first,
      parts: [.init(.record, mediaType: "application/xml", bytes: Array(text.utf8))])
    paper.form = "gespraechsnotiz"
    paper.number = number
    paper.names = ["Name\(number)"]
    return paper
  }

  /// The archive at the beginning: a few papers, and for some operations a backup.
  func make() throws {
    let archive = try Archive.create(
      at: place, for: NewAccess(label: "jw", credential: Self.credential(0), cost: Self.cost), library: library,
      today: Self.today)
    for number in 1...5 { try archive.store(Self.paper(number, in: "KSA-1-2023-0001"), today: Self.today) }
    if operation == "restore" { try archive.backUpData(to: backup.data) }
    if operation == "purge" { try prepareDeletion(archive, 50) }
    if operation == "transfer" { try makeSecond() }
  }

  /// Papers of an ended case, due for long.
  func prepareDeletion(_ archive: Archive, _ number: Int) throws {
    let caseNumber = "KSA-2-2023-\(number)"
    for index in 0..<3 { try archive.store(Self.paper(number * 10 + index, in: caseNumber), today: Self.today) }
    try archive.close(caseNumber, on: Day(iso: "2023-06-30") ?? .first, reason: "ziel_erreicht", today: Self.today)
  }

  /// One operation after another; each is reported when it is done.
  func work(seed: UInt64) throws {
    let archive = try open()
    tell("ready")
    var number = Int(seed % 1_000_000) * 100
    while true {
      number += 1
      try perform(number, archive)
    }
  }

  /// One operation, with the failure as status: 0 done, 1 failed.
  func once() -> Int32 {
    do {
      try perform(77, try open())
      return 0
    } catch {
      return 1
    }
  }

  private func perform(_ number: Int, _ archive: Archive) throws {
    switch operation {
    case "store":
      let id = try archive.store(Self.paper(number, in: "KSA-3-2023-0001"), today: Self.today)
      tell("stored \(id) \(number)")
    case "change":
      if number % 8 == 5 {
        // Another version of a paper that is there: both are kept.
        var version = Self.paper(number, in: "KSA-1-2023-0001")
        version.number = 1
        let id = try archive.store(version, today: Self.today)
        tell("stored \(id) \(number)")
      }
      let entry = try archive.entries()[1]
      if number % 2 == 0 {
        try archive.hold(
          .entry(entry.id), reason: "beschwerde", review: Day(iso: "2026-01-01") ?? .last, today: Self.today)
        tell("held \(entry.id)")
      } else {
        try archive.release(.entry(entry.id), today: Self.today)
        tell("released \(entry.id)")
      }
    case "close":
      let caseNumber = "KSA-4-2023-\(number)"
      let id = try archive.store(Self.paper(number, in: caseNumber), today: Self.today)
      tell("stored \(id) \(number)")
      if try archive.entries(ofCase: caseNumber)[0].card.events["beendet_am"] == nil {
        try archive.close(caseNumber, on: Day(iso: "2025-06-30") ?? .first, reason: "ziel_erreicht", today: Self.today)
      }
      tell("closed \(id)")
    case "purge":
      if words[1] != "once" { try prepareDeletion(archive, number) }
      let plan = try archive.planPurge(today: Self.today)
      tell("deleting " + plan.items.map(\.id.description).joined(separator: " "))
      let records = try archive.purge(code: plan.code, today: Self.today)
      tell("deleted " + records.map(\.id.description).joined(separator: " "))
    case "backup":
      try archive.store(Self.paper(number, in: "KSA-5-2023-0001"), today: Self.today)
      try archive.backUpData(to: backup.data)
      try archive.backUpKeys(to: backup.keys)
      tell("backed \(number)")
    case "transfer": try handOver(number, archive)
    case "restore":
      try archive.store(Self.paper(number, in: "KSA-6-2023-0001"), today: Self.today)
      _ = try Archive.restore(
        data: backup.data, keys: nil, to: place, with: Self.credential(0), library: library, today: Self.today)
      tell("restored \(number)")
      _ = try archive.entries()
    default:
      // Whoever was added before a kill and not removed any more.
      for person in archive.people where !person.isCurrent { try archive.remove(person: person.label) }
      try archive.change(Self.credential((number + 1) % 2), cost: Self.cost)
      tell("changed \((number + 1) % 2)")
      try archive.add(
        NewAccess(label: "p\(number)", credential: .passphrase(Self.secret("noch eine andere Phrase")), cost: Self.cost)
      )
      try archive.remove(person: "p\(number)")
      try archive.store(Self.paper(number, in: "KSA-7-2023-0001"), today: Self.today)
    }
  }

  /// Many processes at one archive.
  func write(count: Int, name: String) throws {
    let archive = try open()
    for index in 0..<count {
      let id = try archive.store(Self.paper(index + 1, in: "KSA-8-2023-\(name)"), today: Self.today)
      tell("stored \(id) \(index + 1)")
    }
  }

  func tell(_ line: String) {
    try? FileWriter.write(Array((line + "\n").utf8), to: STDOUT_FILENO)
  }
}
