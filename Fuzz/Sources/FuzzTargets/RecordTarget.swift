import FormModel

/// Records, as JSON and as XML.
enum RecordTarget {
  static func read(_ bytes: [UInt8]) {
    guard let raw = try? RecordReader.raw(bytes) else { return }
    var reader = RecordReader(library: Repository.library, day: Repository.day)
    guard let (record, _) = try? reader.record(from: raw), let form = Repository.library.forms[record.form] else {
      return
    }
    let json = record.json(form: form)
    if let again = read(json) { promise(again.json(form: form) == json, "JSON reads back") }
    let xml = record.xml()
    if let again = read(xml) { promise(again.xml() == xml, "XML reads back") }
    guard
      let evaluated = try? EvaluatedRecord(record, form: form, library: Repository.library, day: Repository.day)
    else { return }
    _ = (evaluated.findings.map(\.german), evaluated.shown.xml(), evaluated.retention)
  }

  private static func read(_ bytes: [UInt8]) -> Record? {
    guard let raw = try? RecordReader.raw(bytes) else { return nil }
    var reader = RecordReader(library: Repository.library, day: Repository.day)
    return try? reader.record(from: raw).record
  }
}
