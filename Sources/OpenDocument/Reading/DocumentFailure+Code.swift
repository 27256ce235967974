extension DocumentFailure {
  /// The kinds of refusal; the raw value is stable and may be shown, searched for and documented.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    // MARK: Something else was given, recognised by its first bytes

    /// The file has no bytes, or nothing but white space.
    case empty = "ODF-LEER"
    /// A PDF.
    case pdf = "ODF-PDF"
    /// A document of Microsoft Office, of the old kind, the new one (`.docx`) or flat XML.
    case microsoftOffice = "ODF-MS-OFFICE"
    /// A document in Rich Text Format.
    case richText = "ODF-RTF"
    /// A web page.
    case html = "ODF-HTML"
    /// A picture, such as a photo or scan of a paper.
    case picture = "ODF-BILD"
    /// Text without any markup.
    case plainText = "ODF-NUR-TEXT"
    /// A ZIP archive with neither `mimetype` nor `META-INF/manifest.xml`.
    case otherArchive = "ODF-ANDERES-ARCHIV"
    /// XML that is no office document.
    case otherXML = "ODF-ANDERES-XML"
    /// Bytes that are none of these.
    case unknown = "ODF-UNBEKANNT"
    /// A spreadsheet in ODF.
    case spreadsheet = "ODF-TABELLE"
    /// A presentation in ODF.
    case presentation = "ODF-PRAESENTATION"
    /// Another kind of ODF than a text document or its template, such as a drawing or a master document.
    case otherKind = "ODF-ANDERE-ART"

    // MARK: A package or flat file that is not sound

    /// The ZIP archive is refused; `underlying` says why.
    case archive = "ODF-ARCHIV"
    /// There is no `mimetype`, or a flat file has no `office:mimetype`.
    case mimetypeMissing = "ODF-MIMETYPE-FEHLT"
    /// The `mimetype` is none of ODF's; white space around it counts, as it does for LibreOffice.
    case mimetype = "ODF-MIMETYPE-FALSCH"
    /// The `mimetype` and the manifest name different types, so two programs would see two kinds of document.
    case mimetypeConflict = "ODF-MIMETYPE-WIDERSPRUCH"
    /// There is no `META-INF/manifest.xml`.
    case manifestMissing = "ODF-MANIFEST-FEHLT"
    /// The manifest is no manifest: another root element, no entry for the package, or none for `content.xml`.
    case manifest = "ODF-MANIFEST-FALSCH"
    /// Its parts are encrypted: ask for the password.
    case encrypted = "ODF-GESCHUETZT"
    /// The password does not open it, or the beginning of what it opens was changed.
    case wrongPassword = "ODF-KENNWORT-FALSCH"
    /// An empty password, with which nothing can be protected.
    case emptyPassword = "ODF-KENNWORT-LEER"
    /// It is encrypted in a way that is not read here, such as Blowfish before ODF 1.2.
    case protection = "ODF-SCHUTZ-UNBEKANNT"
    /// Its manifest asks for more work to make the key than the limits allow.
    case protectionCost = "ODF-SCHUTZ-AUFWAND"
    /// It is encrypted for the keys of certain people (OpenPGP), not with a password.
    case recipients = "ODF-SCHUTZ-OPENPGP"
    /// A part of a protected document is not encrypted, so anybody may have put it there.
    case partlyProtected = "ODF-SCHUTZ-LUECKE"
    /// There is no `content.xml`.
    case contentMissing = "ODF-INHALT-FEHLT"
    /// A part is larger than its limit.
    case tooLarge = "ODF-ZU-GROSS"
    /// A part could not be unpacked; `underlying` says why.
    case member = "ODF-TEIL-BESCHAEDIGT"
    /// A part is not acceptable XML; `underlying` says why.
    case xml = "ODF-XML"
    /// A part has a document type declaration, which no program writes and which may carry entities.
    case doctype = "ODF-DOCTYPE"
    /// A part's root element is not the one that belongs to it.
    case root = "ODF-WURZEL"
    /// There is no `office:body` with the element of the document's kind, or not exactly one.
    case body = "ODF-TEXTKOERPER"
    /// The `office:version` is none that is known (1.0 to 1.4).
    case version = "ODF-VERSION"
  }
}
