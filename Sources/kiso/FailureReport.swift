import Delivery
import Files
import Paperwork
import Printing
import RecordArchive
import Secrets
import Terminal

/// What went wrong, as lines for people and a status for programs: the one place where failures become words.
struct FailureReport {
  let lines: [String]
  let status: ExitStatus

  init(_ error: any Error) {
    switch error {
    case let failure as UsageFailure: (lines, status) = ([failure.description], .usage)
    case let failure as FileFailure:
      (lines, status) = (["[\(failure.code.rawValue)] " + failure.german], Self.status(failure))
    case let refusal as FrozenSheet.Refusal: (lines, status) = ([refusal.german], .errors)
    case let refusal as SheetMerge.Refusal: (lines, status) = ([refusal.german], .errors)
    case let refusal as CaseDisclosure.Refusal: (lines, status) = ([refusal.german], .errors)
    case let failure as FillingFailure:
      (lines, status) = ([failure.german], Self.status(failure))
    case let failure as PaperworkFailure: (lines, status) = (failure.german, Self.status(failure))
    case let failure as PrintingFailure:
      (lines, status) = (["[\(failure.code.rawValue)] " + failure.german], failure.exitStatus)
    case let failure as SecretFailure:
      (lines, status) = (["[\(failure.code.rawValue)] " + failure.german], Self.status(failure))
    case let failure as ArchiveFailure: (lines, status) = (failure.german, failure.exitStatus)
    case let failure as FilingFailure: (lines, status) = ([failure.german], .usage)
    case let failure as NewTownFailure: (lines, status) = ([failure.german], .usage)
    case let failure as CommandFailure: (lines, status) = ([failure.german], failure.status)
    default: (lines, status) = (["Unerwarteter Fehler."], .inputOutput)
    }
  }

  static func status(_ failure: FileFailure) -> ExitStatus {
    switch failure.code {
    case .noSuchFile: .noFile
    case .noAccess, .isDirectory, .notDirectory, .tooLarge, .badPath: .refused
    case .cannotCreate: .cannotCreate
    case .storageFull, .inputOutput: .inputOutput
    }
  }

  private static func status(_ failure: PaperworkFailure) -> ExitStatus {
    switch failure {
    case .file(let failure): status(failure)
    case .declarations, .template, .noTemplate: .unavailable
    case .unknownForm, .unknownTown, .severalForms, .unknownLanguage, .noSheetTemplate: .usage
    case .document where failure.isWrongPassword: .noPermission
    case .record, .recordOfUnknownForm, .unknownVersion, .document, .brokenPDF, .labels, .noRecord: .refused
    case .keptOtherwise: .cannotCreate
    case .notFinal: .errors
    }
  }

  private static func status(_ failure: FillingFailure) -> ExitStatus {
    switch failure {
    case .otherForm, .otherQuarter: .errors
    case .notAnAssignment, .noQuarter, .path: .usage
    }
  }

  private static func status(_ failure: SecretFailure) -> ExitStatus {
    switch failure.code {
    case .empty, .tooLong, .notText, .different: .refused
    case .noTerminal: .usage
    case .unreadable: .inputOutput
    case .noStore: .unavailable
    case .notStored: .noPermission
    }
  }
}

extension SecretFailure {
  /// Why there is no password.
  fileprivate var german: String {
    switch code {
    case .empty: "Das Kennwort ist leer."
    case .tooLong: "Das Kennwort ist zu lang; möglich sind \(SecretReader.limit) Bytes."
    case .notText: "Das Kennwort ist kein Text in UTF-8 oder enthält Steuerzeichen."
    case .unreadable: "Das Kennwort konnte nicht gelesen werden; ist der Deskriptor zum Lesen geöffnet?"
    case .noTerminal:
      "Für ‚--password‘ muss die Eingabe ein Bildschirm sein; Programme übergeben das Kennwort mit --password-fd."
    case .noStore: "Das Programm secret-tool ist nicht da. Bitte das Paket libsecret-tools installieren."
    case .notStored:
      "Der Passwortspeicher des Desktops hat das Kennwort nicht. Hineinlegen: kiso archive passphrase --remember"
    case .different: "Die beiden Eingaben sind verschieden. Bitte noch einmal versuchen."
    }
  }
}

