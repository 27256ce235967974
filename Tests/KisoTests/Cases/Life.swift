import Files
import Paperwork
import Testing

/// The life of a case by days, lived twice: over the files themselves and over the archive that they are put into.
struct Life {
  /// A file that comes on a day; one of the same name is its next version.
  enum Paper {
    case example(String)
    case made(name: String, json: String)
  }

  /// What comes on a day, and what is open then.
  struct Step {
    let day: String
    let papers: [Paper]
    /// All duties, the most urgent first.
    let duties: [String]
    /// Why no letter may be written; nil where that is not tried.
    let feedback: String?
    let isKita: Bool

    init(_ day: String, _ papers: [Paper], _ duties: [String], feedback: String? = nil, isKita: Bool = false) {
      (self.day, self.papers, self.duties, self.feedback, self.isKita) = (day, papers, duties, feedback, isKita)
    }
  }

  let number: String
  let steps: [Step]

  init(_ number: String, _ steps: [Step]) {
    (self.number, self.steps) = (number, steps)
  }

  /// Lives it; `then` sees the archive and the files after each step.
  func run(
    _ more: [String] = [], then: (borrowing Store, [String], Step) throws -> Void
  ) throws {
    let store = try Store(lastUsed: steps.first.flatMap { Day(iso: $0.day) } ?? .first)
    var files: [String] = []
    for step in steps {
      for paper in step.papers {
        let path =
          switch paper {
          case .example(let name): Repository.path("Examples/\(name)")
          case .made(let name, _): store.path(name)
          }
        if case .made(_, let json) = paper { try AtomicFile.write(Array(json.utf8), to: path) }
        let added = try store.run(["archive", "add", path, "--replace"] + more, asOf: step.day)
        #expect(added.status <= 1, "\(step.day): \(added.errors)")
        if !files.contains(path) { files.append(path) }
      }
      let view = ["case", number, "--format", "json"]
      let stored = try store.run(view, asOf: step.day)
      let named = try Kiso.run(view + files + ["--as-of", step.day])
      #expect(Self.duties(stored.output) == step.duties, "\(step.day): \(stored.transcript)")
      #expect(stored.output == named.output, "\(step.day): \(named.transcript)")
      try expectNext(step, store)
      if let feedback = step.feedback {
        let words = ["feedback", number, "--no-input"] + (step.isKita ? ["--kita"] : [])
        let refused = try store.run(words, asOf: step.day)
        let beside = try Kiso.run(words + files + ["--as-of", step.day])
        #expect(refused.status == 2 && refused.errors.contains(feedback), "\(step.day): \(refused.errors)")
        #expect(beside.status == 2 && beside.errors == refused.errors, "\(step.day): \(beside.errors)")
      }
      try then(store, files, step)
    }
  }

  /// The first duty stands in front, with its reason.
  private func expectNext(_ step: Step, _ store: borrowing Store) throws {
    let screen = try store.run(["case", number], asOf: step.day).output
    let next = step.duties.first.map { "(\($0))" } ?? "Nichts; es ist nichts offen."
    let front = screen.split(separator: "Als Nächstes").last?.split(separator: "Danach").first ?? ""
    #expect(front.contains(next), "\(step.day): \(screen)")
  }

  /// The ids of the duties in a view as JSON, in their order.
  static func duties(_ json: String) -> [String] {
    guard let list = json.firstMatch(of: /"duties": \[((?:.|\n)*?)\n  \]/) else { return [] }
    return list.1.matches(of: /"id": "([^"]+)"/).map { String($0.1) }
  }

  /// Deletes what is due; the status, nil when nothing is.
  static func purged(_ store: borrowing Store, on day: String) throws -> Int32? {
    let list = try store.run(["retention", "purge", "--confirm-clock"], asOf: day)
    guard let code = list.output.firstMatch(of: /--code ([0-9A-Z-]+)/) else { return nil }
    return try store.run(["retention", "purge", "--code", String(code.1), "--confirm-clock"], asOf: day).status
  }
}

