internal import FormModel

/// What a person must look at before a value is taken for certain.
enum ReadingNote {
  case lost(isTaken: Bool)
  case doubled
  case restOfPrompt
  case ambiguous(String)
  case beside
  case uncertainTick

  /// The finding at a field.
  func finding(path: String, place: String) -> Finding {
    func warning(_ id: String, _ message: String, _ remedy: String) -> Finding {
      Finding(id: id, strength: .warning, path: path, place: place, message: message, remedy: remedy)
    }
    return switch self {
    case .lost(let isTaken):
      warning(
        "W-LESEN-02",
        isTaken
          ? "Das Eingabefeld ›\(place)‹ fehlt; gelesen wurde der Text, der an seiner Stelle steht."
          : "Das Eingabefeld ›\(place)‹ fehlt im Dokument; übernommen wurde der Wert, wie er ausgestellt wurde.",
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
