internal import XMLTree

/// What a renderer knows while it writes a page on which something is filled in.
struct InputState {
  let source: any InputSource
  /// Whether carriers are written at all; otherwise printed values only get their names.
  let isFillable: Bool
  /// The marks in each branch of every condition, by its own mark.
  var branches: [Int: (yes: [Int], no: [Int])] = [:]
  /// The boxes of the ticks that are being written, by their marks.
  var boxes: [Int: Carrier] = [:]
  /// Every carrier that was written, in the order of the document.
  var written: [Carrier] = []
  /// The form controls that belong to what was written.
  var controls: [UInt8] = []
  private(set) var controlCount = 0

  init(_ source: any InputSource, isFillable: Bool, passages: [Passage]) {
    self.source = source
    self.isFillable = isFillable
    if isFillable { for passage in passages { _ = collect(passage) } }
  }

  /// The marks in a passage; on the way the branches of its conditions are noted.
  private mutating func collect(_ passage: Passage) -> [Int] {
    passage.pieces.flatMap { piece -> [Int] in
      switch piece {
      case .value(let mark, _), .checkbox(let mark), .lines(let mark, _, _, _, _): return [mark]
      case .paragraph(let inner), .repetition(_, _, let inner): return collect(inner)
      case .condition(let mark, let yes, let no):
        let found = (yes: collect(yes), no: collect(no))
        branches[mark] = found
        return found.yes + found.no
      case .tick(let mark, let yes, let no, let isAdded):
        let inner = collect(isAdded ? yes : no)
        return [mark] + inner
      case .unlessEmpty(_, let middle, _, _): return collect(middle)
      case .bytes, .content, .blank, .plainText, .plain, .glyph, .name, .shape, .controls: return []
      }
    }
  }

  /// A number for a new form control.
  mutating func nextControl() -> Int {
    controlCount += 1
    return controlCount
  }
}

extension Renderer {
  /// Writes a branch of a condition: where both are possible, the one in which more can be filled in.
  mutating func condition(_ mark: Int, _ first: Passage, _ second: Passage, at place: Place) {
    guard let plain = evaluate(mark, at: place)?.boolean else { return }
    guard let inputs, inputs.isFillable, let branches = inputs.branches[mark] else {
      return run(plain ? first : second, at: place)
    }
    inputs.source.assumesFilled = true
    let hopeful = evaluate(mark, at: place)?.boolean ?? plain
    inputs.source.assumesFilled = false
    // `… or blanko()`: what has its place on a blank paper has it here, too.
    let isPossible = plain != hopeful || (!plain && Self.isOfferedBlank(program.marks[mark].expression))
    guard isPossible else { return run(plain ? first : second, at: place) }
    if inputs.source.explores {
      run(first, at: place)
      return run(second, at: place)
    }
    let yes = branches.yes.reduce(0) { $0 + inputs.source.weight(of: $1) }
    let no = branches.no.reduce(0) { $0 + inputs.source.weight(of: $1) }
    run((yes == no ? plain : yes > no) ? first : second, at: place)
  }

  private static func isOfferedBlank(_ expression: String) -> Bool {
    func mentionsBlank(_ syntax: XPathSyntax) -> Bool {
      switch syntax {
      case .binary("or", let left, let right): mentionsBlank(left) || mentionsBlank(right)
      case .call(let name, _): name == "blanko"
      case .path, .literal, .number, .binary, .negative, .variable: false
      }
    }
    guard expression.contains("blanko"),
      case .binary("or", let left, let right)? = try? XPathSyntax(parsing: expression)
    else { return false }
    return mentionsBlank(left) || mentionsBlank(right)
  }

  mutating func tick(_ mark: Int, _ yes: Passage, _ no: Passage, isAdded: Bool, at place: Place) {
    if let inputs, inputs.isFillable,
      let box = inputs.source.box(of: mark, program.marks[mark].expression, at: place.node)
    {
      let outer = self.inputs?.boxes[mark]
      self.inputs?.boxes[mark] = box
      run(isAdded ? yes : no, at: place)
      self.inputs?.boxes[mark] = outer
      return
    }
    guard let value = evaluate(mark, at: place) else { return }
    run(value.boolean ? yes : no, at: place)
  }

