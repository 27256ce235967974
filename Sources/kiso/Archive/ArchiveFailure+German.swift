import Files
import Paperwork
import RecordArchive

extension ArchiveFailure {
  /// What happened and what to do, in German, each line with its code.
  var german: [String] {
    switch code {
    case .input: findings.map(\.german)
    case .file: [file.map { "[\($0.code.rawValue)] " + $0.german } ?? sentence]
    default: ["[\(code.rawValue)] " + sentence]
    }
  }

  private var name: String { path.map { "›\($0)‹" } ?? "die Datei" }

  private var sentence: String {
    switch code {
    case .missing: "Die Ablage \(name) gibt es nicht. Eine neue macht: kiso archive init"
    case .exists: "\(name) gibt es schon oder gehört zur Ablage selbst; nichts wurde überschrieben."
    case .foreign: "\(name) ist keine Ablage von kiso."
    case .newer: "\(name) wurde mit einer neueren Fassung von kiso angelegt; bitte kiso erneuern."
    case .damaged:
      "Die Ablage \(name) ist beschädigt oder abgeschnitten. Bitte eine Sicherung zurückholen: kiso archive restore"
    case .dataOlder:
      "Die Ablage \(name) ist älter, als sie auf diesem Gerät zuletzt war: Jemand hat eine frühere Datei zurückgelegt. Was seither abgelegt, gesperrt oder beendet wurde, fehlt darin; nichts wurde geändert. Bitte die neuere Datei wieder an ihren Platz legen. Gibt es sie nicht mehr, die ältere umbenennen und so zurückholen: kiso archive restore --data DATEI"
    case .mixedUp:
      "Ablage und Schlüsselbund gehören nicht zusammen (\(name)). Bitte mit --store und --keys das richtige Paar angeben."
    case .busy: "Die Ablage wird gerade von jemand anderem beschrieben. Bitte noch einmal versuchen."
    case .readOnly: "\(name) kann nicht beschrieben werden. Ist der Datenträger schreibgeschützt?"
    case .full: "Der Speicher ist voll. Bitte Platz schaffen und noch einmal versuchen."
    case .inputOutput:
      "Beim Lesen oder Schreiben von \(name) ist ein Fehler aufgetreten. Bitte den Datenträger prüfen und noch einmal versuchen."
    case .share:
      "\(name) liegt auf einem Netzlaufwerk; dort ist eine Ablage nicht sicher. Für andere Rechner gibt es den Eingangsordner: kiso archive drop"
    case .keysMissing:
      "Der Schlüsselbund \(name) fehlt. Bitte den Datenträger einlegen oder mit --keys angeben, wo er liegt."
    case .keysForeign: "\(name) ist kein Schlüsselbund von kiso."
    case .keysDamaged:
      "Der Schlüsselbund \(name) ist beschädigt. Bitte seine Sicherung zurückholen: kiso archive restore --keys-from"
    case .keysOlder:
      "Der Schlüsselbund \(name) ist älter als die Ablage. Eine Sicherung nimmt nur dieser Befehl richtig auf: kiso archive restore --keys-from"
    case .keysForged:
      "Der Schlüsselbund \(name) ist nicht der, mit dem die Ablage zuletzt benutzt wurde, und auch keiner, der aus ihm hervorging. Bitte nichts ablegen, klären, wer ihn ausgetauscht hat, und die Sicherung zurückholen: kiso archive restore --keys-from"
    case .denied: "Kennwort oder Zugangsdatei passen nicht."
    case .weak: "Das Kennwort ist zu kurz; nötig sind mindestens 12 Zeichen, am besten vier Wörter."
    case .unknownPerson: "Einen Zugang mit diesem Kürzel gibt es nicht."
    case .personExists: "Einen Zugang mit diesem Kürzel gibt es schon, oder es sind schon 32."
    case .lastPerson: "Den eigenen Zugang kann man nicht entfernen; das macht jemand anderes mit Zugang."
    case .unknownCase: "Diesen Vorgang gibt es in der Ablage nicht."
    case .caseEnded: "Der Vorgang ist schon beendet. Wieder aufnehmen: kiso archive reopen"
    case .caseRunning: "Der Vorgang ist nicht beendet."
    case .caseGiven:
      "Der Vorgang wird seit dem \(day?.german ?? "") an eine andere Ablage übergeben und hier nicht mehr verändert. Abschließen: kiso archive transfer --receipt QUITTUNG, zurücknehmen: kiso archive transfer VORGANG --withdraw"
    case .notGiven: "Der Vorgang wird nicht übergeben."
    case .handoverUnsigned:
      "Die Sendung übergibt einen Vorgang, ist aber von niemandem unterschrieben, den diese Ablage kennt. Bitte den Absender eintragen: kiso archive sender --add"
    case .ownRecipient: "Das ist der Empfangsschlüssel dieser Ablage selbst."
    case .receiptUnknown:
      "Zu dieser Quittung gibt es hier keine Übergabe, oder etwas in ihr wurde geändert. Nichts wurde vernichtet."
    case .receiptContradicts:
      "Die Übergabe wurde hier zurückgenommen, die andere Ablage hat den Vorgang aber aufgenommen: Beide führen ihn jetzt. Nichts wurde vernichtet. Bitte klären, wer ihn behält, und neu übergeben."
    case .unknownRequest: "Ein offenes Auskunftsersuchen dieser Person gibt es nicht."
    case .unknownEntry: "Einen Eintrag mit dieser Nummer gibt es nicht; nötig sind mindestens vier Zeichen."
    case .ambiguousEntry: "Mehrere Nummern beginnen so; bitte mehr Zeichen angeben."
    case .unsuitableEntry: "Für diesen Eintrag ist das nicht vorgesehen oder noch nicht fällig."
    case .unknownKind: "Für diese Datenart gibt es keine Aufbewahrungsregel."
    case .listChanged:
      "Die Liste hat sich seit diesem Code geändert, oder der Code stimmt nicht. Bitte die Liste neu ansehen: kiso retention purge"
    case .clockBack:
      "Die Uhr geht nach: Zuletzt war der \(day?.german ?? ""). Solange wird nichts gelöscht. Bitte die Uhr stellen; ging sie damals falsch: kiso retention clock"
    case .clockAhead:
      "Zuletzt war der \(day?.german ?? ""); das ist lange her. Stimmt das Datum dieses Rechners, bitte --confirm-clock angeben."
    case .bundleDamaged: "Die Sendung ist beschädigt oder keine von kiso."
    case .bundleForeign: "Die Sendung ist für einen anderen Empfänger versiegelt."
    case .bundleOfMany:
      "Die Sendung ist eine Akte mit mehreren Dateien. Auspacken: kiso archive collect SENDUNG -o ORDNER"
    case .recipient: "\(name) enthält keinen gültigen Empfangsschlüssel."
    case .sender: "\(name) enthält keinen gültigen Absenderschlüssel."
    case .noRandomness: "Das System liefert keine Zufallszahlen oder hat zu wenig Arbeitsspeicher."
    case .proposalChanged:
      "Was abgelegt würde, hat sich seit diesem Code geändert, oder der Code stimmt nicht. Bitte neu ansehen: kiso archive collect"
    case .schedule: "Die Aufbewahrungsregeln enthalten Fehler. Bitte prüfen: kiso lint"
    case .input, .file: "Die Angaben passen nicht."
    }
  }

  /// How the command ends.
  var exitStatus: ExitStatus {
    switch code {
    case .missing, .keysMissing, .unknownCase, .unknownEntry, .unknownRequest: .noFile
    case .foreign, .newer, .damaged, .mixedUp, .share, .keysForeign, .keysDamaged, .keysOlder, .keysForged,
      .dataOlder, .bundleDamaged, .bundleForeign, .bundleOfMany, .recipient, .sender, .ownRecipient, .handoverUnsigned,
      .receiptUnknown:
      .refused
    case .exists, .readOnly: .cannotCreate
    case .full, .inputOutput: .inputOutput
    case .busy: .busy
    case .denied, .unknownPerson: .noPermission
    case .caseGiven, .notGiven, .receiptContradicts, .weak, .personExists, .lastPerson, .caseEnded, .caseRunning,
      .ambiguousEntry, .unsuitableEntry, .unknownKind,
      .listChanged, .proposalChanged, .clockBack, .clockAhead, .input:
      .errors
    case .noRandomness, .schedule: .unavailable
    case .file: file.map { FailureReport.status($0) } ?? .inputOutput
    }
  }
}
