public import Files
public import FormModel

/// Why something could not be done with an archive: a stable code, and where.
///
/// It never holds a word of what is stored. The sentences for people are written elsewhere, from the code alone.
public struct ArchiveFailure: Error, Hashable, Sendable {
  /// The kinds of failure; a raw value never changes once published.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// There is no data file.
    case missing = "ABLAGE-FEHLT"
    /// One of the files is there already.
    case exists = "ABLAGE-VORHANDEN"
    /// The file is not an archive of kiso.
    case foreign = "ABLAGE-FREMD"
    /// The file was made by a newer program.
    case newer = "ABLAGE-NEUER"
    /// The data file is damaged or cut short.
    case damaged = "ABLAGE-BESCHAEDIGT"
    /// The data file is an older one than this device last used.
    case dataOlder = "ABLAGE-ALT"
    /// Data file and keyring belong to different archives.
    case mixedUp = "ABLAGE-VERTAUSCHT"
    /// Another process is writing and did not finish in time.
    case busy = "ABLAGE-BELEGT"
    /// The disk or folder cannot be written to.
    case readOnly = "ABLAGE-SCHREIBGESCHUETZT"
    /// The disk or quota is full.
    case full = "ABLAGE-SPEICHER-VOLL"
    /// Reading or writing failed for any other reason.
    case inputOutput = "ABLAGE-EA"
    /// The folder lies on a network share or the like.
    case share = "ABLAGE-NETZLAUFWERK"
    /// There is no keyring.
    case keysMissing = "SCHLUESSELBUND-FEHLT"
    /// The file is not a keyring of kiso.
    case keysForeign = "SCHLUESSELBUND-FREMD"
    /// The keyring is damaged or cut short.
    case keysDamaged = "SCHLUESSELBUND-BESCHAEDIGT"
    /// The keyring is an older one than the data were last used with.
    case keysOlder = "SCHLUESSELBUND-ALT"
    /// The keyring does not come from the one last used here, or opens nothing of the data.
    case keysForged = "SCHLUESSELBUND-FALSCH"
    /// No access fits the passphrase or access file.
    case denied = "ZUGANG-FALSCH"
    /// The passphrase is too short.
    case weak = "ZUGANG-KENNWORT-KURZ"
    /// There is no access of this label.
    case unknownPerson = "ZUGANG-UNBEKANNT"
    /// There is an access of this label, or there are too many.
    case personExists = "ZUGANG-VORHANDEN"
    /// The last access, or one's own, cannot be removed.
    case lastPerson = "ZUGANG-LETZTER"
    /// There is no case of this number.
    case unknownCase = "VORGANG-FEHLT"
    /// The case has ended already.
    case caseEnded = "VORGANG-BEENDET"
    /// The case has not ended.
    case caseRunning = "VORGANG-LAEUFT"
    /// The case is being handed over to another archive.
    case caseGiven = "VORGANG-UEBERGEBEN"
    /// The case is not being handed over.
    case notGiven = "VORGANG-NICHT-UEBERGEBEN"
    /// A case came from somebody who is not known.
    case handoverUnsigned = "UEBERGABE-ABSENDER"
    /// The case would be handed over to this archive itself.
    case ownRecipient = "UEBERGABE-EIGENE"
    /// What was given is no receipt for anything that was handed over here.
    case receiptUnknown = "QUITTUNG-UNBEKANNT"
    /// The receipt is for what was taken back.
    case receiptContradicts = "QUITTUNG-WIDERSPRUCH"
    /// There is no request for information by this person that is open.
    case unknownRequest = "AUSKUNFT-FEHLT"
    /// There is no entry whose id begins so.
    case unknownEntry = "EINTRAG-FEHLT"
    /// Several entries' ids begin so.
    case ambiguousEntry = "EINTRAG-MEHRDEUTIG"
    /// The entry is of another kind than is needed here.
    case unsuitableEntry = "EINTRAG-ANDERER-ART"
    /// There is no kind of data of this name in the schedule.
    case unknownKind = "DATENART-UNBEKANNT"
    /// The list of what is due has changed since the code was given.
    case listChanged = "LISTE-GEAENDERT"
    /// What bundles would do has changed since the code was given.
    case proposalChanged = "SENDUNG-GEAENDERT"
    /// The retention schedule has mistakes.
    case schedule = "FRISTEN-FEHLERHAFT"
    /// What was asked for is not possible as it was given; see `findings`.
    case input = "EINGABE"
    /// The clock is behind the last day seen.
    case clockBack = "UHR-ZURUECK"
    /// The clock is far ahead of the last day seen.
    case clockAhead = "UHR-VORAUS"
    /// The bundle is damaged, cut short or not from kiso.
    case bundleDamaged = "SENDUNG-BESCHAEDIGT"
    /// The bundle is sealed for somebody else.
    case bundleForeign = "SENDUNG-FREMD"
    /// A sealed bundle holds several files, which were handed over and not dropped.
    case bundleOfMany = "SENDUNG-AKTE"
    /// What was given is no recipient's key.
    case recipient = "EMPFAENGER-UNGUELTIG"
    /// What was given is no sender's key.
    case sender = "ABSENDER-UNGUELTIG"
    /// The system gives no randomness.
    case noRandomness = "SYSTEM-ZUFALL"
    /// An ordinary file could not be read or written; see `file`.
    case file = "DATEI"
  }

  /// The kind of failure, stable across versions.
  public var code: Code
  /// The file it happened to, as the caller named it; nil when none can be named.
  public var path: String?
  /// The day it is about, such as the last day seen; nil when there is none.
  public var day: Day?
  /// What the file system refused, for the code `file`.
  public var file: FileFailure?
  /// What is wrong with what was given, for the code `input`.
  public var findings: [Finding] = []

  /// Makes a failure from its parts.
  public init(_ code: Code, path: String? = nil, day: Day? = nil) {
    self.code = code
    self.path = path
    self.day = day
  }

  /// Mistakes in what a person gave.
  public init(_ findings: [Finding]) {
    code = .input
    self.findings = findings
  }

  /// An ordinary file that could not be read or written.
  public init(_ file: FileFailure) {
    code = .file
    path = file.path
    self.file = file
  }
}
