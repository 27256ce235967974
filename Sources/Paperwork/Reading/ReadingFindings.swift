internal import FormModel

/// What is to be said about a page that was read back, beyond what its fields say themselves.
struct ReadingFindings {
  let form: FormDefinition

  /// What is said: about lists and tables first, then about texts and single values.
  ///
  /// `deleted` are the instances of lists that are gone, `lostTables` the tables with the instances that went with them.
  func findings(
    readings: [FieldReading], changes: [TextChange], deleted: Set<String>,
    lostTables: [(place: String, instances: [String])]
  ) -> [Finding] {
    // An empty row that went is nothing to speak of.
    let filled = Set(
      deleted.filter { instance in
        readings.contains { $0.path == instance || $0.path.hasPrefix(instance + "/") }
      })
    var result = lostTables.map { table($0.place, $0.instances.filter(filled.contains)) }
    let told = Set(lostTables.flatMap(\.instances))
    let rest = filled.subtracting(told)
    if !rest.isEmpty { result.append(entries(rest)) }
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
            + Self.list(uncertain.map(\.place)) + ".",
          remedy: "Bitte diese Felder prüfen."))
    }
    return result
  }

  /// A table of which nothing is left, and the entries that stood in it.
  private func table(_ place: String, _ instances: [String]) -> Finding {
    Finding(
      id: "W-LESEN-15", strength: .warning, path: instances.first ?? "", place: place,
      message: "Die \(place) fehlt im Dokument"
        + (instances.isEmpty ? "." : ", mit ihr \(words(instances)); nichts davon wurde übernommen."),
      remedy: Self.wasItMeant)
  }

  /// Entries of lists whose rows are gone.
  private func entries(_ instances: Set<String>) -> Finding {
    let sorted = instances.sorted { (Self.group($0), Self.number($0)) < (Self.group($1), Self.number($1)) }
    return Finding(
      id: "W-LESEN-15", strength: .warning, path: sorted.first ?? "", place: "Dokument",
      message: "Im Dokument \(sorted.count == 1 ? "fehlt" : "fehlen") \(words(sorted)); "
        + "übernommen wurde \(sorted.count == 1 ? "er" : "nichts davon")\(sorted.count == 1 ? " nicht." : ".")",
      remedy: Self.wasItMeant)
  }

  private static let wasItMeant = "Wenn das kein Versehen ist, ist nichts zu tun; sonst bitte wieder eintragen."

  /// „der Eintrag ›Vereinbarungen 2‹“, „die Einträge …“.
  private func words(_ instances: [String]) -> String {
    let places = instances.map { form.item(at: $0)?.place ?? $0 }
    return (places.count == 1 ? "der Eintrag " : "die Einträge ") + Self.list(places)
  }

  private static func group(_ instance: String) -> String { InputLayout.withoutNumber(instance) }

  private static func number(_ instance: String) -> Int {
    instance.lastIndex(of: "[").flatMap { Int(instance[instance.index(after: $0)...].dropLast()) } ?? 0
  }

  /// Places as a finding names them: the first twelve, and how many more there are.
  static func list(_ places: [String]) -> String {
    places.prefix(12).map { "›\($0)‹" }.joined(separator: ", ")
      + (places.count > 12 ? " und \(places.count - 12) weitere" : "")
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
