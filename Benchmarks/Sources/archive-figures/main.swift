// The figures of the archive: opening, due list, deleting, verifying, storing, finding.
//
// archive-figures FOLDER HOME ENTRIES
import FormModel
import Glibc
import Paperwork
import RecordArchive
import SQLite
import Secrets

let words = CommandLine.arguments
guard words.count >= 4, let count = Int(words[3]) else {
  print("archive-figures FOLDER HOME ENTRIES")
  exit(64)
}
let folder = words[1]
let library = try Catalogue(home: words[2]).library()
let today = Day(iso: "2025-11-20") ?? .first

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Seconds of the processor that this process took: what the machine's other work does not change.
func processor() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

@discardableResult
func measure<Result>(_ title: String, per: Int = 1, _ body: () throws -> Result) rethrows -> Result {
  let (start, used) = (now(), processor())
  let result = try body()
  func shown(_ seconds: Double) -> Double { (seconds * 100_000 / Double(per)).rounded() / 100 }
  print("\(title): \(shown(now() - start)) ms, processor \(shown(processor() - used)) ms")
  return result
}

func secret(_ text: String) -> Secret {
  Secret(capacity: text.utf8.count) { space in
    space.copyBytes(from: text.utf8)
    return text.utf8.count
  }
}

/// Eight kilobytes that do not compress: a note with its document, as it is stored.
func content(_ seed: Int) -> [UInt8] {
  var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1
  return (0..<8_192).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8(truncatingIfNeeded: state >> 56)
  }
}

/// Ten notes a case; half of the cases ended more than a year ago.
func paper(_ number: Int) -> NewPaper {
  let caseNumber = "KSA-\(number / 10 % 6 + 1)-2024-" + String(10_000 + number / 10).dropFirst()
  let isOld = number / 10 % 2 == 0
  let day = Day(iso: isOld ? "2024-03-0\(number % 9 + 1)" : "2025-09-0\(number % 9 + 1)") ?? .first
  var paper = NewPaper(
    title: "Gesprächsnotiz", caseNumber: caseNumber, kind: "notizen", day: day,
    parts: [.init(.record, mediaType: "application/xml", bytes: content(number))])
  paper.form = "gespraechsnotiz"
  paper.number = number % 10 + 1
  paper.names = ["Vorname\(number / 10) Nachname\(number / 10)"]
  paper.events = ["letzter_kontakt_am": day]
  if isOld, number % 10 == 9 {
    paper.events["beendet_am"] = Day(iso: "2024-06-30")
    paper.reasons = ["beendet_am": "ziel_erreicht"]
  }
  return paper
}

let passphrase = "vier gute alte Woerter"
let place = ArchivePlace(data: folder + "/ablage.kiso")
var archive = try Archive.create(
  at: place, for: NewAccess(label: "jw", credential: .passphrase(secret(passphrase))), library: library, today: today)
try measure("storing, each of \(count)", per: count) {
  for number in 0..<count { try archive.store(paper(number), today: today) }
}

// What SQLite takes by itself for the same: one durable transaction with the same bytes, same settings.
let bare: OpaquePointer? = {
  var handle: OpaquePointer?
  sqlite3_open_v2(folder + "/bare.sqlite", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
  return handle
}()
@MainActor func run(_ sql: String) { precondition(sqlite3_exec(bare, sql, nil, nil, nil) == SQLITE_OK, sql) }
@MainActor func fill(_ numbers: Range<Int>, inOne: Bool) {
  var statement: OpaquePointer?
  sqlite3_prepare_v2(bare, "INSERT INTO paper VALUES (?, ?, ?)", -1, &statement, nil)
  if inOne { run("BEGIN") }
  for number in numbers {
    let bytes = content(number)
    if !inOne { run("BEGIN IMMEDIATE") }
    sqlite3_bind_int64(statement, 1, Int64(number))
    sqlite3_bind_int64(statement, 2, Int64(number % 1_000))
    bytes.withUnsafeBytes {
      _ = sqlite3_bind_blob(statement, 3, $0.baseAddress, Int32($0.count), nil); sqlite3_step(statement)
    }
    sqlite3_reset(statement)
    if !inOne { run("COMMIT") }
  }
  if inOne { run("COMMIT") }
  sqlite3_finalize(statement)
}
run("PRAGMA secure_delete = ON")
run("CREATE TABLE paper (number INTEGER PRIMARY KEY, due INTEGER, content BLOB)")
run("CREATE INDEX paper_due ON paper (due)")
fill(0..<count, inOne: true)
let rounds = 200
// In turns, because the disk of a shared machine is now faster, now slower.
var (ours, full, extra) = ([Double](), [Double](), [Double]())
var (oursUsed, bareUsed) = (0.0, 0.0)
for round in 0..<rounds {
  let number = count + round
  var start = now()
  var used = processor()
  try archive.store(paper(number), today: today)
  ours.append(now() - start)
  oursUsed += processor() - used
  run("PRAGMA synchronous = FULL")
  start = now()
  used = processor()
  fill(number..<(number + 1), inOne: false)
  full.append(now() - start)
  bareUsed += processor() - used
  run("PRAGMA synchronous = EXTRA")
  start = now()
  fill((number + rounds)..<(number + rounds + 1), inOne: false)
  extra.append(now() - start)
}
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] * 1_000 }
func shown(_ value: Double) -> Double { (value * 100).rounded() / 100 }
print(
  "durable store, median of \(rounds): ours \(shown(median(ours))) ms, bare SQLite FULL \(shown(median(full))) ms, EXTRA \(shown(median(extra))) ms; ratio \(shown(median(ours) / median(full))) to FULL, \(shown(median(ours) / median(extra))) to EXTRA"
)
print(
  "  processor: ours \(shown(oursUsed * 1_000 / Double(rounds))) ms, bare \(shown(bareUsed * 1_000 / Double(rounds))) ms"
)
sqlite3_close(bare)

/// The fastest and the median of several times; on a machine with other work the fastest says most.
@MainActor func repeated(_ title: String, _ body: () throws -> Void) rethrows {
  var (times, used) = ([Double](), [Double]())
  for _ in 0..<9 {
    let (start, before) = (now(), processor())
    try body()
    times.append(now() - start)
    used.append(processor() - before)
  }
  print(
    "\(title): fastest of 9 \(shown((times.min() ?? 0) * 1_000)) ms, median \(shown(median(times))) ms, processor "
      + "\(shown(median(used))) ms")
}

try repeated("open, Argon2 with 256 MiB included") {
  archive = try Archive.open(place, with: .passphrase(secret(passphrase)), library: library)
}
_ = try measure("reading all cards") { try archive.entries().count }
try repeated("due list without a passphrase") { _ = try DueList.read(place) }
var query = Archive.Query()
query.name = "nachname77"
try repeated("find by name, cards read") { _ = try archive.entries(query) }
print("  found \(try archive.entries(query).count)")
let report = try measure("verify") { try archive.verify() }
print("  \(report.pages) pages, \(report.entries) entries, \(report.parts) parts, problems: \(report.problems.count)")
try measure("backup of the data") { try archive.backUpData(to: folder + "/sicherung.kiso") }
let plan = try measure("dry run of the deletion") {
  try archive.planPurge(today: today, isClockConfirmed: true)
}
let records = try measure("purge") { try archive.purge(code: plan.code, today: today, isClockConfirmed: true) }
print("  deleted \(records.count)")
