public import Files

/// Why a document could not be converted or printed, as a stable code and the source concerned.
///
/// Nothing that an outside program wrote is kept: its messages may quote file names and content.
public struct PrintingFailure: Error, Hashable, Sendable {
  /// The kinds of failure; a raw value never changes once published.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// There is no LibreOffice (Debian: libreoffice-writer), or none at the path that was named.
    case noLibreOffice = "DRUCK-KEIN-LIBREOFFICE"
    /// There is no program `lp` (Debian: cups-client).
    case noPrintCommand = "DRUCK-KEIN-LP"
    /// The program is there and could not be started.
    case cannotStart = "DRUCK-START"
    /// The time limit passed; the program and all it started were ended.
    case timedOut = "DRUCK-ZEIT"
    /// The program ended without complaint and this source has no sound output.
    case noOutput = "DRUCK-KEINE-AUSGABE"
    /// The program broke off; this is the first source without a sound output.
    case aborted = "DRUCK-ABBRUCH"
    /// The source is not the kind of document that its name says.
    case unsuitableSource = "DRUCK-QUELLE"
    /// Two sources would get the same output, or a source would be its own output.
    case sameOutput = "DRUCK-GLEICHER-NAME"
    /// A file could not be read or written; ``PrintingFailure/file`` says which and why.
    case file = "DRUCK-DATEI"
    /// `lp` refused the job.
    case refusedByPrinter = "DRUCK-ABGELEHNT"
    /// There is no print service, or it cannot be reached.
    case noPrintService = "DRUCK-KEIN-DIENST"
    /// There is no printer of the name that was given.
    case noSuchPrinter = "DRUCK-KEIN-DRUCKER"
    /// No printer was named and the system has no default.
    case noDefaultPrinter = "DRUCK-KEIN-STANDARD"
    /// The printer takes no jobs at present.
    case notAccepting = "DRUCK-NIMMT-NICHTS-AN"
    /// `lp` said that all went well and named no job.
    case noReceipt = "DRUCK-OHNE-QUITTUNG"
  }

  /// The program that was at work.
  public enum Program: String, Hashable, Sendable {
    /// LibreOffice.
    case office
    /// `lp` or `lpstat`.
    case queue
  }

  /// The kind of failure, stable across versions.
  public var code: Code
  /// The program that was at work.
  public var program: Program
  /// The source or the printer as the caller named it, if one is to blame.
  public var source: String?
  /// The program's exit status, or minus the signal that ended it, if that is the reason.
  public var status: Int32?
  /// The failure of a file, for the code ``Code/file``.
  public var file: FileFailure?

  /// Makes a failure from its parts.
  public init(
    _ code: Code, program: Program = .office, source: String? = nil, status: Int32? = nil,
    file: FileFailure? = nil
  ) {
    self.code = code
    self.program = program
    self.source = source
    self.status = status
    self.file = file
  }
}

/// Runs file work, giving its failure the place it has among ours.
func withFiles<Result: ~Copyable>(
  source: String? = nil, _ body: () throws(FileFailure) -> Result
) throws(PrintingFailure) -> Result {
  do {
    return try body()
  } catch {
    throw PrintingFailure(.file, source: source, file: error)
  }
}
