internal import XMLTree

/// Writes `office:meta` in a fixed order: what is given for the document, otherwise what the template says.
struct MetadataWriter {
  private let given: DocumentMetadata
  private let own: [MetadataField]
  private(set) var problems: [RenderProblem] = []
  private var output: [UInt8] = []
  private var written: Set<String> = []

  init(_ given: DocumentMetadata, _ own: [MetadataField]) {
    self.given = given
    self.own = own
  }

  mutating func write(_ renderer: inout Renderer) {
    output = Array("<office:meta>".utf8)
    element("meta:generator", given.generator)
    element("dc:title", given.title, or: .title, &renderer)
    element("dc:description", given.description, or: .description, &renderer)
    element("dc:subject", given.subject, or: .subject, &renderer)
    if given.keywords.isEmpty {
      for field in own where field.kind == .keyword {
        raw("meta:keyword", renderer.plainBytes(of: field.content))
      }
    } else {
      for keyword in given.keywords { element("meta:keyword", keyword) }
    }
    // Both, so that no reader takes another name from somewhere else.
    element("meta:initial-creator", given.creator)
    element("dc:creator", given.creator)
    element("meta:creation-date", given.creationDate)
    element("dc:date", given.creationDate)
    element("dc:language", given.language, or: .language, &renderer)
    userFields(&renderer)
  }

  /// The whole element.
  var finished: [UInt8] { output + Array("</office:meta>".utf8) }

  /// Adds a field of one's own behind the others, and gives what is wrong with it.
  @discardableResult
  mutating func add(_ field: UserField) -> ArraySlice<RenderProblem> {
    let before = problems.count
    if written.insert(field.name).inserted {
      userField(field)
    } else {
      problems.append(RenderProblem(.metadata, found: field.name))
    }
    return problems[before...]
  }

  private mutating func userFields(_ renderer: inout Renderer) {
    for field in own {
      guard case .user(let name, let type) = field.kind, written.insert(name).inserted else { continue }
      if let value = given.userDefined.first(where: { $0.name == name }) {
        userField(value)
      } else {
        let bytes = renderer.plainBytes(of: field.content)
        // A field of another type that is empty would be invalid.
        if type == "string" || !bytes.isEmpty { userField(name, type, bytes) }
      }
    }
    // What took the place of a field of the template is written already.
    let replaced = written
    for field in given.userDefined where !replaced.contains(field.name) { add(field) }
  }

  private mutating func userField(_ field: UserField) {
    guard !field.name.isEmpty else {
      problems.append(RenderProblem(.metadata, found: field.name))
      return
    }
    switch field.value {
    case .text(let text): userField(field.name, "string", escaped(text, of: field.name))
    case .date(let text): userField(field.name, "date", escaped(text, of: field.name))
    case .boolean(let value): userField(field.name, "boolean", Array((value ? "true" : "false").utf8))
    case .number(let value):
      guard value.isFinite else {
        problems.append(RenderProblem(.metadata, found: field.name))
        return
      }
      userField(field.name, "float", Array(XPathValue.number(value).string.utf8))
    }
  }

  private mutating func userField(_ name: String, _ type: String, _ content: [UInt8]) {
    output += Array("<meta:user-defined meta:name=\"".utf8)
    XMLEscape.append(attribute: name, to: &output)
    output += Array("\" meta:value-type=\"\(type)\">".utf8)
    output += content
    output += Array("</meta:user-defined>".utf8)
  }

  private mutating func element(
    _ name: String, _ value: String?, or kind: MetadataField.Kind, _ renderer: inout Renderer
  ) {
    if value != nil {
      element(name, value)
    } else if let field = own.first(where: { $0.kind == kind }) {
      raw(name, renderer.plainBytes(of: field.content))
    }
  }

  private mutating func element(_ name: String, _ value: String?) {
    guard let value else { return }
    raw(name, escaped(value, of: name))
  }

  private mutating func raw(_ name: String, _ content: [UInt8]) {
    guard !content.isEmpty else { return }
    output += Array("<\(name)>".utf8)
    output += content
    output += Array("</\(name)>".utf8)
  }

  private mutating func escaped(_ text: String, of field: String) -> [UInt8] {
    var result: [UInt8] = []
    do {
      try ValueWriter.appendPlain(text, to: &result)
    } catch {
      problems.append(RenderProblem(.metadata, found: field))
    }
    return result
  }
}
