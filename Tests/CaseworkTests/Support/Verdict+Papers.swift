import FormModel

/// The people, custody and revocations that the rows of the table name.
extension Verdict {
  struct Person {
    var first: String
    var last: String
    var role: String
    var day: String?
    var isBarred = false
    var isMinor = false

    init(
      _ first: String, _ last: String, _ role: String, _ day: String?, barred: Bool = false, minor: Bool = false
    ) {
      (self.first, self.last, self.role, self.day) = (first, last, role, day)
      (isBarred, isMinor) = (barred, minor)
    }

    var declared: RecordGroup {
      var group: RecordGroup = [
        "vorname": .value(first), "nachname": .value(last), "beziehung": .value(role),
      ]
      if isBarred { group.set("sorgeberechtigt", ["nein"]) }
      if isMinor { group.set("geburtsdatum", ["2008-05-01"]) }
      return group
    }

    var signature: RecordGroup {
      ["name": .value(first + " " + last), "datum": .value(day ?? ""), "geleistet": "ja"]
    }
  }

  private static func mother(_ day: String? = "2025-11-03", barred: Bool = false, minor: Bool = false) -> Person {
    Person("Annika", "von der Heydt", "mutter", day, barred: barred, minor: minor)
  }

  private static func father(_ day: String? = "2025-11-09", barred: Bool = false) -> Person {
    Person("Thành", "Nguyễn", "vater", day, barred: barred)
  }

  private static let curator = Person("Karin", "Pfleger", "ergaenzungspfleger", "2025-11-03")
  private static let grandmother = Person("Oma", "Heydt-Schulz", "grosseltern", "2025-11-09")

  static let people: [String: [Person]] = [
    "nobody": [mother(nil)], "M": [mother()], "V": [father()], "MV": [mother(), father()],
    "M-unsigned-V": [mother(), father(nil)], "M-twice": [mother(), mother()],
    "M-as-father": [mother(), Person("Annika", "von der Heydt", "vater", "2025-11-03")],
    "M-short": [mother(), Person("Annika Maria", "von der Heydt", "mutter", "2025-11-09")],
    "M-barred-V": [mother(), father(barred: true)], "barred-M-V": [mother(barred: true), father()],
    "barred-M": [mother(barred: true)], "P": [curator], "PM": [curator, mother("2025-11-09")],
    "PMV": [curator, mother(), father()], "W": [Person("Werner", "Vormund", "vormund", "2025-11-03")],
    "O": [Person("Oma", "Schulz", "grosseltern", "2025-11-03")], "MO": [mother(), grandmother],
    "minor-M": [mother(minor: true)], "minor-M-V": [mother(minor: true), father()],
    "M-V-later": [mother(), father("2025-11-22")], "M-future": [mother("2025-11-28")],
    "M-blank": [mother("2025-11-01")],
  ]

  static let custody: [String: [RecordGroup.Item]] = {
    func items(_ code: String, _ rest: (String, RecordContent)...) -> [RecordGroup.Item] {
      [RecordGroup.Item("sorgerecht", .value(code))] + rest.map { RecordGroup.Item($0.0, $0.1) }
    }
    let proof: (String, RecordContent) = ("sorge_nachweis", "beschluss")
    let word: (String, RecordContent) = ("sorge_nachweis", "eigene_angabe")
    let prevented: (String, RecordContent) = ("grund_einzelunterschrift", "verhindert")
    let reason: (String, RecordContent) = ("verhindert_grund", "Haft ohne Kontakt")
    return [
      "gemeinsam": items("gemeinsam"),
      "gemeinsam-verhindert": items("gemeinsam", prevented, reason, ("verhindert_seit", "2025-10-01")),
      "gemeinsam-verhindert-ohne-seit": items("gemeinsam", prevented, reason),
      "gemeinsam-verhindert-danach": items("gemeinsam", prevented, reason, ("verhindert_seit", "2025-11-15")),
      "gemeinsam-nicht-erreichbar": items("gemeinsam", ("grund_einzelunterschrift", "nicht_erreichbar")),
      "gemeinsam-alltag": items("gemeinsam", ("grund_einzelunterschrift", "alltag")),
      "allein_mutter": items("allein_mutter", word), "allein_vater": items("allein_vater", proof),
      "vormundschaft": items("vormundschaft", proof), "vormundschaft-eigene-angabe": items("vormundschaft", word),
      "teilentzug-pflegschaft": items("teilentzug", proof, ("sorge_bereich", "pflegschaft")),
      "teilentzug-eltern": items("teilentzug", proof, ("sorge_bereich", "eltern")),
      "teilentzug-mutter": items("teilentzug", proof, ("sorge_bereich", "mutter")),
      "teilentzug-vater": items("teilentzug", proof, ("sorge_bereich", "vater")),
      "teilentzug-beide": items("teilentzug", proof, ("sorge_bereich", "beide")),
      "teilentzug-ohne-bereich": items("teilentzug", proof),
      "ruht-mutter": items("ruht", ("sorge_ruht_von", "mutter"), proof),
      "ruht-vater": items("ruht", ("sorge_ruht_von", "vater"), proof), "ruht-ohne-angabe": items("ruht", proof),
      "ruht-eigene-angabe": items("ruht", ("sorge_ruht_von", "vater"), word), "ungeklaert": items("ungeklaert"),
      "nur-eigene": items("gemeinsam", ("nur_eigene_daten", "ja")),
    ]
  }()

