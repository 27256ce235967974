public import XMLTree

extension PageText {
  /// The page as XML, to be kept in the document it was issued with; the same page gives the same bytes.
  ///
  /// It holds what the page shows and nothing more. `init(xml:)` reads it.
  public func xml() -> [UInt8] {
    var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<page version=\"1\">\n".utf8)
    var table = ""
    for unit in units {
      bytes += Array("<unit".utf8)
      if case .cell(let number, let name, let row, let cell) = unit.place {
        Self.append("at", "\(number) \(row) \(cell)", to: &bytes)
        // The first unit of a table names it.
        if table != "\(number) \(name)" { Self.append("table", name, to: &bytes) }
        table = "\(number) \(name)"
      }
      bytes += Array(">".utf8)
      Self.appendContent(of: unit, to: &bytes)
      bytes += Array("</unit>\n".utf8)
    }
    return bytes + Array("</page>\n".utf8)
  }

  /// Reads what ``xml()`` gave; nil when it is anything else.
  public init?(xml bytes: [UInt8], limits: XMLLimits = .document) {
    guard let root = try? XMLDocument(parsing: bytes, limits: limits).root, root.isElement("page", in: nil),
      root.attribute("version") == "1"
    else { return nil }
    var units: [Unit] = []
    var paragraphs = 0
    var name = ""
    for node in root.elements where node.isElement("unit", in: nil) {
      let place: Place
      if let text = node.attribute("at") {
        let numbers = text.split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        name = node.attribute("table") ?? name
        place = .cell(table: numbers[0], name: name, row: numbers[1], cell: numbers[2])
      } else {
        paragraphs += 1
        place = .paragraph(paragraphs)
      }
      guard let unit = Self.unit(node, at: place) else { return nil }
      units.append(unit)
    }
    self.init(units: units)
  }

  // MARK: - Writing

  private static func appendContent(of unit: Unit, to bytes: inout [UInt8]) {
    let text = Array(unit.text.utf8)
    var done = 0
    for item in unit.items {
      let start = min(max(item.start, done), text.count)
      XMLEscape.append(text: String(decoding: text[done..<start], as: UTF8.self), to: &bytes)
      let carrier = item.carrier
      bytes += Array("<\(carrier.kind.rawValue)".utf8)
      append("name", carrier.name, to: &bytes)
      for (name, value) in [("prompt", carrier.prompt), ("entry", carrier.instance)] where !value.isEmpty {
        append(name, value, to: &bytes)
      }
      bytes += Array(">".utf8)
      XMLEscape.append(text: carrier.text, to: &bytes)
      for option in carrier.options {
        bytes += Array("<option>".utf8)
        XMLEscape.append(text: option, to: &bytes)
        bytes += Array("</option>".utf8)
      }
      bytes += Array("</\(carrier.kind.rawValue)>".utf8)
      done = carrier.kind == .printed ? min(start + item.length, text.count) : start
    }
    XMLEscape.append(text: String(decoding: text[done...], as: UTF8.self), to: &bytes)
  }

  private static func append(_ name: String, _ value: String, to bytes: inout [UInt8]) {
    bytes += Array(" \(name)=\"".utf8)
    XMLEscape.append(attribute: value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  // MARK: - Reading

  private static func unit(_ node: XMLNode, at place: Place) -> Unit? {
    var unit = Unit(place: place, text: "", items: [])
    for child in node.nodes {
      switch child.kind {
      case .text: unit.text += child.text
      case .element:
        guard let kind = Carrier.Kind(rawValue: child.name) else { return nil }
        var carrier = Carrier(
          kind, name: child.attribute("name") ?? "", text: "", prompt: child.attribute("prompt") ?? "",
          instance: child.attribute("entry") ?? "")
        for inner in child.nodes {
          if inner.isElement { carrier.options.append(inner.text) } else { carrier.text += inner.text }
        }
        let start = unit.text.utf8.count
        let length = kind == .printed ? carrier.text.utf8.count : 0
        if kind == .printed { unit.text += carrier.text }
        unit.items.append(Item(start: start, length: length, carrier: carrier))
      case .attribute, .other: break
      }
    }
    return unit
  }
}
