import Files
import FormModel
import Glibc
import Proofs
import Workers

/// Puts forms and templates to the proof with what chance makes; see `Scripts/prove`.
@main
struct Prove {
  private let options: [String: String]
  private let home: String
  private let day: Day
  private let seed: UInt64
  private let workers: Workers

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    guard let prove = Prove(words) else { exit(64) }
    prove.say("seed \(prove.seed)")
    do {
      switch words.first {
      case "records": exit(try prove.records() ? 0 : 1)
      case "templates": exit(try prove.templates() ? 0 : 1)
      case "papers": exit(try prove.papers() ? 0 : 1)
      case "samples": exit(try prove.samples() ? 0 : 1)
      default: exit(64)
      }
    } catch {
      prove.say("not proven: \(error)")
      exit(1)
    }
  }

  private init?(_ words: [String]) {
    var options: [String: String] = [:]
    for (index, word) in words.enumerated() where word.hasPrefix("--") && index + 1 < words.count {
      options[String(word.dropFirst(2))] = words[index + 1]
    }
    guard let home = options["home"], let day = Day(iso: options["as-of"] ?? "2025-11-20") else { return nil }
    (self.options, self.home, self.day) = (options, home, day)
    seed = options["seed"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999_999)
    workers = options["workers"].flatMap { Int($0) }.map { Workers($0) } ?? .onAllCores
  }

  /// Says a line at once, so that a run of hours can be followed.
  private func say(_ text: String) {
    var bytes = Array((text + "\n").utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }

  private func number(_ name: String, or usual: Int) -> Int { options[name].flatMap { Int($0) } ?? usual }

  private func town() throws -> ProvenTown {
    try ProvenTown(home: home, municipality: options["town"] ?? "bochum", day: day)
  }

  // MARK: - Records

  private func records() throws -> Bool {
    let town = try town()
    let wanted = options["forms"]?.split(separator: ",").map(String.init)
    var isProven = true
    let mistakes = try town.lint().mistakes
    if !mistakes.isEmpty {
      say("lint: \(mistakes.map(\.message))")
      isProven = false
    }
    for form in town.forms where wanted?.contains(form.id) ?? true {
      let complaints = try FormProof.complaints(about: form, in: town)
      for complaint in complaints { say("\(form.id): \(complaint)") }
      let run = RecordRun(form, in: town, seed: seed, breakages: number("broken", or: 3))
      isProven = prove(run, form) && complaints.isEmpty && isProven
    }
    return isProven
  }

  private func prove(_ run: RecordRun, _ form: FormDefinition) -> Bool {
    let clock = ContinuousClock()
    let first = number("from", or: 0)
    var report = RecordRun.Report()
    let time = clock.measure { report = run.run(first..<first + number("count", or: 20_000), workers) }
    let share = report.tried == 0 ? 0 : report.valid * 1000 / report.tried
    say(
      "\(form.id): \(report.tried) made, \(report.valid) valid (\(share / 10).\(share % 10) %), \(report.unmended) as "
        + "drafted, \(report.rounds) rounds; \(report.broken) broken; \(report.failures.count) failures; "
        + "\(time.components.seconds) s")
    if !report.unmendable.isEmpty { say("  not mended: \(Self.list(report.unmendable))") }
    if options["unprinted"] != nil { say("  not on the page: \(Self.list(report.unprinted))") }
    var seen: Set<String> = []
    for (number, failure) in report.failures {
      let kind = "\(failure.claim.rawValue) \(failure.detail.filter { !$0.isNumber }.prefix(40))"
      guard seen.count < 8, seen.insert(kind).inserted else { continue }
      say("  \(failure.claim.rawValue) of \(number): \(failure.detail)")
      guard options["shrink"] != nil, let small = try? run.shrunk(number, failure.claim) else { continue }
      for record in [small.record] + small.companions { say(String(decoding: record.xml(), as: UTF8.self)) }
    }
    return report.failures.isEmpty && share >= 950
  }

  private static func list(_ counts: [String: Int]) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(60).map { "\($0.key) \($0.value)" }
      .joined(separator: ", ")
  }

  // MARK: - Templates

  private func templates() throws -> Bool {
    let folder = try PrivateDirectory()
    let proof = TemplateProof(try TemplateTown(in: folder.path, sharing: home, day: day))
    let clock = ContinuousClock()
    let first = number("from", or: 0)
    var report = TemplateRun.Report()
    let time = clock.measure {
      report = TemplateRun.run(proof, first..<first + number("count", or: 100_000), of: seed, workers)
    }
    say(
      "templates: \(report.sound) passed, \(report.refused) refused; \(report.failures.count) failures; "
        + "\(time.components.seconds) s\n  refused: \(Self.list(report.codes))")
    var seen: Set<String> = []
    for (number, detail) in report.failures {
      guard seen.count < 8, seen.insert(String(detail.filter { !$0.isNumber }.prefix(24))).inserted else { continue }
      say("  \(number): \(detail)")
      if options["shrink"] != nil { say(String(decoding: TemplateProof.template(number, of: seed), as: UTF8.self)) }
    }
    return report.failures.isEmpty
  }

  // MARK: - Records for the page in the browser

  /// Says records with what is found about them, a line each, for `Scripts/check-browser`.
  private func samples() throws -> Bool {
    let town = try town()
    let wanted = options["forms"]?.split(separator: ",").map(String.init)
    let forms = town.forms.filter { wanted?.contains($0.id) ?? true }
    guard !forms.isEmpty else { return false }
    for index in 0..<number("count", or: 500) {
      // Each form gets all three kinds of samples in turn, and no two forms the same dice.
      let (round, place) = index.quotientAndRemainder(dividingBy: forms.count)
      let number = (number("from", or: 0) + round) * 1009 + place
      say(try BrowserSample(number, of: seed, form: forms[place], in: town).line)
    }
    return true
  }

  // MARK: - Papers for another program

  /// Writes papers of all forms and kinds into a folder, for `Scripts/prove` to hand them to LibreOffice; or compares what
  /// was saved with what was given.
  private func papers() throws -> Bool {
    let town = try town()
    if let folder = options["compare"], let saved = options["saved"] {
      let (compared, complaints) = try PaperSamples.complaints(of: folder, saved: saved, in: town)
      say("papers: \(compared) compared, \(complaints.count) read otherwise")
      for complaint in complaints { say("  " + complaint) }
      return complaints.isEmpty && compared > 0
    }
    guard let folder = options["into"] else { exit(64) }
    for sample in try PaperSamples.make(number("count", or: 200), of: seed, in: town) {
      try AtomicFile.write(sample.bytes, to: FilePath.joining(folder, sample.name))
    }
    return true
  }
}
