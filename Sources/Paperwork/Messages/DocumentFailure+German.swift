internal import OpenDocument
internal import XMLTree
internal import ZipArchive

extension DocumentFailure {
  /// Why a document was refused, in one sentence and with what to do.
  var german: String {
    switch code {
    case .empty: "Die Datei ist leer."
    case .pdf: "Die Datei ist eine PDF. Bitte das Dokument als .odt übergeben."
    case .microsoftOffice:
      "Die Datei ist ein Dokument von Microsoft Office. Bitte in LibreOffice als .odt speichern."
    case .richText: "Die Datei ist ein RTF-Dokument. Bitte in LibreOffice als .odt speichern."
    case .html: "Die Datei ist eine Webseite. Bitte das Dokument als .odt übergeben."
    case .picture: "Die Datei ist ein Bild. Bitte das Dokument als .odt übergeben."
    case .plainText:
      "Die Datei ist reiner Text. Bitte das Dokument als .odt oder die Angaben als JSON oder XML übergeben."
    case .otherArchive: "Die Datei ist ein Archiv, aber kein ODF-Dokument."
    case .otherXML: "Die Datei ist XML, aber weder ein Dokument noch Angaben zu einem Formular."
    case .unknown: "Die Datei ist kein ODF-Dokument."
    case .spreadsheet: "Die Datei ist eine Tabelle; erwartet wird ein Textdokument (.odt)."
    case .presentation: "Die Datei ist eine Präsentation; erwartet wird ein Textdokument (.odt)."
    case .otherKind: "Die Datei ist ein ODF-Dokument anderer Art; erwartet wird ein Textdokument (.odt)."
    case .archive, .member: Self.sentence(Self.archive(underlying), at: knownPart)
    case .mimetypeMissing: "Dem Dokument fehlt die Angabe seiner Art (mimetype)."
    case .mimetype: "Die Angabe der Dokumentart (mimetype) ist keine von ODF."
    case .mimetypeConflict: "Das Dokument gibt seine Art zweimal verschieden an (mimetype und Manifest)."
    case .manifestMissing: "Dem Dokument fehlt das Manifest."
    case .manifest: "Das Manifest des Dokuments ist unbrauchbar."
    case .encrypted:
      "Das Dokument ist mit einem Kennwort geschützt. Die Befehle read, check, render, fill und text öffnen es mit --password (Programme: --password-fd)."
    case .wrongPassword: "Das Kennwort passt nicht zu diesem Dokument. Bitte das Kennwort prüfen."
    case .emptyPassword: "Das Kennwort ist leer. Bitte ein Kennwort angeben."
    case .protection:
      "Das Dokument ist auf eine Weise geschützt, die hier nicht gelesen wird. Bitte in LibreOffice öffnen und neu speichern."
    case .protectionCost:
      "Das Dokument zu öffnen würde übermäßig viel Rechenarbeit verlangen; es wird nicht geöffnet."
    case .recipients:
      "Das Dokument ist mit OpenPGP für bestimmte Personen verschlüsselt. Bitte in LibreOffice mit einem Kennwort speichern."
    case .partlyProtected:
      "Ein Teil des geschützten Dokuments ist nicht verschlüsselt und wird deshalb nicht gelesen" + inPart
    case .contentMissing: "Dem Dokument fehlt sein Inhalt (content.xml)."
    case .tooLarge: "Ein Teil des Dokuments ist zu groß" + inPart
    case .xml: Self.xml(underlying) + inPart
    case .doctype: "Das Dokument enthält eine DOCTYPE-Angabe und wird nicht gelesen" + inPart
    case .root: "Ein Teil des Dokuments ist nicht, was er sein soll" + inPart
    case .body: "Das Dokument hat keinen oder mehr als einen Textkörper."
    case .version: "Die ODF-Version des Dokuments ist nicht bekannt."
    }
  }

  private var inPart: String {
    switch (knownPart, line) {
    case (nil, _): "."
    case (let part?, 0): " (\(part))."
    case (let part?, let line): " (\(part), Zeile \(line))."
    }
  }

