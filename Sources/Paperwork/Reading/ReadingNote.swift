internal import FormModel

/// What a person must look at before a value is taken for certain.
enum ReadingNote: Equatable {
  /// Its place is gone, and the text there was read.
  case replaced
  /// Its place is gone; whether there is a value it was issued with.
  case lost(isKept: Bool)
  case doubled
  case restOfPrompt
  case ambiguous(String)
  case beside
  case uncertainTick

  private static let lostID = "W-LESEN-02"

  /// One sentence for several fields whose places are gone for the same reason.
  static func lost(_ places: [String], isKept: Bool) -> Finding {
    Finding(
      id: lostID, strength: .warning, path: "", place: "Dokument",
      message: "\(places.count) Eingabefelder fehlen im Dokument: \(ReadingFindings.list(places)); "
        + (isKept ? "übernommen wurden die Werte, wie sie ausgestellt wurden." : "Werte sind nicht bekannt."),
      remedy: isKept ? "Bitte prüfen und die Werte selbst eintragen." : "Bitte selbst eintragen, was dort stand.")
  }

  /// The finding at a field.
  func finding(path: String, place: String) -> Finding {
    func warning(_ id: String, _ message: String, _ remedy: String) -> Finding {
      Finding(id: id, strength: .warning, path: path, place: place, message: message, remedy: remedy)
    }
    return switch self {
    case .replaced:
      warning(
        Self.lostID, "Das Eingabefeld ›\(place)‹ fehlt; gelesen wurde der Text, der an seiner Stelle steht.",
        "Bitte prüfen und den Wert selbst eintragen.")
    case .lost(let isKept):
      warning(
        Self.lostID,
        isKept
          ? "Das Eingabefeld ›\(place)‹ fehlt im Dokument; übernommen wurde der Wert, wie er ausgestellt wurde."
          : "Das Eingabefeld ›\(place)‹ fehlt im Dokument; ein Wert ist nicht bekannt.",
        "Bitte prüfen und den Wert selbst eintragen.")
    case .doubled:
      warning(
        "W-LESEN-03", "Das Eingabefeld ›\(place)‹ steht mehrmals im Dokument.",
        "Bitte prüfen, welcher Wert gilt.")
    case .restOfPrompt:
      warning(
        "W-LESEN-11", "In ›\(place)‹ blieb vielleicht ein Rest des Eingabehinweises stehen.",
        "Bitte die Zeichen ‹ und › entfernen.")
    case .ambiguous(let shown):
      warning(
        "W-LESEN-12", "Bei ›\(place)‹ sind mehrere Angaben angekreuzt (\(shown)); es gibt nur eine.",
        "Bitte eintragen, welche gilt.")
    case .beside:
      warning(
        "W-LESEN-13", "Der Wert von ›\(place)‹ stand neben dem Eingabefeld und wurde von dort gelesen.",
        "Bitte prüfen.")
    case .uncertainTick:
      warning(
        "W-LESEN-14", "Bei ›\(place)‹ ist nicht zu erkennen, was angekreuzt ist; der Text wurde übernommen.",
        "Bitte eintragen, was gilt.")
    }
  }
}
