internal import FormModel

/// Writes the schema of a form's records as RELAX NG.
struct RelaxNGSchemaWriter {
  let form: FormDefinition
  let library: FormLibrary

  func bytes() -> [UInt8] {
    var writer = MarkupWriter()
    let names: KeyValuePairs<String, String?> = [
      "xmlns": "http://relaxng.org/ns/structure/1.0",
      "xmlns:a": "http://relaxng.org/ns/compatibility/annotations/1.0",
      "datatypeLibrary": "http://www.w3.org/2001/XMLSchema-datatypes",
    ]
    writer.element("grammar", names) { writer in
      writer.element("start") { writer in
        writer.element("element", ["name": "record"]) { writer in
          writer.element("a:documentation", text: "\(form.title), Fassung \(form.version)")
          writer.element("attribute", ["name": "form"]) { $0.element("value", ["type": "string"], text: form.id) }
          optional(&writer) { writer in
            writer.element("attribute", ["name": "version"]) {
              $0.element("value", ["type": "string"], text: form.version)
            }
          }
          optional(&writer) { $0.element("attribute", ["name": "id"]) }
          optional(&writer) { writer in
            writer.element("attribute", ["name": "edition"]) { $0.element("data", ["type": "positiveInteger"]) }
          }
          optional(&writer) { writer in
            writer.element("attribute", ["name": "corrected"]) { $0.element("data", ["type": "date"]) }
          }
          optional(&writer) { $0.element("attribute", ["name": "unconfirmed"]) }
          items(form.items, &writer)
        }
      }
    }
    return writer.bytes
  }

  private func optional(_ writer: inout MarkupWriter, _ body: @escaping (inout MarkupWriter) -> Void) {
    writer.element("optional", [:], body)
  }

  private func items(_ items: [ItemDefinition], _ writer: inout MarkupWriter) {
    guard !items.isEmpty else { return writer.element("empty") }
    writer.element("interleave") { writer in
      for item in items {
        switch (item.repeats, form.demands(item)) {
        case (true, true): writer.element("oneOrMore") { self.item(item, &$0) }
        case (true, false): writer.element("zeroOrMore") { self.item(item, &$0) }
        case (false, true): self.item(item, &writer)
        case (false, false): writer.element("optional") { self.item(item, &$0) }
        }
      }
    }
  }

  private func item(_ item: ItemDefinition, _ writer: inout MarkupWriter) {
    writer.element("element", ["name": item.id]) { writer in
      writer.element("a:documentation", text: item.label)
      switch item {
      case .group(let group): items(group.items, &writer)
      case .field(let field):
        let value = ValueSchema(field, library: library)
        let answers = form.schemaAnswers(field)
        guard !answers.isEmpty else { return self.value(value, &writer) }
        writer.element("choice") { writer in
          self.value(value, &writer)
          writer.element("attribute", ["name": "status"]) { writer in
            writer.element("choice") { writer in
              for answer in answers { writer.element("value", ["type": "string"], text: answer) }
            }
          }
        }
      }
    }
  }

  private func value(_ value: ValueSchema, _ writer: inout MarkupWriter) {
    switch value.form {
    case .text(let patterns, let maximumLength):
      let lengths = [("minLength", "1")] + (maximumLength.map { [("maxLength", "\($0)")] } ?? [])
      data("string", patterns, lengths, &writer)
    case .integer: data("integer", ["-?[0-9]+"], limits(of: value), &writer)
    case .decimal: data("decimal", ["-?[0-9]+([.][0-9]+)?"], limits(of: value), &writer)
    case .codes(let codes): choice(codes.map { ($0.id, $0.documentation) }, &writer)
    case .yesNo: choice([("ja", nil), ("nein", nil)], &writer)
    }
  }

  private func limits(of value: ValueSchema) -> [(String, String)] {
    (value.minimum.map { [("minInclusive", "\($0)")] } ?? [])
      + (value.maximum.map { [("maxInclusive", "\($0)")] } ?? [])
  }

  private func data(
    _ type: String, _ patterns: [String], _ parameters: [(String, String)], _ writer: inout MarkupWriter
  ) {
    writer.element("data", ["type": type]) { writer in
      for pattern in patterns { writer.element("param", ["name": "pattern"], text: pattern) }
      for (name, value) in parameters { writer.element("param", ["name": name], text: value) }
    }
  }

  private func choice(_ values: [(id: String, label: String?)], _ writer: inout MarkupWriter) {
    writer.element("choice") { writer in
      for (id, label) in values {
        writer.element("value", ["type": "string"], text: id)
        if let label { writer.element("a:documentation", text: label) }
      }
    }
  }
}
