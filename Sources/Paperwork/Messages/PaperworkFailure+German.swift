internal import FormModel

extension PaperworkFailure {
  /// What happened and what to do, in German, each line with its code; never a piece of a record's content.
  public var german: [String] {
    switch self {
    case .file(let failure): ["[\(failure.code.rawValue)] " + failure.german]
    case .declarations(let found), .template(let found): found.mistakes.map(\.german)
    case .noTemplate(let form):
      ["[VORLAGE-FEHLT] Für das Formular ›\(form)‹ gibt es keine Vorlage im Ordner Templates."]
    case .unknownForm(let name, let nearest):
      [
        "[FORM-UNBEKANNT] Das Formular ›\(name.prefix(60))‹ gibt es nicht."
          + (nearest.map { " Meinten Sie ›\($0)‹?" } ?? " Die Liste zeigt: kiso forms")
      ]
    case .record(let failure): ["[\(failure.code.rawValue)] " + failure.german]
    case .document(let failure): ["[\(failure.underlying ?? failure.code.rawValue)] " + failure.german]
    case .noRecord:
      [
        "[ODF-OHNE-DATEN] Das Dokument enthält keine Daten von kiso. Gelesen werden Dokumente, die mit kiso erzeugt wurden."
      ]
    case .notFinal(let findings): findings.map(\.german)
    }
  }
}

extension RecordFailure {
  /// What is wrong with a text that should be a record.
  var german: String {
    let place =
      switch (line, column) {
      case (0, _): ""
      case (let line, 0): " (Zeile \(line))"
      case (let line, let column): " (Zeile \(line), Spalte \(column))"
      }
    return switch code {
    case .json: "Die Angaben sind kein gültiges JSON\(place). Bitte an dieser Stelle prüfen."
    case .duplicate: "Ein Name steht in den Angaben zweimal\(place). Bitte einen davon löschen."
    case .xml: "Die Angaben sind kein gültiges XML\(place). Bitte an dieser Stelle prüfen."
    case .shape:
      "Das sind keine Angaben zu einem Formular\(place). Erwartet wird ein JSON-Objekt oder ein Element <record>."
    case .unknownForm: "In den Angaben fehlt, zu welchem Formular sie gehören (\"form\")."
    case .empty: "Die Eingabe ist leer."
    }
  }
}
