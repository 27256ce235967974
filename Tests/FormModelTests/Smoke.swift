import FormModel
import Glibc
import Testing

@Suite struct Smoke {
  @Test func evaluate() throws {
    let top = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    func read(_ p: String) -> [UInt8] {
      let f = fopen("/" + top + "/" + p, "r")!
      defer { fclose(f) }
      var out: [UInt8] = []
      var buf = [UInt8](repeating: 0, count: 65536)
      while true { let n = fread(&buf, 1, 65536, f); if n == 0 { break }; out += buf[..<n] }
      return out
    }
    var files = ["types.xml", "bochum/profile.xml", "bochum/retention.xml", "bochum/gespraechsnotiz.xml"]
    let d = opendir("/" + top + "/Forms/bochum/lists")!
    while let e = readdir(d) { let n = withUnsafePointer(to: &e.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }; if n.hasSuffix(".xml") { files.append("bochum/lists/" + n) } }
    do {
      let lib = try FormLibrary(files: files.map { SourceFile(name: $0, bytes: read("Forms/" + $0)) }, schema: SourceFile(name: "form.rng", bytes: read("Forms/form.rng")))
      let day = Day(iso: "2025-11-20")!
      for ex in ["gespraechsnotiz-erstkontakt.json", "gespraechsnotiz-anonym.json", "gespraechsnotiz-minimal.json", "gespraechsnotiz-schutz.xml", "gespraechsnotiz-lang.json"] {
        var reader = RecordReader(library: lib, day: day)
        let (record, f) = try reader.record(from: RecordReader.raw(read("Examples/" + ex)))
        let form = lib.forms["gespraechsnotiz"]!
        let ev = try EvaluatedRecord(record, form: form, library: lib, day: day)
        print("==", ex, f.map(\.german))
        for x in ev.findings { print("  ", x.german, x.path, x.place) }
        print(ev.retention.map { ($0.rule.id, $0.due.german) })
        print(ev.record == record, ev.shown == record)
        if ev.record != record { let a = String(decoding: record.xml(), as: UTF8.self).split(separator: "\n"), b = String(decoding: ev.record.xml(), as: UTF8.self).split(separator: "\n"); for l in b.difference(from: a) { print(l) } }
        #expect(try { var r2 = RecordReader(library: lib, day: day); return try r2.record(from: RecordReader.raw(record.xml())).record }() == record)
        #expect(try { var r2 = RecordReader(library: lib, day: day); return try r2.record(from: RecordReader.raw(record.json(form: form))).record }() == record)
      }
    } catch let e as AuthorMistakes { for m in e.mistakes { print(m.german) }; throw e }
  }
}
