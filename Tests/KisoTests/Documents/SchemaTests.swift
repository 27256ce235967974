import Paperwork
import Testing

/// `kiso schema`: other programs judge our records by what it prints.
struct SchemaTests {
  /// The examples of a form, as XML and JSON in a folder; their names without ending.
  private func records(of form: String, in scratch: borrowing Scratch) throws -> [String] {
    var names: [String] = []
    for example in Repository.examples {
      let record = try Repository.record(Array(try Repository.text("Examples/\(example)").utf8))
      guard record.form == form else { continue }
      try scratch.write(record.xml(), "\(stem(example)).xml")
      try scratch.write(Array(try json(record).utf8), "\(stem(example)).json")
      names.append(stem(example))
    }
    return names
  }

  private func json(_ record: Record) throws -> String {
    let library = try Catalogue(home: Repository.root).library(form: record.form)
    return String(decoding: record.json(form: try #require(library.forms[record.form])), as: UTF8.self)
  }

  private func write(_ format: String, of form: String, in scratch: borrowing Scratch) throws -> String {
    let path = scratch.path("schema.\(format)")
    let run = try Kiso.run(["schema", form, "--\(format)", "-o", path])
    #expect(run.status == 0 && run.errors == "" && run.output == "", "\(run.errors)")
    return path
  }

  /// What xmllint says of files: the names of those that are valid.
  private func valid(_ files: [String], option: String, schema: String) throws -> Set<String> {
    let run = try Program.run([Outside.xmllint ?? "", "--noout", option, schema] + files)
    #expect(!run.errors.contains("failed to compile") && !run.errors.contains("parser error"), "\(run.errors)")
    let lines = run.errors.split(separator: "\n").filter { $0.hasSuffix(" validates") }
    return Set(lines.map { String($0.dropLast(" validates".count)) })
  }

  private func valid(json files: [String], schema: String) throws -> Set<String> {
    let script = Repository.path("Tests/KisoTests/Outside/jsonvalid.py")
    let run = try Program.run([Outside.python ?? "", script, schema] + files)
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map { $0.split(separator: "\t") }
    return Set(lines.filter { $0.last == "valid" }.map { String($0[0]) })
  }

  static let forms = (try? Catalogue(home: Repository.root).formIDs()) ?? []

  @Test(.enabled(if: Outside.xmllint != nil, "needs xmllint"), arguments: forms)
  func theExamplesFitTheSchemasForXML(_ form: String) throws {
    let scratch = try Scratch()
    let files = try records(of: form, in: scratch).map { scratch.path("\($0).xml") }
    #expect(!files.isEmpty)
    for (format, option) in [("rng", "--relaxng"), ("xsd", "--schema")] {
      let schema = try write(format, of: form, in: scratch)
      #expect(try valid(files, option: option, schema: schema) == Set(files), "\(format)")
    }
  }

  @Test(.enabled(if: Outside.hasJSONSchema, "needs python3-jsonschema"), arguments: forms)
  func theExamplesFitTheSchemaForJSON(_ form: String) throws {
    let scratch = try Scratch()
    let written = try records(of: form, in: scratch).map { scratch.path("\($0).json") }
    let given = Repository.examples.filter { $0.hasPrefix(form) && $0.hasSuffix(".json") }
      .map { Repository.path("Examples/\($0)") }
    let schema = try write("json", of: form, in: scratch)
    #expect(!written.isEmpty && !given.isEmpty)
    #expect(try valid(json: written + given, schema: schema) == Set(written + given))
  }

  /// A mistake, as it stands in XML and in JSON.
  static let mistakes: [(name: String, xml: (String, String), json: (String, String))] = [
    ("day", ("<datum>2025-11-14<", "<datum>14.11.2025<"), ("2025-11-14", "14.11.2025")),
    ("no such month", ("<datum>2025-11-14<", "<datum>2025-13-14<"), ("2025-11-14", "2025-13-14")),
    ("code", (">hausbesuch<", ">brieftaube<"), ("\"hausbesuch\"", "\"brieftaube\"")),
    ("missing", ("<datum>2025-11-14</datum>", ""), ("\"datum\": \"2025-11-14\",", "")),
    ("unknown field", ("</record>", "<anlas>x</anlas></record>"), ("\"datum\":", "\"anlas\": \"x\", \"datum\":")),
    (
      "twice", ("<datum>2025-11-14</datum>", "<datum>2025-11-14</datum><datum>2025-11-14</datum>"),
      ("\"2025-11-14\"", "[\"2025-11-14\", \"2025-11-14\"]")
    ),
    ("other form", ("form=\"gespraechsnotiz\"", "form=\"widerruf\""), ("\"gespraechsnotiz\"", "\"widerruf\"")),
    ("other version", ("version=\"1\"", "version=\"7\""), ("\"version\": \"1\"", "\"version\": \"7\"")),
    (
      "text for a group", ("<fachkraft>", "<fachkraft>x"), ("\"fachkraft\": {", "\"fachkraft\": \"x\", \"y\": {")
    ),
    (
      "yes or no", ("<kontakt_zustande>nein<", "<kontakt_zustande>vielleicht<"),
      ("\"kontakt_zustande\": false", "\"kontakt_zustande\": \"vielleicht\"")
    ),
    ("empty text", ("</record>", "<anlass/></record>"), ("\"datum\":", "\"anlass\": \"\", \"datum\":")),
    (
      "no answer here", ("<datum>2025-11-14<", "<datum status=\"unbekannt\"><"),
      ("\"2025-11-14\"", "{\"status\": \"unbekannt\"}")
    ),
  ]

  @Test(.enabled(if: Outside.xmllint != nil && Outside.hasJSONSchema, "needs xmllint and python3-jsonschema"))
  func aRecordWithAMistakeFitsNoSchema() throws {
    let scratch = try Scratch()
    let record = try Repository.record(Array(try Repository.text("Examples/gespraechsnotiz-minimal.json").utf8))
    let (xml, json) = (String(decoding: record.xml(), as: UTF8.self), try json(record))
    var files: (xml: [String], json: [String]) = ([], [])
    for mistake in Self.mistakes {
      #expect(xml.contains(mistake.xml.0) && json.contains(mistake.json.0), "\(mistake.name)")
      files.xml.append(try scratch.write(xml.replacing(mistake.xml.0, with: mistake.xml.1), "\(mistake.name).xml"))
      files.json.append(
        try scratch.write(json.replacing(mistake.json.0, with: mistake.json.1), "\(mistake.name).json"))
    }
    for (format, option) in [("rng", "--relaxng"), ("xsd", "--schema")] {
      let schema = try write(format, of: "gespraechsnotiz", in: scratch)
      // XML Schema 1.0 cannot tell an empty element from one with an answer.
      let wrong = files.xml.filter { format == "rng" || !$0.hasSuffix("empty text.xml") }
      #expect(try valid(wrong, option: option, schema: schema) == [], "\(format)")
    }
    #expect(try valid(json: files.json, schema: write("json", of: "gespraechsnotiz", in: scratch)) == [])
  }

  @Test func theSchemaNamesWhatTheFormNames() throws {
    for format in ["rng", "xsd", "json"] {
      let run = try Kiso.run(["schema", "widerruf", "--\(format)"])
      try Golden.expect(run.transcript, "schema/widerruf-\(format)")
      #expect(try Kiso.run(["schema", "widerruf", "--\(format)"]).bytes == run.bytes)
    }
    #expect(try Kiso.run(["schema", "widerruf"]).status == 64)
    #expect(try Kiso.run(["schema", "widerruf", "--rng", "--json"]).status == 64)
    #expect(try Kiso.run(["schema", "widderruf", "--rng"]).errors.contains("›widerruf‹"))
  }
}
