import Paperwork
import Printing

extension PrintingFailure {
  /// What happened, with the package to install or the command that tells more.
  var german: String {
    let place = source.map { "›\($0)‹: " } ?? ""
    let name = program == .office ? "LibreOffice" : "Das Druckprogramm lp"
    return switch code {
    case .noLibreOffice:
      "LibreOffice ist nicht da. Bitte das Paket libreoffice-writer installieren oder --soffice angeben."
    case .noPrintCommand: "Das Programm lp ist nicht da. Bitte das Paket cups-client installieren."
    case .cannotStart: "\(name) ließ sich nicht starten."
    case .timedOut: "\(name) brauchte zu lange und wurde beendet."
    case .noOutput: place + "LibreOffice hat kein Ergebnis geliefert."
    case .aborted: program == .office ? place + "LibreOffice hat abgebrochen." : name + " hat abgebrochen."
    case .unsuitableSource: place + "Die Datei ist kein Dokument, das LibreOffice hier umwandeln kann."
    case .sameOutput: "Zwei Dokumente würden dieselbe Ausgabe überschreiben."
    case .file: file?.german ?? "Eine Datei konnte nicht gelesen oder geschrieben werden."
    case .refusedByPrinter: "Der Druckauftrag wurde nicht angenommen. Warum, zeigt: lpstat -p"
    case .noPrintService:
      "Der Druckdienst ist nicht erreichbar. Bitte das Paket cups installieren oder den Dienst starten; ob er läuft, zeigt: lpstat -r"
    case .noSuchPrinter:
      "Den Drucker" + (source.map { " ›\($0)‹" } ?? "") + " gibt es nicht. Die eingerichteten Drucker zeigt: lpstat -p"
    case .noDefaultPrinter:
      "Es ist kein Standarddrucker eingerichtet. Bitte --printer angeben; die eingerichteten Drucker zeigt: lpstat -p"
    case .notAccepting:
      "Der Drucker" + (source.map { " ›\($0)‹" } ?? "") + " nimmt zurzeit nichts an. Warum, zeigt: lpstat -a"
    case .noReceipt: "Das Druckprogramm lp hat keinen Auftrag bestätigt. Was ansteht, zeigt: lpstat -o"
    }
  }

  /// How the command ends.
  var exitStatus: ExitStatus {
    switch code {
    case .noLibreOffice, .noPrintCommand, .cannotStart, .noPrintService, .noSuchPrinter, .noDefaultPrinter,
      .notAccepting:
      .unavailable
    case .file: file.map { FailureReport.status($0) } ?? .inputOutput
    case .timedOut, .noOutput, .aborted, .refusedByPrinter, .noReceipt: .inputOutput
    case .unsuitableSource: .refused
    case .sameOutput: .usage
    }
  }
}