  mutating func glyph(_ mark: Int, _ text: [UInt8], at place: Place) {
    if let box = inputs?.boxes[mark] {
      write(box)
      // A box that was put before a word has nothing that keeps it apart.
      if text.isEmpty {
        output.append(0x20)
        log?.add(.text([0x20]))
      }
    } else if !text.isEmpty {
      trace(mark, at: place) { $0.write(Fragment(bytes: text, events: [.text(text)])) }
    }
    blank = .text
  }

  /// A box that the mark itself draws.
  mutating func checkbox(_ mark: Int, at place: Place) {
    if let inputs, inputs.isFillable,
      let box = inputs.source.box(of: mark, program.marks[mark].expression, at: place.node)
    {
      write(box)
    } else {
      guard let value = evaluate(mark, at: place) else { return }
      let text = Array((value.boolean ? Carrier.ticked : Carrier.unticked).utf8)
      trace(mark, at: place) { $0.write(Fragment(bytes: text, events: [.text(text)])) }
    }
    blank = .text
  }

  /// What is filled in where a mark prints a value; nil when it prints.
  func inputParts(_ mark: Int, at place: Place) -> [InputPart]? {
    guard let inputs, inputs.isFillable else { return nil }
    return inputs.source.parts(of: mark, program.marks[mark].expression, at: place.node)
  }

  /// Writes what is filled in, in one line.
  mutating func write(_ parts: [InputPart], of mark: Int) {
    for part in parts {
      switch part {
      case .text(let text):
        write(text, of: mark)
        if !text.isEmpty { blank = .text }
      case .carrier(var carrier):
        // Paragraphs do not fit into a line.
        if carrier.kind == .section { carrier.kind = .input }
        write(carrier)
        blank = .text
      }
    }
  }

  private mutating func write(_ carrier: Carrier) {
    inputs?.written.append(carrier)
    log?.add(carrier)
    guard carrier.kind == .box else { return CarrierWriter.append(carrier, to: &output) }
    let number = inputs?.nextControl() ?? 0
    CarrierWriter.appendShape(number, to: &output)
    var control: [UInt8] = []
    CarrierWriter.appendControl(carrier, number, to: &control)
    inputs?.controls += control
  }

  /// Writes a section for a value that stands alone in its paragraph.
  mutating func section(
    _ carrier: Carrier, _ mark: Int, _ first: Passage, _ next: Passage, _ close: Fragment, at place: Place
  ) {
    inputs?.written.append(carrier)
    CarrierWriter.openSection(carrier, to: &output)
    log?.add(.open(.section, [KeptAttribute(name: "name", space: .text, value: carrier.name)]))
    let text = carrier.text.isEmpty ? carrier.prompt : carrier.text
    for (index, line) in ValueWriter.lines(of: text).enumerated() {
      run(index == 0 ? first : next, at: place)
      write(line, of: mark)
      write(close)
    }
    CarrierWriter.closeSection(to: &output)
    log?.add(.close)
  }

  /// Writes what a mark prints, with its name around it while the page is being taken down.
  mutating func trace(_ mark: Int, at place: Place, _ body: (inout Renderer) -> Void) {
    guard log != nil && inputs != nil || tracesValues else { return body(&self) }
    let name = inputs?.source.name(of: program.marks[mark].expression, at: place.node) ?? ""
    log?.add(.open(.printed, [KeptAttribute(name: Trace.name, space: .none, value: name)]))
    if tracesValues {
      var figure: Int?
      if printed != nil, let node = self.node(of: mark, at: place) {
        figure = printed?.count
        printed?.append(node)
      }
      Trace.open(name, figure: figure, to: &output)
    }
    body(&self)
    if tracesValues { Trace.close(to: &output) }
    log?.add(.close)
  }
}
