import FormModel

/// Valid notes that tests change at one place.
enum Sample: String, Sendable {
  /// A contact with a family: one adult, one child, copies, agreements, referrals; still running.
  case named
  /// Anonymous advice to a Kita.
  case anonymous
  /// A support that has ended.
  case ended
  /// A Kita's report of danger to two children, with nothing missing.
  case report
  /// The confirmation of its receipt.
  case receipt

  /// The id of the form.
  var form: String {
    switch self {
    case .named, .anonymous, .ended: "gespraechsnotiz"
    case .report: "kwg-meldebogen"
    case .receipt: "kwg-eingang"
    }
  }

  /// The note before it is held against its form.
  func raw() throws -> RawValue {
    let text =
      switch self {
      case .named, .ended: Self.namedText
      case .anonymous: Self.anonymousText
      case .report: String(decoding: try Repository.bytes("Examples/kwg-meldebogen-kita.json"), as: UTF8.self)
      case .receipt: String(decoding: try Repository.bytes("Examples/kwg-eingang-kita.json"), as: UTF8.self)
      }
    let raw = try RecordReader.raw(Array(text.utf8))
    guard self == .ended else { return raw }
    return raw.edited(["fallstatus=beendet", "beendet_am=2025-10-10", "beendigungsgrund=ziel_erreicht"])
  }

  private static let namedText = """
    {
      "form": "gespraechsnotiz", "vorgangsnummer": "KSA-2-2025-0147", "notiz_nr": 2, "datum": "2025-10-08",
      "uhrzeit_von": "09:00", "uhrzeit_bis": "10:00",
      "fachkraft": { "name": "Jörg Weißhaupt", "funktion": "Kita-Sozialarbeiter", "stadtbezirk": "2" },
      "beratungsform": "namentlich", "kontaktart": "buero", "kontakt_zustande": true, "erstkontakt": false,
      "stadtbezirk": "2", "ortsteil": "25",
      "ratsuchende": [
        { "vorname": "Ayşegül", "nachname": "Çağlayan", "telefon": "0171 3920012", "beziehung": "mutter" }
      ],
      "kinder": [
        { "vorname": "İlkay", "nachname": "Çağlayan", "geburtsdatum": "2021-05-03", "betreuungsform": "kita" }
      ],
      "sorgerecht": "gemeinsam", "zugangsweg": "selbst", "phase": "1", "keine_hilfen": true,
      "information_datenschutz_am": "2025-09-09",
      "anlass": "Geld für den Ausflug fehlt", "themen": ["behoerde", "but"], "hauptthema": "behoerde",
      "inhalt": "Der Antrag ist besprochen.",
      "vereinbarungen": [{ "wer": "Familie", "was": "bringt den Bescheid mit", "bis": "2025-10-16" }],
      "vermittlungen": [{ "ziel": "but_stelle", "art": "vermittelt", "weg": "direkt" }],
      "unterlagen_kopiert": true,
      "unterlagen": [
        { "bezeichnung": "Bescheid", "seiten": 4, "kopiert_am": "2025-10-08", "vernichtet_am": "2025-10-09" }
      ],
      "spe_ids": ["KSA-2-2025-0147-SPE-01"],
      "kwg_anhaltspunkte": false, "fallstatus": "laufend", "naechster_termin": "2025-10-16T10:00",
      "handzeichen": { "name": "Jörg Weißhaupt", "ort": "Bochum", "datum": "2025-10-08", "geleistet": true }
    }
    """

  private static let anonymousText = """
    {
      "form": "gespraechsnotiz", "datum": "2025-10-07", "fachkraft": { "name": "Mareike Töpfer" },
      "beratungsform": "anonym_institution", "kontaktart": "telefon", "kontakt_zustande": true,
      "erstkontakt": false, "stadtbezirk": "6",
      "kind_angaben_anonym": [{ "alter_jahre": 4, "betreuungsform": "kita" }],
      "kita": "Kita Ruhrkiesel", "beteiligte": [{ "rolle": "kita_leitung", "name": "Herr Szczepański" }],
      "themen": ["entwicklung"], "hauptthema": "entwicklung", "inhalt": "Empfehlung: gemeinsames Gespräch.",
      "vereinbarungen": [{ "wer": "Kita", "was": "lädt zum Gespräch ein" }],
      "unterlagen_kopiert": false, "kwg_anhaltspunkte": false, "fallstatus": "laufend"
    }
    """
}