  func sheet(_ name: String) throws -> Record {
    var root: RecordGroup = [
      "spe_id": "KSA-5-2025-0031-SPE-01", "person": Self.person(name.first ?? "M"),
      "kinder": ["vorname": "Mai-Linh", "namenszusatz": "von der", "nachname": "Heydt"],
      "umfang_widerruf": "teilweise", "datum": "2025-11-10", "eingegangen_am": "2025-11-10",
    ]
    func set(_ values: [String: RecordContent?]) {
      for (id, value) in values { root.set(id, value.map { [$0] } ?? []) }
    }
    switch String(name.drop { $0 != "-" }.dropFirst()) {
    case "ganz": set(["umfang_widerruf": "ganz"])
    case "ganz-am-tag": set(["umfang_widerruf": "ganz", "eingegangen_am": "2025-11-20"])
    case "ganz-danach": set(["umfang_widerruf": "ganz", "eingegangen_am": "2025-11-21"])
    case "kontaktstatus": set(["umfang": "kontaktstatus"])
    case "ergebnis": set(["umfang": "ergebnis"])
    case "schritte": set(["umfang": "schritte"])
    case "befunde": set(["umfang": "befunde"])
    case "nr1": set(["empfaenger_nr": "1"])
    case "nr2": set(["empfaenger_nr": "2"])
    case "nr7": set(["empfaenger_nr": "7"])
    case "name": set(["empfaenger": "Frau Kowalski-Brandt"])
    case "kita-genau": set(["empfaenger": "Kita Purzelbaum"])
    case "name-ungenau": set(["empfaenger": "Kowalski-Brandt"])
    case "sozialer-dienst": set(["empfaenger": "Sozialer Dienst"])
    case "kita-ungenau": set(["empfaenger": "die Kita"])
    case "nr1-ergebnis": set(["empfaenger_nr": "1", "umfang": "ergebnis"])
    case "teil-leer": break
    case "ohne-nummer": set(["spe_id": nil, "umfang_widerruf": "ganz"])
    case "ohne-nummer-teil": set(["spe_id": nil, "umfang": "schritte"])
    case "ohne-nummer-kind": set(["spe_id": nil, "umfang_widerruf": "ganz"])
    case "mit-nummer": set(["umfang": "schritte"])
    case "zweite": set(["spe_id": "KSA-5-2025-0031-SPE-02", "umfang_widerruf": "ganz"])
    case "unbekannt": set(["spe_id": "KSA-5-2025-0031-SPE-09", "umfang_widerruf": "ganz"])
    default: throw NoSuch(what: name)
    }
    // Another family altogether, unless the child is ours.
    if name == "fremd-ohne-nummer" || name == "fremd-unbekannt" {
      set(["kinder": ["vorname": "Noah", "nachname": "Weiß-Strauß"]])
    }
    return try Town.record("widerruf", root)
  }

  private static func person(_ letter: Character) -> RecordContent {
    switch letter {
    case "M": ["vorname": "Annika", "nachname": "von der Heydt"]
    case "V": ["vorname": "Thanh", "nachname": "Nguyen"]
    default: ["vorname": "Silke", "nachname": "Weiß-Strauß"]
    }
  }
}
