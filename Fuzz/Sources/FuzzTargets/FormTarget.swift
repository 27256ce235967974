import FormModel
import Paperwork

/// Declarations that somebody edited.
enum FormTarget {
  private static let schema = SourceFile(name: "form.rng", bytes: Repository.bytes("Forms/form.rng"))
  private static let types = SourceFile(name: "types.xml", bytes: Repository.bytes("Forms/types.xml"))

  static func read(_ bytes: [UInt8]) {
    let files = [types, SourceFile(name: "formular.xml", bytes: bytes)]
    _ = FormLint.mistakes(in: files, schema: schema)
    guard let library = try? FormLibrary(files: files, schema: schema) else { return }
    for form in library.forms.values {
      _ = FormDescription(form, library: library).text
      for format in RecordSchema.Format.allCases { _ = RecordSchema(form, library: library).bytes(format) }
      _ = try? EvaluatedRecord(Record(form: form.id, version: "1"), form: form, library: library, day: Repository.day)
    }
  }
}
