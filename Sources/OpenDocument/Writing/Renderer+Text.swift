extension Renderer {
  mutating func paragraph(_ passage: Passage, at place: Place) {
    let outer = blank
    blank = .start
    run(passage, at: place)
    if case .after(let offset) = blank { output.remove(at: offset) }
    blank = outer
  }

  mutating func writeBlank() {
    guard case .text = blank else { return }
    blank = .after(output.count)
    output.append(0x20)
  }

  mutating func plainText(_ passage: Passage, at place: Place) {
    let start = output.count
    run(passage, at: place)
    var result: [UInt8] = []
    for byte in output[start...] where byte != 0x20 || (result.last ?? 0x20) != 0x20 { result.append(byte) }
    if result.last == 0x20 { result.removeLast() }
    output.replaceSubrange(start..., with: result)
  }

  mutating func value(_ mark: Int, _ isOptional: Bool, at place: Place) {
    if let parts = entryParts(mark, at: place) { return write(parts, of: mark) }
    // What is computed says what it would say beside filled fields.
    let isFillable = entries?.isFillable ?? false
    if isFillable { entries?.source.assumesFilled = true }
    defer { if isFillable { entries?.source.assumesFilled = false } }
    guard let text = text(of: mark, isOptional: isOptional, at: place), !text.isEmpty else { return }
    trace(mark, at: place) { renderer in
      renderer.write(mark) { output throws(ValueWriter.Forbidden) in try ValueWriter.append(text, to: &output) }
    }
    blank = .text
  }

  mutating func lines(
    _ mark: Int, _ isOptional: Bool, _ first: Passage, _ next: Passage, _ close: [UInt8], at place: Place
  ) {
    if let parts = entryParts(mark, at: place) {
      if parts.count == 1, case .carrier(let carrier) = parts[0], carrier.kind == .section {
        return section(carrier, mark, first, next, close, at: place)
      }
      run(first, at: place)
      write(parts, of: mark)
      output += close
      return
    }
    let text = text(of: mark, isOptional: isOptional, at: place) ?? ""
    for (index, line) in ValueWriter.lines(of: text).enumerated() {
      run(index == 0 ? first : next, at: place)
      trace(mark, at: place) { renderer in
        renderer.write(mark) { output throws(ValueWriter.Forbidden) in try ValueWriter.append(line, to: &output) }
      }
      output += close
    }
  }

  mutating func write(
    _ mark: Int, _ body: (inout [UInt8]) throws(ValueWriter.Forbidden) -> Void
  ) {
    do {
      try body(&output)
    } catch {
      report(.character, mark, found: error.name)
    }
  }
}
