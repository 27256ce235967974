internal import FormModel
internal import OpenDocument

extension AuthorMistake {
  /// A mistake that was found when a template was read.
  init(_ problem: TemplateProblem, template: String) {
    self.init(
      code: problem.code.rawValue, place: SourcePlace(file: template, line: max(1, problem.line)),
      spot: problem.place.isEmpty ? nil : problem.place, message: Self.message(problem))
  }

  private static func message(_ problem: TemplateProblem) -> String {
    let expression = problem.expression ?? ""
    let found = problem.found ?? ""
    return switch problem.code {
    case .xml: "Die Vorlage ist kein lesbares XML (\(found))."
    case .package: "Die Vorlage ist keine lesbare ODF-Datei (\(found))."
    case .kind:
      "Die Vorlage ist weder Text noch Tabelle. Bitte in LibreOffice als .fodt, .odt, .ott, .fods, .ods oder .ots speichern."
    case .encrypted: "Die Vorlage ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern."
    case .macro: "Die Vorlage enthält ein Makro. Bitte entfernen."
    case .link: "Die Vorlage lädt etwas von außen nach (\(found)). Bitte einbetten oder entfernen."
    case .picture: "Das Bild ›\(found)‹ fehlt oder ist keines."
    case .object:
      "Die Vorlage enthält ein eingebettetes Objekt, das kein Diagramm ist. Bitte als Bild einfügen oder entfernen."
    case .formula:
      "Die Zelle enthält eine Formel. Bitte die Marke des Feldes hineinschreiben; die Formeln schreibt kiso selbst."
    case .emptyMark: "Die Marke ist leer. Bitte einen Feldnamen hineinschreiben oder sie löschen."
    case .unfinishedMark: "Nach ›{{‹ fehlt ›}}‹."
    case .expression:
      "Der Ausdruck ›\(expression)‹ ist" + (found.isEmpty ? " am Ende" : " bei ›\(found)‹")
        + " nicht zu verstehen."
    case .function:
      "Die Funktion ›\(found)()‹ gibt es nicht."
        + Nearest.question(
          found,
          among: ExpressionCheck.germanFunctions.keys.sorted() + ExpressionCheck.functions.keys.sorted()
            + ["datum", "zahl", "blanko", "eingabe"])
    case .words: found
    case .unclosed: "Zu ›\(expression)‹ fehlt die Marke ›ende‹."
    case .end: "Diese Marke ›ende‹ schließt nichts. Bitte löschen oder den Anfang ergänzen."
    case .wrongEnd:
      "Die Marke schließt ›\(found)‹, offen ist aber ›\(expression)‹. Bitte die Reihenfolge ändern."
    case .otherwise: "›sonst‹ gehört zu keinem ›wenn‹, oder es ist schon das zweite."
    case .crossing:
      "Anfang und Ende von ›\(expression)‹ stehen an Stellen, die nicht zusammen wiederholt oder weggelassen werden können."
    case .outside:
      "Neben der Marke von ›\(expression)‹ steht im selben Absatz ›\(found)‹; das fiele mit dem Block weg oder würde mit ihm "
        + "wiederholt. Bitte die Marke in einen eigenen Absatz setzen."
    case .merged:
      "Durch die Zeilen von ›\(expression)‹ reicht eine Zelle, die über mehrere Zeilen geht (›\(found)‹). Bitte die Zellen "
        + "trennen oder alle ihre Zeilen in den Block nehmen."
    case .pageBreak:
      "Der Absatz der Marke von ›\(expression)‹ beginnt eine neue Seite; er verschwindet beim Drucken und mit ihm der Umbruch. "
        + "Bitte den Umbruch dem ersten Absatz danach geben."
    case .literal:
      "›\(found)‹ steht hier als gewöhnlicher Text und würde so gedruckt. Bitte als Platzhalter in den Text einfügen "
        + "(Strg+F2, Funktionen), nicht in Felder, Verweise oder Bedienelemente."
    }
  }

  /// A mistake that showed when a template was filled.
  init(_ problem: RenderProblem, template: String) {
    let mark = problem.mark
    self.init(
      code: problem.code.rawValue, place: SourcePlace(file: template, line: max(1, mark?.line ?? 1)),
      spot: mark?.place, message: Self.message(problem))
  }

  private static func message(_ problem: RenderProblem) -> String {
    let expression = problem.mark?.expression ?? ""
    let found = problem.found ?? ""
    return switch problem.code {
    case .missing:
      "Für ›\(expression)‹ gibt es hier keinen Wert. Bitte den Namen prüfen oder die Stelle mit ›wenn‹ einschließen."
    case .notANumber: "›\(expression)‹ ergibt keine Zahl."
    case .character: "Der Wert von ›\(expression)‹ enthält ein unzulässiges Zeichen (\(found))."
    case .evaluation: "Der Ausdruck ›\(expression)‹ kann nicht ausgewertet werden."
    case .notNodes: "›für \(expression)‹ nennt nichts, was sich wiederholen lässt."
    case .attachment: "Die Anlage ›\(found)‹ kann in dieser Form nicht mitgegeben werden."
    case .metadata: "Die Dokumenteigenschaft ›\(found)‹ kann nicht geschrieben werden."
    case .package: "Die ODF-Datei kann nicht geschrieben werden (\(found))."
    }
  }
}
