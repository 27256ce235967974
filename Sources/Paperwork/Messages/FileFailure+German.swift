public import Files

extension FileFailure {
  /// What the file system refused, with the path the user gave.
  public var german: String {
    guard path != "-" else { return stream }
    let name = "›\(path)‹"
    return switch code {
    case .noSuchFile: "Die Datei \(name) gibt es nicht."
    case .noAccess: "Auf \(name) darf nicht zugegriffen werden."
    case .isDirectory: "\(name) ist ein Ordner, erwartet wird eine Datei."
    case .notDirectory: "\(name) ist kein Ordner."
    case .tooLarge: "\(name) ist zu groß."
    case .badPath: "Der Name \(name) ist als Dateiname nicht möglich."
    case .cannotCreate:
      "\(name) kann nicht angelegt oder ersetzt werden. Gibt es den Ordner, und darf dort geschrieben werden?"
    case .storageFull:
      "Der Speicher ist voll; \(name) wurde nicht geschrieben. Eine vorhandene Datei ist unverändert."
    case .inputOutput: "Beim Lesen oder Schreiben von \(name) ist ein Fehler aufgetreten."
    }
  }

  /// What a standard stream refused; it has no name and no folder.
  private var stream: String {
    switch code {
    case .tooLarge: "Die Eingabe ist zu groß."
    case .isDirectory: "Die Eingabe ist ein Ordner, erwartet wird eine Datei."
    case .storageFull: "Der Speicher ist voll; die Ausgabe ist unvollständig."
    case .noSuchFile, .noAccess, .notDirectory, .badPath, .cannotCreate, .inputOutput:
      "Von der Standardeingabe kann nicht gelesen oder auf die Standardausgabe nicht geschrieben werden."
    }
  }
}