/// What is asked in a conversation, and what must not be.
extension Life {
  /// Enter at every question.
  static let enters = String(repeating: "\n", count: 60)

  /// What the case tells about the family, once it is written down.
  static let knownByNote: Set<String> = [
    "Vorgangsnummer", "Notiz Nr.", "Fachkraft", "Beratungsform", "Erstkontakt", "Stadtbezirk (Wohnort)", "Ratsuchende",
    "Kind(er)", "Zugangsweg", "Familie stimmt zu am", "Vom Sozialen Dienst vermittelt am",
  ]

  /// What the case tells a letter.
  static let knownByLetter: Set<String> = [
    "Datum", "Schweigepflichtentbindung Nr.", "Fachkraft des Sozialen Dienstes", "Absender", "Ihre Vermittlung vom",
    "Familie, Kind(er)", "Kontakt von", "Kontakt bis",
  ]

  /// What was asked, without marks and what stood in brackets.
  static func prompts(of run: Run) -> Set<String> {
    Set(
      run.errors.split(separator: "\n").filter { $0.hasSuffix(":") || $0.contains("]: ") || $0.hasSuffix("]:") }.map {
        String($0.split(separator: " [").first ?? "").replacing(" (Pflicht)", with: "").replacing(/:$/, with: "")
      })
  }
}

/// Papers that the lives are made of.
extension Life {
  /// A note, with values as JSON beside or instead of the usual ones.
  static func note(_ number: String, _ day: String, _ values: [String: String]) -> Paper {
    var all = [
      "form": "\"gespraechsnotiz\"", "version": "\"1\"", "vorgangsnummer": "\"\(number)\"", "datum": "\"\(day)\"",
      "fachkraft": "{\"name\": \"Jörg Weißhaupt\"}", "beratungsform": "\"namentlich\"", "kontaktart": "\"telefon\"",
      "kontakt_zustande": "true", "erstkontakt": "false",
      "stadtbezirk": "\"\(number.dropFirst(4).prefix(1))\"",
      "ratsuchende": "[{\"vorname\": \"Derya\", \"nachname\": \"Aksoy\", \"telefon\": \"0171 3920012\"}]",
      "kinder": "[{\"vorname\": \"Efe\", \"nachname\": \"Aksoy\", \"geburtsdatum\": \"2022-05-03\"}]",
      "unterlagen_kopiert": "false", "kwg_anhaltspunkte": "false", "fallstatus": "\"laufend\"",
    ]
    if values["kontakt_zustande"] != "false" {
      all.merge([
        "anlass": "\"Fragen zum Alltag\"", "themen": "[\"alltag\"]", "hauptthema": "\"alltag\"",
        "inhalt": "\"Gespräch am Telefon.\"",
      ]) { $1 }
    }
    all.merge(values) { $1 }
    return made("notiz-\(all["notiz_nr"] ?? "")", all)
  }

  /// A Kita's report, with what the social service says of its receipt.
  static func report(_ number: String, received: String?) -> Paper {
    var all = [
      "form": "\"kwg-meldebogen\"", "version": "\"1\"", "id": "\"m-1\"", "vorgangsnummer": "\"\(number)\"",
      "meldedatum": "\"2025-03-04\"", "meldende_stelle": "\"kita\"", "kategorien": "[\"vernachlaessigung\"]",
      "kinder": "[{\"vorname\": \"Efe\", \"nachname\": \"Aksoy\"}]",
    ]
    all["empfang"] = received
    return made("meldung", all)
  }

  private static func made(_ name: String, _ values: [String: String]) -> Paper {
    let members = values.sorted { $0.key < $1.key }.map { "  \"\($0.key)\": \($0.value)" }
    return .made(name: name + ".json", json: "{\n" + members.joined(separator: ",\n") + "\n}\n")
  }
}