extension CommandFailure {
  fileprivate var german: String {
    switch self {
    case .noHome:
      "Die Ordner Forms und Templates wurden nicht gefunden. Bitte mit KISO_HOME angeben, wo sie liegen."
    case .unknownFormat(let ending, let possible):
      ending.isEmpty
        ? "Der Ausgabe fehlt die Endung, die sagt, was geschrieben wird; möglich ist \(possible)."
        : "In die Endung ›.\(ending)‹ kann nicht geschrieben werden; möglich ist \(possible)."
    case .notShown(let file):
      "Ein Dokument lässt sich am Bildschirm nicht zeigen; bitte mit -o sagen, wohin, zum Beispiel -o \(file)."
    case .severalSheets:
      "Das Papier hat mehrere Blätter für verschiedene Personen; bitte mit -o eine Datei angeben."
    case .notProtectable:
      "Ein Kennwort schützt nur ein .odt in einer Datei; bitte mit -o NAME.odt angeben, wohin es geschrieben wird."
    case .inputTwice: "Die Standardeingabe (-) kann nur einmal gelesen werden."
    case .needsFolder: "Mehrere Papiere brauchen mit -o einen Ordner, zum Beispiel -o Fertig."
    case .sameName: "Zwei Papiere bekämen denselben Dateinamen; bitte einzeln ausgeben."
    case .otherFormat: "Die Endung der Ausgabe und ‚--format‘ sagen Verschiedenes."
    case .noDraft: "Es gibt keinen Entwurf, der fortgesetzt werden kann. Die Liste zeigt: kiso drafts"
    case .draftInUse:
      "An diesem Entwurf wird gerade an anderer Stelle gearbeitet. Bitte dort weitermachen oder beenden."
    case .severalMunicipalities(let towns):
      "Es gibt Formulare mehrerer Kommunen (\(towns.joined(separator: ", "))); bitte mit ‚--municipality‘ oder KISO_MUNICIPALITY sagen, welche gelten."
    case .unattendedTown:
      "Hier kann niemand antworten; bitte die Angaben mit ‚--from-file DATEI‘ oder ‚--set NAME=WERT‘ machen. Was gefragt wird, zeigt --show."
    case .unattendedSetup:
      "Hier kann niemand antworten; bitte die Einstellungen mit ‚--from DATEI‘ angeben. Wie sie aussehen, zeigt kiso settings --show."
    case .noSettings: "Es gibt keinen Ort für Einstellungen; bitte HOME oder XDG_CONFIG_HOME setzen."
    case .badDraft: "Der Entwurf kann nicht gelesen werden; er stammt aus einer anderen Fassung oder ist beschädigt."
    case .unknownRow(let name, let known):
      "Die Zeile ›\(name)‹ gibt es nicht." + Nearest.question(name, among: known)
    case .unknownStatistics(let name, let known):
      "Die Statistik ›\(name)‹ gibt es nicht; möglich ist \(known.joined(separator: " oder "))."
    case .published: "Die Angaben sind schon eine Veröffentlichung; gezählt wird in die genauen Zahlen."
    case .noYearReport: "Für diese Kommune ist kein Jahresbericht angelegt."
    case .neverPublished: "Für dieses Formular gibt es keine Veröffentlichung."
    case .noArchivePlace: "Wo die Ablage liegt, ist nicht bekannt; bitte mit --store oder KISO_ARCHIVE angeben."
    case .noCase: "Von diesem Fall liegt nichts vor, weder in der Ablage noch in den genannten Dateien."
    case .severalCases(let numbers): "Das können mehrere Fälle sein: \(numbers.joined(separator: ", "))."
    case .noProof: "Diese Stadt hat keinen Nachweis für Löschungen; in retention.xml fehlt ›proof‹."
    case .noFeedback: "Zu diesem Vorgang ist nichts da, woraus eine Rückmeldung entstehen kann."
    case .noPaper: "Dieses Papier gibt es nicht: weder als Datei noch in der Ablage."
    case .severalPapers(let papers):
      "Welches Papier ist gemeint? Bitte die Nummer aus der Ablage nennen: \(papers.joined(separator: "; "))."
    case .overEarlier: "Die frühere Fassung bleibt; bitte mit -o eine andere Datei nennen."
    }
  }

  fileprivate var status: ExitStatus {
    switch self {
    case .noHome: .unavailable
    case .unknownFormat, .inputTwice, .notShown, .severalSheets, .needsFolder, .sameName, .otherFormat, .notProtectable,
      .unknownStatistics, .unknownRow, .neverPublished, .noYearReport, .noArchivePlace, .noProof, .severalPapers,
      .overEarlier,
      .severalCases:
      .usage
    case .noDraft, .noPaper, .noCase, .noFeedback: .noFile
    case .unattendedTown, .unattendedSetup, .severalMunicipalities: .usage
    case .noSettings: .unavailable
    case .draftInUse: .busy
    case .badDraft: .refused
    case .published: .errors
    }
  }
}
