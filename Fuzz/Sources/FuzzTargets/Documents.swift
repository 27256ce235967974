import FormModel
import OpenDocument
import Paperwork

/// Documents of ours, made of the examples.
public enum Documents {
  /// The names of the examples that are records.
  public static let examples = Repository.files(in: "Examples").filter { $0.hasSuffix(".json") || $0.hasSuffix(".xml") }

  /// A finished note.
  public static let note = document(of: "gespraechsnotiz-erstkontakt.json") ?? []

  /// A note with places to type.
  public static let fillable = document(of: "gespraechsnotiz-erstkontakt.json", isFillable: true) ?? []

  /// What stands on the page of an example.
  static func text(of example: String) -> String? {
    document(of: example).flatMap { try? OpenDocumentFile(reading: $0).plainText() }
  }

  /// The document of an example; nil where it cannot be made without another paper.
  public static func document(
    of example: String, isFillable: Bool = false, format: PaperFormat = .odt
  ) -> [UInt8]? {
    do {
      let library = Repository.library
      let reader = PaperReader(catalogue: Repository.catalogue, day: Repository.day, library: library)
      let (paper, _) = try reader.read(Repository.bytes("Examples/" + example))
      guard let form = library.forms[paper.record.form] else { return nil }
      let maker = PaperMaker(catalogue: Repository.catalogue, day: Repository.day)
      guard !isFillable else {
        return try maker.fillable(paper.record, named: example, library, among: nil, as: format).documents.first?.bytes
      }
      let evaluated = try EvaluatedRecord(paper.record, form: form, library: library, day: Repository.day)
      return try maker.documents(of: evaluated, named: example, library, as: format) { _ in evaluated }.first?.bytes
    } catch {
      return nil
    }
  }
}
