public import Files

extension FileFailure {
  /// What the file system refused, with the path the user gave.
  public var german: String {
    let name = path == "-" ? "die Ein- oder Ausgabe" : "›\(path)‹"
    return switch code {
    case .noSuchFile: "Die Datei \(name) gibt es nicht."
    case .noAccess: "Auf \(name) darf nicht zugegriffen werden."
    case .isDirectory: "\(capital(name)) ist ein Ordner, erwartet wird eine Datei."
    case .notDirectory: "\(capital(name)) ist kein Ordner."
    case .tooLarge: "\(capital(name)) ist zu groß."
    case .badPath: "Der Name \(name) ist als Dateiname nicht möglich."
    case .cannotCreate:
      "\(capital(name)) kann nicht angelegt oder ersetzt werden. Gibt es den Ordner, und darf dort geschrieben werden?"
    case .storageFull:
      "Der Speicher ist voll; \(name) wurde nicht geschrieben. Eine vorhandene Datei ist unverändert."
    case .inputOutput: "Beim Lesen oder Schreiben von \(name) ist ein Fehler aufgetreten."
    }
  }

  private func capital(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
