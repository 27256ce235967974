internal import FormModel
internal import XMLTree

extension PaperworkFailure {
  /// What happened and what to do, in German, each line with its code; never a piece of a record's content.
  public var german: [String] {
    switch self {
    case .file(let failure): ["[\(failure.code.rawValue)] " + failure.german]
    case .declarations(let found), .template(let found): found.mistakes.map(\.german)
    case .noTemplate(let form):
      ["[VORLAGE-FEHLT] Für das Formular ›\(form)‹ gibt es keine Vorlage im Ordner Templates."]
    case .noSheetTemplate(let form):
      ["Für das Formular ›\(form)‹ gibt es keine Tabelle (.ods). Bitte .odt oder .pdf nehmen."]
    case .unknownForm(let name, let nearest):
      [
        "[FORM-UNBEKANNT] Das Formular ›\(name.prefix(60))‹ gibt es nicht."
          + (nearest.map { " Meinten Sie ›\($0)‹?" } ?? " Die Liste zeigt: kiso forms")
      ]
    case .severalForms(let name, let forms):
      [
        "[FORM-MEHRDEUTIG] ›\(name.prefix(60))‹ kann mehrere Formulare meinen: \(forms.joined(separator: ", "))."
      ]
    case .unknownTown(let name, let nearest):
      [
        "[STADT-UNBEKANNT] Eine andere Stadt ›\(name.prefix(60))‹ gibt es hier nicht."
          + (nearest.map { " Meinten Sie ›\($0)‹?" } ?? "")
      ]
    case .unknownLanguage(let form, let known):
      [
        known.isEmpty
          ? "[SPRACHE-UNBEKANNT] ›\(form)‹ gibt es nur auf Deutsch."
          : "[SPRACHE-UNBEKANNT] In dieser Sprache gibt es ›\(form)‹ nicht, nur in: \(known.joined(separator: ", "))."
      ]
    case .unknownVersion(let form, let version, let known):
      [
        "[FASSUNG-UNBEKANNT] Fassung \(version.prefix(20)) von ›\(form)‹ ist hier nicht aufbewahrt, nur: "
          + known.joined(separator: ", ")
          + ". Was ihre Angaben meinten, weiß so niemand; bitte die Erklärung nach Forms/…/old legen."
      ]
    case .keptOtherwise(let path, let version):
      [
        "[FASSUNG-ANDERS] \(path) liegt schon da, und mit anderem Inhalt: Mit Fassung \(version) sind Papiere gemacht. Bitte erst die "
          + "Fassung des Formulars erhöhen; Codes, die niemand mehr wählt, bleiben mit retired in ihrer Liste."
      ]
    case .recordOfUnknownForm(let name, let nearest):
      [
        "[FORM-UNBEKANNT] Das Formular\(Self.quoted(name)), zu dem die Angaben gehören sollen, gibt es nicht."
          + (nearest.map { " Meinten Sie ›\($0)‹?" } ?? " Die Liste zeigt: kiso forms")
      ]
    case .record(let failure): ["[\(failure.detailedCode)] " + failure.german]
    case .document(let failure): ["[\(failure.underlying ?? failure.code.rawValue)] " + failure.german]
    case .brokenPDF: ["Die Datei ist kein vollständiges PDF."]
    case .labels(let failure): ["[\(failure.code.rawValue)] " + failure.german]
    case .noRecord:
      [
        "[ODF-OHNE-DATEN] Das Dokument enthält keine Daten von kiso. Nach seinen Beschriftungen liest es ›kiso read‹, wenn sein Titel der eines Formulars ist oder --form es nennt."
      ]
    case .notFinal(let findings): findings.map(\.german)
    }
  }

  /// The name in quotes if it can be that of a form; anything else in its place may be content.
  private static func quoted(_ name: String) -> String {
    let isName = name.utf8.count <= 40 && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
    return isName && !name.isEmpty ? " ›\(name)‹" : ""
  }
}

extension RecordFailure {
  /// The code of the XML reader where it says more than that this is no XML.
  fileprivate var detailedCode: String {
    guard code == .xml, let detail, detail != XMLFailure.Code.malformed.rawValue else { return code.rawValue }
    return detail
  }

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
    case .xml: Self.xml(detail) + place + "."
    case .shape:
      "Das sind keine Angaben zu einem Formular\(place). Erwartet wird ein JSON-Objekt oder ein Element <record>."
    case .unknownForm: "In den Angaben fehlt, zu welchem Formular sie gehören (\"form\")."
    case .size: "Die Angaben sind zu groß; möglich sind 4 Megabyte."
    case .tooMany: "Die Angaben enthalten zu viele Werte; möglich sind 5000."
    case .depth: "Die Angaben sind zu tief verschachtelt."
    case .empty: "Die Eingabe ist leer."
    }
  }

  private static func xml(_ code: String?) -> String {
    switch code.flatMap(XMLFailure.Code.init(rawValue:)) {
    case .empty: "Die Eingabe ist leer"
    case .encoding: "Die Angaben sind nicht in UTF-8 geschrieben"
    case .truncated: "Die Angaben sind abgeschnitten; am Ende fehlt etwas"
    case .doctype: "Die Angaben enthalten eine DOCTYPE-Angabe und werden nicht gelesen"
    case .depth: "Die Angaben sind zu tief verschachtelt"
    case .elements: "Die Angaben haben zu viele Elemente"
    case .attributes: "Ein Element der Angaben hat zu viele Attribute"
    case .namespaces: "Die Angaben haben zu viele Namensräume"
    case .names: "Die Angaben haben zu viele verschiedene Namen"
    case .markup: "Ein Element der Angaben ist zu lang"
    case .size: "Die Angaben sind zu groß"
    case .malformed, nil: "Die Angaben sind kein gültiges XML; bitte an dieser Stelle prüfen"
    }
  }
}