  /// The name of the part if it is one of ODF or ours.
  ///
  /// Any other name was chosen by whoever made the file: it may be a person's, or steer the terminal.
  private var knownPart: String? {
    let known = [
      "mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml",
      EmbeddedRecord.path,
    ]
    return part.flatMap { known.contains($0) ? $0 : nil }
  }

  /// The place goes before the full stop.
  private static func sentence(_ text: String, at part: String?) -> String {
    guard let part, text.hasSuffix(".") else { return text }
    return "\(text.dropLast()) (\(part))."
  }

  private static func archive(_ code: String?) -> String {
    switch code.flatMap(ZipFailure.Code.init(rawValue:)) {
    case .empty: "Die Datei ist leer."
    case .notZip: "Die Datei ist kein ODF-Dokument."
    case .truncated: "Die Datei ist abgeschnitten, vielleicht beim Kopieren. Bitte noch einmal holen."
    case .trailingBytes: "Hinter dem Ende des Dokuments stehen weitere Daten."
    case .ambiguous: "Die Datei lässt sich auf zwei Weisen lesen und wird deshalb nicht gelesen."
    case .split: "Das Archiv ist in mehrere Teile geteilt."
    case .zip64: "Das Archiv hat ein Format für sehr große Dateien (ZIP64), das hier nicht gelesen wird."
    case .directory: "Das Inhaltsverzeichnis der Datei ist beschädigt."
    case .gap: "In der Datei stehen Daten, die zu keinem Teil des Dokuments gehören."
    case .overlap: "Teile des Dokuments überlappen einander."
    case .disagreement: "Die Datei macht über ihre Teile widersprüchliche Angaben."
    case .encrypted: "Das Archiv ist verschlüsselt."
    case .method: "Ein Teil ist mit einem unbekannten Verfahren gepackt."
    case .path: "Ein Teil hat einen Pfad, der aus dem Dokument hinausführt."
    case .name: "Ein Teil hat einen unzulässigen Namen."
    case .duplicate: "Ein Name kommt in der Datei zweimal vor."
    case .link: "Die Datei enthält eine Verknüpfung oder ein Gerät."
    case .tooMany: "Die Datei hat zu viele Teile."
    case .tooLarge: "Die Datei oder ein Teil davon ist zu groß."
    case .bomb: "Die Datei würde ausgepackt übermäßig groß und wird nicht gelesen."
    case .size: "Ein Teil ist nicht so groß, wie die Datei angibt."
    case .checksum: "Die Prüfsumme eines Teils stimmt nicht; die Datei ist beschädigt."
    case .damaged: "Ein Teil der Datei ist beschädigt."
    case .missing: "Ein Teil des Dokuments fehlt."
    case .library, nil: "Die Datei kann nicht gelesen werden."
    }
  }

  private static func xml(_ code: String?) -> String {
    switch code.flatMap(XMLFailure.Code.init(rawValue:)) {
    case .empty: "Ein Teil des Dokuments ist leer"
    case .encoding: "Ein Teil des Dokuments ist nicht UTF-8"
    case .malformed: "Ein Teil des Dokuments ist kein gültiges XML"
    case .truncated: "Ein Teil des Dokuments ist abgeschnitten"
    case .doctype: "Das Dokument enthält eine DOCTYPE-Angabe und wird nicht gelesen"
    case .depth: "Das Dokument ist zu tief verschachtelt"
    case .elements: "Das Dokument hat zu viele Elemente"
    case .attributes: "Ein Element des Dokuments hat zu viele Attribute"
    case .namespaces: "Das Dokument hat zu viele Namensräume"
    case .names: "Das Dokument hat zu viele verschiedene Namen"
    case .markup: "Ein Element des Dokuments ist zu lang"
    case .size: "Ein Teil des Dokuments ist zu groß"
    case nil: "Ein Teil des Dokuments ist nicht lesbar"
    }
  }
}
