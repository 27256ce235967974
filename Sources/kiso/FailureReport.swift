import Files
import Paperwork
import Printing
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
    case let failure as FillingFailure:
      let isPath = if case .otherForm = failure { false } else { true }
      (lines, status) = ([failure.german], isPath ? .usage : .errors)
    case let failure as PaperworkFailure: (lines, status) = (failure.german, Self.status(failure))
    case let failure as PrintingFailure:
      (lines, status) = (["[\(failure.code.rawValue)] " + failure.german], failure.exitStatus)
    case let failure as SecretFailure:
      (lines, status) = (["[\(failure.code.rawValue)] " + failure.german], Self.status(failure))
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
    case .unknownForm, .noSheetTemplate: .usage
    case .document where failure.isWrongPassword: .noPermission
    case .record, .recordOfUnknownForm, .document, .noRecord: .refused
    case .notFinal: .errors
    }
  }

  private static func status(_ failure: SecretFailure) -> ExitStatus {
    switch failure.code {
    case .empty, .tooLong, .notText, .different: .refused
    case .noTerminal: .usage
    case .unreadable: .inputOutput
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
    case .severalSheets:
      "Das Papier hat mehrere Blätter für verschiedene Personen; bitte mit -o eine Datei angeben."
    case .notProtectable:
      "Ein Kennwort schützt nur ein .odt in einer Datei; bitte mit -o NAME.odt angeben, wohin es geschrieben wird."
    case .inputTwice: "Die Standardeingabe (-) kann nur einmal gelesen werden."
    case .needsFolder: "Mehrere Papiere brauchen mit -o einen Ordner, zum Beispiel -o Fertig."
    case .sameName: "Zwei Papiere bekämen denselben Dateinamen; bitte einzeln ausgeben."
    case .otherFormat: "Die Endung der Ausgabe und ‚--format‘ sagen Verschiedenes."
    case .brokenPDF: "Die Datei ist kein vollständiges PDF."
    }
  }

  fileprivate var status: ExitStatus {
    switch self {
    case .noHome: .unavailable
    case .unknownFormat, .inputTwice, .severalSheets, .needsFolder, .sameName, .otherFormat, .notProtectable: .usage
    case .brokenPDF: .refused
    }
  }
}
