import FormModel
import OpenDocument
import Paperwork

/// Templates that somebody edited.
enum TemplateTarget {
  static func read(_ bytes: [UInt8]) {
    let source = SourceFile(name: "vorlage.fodt", bytes: bytes)
    guard let form = Repository.library.forms[Repository.note] else { fatalError("no note") }
    let maker = PaperMaker(catalogue: Repository.catalogue, day: Repository.day, templates: [form.id: source])
    let papers = [
      try? maker.documents(of: record, named: "satz", Repository.library, as: .odt) { _ in record }.first,
      try? maker.blank(form.id, as: .odt),
    ]
    for document in papers {
      guard let document else { continue }
      promise(
        (try? OpenDocumentFile(reading: document.bytes, accepting: Set(DocumentType.allCases))) != nil,
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
