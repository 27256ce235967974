import FormModel
import Paperwork
import Testing

/// What a town counts of an invented service, against a count that knows neither forms nor expressions.
struct TownCountTests {
  /// A step of an own generator: the same service on every machine.
  private struct Chance {
    var state: UInt64 = 42
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  /// One contact of the invented service.
  private struct Contact {
    var family = 0
    var number = 1
    var kind = 0
    var month = 1
    var day = 1
    var minutes = 0
    var place = 0
    var worker = 0
    var hasHappened = true
    var children = 1
    var referrals = 0

    var isoDay: String { "2025-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
  }

  private static let workers = ["Jörg Weißhaupt", "Mareike Töpfer"]

  /// Families with one to five contacts in the year, each with a worker of their own.
  private static func service() -> [Contact] {
    var chance = Chance()
    return (1...40).flatMap { family -> [Contact] in
      var contact = Contact(family: family, children: 1 + chance.below(2))
      contact.worker = chance.below(2)
      contact.kind = chance.below(3)
      contact.place = chance.below(3)
      contact.month = 1 + chance.below(6)
      return (1...(contact.kind == 0 ? 1 + chance.below(2) : 1 + chance.below(5))).map { number in
        contact.number = number
        contact.month = min(12, contact.month + chance.below(3))
        contact.day = min(28, number * 5 + chance.below(3))
        contact.minutes = 15 * (1 + chance.below(6))
        contact.hasHappened = chance.below(6) > 0
        contact.referrals = chance.below(3) == 0 ? 1 : 0
        // From guiding to advice as a process, never back.
        if contact.kind == 1, number > 2 { contact.kind = 2 }
        return contact
      }
    }
  }

