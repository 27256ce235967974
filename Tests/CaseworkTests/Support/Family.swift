import Casework
import FormModel
import Testing

/// A family's case, made of papers and looked at on a day.
enum Family {
  /// A note of the case, with further values.
  static func note(_ number: Int, _ day: String, _ rest: [(String, RecordContent)] = []) throws -> Record {
    var root: RecordGroup = [
      "vorgangsnummer": "KSA-5-2025-0031", "notiz_nr": .value(String(number)), "datum": .value(day),
      "fachkraft": ["name": "Mareike Töpfer"], "beratungsform": "namentlich", "kontaktart": "hausbesuch",
      "kontakt_zustande": "ja", "erstkontakt": number == 1 ? "ja" : "nein", "stadtbezirk": "5",
      "kinder": ["vorname": "Mai-Linh", "nachname": "von der Heydt"], "unterlagen_kopiert": "nein",
      "kwg_anhaltspunkte": "nein", "fallstatus": "laufend",
    ]
    for (id, content) in rest {
      if id == "vereinbarungen" || id == "unterlagen" {
        root.items.append(.init(id, content))
      } else {
        root.set(id, [content])
      }
    }
    return try Town.record("gespraechsnotiz", root)
  }

  static func file(_ records: [Record], on iso: String) throws -> EvaluatedCase {
    let day = try Town.day(iso)
    let library = try Town.library()
    guard let kind = library.caseKind(of: "KSA-5-2025-0031") else { throw NoSuch(what: "familie") }
    return EvaluatedCase(
      "KSA-5-2025-0031", kind: kind, papers: try records.map { try Town.evaluated($0, on: day) }, library: library,
      day: day)
  }

  static func ids(_ records: [Record], on iso: String) throws -> [String] {
    let file = try file(records, on: iso)
    let ids = file.duties.map(\.id)
    #expect(file.mistakes.isEmpty, "\(file.mistakes)")
    return ids
  }
}

/// What the service itself has to do, by its papers.
enum Service {
  static func ids(_ records: [Record], on iso: String) throws -> [String] {
    let library = try Town.library()
    let reader = CaseReader(KnownPapers(records, library: library), library: library, day: try Town.day(iso))
    guard let service = try reader.service() else { return [] }
    let ids = service.duties.map(\.id)
    #expect(service.mistakes.isEmpty, "\(service.mistakes)")
    return ids
  }
}
