internal import FormModel

/// Writes the schema of a form's records as W3C XML Schema 1.0.
struct XMLSchemaWriter {
  let form: FormDefinition
  let library: FormLibrary

  func bytes() -> [UInt8] {
    var writer = MarkupWriter()
    writer.element(
      "xs:schema", ["xmlns:xs": "http://www.w3.org/2001/XMLSchema", "elementFormDefault": "unqualified"]
    ) { writer in
      writer.element("xs:element", ["name": "record"]) { writer in
        documentation("\(form.title), Fassung \(form.version)", &writer)
        writer.element("xs:complexType") { writer in
          items(form.items, &writer)
          writer.element("xs:attribute", ["name": "form", "use": "required", "type": "xs:string", "fixed": form.id])
          writer.element("xs:attribute", ["name": "version", "type": "xs:string", "fixed": form.version])
          writer.element("xs:attribute", ["name": "id", "type": "xs:string"])
          writer.element("xs:attribute", ["name": "edition", "type": "xs:positiveInteger"])
          writer.element("xs:attribute", ["name": "corrected", "type": "xs:date"])
          writer.element("xs:attribute", ["name": "unconfirmed", "type": "xs:string"])
        }
      }
      answer(&writer)
    }
    return writer.bytes
  }

  private func documentation(_ text: String, _ writer: inout MarkupWriter) {
    writer.element("xs:annotation") { $0.element("xs:documentation", ["xml:lang": "de"], text: text) }
  }

  /// A value or an answer instead of it; each field says what its value looks like.
  private func answer(_ writer: inout MarkupWriter) {
    writer.element("xs:complexType", ["name": Self.answerType]) { writer in
      writer.element("xs:simpleContent") { writer in
        writer.element("xs:extension", ["base": "xs:anySimpleType"]) { writer in
          writer.element("xs:attribute", ["name": "status"]) { writer in
            writer.element("xs:simpleType") { enumeration(AnswerStatus.allCases.map { ($0.rawValue, $0.german) }, &$0) }
          }
        }
      }
    }
  }

  private static let answerType = "angabe"

  private func items(_ items: [ItemDefinition], _ writer: inout MarkupWriter) {
    writer.element("xs:sequence") { writer in
      for item in items { self.item(item, &writer) }
    }
  }

  private func item(_ item: ItemDefinition, _ writer: inout MarkupWriter) {
    writer.element(
      "xs:element",
      [
        "name": item.id, "minOccurs": form.demands(item) ? nil : "0", "maxOccurs": item.repeats ? "unbounded" : nil,
      ]
    ) { writer in
      documentation(item.label, &writer)
      switch item {
      case .group(let group): writer.element("xs:complexType") { items(group.items, &$0) }
      case .field(let field):
        let value = ValueSchema(field, library: library)
        guard !form.schemaAnswers(field).isEmpty else { return simpleType(value, &writer) }
        valueOrAnswer(value, &writer)
      }
    }
  }

  /// A value, or an empty element with an answer as its `status`.
  ///
  /// XML Schema 1.0 cannot say „one or the other“; it lets the element be empty without an answer, which kiso reads
  /// like one that is not there.
  private func valueOrAnswer(_ value: ValueSchema, _ writer: inout MarkupWriter) {
    writer.element("xs:complexType") { writer in
      writer.element("xs:simpleContent") { writer in
        writer.element("xs:restriction", ["base": Self.answerType]) { writer in
          writer.element("xs:simpleType") { writer in
            writer.element("xs:union") { writer in
              simpleType(value, &writer)
              writer.element("xs:simpleType") { writer in
                writer.element("xs:restriction", ["base": "xs:string"]) { $0.element("xs:length", ["value": "0"]) }
              }
            }
          }
        }
      }
    }
  }

  private func simpleType(_ value: ValueSchema, _ writer: inout MarkupWriter) {
    writer.element("xs:simpleType") { writer in
      switch value.form {
      case .text(let patterns, let maximumLength): text(patterns[...], maximumLength, &writer)
      case .integer: number("xs:integer", "-?[0-9]+", value, &writer)
      case .decimal: number("xs:decimal", "-?[0-9]+([.][0-9]+)?", value, &writer)
      case .codes(let codes): enumeration(codes.map { ($0.id, $0.documentation) }, &writer)
      case .yesNo: enumeration([("ja", nil), ("nein", nil)], &writer)
      }
    }
  }

  /// Several patterns of one step would be alternatives, so each is a step of its own.
  private func text(_ patterns: ArraySlice<String>, _ maximumLength: Int?, _ writer: inout MarkupWriter) {
    let rest = patterns.dropLast()
    writer.element("xs:restriction", ["base": rest.isEmpty ? "xs:string" : nil]) { writer in
      if !rest.isEmpty { writer.element("xs:simpleType") { text(rest, nil, &$0) } }
      if let pattern = patterns.last { writer.element("xs:pattern", ["value": pattern]) }
      writer.element("xs:minLength", ["value": "1"])
      if let maximumLength { writer.element("xs:maxLength", ["value": "\(maximumLength)"]) }
    }
  }

  private func number(_ base: String, _ pattern: String, _ value: ValueSchema, _ writer: inout MarkupWriter) {
    writer.element("xs:restriction", ["base": base]) { writer in
      writer.element("xs:pattern", ["value": pattern])
      if let minimum = value.minimum { writer.element("xs:minInclusive", ["value": "\(minimum)"]) }
      if let maximum = value.maximum { writer.element("xs:maxInclusive", ["value": "\(maximum)"]) }
    }
  }

  private func enumeration(_ values: [(id: String, label: String?)], _ writer: inout MarkupWriter) {
    writer.element("xs:restriction", ["base": "xs:string"]) { writer in
      for (id, label) in values {
        guard let label else {
          writer.element("xs:enumeration", ["value": id])
          continue
        }
        writer.element("xs:enumeration", ["value": id]) { documentation(label, &$0) }
      }
    }
  }
}
