public import FormModel
internal import OpenDocument

extension PaperDocument {
  /// A document or PDF that came as it is, looked at before it is handed to another program.
  ///
  /// Documents are opened with the limits for what comes from outside; their parts must be readable. Throws
  /// `PaperworkFailure.document` for what is none, is damaged, too large or protected by a password, and `.brokenPDF`.
  init(finished bytes: [UInt8], kind: SourceKind, source: String) throws(PaperworkFailure) {
    guard kind != .pdf else {
      guard bytes.starts(with: "%PDF-".utf8), bytes.suffix(1024).contains("%%EOF".utf8) else { throw .brokenPDF }
      self.init(source: source, bytes: bytes, kind: kind, isOurs: false)
      return
    }
    do {
      let file = try OpenDocumentFile(reading: bytes)
      _ = try file.content
      _ = try file.styles
      let own: SourceKind = file.kind == .flat ? .fodt : file.isTemplate ? .ott : .odt
      self.init(source: source, bytes: bytes, kind: own, isOurs: false)
    } catch {
      throw .document(error)
    }
  }

  /// Said of a document that carries no record: nobody can check it.
  public static let unchecked = Finding(
    id: "H-UNGEPRUEFT", strength: .hint, path: "", place: "Dokument",
    message: "Das Dokument trägt keine Daten von kiso und wird weitergegeben, wie es ist; geprüft wurde es nicht.",
    remedy: "")
}
