import FormModel
import OpenDocument
import Paperwork

/// Templates that somebody edited.
enum TemplateTarget {
  static func read(_ bytes: [UInt8]) {
    let source = SourceFile(name: "vorlage.fodt", bytes: bytes)
    guard let form = Repository.library.forms[Repository.note] else { fatalError("no note") }
    for output in [PaperWriter.Output.final, .blank] {
      guard let writer = try? PaperWriter(form, template: source, library: Repository.library, output: output) else {
        continue
      }
      let document = output == .blank ? try? writer.blank(day: Repository.day) : try? writer.document(for: record)
      guard let document else { continue }
      promise(
        (try? OpenDocumentFile(reading: document, accepting: Set(DocumentType.allCases))) != nil,
        "what is made of a template can be opened")
    }
  }

  // The fuzzer has one thread.
  private nonisolated(unsafe) static let record: EvaluatedRecord = Repository.loaded { () throws(PaperworkFailure) in
    let checker = PaperChecker(catalogue: Repository.catalogue, day: Repository.day)
    let bytes = Repository.bytes("Examples/gespraechsnotiz-erstkontakt.json")
    return try checker.evaluate(try checker.read(bytes, name: "satz"))
  }
}