  private func note(_ contact: Contact, _ more: String) throws -> RawValue {
    let children = (1...contact.children).map {
      #"{"vorname": "Kind\#($0)", "nachname": "Familie\#(contact.family)", "geburtsdatum": "2022-0\#($0)-11", "betreuungsform": "\#(contact.family % 3 == 0 ? "keine" : "kita")"}"#
    }
    let referrals = (0..<contact.referrals).map { _ in #"{"ziel": "jobcenter", "art": "vermittelt", "weg": "direkt"}"# }
    let text = """
      {"form": "gespraechsnotiz", "notiz_nr": \(contact.number), "datum": "\(contact.isoDay)",
      "dauer_min": \(contact.minutes), "fachkraft": {"name": "\(Self.workers[contact.worker])"},
      "beratungsform": "namentlich", "kontaktart": "buero", "kontakt_zustande": "\(contact.hasHappened ? "ja" : "nein")",
      "ratsuchende": [{"vorname": "Elternteil", "nachname": "Familie\(contact.family)", "telefon": "0171 3920012"}],
      "kinder": [\(children.joined(separator: ", "))], "vermittlungen": [\(referrals.joined(separator: ", "))],
      "themen": ["\(contact.family % 2 == 0 ? "erziehung" : "wohnen")"], \(more)}
      """
    return try RecordReader.raw(Array(text.utf8))
  }

  /// The figures of a sheet that is counted from papers.
  private func count(_ town: String, _ form: String, _ papers: [RawValue], _ period: String, _ set: [String]) throws
    -> Record
  {
    let library = try Towns.library(town)
    let day = try #require(Day(iso: "2026-02-15"))
    let definition = try Repository.form(form, in: library)
    let plan = CountingPlan(for: definition, library: library, day: day)
    var reader = RecordReader(library: library, day: day)
    let reduced = try papers.map { try plan.reduce(try reader.record(from: $0).record) }
    var filling = Filling(form: definition, library: library, day: day)
    try filling.set(try #require(CountedPeriod(period)))
    for one in set { try filling.set(one) }
    return try filling.count(reduced, plan).record
  }

  @Test(arguments: [nil, 0, 1]) func `Dortmund counts its kinds of advice as a plain count does`(_ worker: Int?) throws
  {
    let kinds = ["kurzberatung", "lotsendienst", "familienberatung"]
    let places = ["hafen", "borsig", "aufgesucht"]
    let service = Self.service()
    let notes = try service.map { contact in
      let number = contact.kind == 0 ? "" : #", "vorgangsnummer": "KSD-inn-2025-\#(1000 + contact.family)""#
      return try note(
        contact, #""beratungsart": "\#(kinds[contact.kind])", "ankerstandort": "\#(places[contact.place])"\#(number)"#)
    }
    let area = worker.map { ["ebene=fachkraft", "fachkraft/name=\(Self.workers[$0])"] } ?? ["ebene=gesamtstadt"]
    let sheet = try count("dortmund", "statistik-beratungsart", notes, "2025-Q2", area)
    let happened = service.filter { $0.hasHappened && (worker == nil || $0.worker == worker) }
    let counted = happened.filter { (4...6).contains($0.month) }
    var latest: [Int: Contact] = [:]
    for contact in counted where (latest[contact.family]?.number ?? 0) < contact.number {
      latest[contact.family] = contact
    }
    for (kind, name) in kinds.enumerated() {
      let families = latest.values.filter { $0.kind == kind }
      let children = families.map(\.children).reduce(0, +)
      let without = families.filter { $0.family % 3 == 0 }.map(\.children).reduce(0, +)
      #expect(sheet.root.value("b_\(name)") == "\(counted.count { $0.kind == kind })")
      #expect(sheet.root.value("f_\(name)") == "\(families.count)")
      #expect(sheet.root.value("k_\(name)") == "\(children)")
      #expect(sheet.root.value("o_\(name)") == "\(without)")
    }
    let guided = Set(service.filter { $0.hasHappened && $0.kind == 1 && $0.month <= 6 }.map(\.family))
    #expect(
      sheet.root.value("u_familienberatung") == "\(latest.values.count { $0.kind == 2 && guided.contains($0.family) })")
    #expect(
      sheet.root.value("v_lotsendienst") == "\(counted.filter { $0.kind == 1 }.map(\.referrals).reduce(0, +))")
    for (place, name) in places.enumerated() {
      #expect(sheet.root.value("a_\(name)") == "\(counted.count { $0.place == place })")
    }
    #expect(counted.count > 5)
  }

  @Test func `Mayen-Koblenz counts each Kita by dimension and hours, and the district out of its Kitas`() throws {
    let dimensions = ["fallspezifisch", "falluebergreifend", "fallunspezifisch"]
    let kitas = ["Kita Rheinkiesel", "Kita Burgblick", "Kita Kirschgarten"]
    let visits: [(kind: String, dimension: Int)] = [("gruppe", 1), ("sozialraum", 2), ("fallberatung", 0)]
    let service = Self.service()
    var papers = try service.map { contact in
      try note(
        contact,
        #""arbeitsdimension": "\#(dimensions[contact.kind])", "einsatz_kita": "\#(kitas[contact.place])", "vorgangsnummer": "KSM-4-2025-\#(1000 + contact.family)""#
      )
    }
    for kita in kitas {
      let lines = visits.enumerated().map { index, visit in
        #"{"datum": "2025-0\#(3 + index)-04", "art": "\#(visit.kind)", "ort": "\#(kita)", "stunden": \#(index + 1).25}"#
      }
      let text = """
        {"form": "besuch", "datum": "2025-06-30", "fachkraft": {"name": "Mareike Töpfer"},
        "termine": [\(lines.joined(separator: ", "))]}
        """
      papers.append(try RecordReader.raw(Array(text.utf8)))
    }
    var reports: [RawValue] = []
    var whole = [0, 0, 0]
    for (index, kita) in kitas.enumerated() {
      let mine = service.filter { $0.hasHappened && $0.place == index }
      let sheet = try count(
        "mayen-koblenz", "sachbericht", papers, "2025",
        [
          "kita=\(kita)", "kita_nr=KITA-4-00\(index + 1)", "sozialraum=4", "traeger=Träger",
          "fachkraft/name=Mareike Töpfer",
          "anstellungstraeger=t0\(index + 1)", "wochenstunden=9.75", "budget=1000.5",
        ])
      for (number, name) in dimensions.enumerated() {
        let contacts = mine.filter { $0.kind == number }
        whole[number] += contacts.count
        // In hundredths, as the notes give them: a contact is a multiple of a quarter of an hour.
        let hundredths =
          contacts.map { $0.minutes * 100 / 60 }.reduce(0, +) + (number == 0 ? 325 : number == 1 ? 125 : 225)
        #expect(sheet.root.value("g_\(name)") == "\(contacts.count)")
        #expect(sheet.root.value("t_\(name)") == "1")
        #expect(sheet.root.value("s_\(name)").flatMap(Double.init) == Double(hundredths) / 100)
      }
      #expect(sheet.root.value("familien") == "\(Set(mine.map(\.family)).count)")
      #expect(sheet.root.value("h_erziehung") == "\(mine.count { $0.family % 2 == 0 })")
      #expect(sheet.root.value("vermittlungen") == "\(mine.map(\.referrals).reduce(0, +))")
      reports.append(try RecordReader.raw(Array(sheet.xml())))
    }
    let district = try count("mayen-koblenz", "jahresstatistik", reports, "2025", [])
    for (number, name) in dimensions.enumerated() { #expect(district.root.value("g_\(name)") == "\(whole[number])") }
    #expect(district.root.value("kitas") == "3" && district.root.value("traeger") == "3")
    #expect(district.root.value("fachkraefte") == "1")
    #expect(district.root.value("wochenstunden") == "29.25" && district.root.value("budget") == "3001.5")
    #expect(
      district.root.value("k_4") == "3" && district.root.value("w_4") == "29.25" && district.root.value("k_1") == "0")
  }

  @Test func `Gelsenkirchen counts its own families apart from those it passes on`() throws {
    let service = Self.service()
    var papers = try service.map { contact in
      let kita = contact.place == 0 ? "Kita Ruhrwiese" : "Kita Sonnenhügel"
      return try note(contact, #""kita": "\#(kita)", "vorgangsnummer": "KSG-son-2025-\#(100 + contact.family)""#)
    }
    papers += try ["2025-03-04", "2025-09-02"].map {
      try Towns.example("gelsenkirchen", "weiterleitung", ["datum=\($0)"])
    }
    papers.append(try Towns.example("gelsenkirchen", "kinderschutz-team", ["datum=2025-05-05"]))
    let sheet = try count("gelsenkirchen", "pluskita-nachweis", papers, "2024/25", [])
    let counted = service.filter { $0.hasHappened && $0.month <= 7 }
    #expect(sheet.root.value("gespraeche") == "\(counted.count)")
    #expect(sheet.root.value("eigene") == "\(counted.count { $0.place != 0 })")
    #expect(sheet.root.value("familien") == "\(Set(counted.map(\.family)).count)")
    #expect(sheet.root.value("weiterleitungen") == "1" && sheet.root.value("teamberatungen") == "1")
  }

  @Test func `KeKiz counts children by the age groups of its sheet of key figures`() throws {
    var contact = Contact(family: 1, month: 10, day: 7, children: 2)
    contact.hasHappened = true
    let older = try note(contact, #""vorgangsnummer": "KSA-2-2025-1001", "erstkontakt": "ja", "stadtbezirk": "2""#)
    let papers = [try Towns.example("kekiz", "gespraechsnotiz-begruessungsteam"), older]
    let sheet = try count("kekiz", "statistik-teil2", papers, "2025-Q4", ["ebene=gesamtstadt"])
    #expect(sheet.root.value("c_u3_keine") == "1" && sheet.root.value("c_u6_kita") == "2")
    #expect(sheet.root.value("c_u1_keine") == nil && sheet.root.value("c_summe") == "3")
    #expect(sheet.root.value("b_begruessung") == "1")
  }
}
