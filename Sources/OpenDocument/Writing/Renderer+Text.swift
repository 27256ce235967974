extension Renderer {
  mutating func paragraph(_ passage: Passage, at place: Place) {
    let outer = blank
    blank = .start
    run(passage, at: place)
    if case .after(let offset, let logged) = blank {
      output.remove(at: offset)
      if let logged { log?.remove(at: logged) }
    }
    blank = outer
  }

  mutating func writeBlank() {
    guard case .text = blank else { return }
    blank = .after(output.count, logged: log?.count)
    output.append(0x20)
    log?.add(.text([0x20]))
  }

  mutating func plainText(_ passage: Passage, at place: Place) {
    let start = output.count
    // No text shows it.
    let outer = log
    log = nil
    run(passage, at: place)
    log = outer
    var result: [UInt8] = []
    for byte in output[start...] where byte != 0x20 || (result.last ?? 0x20) != 0x20 { result.append(byte) }
    if result.last == 0x20 { result.removeLast() }
    output.replaceSubrange(start..., with: result)
  }

  mutating func value(_ mark: Int, _ isOptional: Bool, at place: Place) {
    if let parts = inputParts(mark, at: place) { return write(parts, of: mark) }
    // What is computed says what it would say beside filled fields.
    let isFillable = inputs?.isFillable ?? false
    if isFillable { inputs?.source.assumesFilled = true }
    defer { if isFillable { inputs?.source.assumesFilled = false } }
    guard let text = text(of: mark, isOptional: isOptional, at: place), !text.isEmpty else { return }
    trace(mark, at: place) { $0.write(BoundBlanks.bind(text), of: mark) }
    blank = .text
  }

  mutating func lines(
    _ mark: Int, _ isOptional: Bool, _ first: Passage, _ next: Passage, _ close: Fragment, at place: Place
  ) {
    if let parts = inputParts(mark, at: place) {
      if parts.count == 1, case .carrier(let carrier) = parts[0], carrier.kind == .section {
        return section(carrier, mark, first, next, close, at: place)
      }
      run(first, at: place)
      write(parts, of: mark)
      write(close)
      return
    }
    let text = text(of: mark, isOptional: isOptional, at: place) ?? ""
    for (index, line) in ValueWriter.lines(of: text).enumerated() {
      run(index == 0 ? first : next, at: place)
      trace(mark, at: place) { $0.write(BoundBlanks.bind(line), of: mark) }
      write(close)
    }
  }

  /// Writes the text of a value inside a paragraph.
  mutating func write(_ text: String, of mark: Int) {
    let text = data.replacesForbidden ? ValueWriter.replacingForbidden(text) : text
    write(mark) { renderer throws(ValueWriter.Forbidden) in
      try ValueWriter.append(text, to: &renderer.output, &renderer.log)
    }
  }

  mutating func write(
    _ mark: Int, _ body: (inout Renderer) throws(ValueWriter.Forbidden) -> Void
  ) {
    do {
      try body(&self)
    } catch {
      report(.character, mark, found: error.name)
    }
  }
}
