internal import FormModel
internal import OpenDocument

extension DocumentWarning {
  /// What a person should know of a document, as a finding whose id is the stable code.
  ///
  /// What could act, hide something or tell more than the page shows is a warning; a peculiarity of the file is a
  /// hint. Names inside the file are not shown: whoever made it chose them.
  var finding: Finding {
    Finding(
      id: code.rawValue, strength: strength, path: "", place: "Dokument", message: message + places,
      remedy: remedy)
  }

  private var strength: Finding.Strength {
    switch code {
    case .macros, .eventListener, .formEventListener, .externalImage, .linkedSection, .externalReference,
      .embeddedObject, .oleObject, .database, .activeContent, .trackedChanges, .annotations, .hiddenText,
      .unlisted:
      .warning
    case .mimetypeLate, .mimetypePacked, .listedMissing, .listedTwice, .manifestDoctype, .hyperlink, .signature:
      .hint
    }
  }

  /// How often it occurs and where first, such as „3-mal, zuerst content.xml, Zeile 2“ in brackets.
  private var places: String {
    let known = ["content.xml", "styles.xml", "meta.xml", "settings.xml"]
    var words = count > 1 ? ["\(count)-mal"] : []
    if line > 0 {
      let part = part.flatMap { known.contains($0) ? $0 + ", " : nil } ?? ""
      words.append((count > 1 ? "zuerst " : "") + part + "Zeile \(line)")
    }
    return words.isEmpty ? "." : " (\(words.joined(separator: ", ")))."
  }

  private var message: String {
    switch code {
    case .macros: "Das Dokument enthält Makros; sie wurden nicht ausgeführt"
    case .eventListener: "Das Dokument enthält Befehle, die bei einem Ereignis laufen; sie wurden nicht ausgeführt"
    case .formEventListener:
      "Ein Formularfeld des Dokuments enthält Befehle; sie wurden nicht ausgeführt"
    case .externalImage: "Das Dokument holt ein Bild von außen; es wurde nicht geladen"
    case .linkedSection:
      "Ein Bereich des Dokuments stammt aus einer anderen Datei; sie wurde nicht geöffnet"
    case .externalReference: "Das Dokument verweist auf etwas außerhalb; es wurde nicht geöffnet"
    case .embeddedObject: "Das Dokument enthält ein eingebettetes Dokument; es wurde nicht gelesen"
    case .oleObject:
      "Das Dokument enthält ein Objekt eines anderen Programms (OLE); es wurde nicht geöffnet"
    case .database: "Das Dokument enthält oder benutzt eine Datenbank; sie wurde nicht geöffnet"
    case .activeContent: "Das Dokument enthält ein Zusatzprogramm oder einen Rahmen mit einer anderen Seite"
    case .trackedChanges: "Im Dokument sind Änderungen aufgezeichnet; Gelöschtes steht noch in der Datei"
    case .annotations: "Am Rand des Dokuments stehen Kommentare; sie wurden nicht gelesen"
    case .hiddenText: "Das Dokument enthält verborgenen Text; er wurde nicht gelesen"
    case .unlisted: "Die Datei enthält etwas, das nicht zum Dokument gehört; es wurde nicht gelesen"
    case .hyperlink: "Das Dokument enthält Verweise nach außen"
    case .mimetypeLate: "Die Angabe der Dokumentart steht nicht am Anfang der Datei"
    case .mimetypePacked: "Die Angabe der Dokumentart ist gepackt"
    case .listedMissing: "Ein Teil, den das Verzeichnis des Dokuments nennt, fehlt"
    case .listedTwice: "Ein Teil steht im Verzeichnis des Dokuments zweimal"
    case .manifestDoctype: "Das Verzeichnis des Dokuments hat eine alte DOCTYPE-Angabe; sie blieb ungelesen"
    case .signature: "Das Dokument ist digital unterschrieben; die Unterschrift wurde nicht geprüft"
    }
  }

  private var remedy: String {
    switch code {
    case .macros, .eventListener, .formEventListener, .activeContent, .oleObject, .database, .unlisted:
      "Bitte nur in LibreOffice öffnen, wenn Sie wissen, von wem es kommt."
    case .externalImage, .linkedSection, .externalReference:
      "Was dort steht, fehlt hier; bitte im Dokument nachsehen."
    case .embeddedObject, .annotations, .hiddenText: "Bitte im Dokument nachsehen, ob dort etwas Wichtiges steht."
    case .trackedChanges: "Bitte in LibreOffice annehmen oder verwerfen, bevor Sie es weitergeben."
    case .hyperlink, .mimetypeLate, .mimetypePacked, .listedMissing, .listedTwice, .manifestDoctype, .signature: ""
    }
  }
}
