public import Files
public import FormModel
public import OpenDocument

/// Why something could not be done with papers: a failure of the world or of a declaration.
///
/// A user's mistakes in a record are findings, not failures; `notFinal` carries them where they stand in the way.
public enum PaperworkFailure: Error, Hashable, Sendable {
  /// A file could not be read.
  case file(FileFailure)
  /// Forms, lists or profile have mistakes.
  case declarations(AuthorMistakes)
  /// A template has mistakes.
  case template(AuthorMistakes)
  /// There is no template for a form.
  case noTemplate(form: String)
  /// There is no template for a form as a spreadsheet.
  case noSheetTemplate(form: String)
  /// There is no form of that name; the nearest known one, if there is one.
  case unknownForm(name: String, nearest: String?)
  /// A name may mean several forms; their ids.
  case severalForms(name: String, forms: [String])
  /// There is no town of that name; the nearest known one, if there is one.
  case unknownTown(name: String, nearest: String?)
  /// A form is not printed in a language; those in which it is.
  case unknownLanguage(form: String, known: [String])
  /// A record names a form that there is not; the nearest known one, if there is one.
  case recordOfUnknownForm(name: String, nearest: String?)
  /// A record was made with a version of its form that was not kept; those that are known.
  case unknownVersion(form: String, version: String, known: [String])
  /// Another text of a version, or a list with codes that are gone now, was kept already.
  case keptOtherwise(path: String, version: String)
  /// The bytes are no record.
  case record(RecordFailure)
  /// A document was refused.
  case document(DocumentFailure)
  /// A file that begins as a PDF and is not whole.
  case brokenPDF
  /// A text was not read by its labels.
  case labels(LabelFailure)
  /// The document carries no record of kiso.
  case noRecord
  /// The record has errors, so no final paper is made of it.
  case notFinal([Finding])

  /// Whether a document was refused because no password opens it.
  public var isWrongPassword: Bool {
    if case .document(let failure) = self { failure.code == .wrongPassword } else { false }
  }

  /// What `body` gives; a broken declaration becomes a failure.
  public static func ofDeclarations<Value>(
    _ body: () throws(AuthorMistakes) -> Value
  ) throws(PaperworkFailure) -> Value {
    do {
      return try body()
    } catch {
      throw .declarations(error)
    }
  }
}
