/// Something in an accepted document that a person should know of; it is reported and never followed.
public struct DocumentWarning: Hashable, Sendable {
  /// The stable codes; they appear in messages and tests and never change.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// `mimetype` is not the first entry of the package.
    case mimetypeLate = "ODF-W-MIMETYPE-SPAET"
    /// `mimetype` is compressed.
    case mimetypePacked = "ODF-W-MIMETYPE-GEPACKT"
    /// A file in the package that the manifest does not list; it is not part of the document and not read.
    ///
    /// LibreOffice 7.4 refuses the whole document for it if it is of ODF 1.2 or later.
    case unlisted = "ODF-W-NICHT-GELISTET"
    /// A file that the manifest lists and the package lacks; LibreOffice does not mind.
    case listedMissing = "ODF-W-GELISTET-FEHLT"
    /// A file that the manifest lists twice.
    case listedTwice = "ODF-W-DOPPELT-GELISTET"
    /// The manifest has the document type declaration of OpenOffice 1 and 2; it was left out unread.
    case manifestDoctype = "ODF-W-MANIFEST-DOCTYPE"
    /// Macros: the folders `Basic/` and `Scripts/`, or scripts in the content.
    case macros = "ODF-W-MAKROS"
    /// Something that runs when an event occurs.
    case eventListener = "ODF-W-EREIGNIS"
    /// Something that runs when an event of a form or form control occurs.
    case formEventListener = "ODF-W-FORMULAR-EREIGNIS"
    /// A hyperlink that leads out of the document.
    case hyperlink = "ODF-W-VERWEIS"
    /// A picture that lies outside and would be fetched.
    case externalImage = "ODF-W-EXTERNES-BILD"
    /// A section whose contents lie in another file, or come by DDE.
    case linkedSection = "ODF-W-VERKNUEPFTER-BEREICH"
    /// Another reference to something outside.
    case externalReference = "ODF-W-EXTERN"
    /// An embedded document of ODF, such as a chart or formula.
    case embeddedObject = "ODF-W-OBJEKT"
    /// An embedded object of another program (OLE).
    case oleObject = "ODF-W-OLE"
    /// A database: embedded, or one that fields, forms or ranges are filled from.
    case database = "ODF-W-DATENBANK"
    /// A plug-in, an applet or a frame with another page.
    case activeContent = "ODF-W-AKTIVER-INHALT"
    /// Tracked changes: deleted text is still in the file.
    case trackedChanges = "ODF-W-AENDERUNGEN"
    /// Comments in the margin.
    case annotations = "ODF-W-KOMMENTARE"
    /// Text or sections that are there but not shown.
    case hiddenText = "ODF-W-VERBORGEN"
    /// A digital signature; it is not verified here.
    case signature = "ODF-W-SIGNATUR"
  }

  /// What it is.
  public let code: Code

  /// The part of the package, made printable; nil when it is the file as a whole.
  public let part: String?

  /// The line in the part where it first occurs, 1-based; 0 when there is none to name.
  public let line: Int

  /// How often it occurs in the part.
  public let count: Int

  /// Describes something found.
  public init(_ code: Code, part: String? = nil, line: Int = 0, count: Int = 1) {
    self.code = code
    self.part = part
    self.line = line
    self.count = count
  }
}
