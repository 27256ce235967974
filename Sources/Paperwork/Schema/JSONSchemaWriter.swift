internal import FormModel

/// Writes the schema of a form's records as JSON Schema, draft 2020-12.
struct JSONSchemaWriter {
  let form: FormDefinition
  let library: FormLibrary

  func bytes() -> [UInt8] {
    var writer = JSONLines()
    writer.object { writer in
      writer.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      writer.member("title", "\(form.title), Fassung \(form.version)")
      writer.member("description", form.purpose)
      writer.member("type", "object")
      writer.member("properties") { writer in
        writer.object { writer in
          writer.member("form") { $0.object { $0.member("const", form.id) } }
          writer.member("version") { $0.object { $0.member("const", form.version) } }
          writer.member("id") { $0.object { $0.member("type", "string") } }
          writer.member("edition") { $0.object { $0.member("pattern", "^[1-9][0-9]{0,3}$") } }
          writer.member("corrected") { $0.object { $0.member("format", "date") } }
          writer.member("unconfirmed") { writer in
            writer.object {
              $0.member("type", "array")
              $0.member("items") { $0.object { $0.member("type", "string") } }
            }
          }
          properties(form.items, &writer)
        }
      }
      ends(form.items, always: ["form"], &writer)
    }
    return writer.bytes + [0x0A]
  }

  private func properties(_ items: [ItemDefinition], _ writer: inout JSONLines) {
    for item in items {
      writer.member(item.id) { writer in
        guard item.repeats else { return self.item(item, &writer) }
        writer.object { writer in
          writer.member("type", "array")
          if form.demands(item) { writer.member("minItems") { $0.number(1) } }
          writer.member("items") { self.item(item, &$0) }
        }
      }
    }
  }

  /// What an object must have, and that it has nothing else.
  private func ends(_ items: [ItemDefinition], always: [String], _ writer: inout JSONLines) {
    let required = always + items.filter { form.demands($0) }.map(\.id)
    if !required.isEmpty { writer.member("required") { $0.array(required) { $0.string($1) } } }
    writer.member("additionalProperties") { $0.boolean(false) }
  }

  private func item(_ item: ItemDefinition, _ writer: inout JSONLines) {
    writer.object { writer in
      writer.member("title", item.label)
      switch item {
      case .group(let group):
        writer.member("type", "object")
        writer.member("properties") { $0.object { properties(group.items, &$0) } }
        ends(group.items, always: [], &writer)
      case .field(let field):
        let value = ValueSchema(field, library: library)
        let answers = form.schemaAnswers(field)
        guard !answers.isEmpty else { return self.value(value, &writer) }
        writer.member("anyOf") { writer in
          writer.array([true, false]) { writer, isValue in
            writer.object { isValue ? self.value(value, &$0) : self.answers(answers, &$0) }
          }
        }
      }
    }
  }

  private func answers(_ answers: [String], _ writer: inout JSONLines) {
    writer.member("type", "object")
    writer.member("properties") { writer in
      writer.object { writer in
        writer.member("status") { $0.object { $0.member("enum") { $0.array(answers) { $0.string($1) } } } }
      }
    }
    writer.member("required") { $0.array(["status"]) { $0.string($1) } }
    writer.member("additionalProperties") { $0.boolean(false) }
  }

  private func value(_ value: ValueSchema, _ writer: inout JSONLines) {
    switch value.form {
    case .text(let patterns, let maximumLength):
      writer.member("type", "string")
      writer.member("minLength") { $0.number(1) }
      if let maximumLength { writer.member("maxLength") { $0.number(maximumLength) } }
      if let pattern = patterns.first { writer.member("pattern", "^(\(pattern))$") }
      if patterns.count > 1 {
        writer.member("allOf") { writer in
          writer.array(Array(patterns.dropFirst())) { writer, pattern in
            writer.object { $0.member("pattern", "^(\(pattern))$") }
          }
        }
      }
    case .integer, .decimal:
      if case .integer = value.form { writer.member("type", "integer") } else { writer.member("type", "number") }
      if let minimum = value.minimum { writer.member("minimum") { $0.number(minimum) } }
      if let maximum = value.maximum { writer.member("maximum") { $0.number(maximum) } }
    case .yesNo: writer.member("type", "boolean")
    case .codes(let codes):
      writer.member("enum") { $0.array(codes.map(\.id)) { $0.string($1) } }
      let labels = codes.compactMap { code in code.documentation.map { "\(code.id): \($0)" } }
      if !labels.isEmpty { writer.member("description", labels.joined(separator: " · ")) }
    }
  }
}
