internal import FormModel

/// What is to be said about a page that was read back, beyond what its fields say themselves.
struct ReadingFindings {
  let form: FormDefinition

  func findings(readings: [FieldReading], changes: [TextChange], census: CarrierCensus) -> [Finding] {
    var result: [Finding] = []
    for change in changes { result.append(Self.text(change)) }
    for reading in readings where reading.status == .contradictsRecord {
      result.append(
        Finding(
          id: "W-LESEN-05", strength: .warning, path: reading.path, place: reading.place,
          message: "›\(reading.place)‹ zeigt etwas anderes als die Daten im Dokument.",
          remedy: reading.value == nil
            ? "Der Wert konnte nicht übernommen werden; bitte selbst eintragen."
            : "Übernommen wurde, was auf der Seite steht; bitte prüfen."))
    }
    let uncertain = readings.filter { $0.source == .position && $0.status != .carrierLost }
    if !uncertain.isEmpty {
      result.append(
        Finding(
          id: "W-LESEN-06", strength: .warning, path: "", place: "Dokument",
          message:
            "An ihrer Stelle gelesen, weil der Name des Eingabefelds fehlt: "
            + uncertain.prefix(12).map { "›\($0.place)‹" }.joined(separator: ", ")
            + (uncertain.count > 12 ? " und \(uncertain.count - 12) weitere." : "."),
          remedy: "Bitte diese Felder prüfen."))
    }
    return result
  }

  private static func text(_ change: TextChange) -> Finding {
    let message =
      if change.issued.isEmpty, change.found.isEmpty {
        "Das Dokument wurde so stark verändert, dass sein fester Text nicht verglichen werden konnte."
      } else if change.issued.isEmpty {
        "\(change.place): Hier steht Text, der zu keinem Feld gehört."
      } else if change.found.isEmpty {
        "\(change.place): Fester Text fehlt."
      } else {
        "\(change.place): Fester Text wurde geändert."
      }
    return Finding(
      id: change.issued.isEmpty && !change.found.isEmpty ? "W-LESEN-08" : "W-LESEN-04", strength: .warning,
      path: change.paths.first ?? "", place: change.place, message: message,
      remedy: "Bitte mit kiso read --changes ansehen.")
  }
}
