import Files
import Paperwork
import Printing
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
      (lines, status) = (["[\(failure.code.rawValue)] " + failure.german], Self.status(failure))
    case let failure as CommandFailure: (lines, status) = ([failure.german], failure.status)
    default: (lines, status) = (["Unerwarteter Fehler."], .inputOutput)
    }
  }

  private static func status(_ failure: FileFailure) -> ExitStatus {
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
    case .unknownForm: .usage
    case .record, .recordOfUnknownForm, .document, .noRecord: .refused
    case .notFinal: .errors
    }
  }

  private static func status(_ failure: PrintingFailure) -> ExitStatus {
    switch failure.code {
    case .noLibreOffice, .noPrintCommand, .cannotStart: .unavailable
    case .file: failure.file.map { status($0) } ?? .inputOutput
    case .timedOut, .noOutput, .aborted, .refusedByPrinter: .inputOutput
    case .unsuitableSource: .refused
    case .sameOutput: .usage
    }
  }
}

extension PrintingFailure {
  /// What happened, with the package to install where one is missing.
  fileprivate var german: String {
    switch code {
    case .noLibreOffice:
      "LibreOffice ist nicht da. Bitte das Paket libreoffice-writer installieren oder --soffice angeben."
    case .noPrintCommand: "Das Programm lp ist nicht da. Bitte das Paket cups-client installieren."
    case .cannotStart: "LibreOffice ließ sich nicht starten."
    case .timedOut: "LibreOffice brauchte zu lange und wurde beendet."
    case .noOutput: "LibreOffice hat kein Ergebnis geliefert."
    case .aborted: "LibreOffice hat abgebrochen."
    case .unsuitableSource: "Die Datei ist kein Dokument, das LibreOffice hier umwandeln kann."
    case .sameOutput: "Zwei Dokumente würden dieselbe Ausgabe überschreiben."
    case .file: file?.german ?? "Eine Datei konnte nicht gelesen oder geschrieben werden."
    case .refusedByPrinter: "Der Drucker hat den Auftrag nicht angenommen."
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
    case .inputTwice: "Die Standardeingabe (-) kann nur einmal gelesen werden."
    case .noDraft: "Es gibt keinen Entwurf, der fortgesetzt werden kann. Die Liste zeigt: kiso drafts"
    case .draftInUse:
      "An diesem Entwurf wird gerade an anderer Stelle gearbeitet. Bitte dort weitermachen oder beenden."
    case .noSettings: "Es gibt keinen Ort für Einstellungen; bitte HOME oder XDG_CONFIG_HOME setzen."
    case .badDraft: "Der Entwurf kann nicht gelesen werden; er stammt aus einer anderen Fassung oder ist beschädigt."
    }
  }

  fileprivate var status: ExitStatus {
    switch self {
    case .noHome: .unavailable
    case .unknownFormat, .inputTwice, .severalSheets: .usage
    case .noDraft: .noFile
    case .noSettings: .unavailable
    case .draftInUse: .busy
    case .badDraft: .refused
    }
  }
}
