internal import XMLTree

/// Walks through the passages of a template and writes what the data say.
///
/// One renderer writes one document. Its time and memory grow with what it writes.
struct Renderer {
  /// What is known about the text written last in a paragraph.
  enum Blank {
    /// Nothing was written yet.
    case start
    /// The last thing was a blank of the template, at this offset of the output and, if there is one, of the log.
    case after(Int, logged: Int?)
    case text
  }

  let program: Program
  let data: TemplateData
  /// Whether a computed text that comes out empty is no gap: where somebody is to write.
  let mayBeEmpty: Bool
  let programs: [XPathProgram?]
  /// The repetition each mark's copy is in: the numbers of the copies, 0 outside.
  private var current: [Int]
  private var copies: [Int]
  var positions: [Int] = []
  var blank = Blank.start
  var problems: [RenderProblem] = []
  /// What is being written.
  var output: [UInt8] = []
  /// What a reader will make of it; nil when nobody wants to know.
  var log: PageLog?
  /// The resources that were used since the caller last looked.
  var used: [Bool]
  /// The copies in which the shape of each form control was written.
  private var shapes: [[Int]]
  /// The data that were printed, while a body is written that is looked through for figures.
  var printed: [XMLNode]?
  /// Whether printed values are written with their names around them.
  var tracesValues = false
  /// What is filled in and how printed values are called; only while the body is written.
  var inputs: InputState?

  init(_ program: Program, _ data: TemplateData, mayBeEmpty: Bool) {
    self.program = program
    self.mayBeEmpty = mayBeEmpty
    self.data = data
    var problems: [RenderProblem] = []
    var programs: [XPathProgram?] = []
    for (index, expression) in program.expressions.enumerated() {
      var prepared: XPathProgram?
      if expression.path == nil {
        do throws(XPathFailure) {
          prepared = try data.engine.compile(expression.source)
        } catch {
          problems.append(RenderProblem(.evaluation, mark: program.marks[index], found: error.found))
        }
      }
      programs.append(prepared)
    }
    self.programs = programs
    self.problems = problems
    current = Array(repeating: 0, count: program.repetitions)
    copies = current
    used = Array(repeating: false, count: program.resources.count)
    shapes = Array(repeating: [], count: program.controls.count)
  }

  /// Writes a passage with expressions relative to the root of the data.
  mutating func run(_ passage: Passage) {
    run(passage, at: Place(node: data.root, position: 1, size: 1))
  }

  /// Writes a passage on its own and gives what it wrote.
  mutating func bytes(of passage: Passage, reserving room: Int = 0) -> [UInt8] {
    var before: [UInt8] = []
    before.reserveCapacity(room)
    swap(&before, &output)
    run(passage)
    swap(&before, &output)
    return before
  }

  /// Writes a passage of text only on its own: runs of blanks become one.
  mutating func plainBytes(of passage: Passage) -> [UInt8] {
    let before = output
    output = []
    plainText(passage, at: Place(node: data.root, position: 1, size: 1))
    defer { output = before }
    return output
  }

  /// Forgets which resources were used.
  mutating func resetUses() {
    used = Array(repeating: false, count: used.count)
  }

  struct Place {
    let node: XMLNode
    let position: Int
    let size: Int
  }

  mutating func run(_ passage: Passage, at place: Place) {
    for use in passage.uses { used[use] = true }
    for piece in passage.pieces { run(piece, at: place) }
  }

  private mutating func run(_ piece: Piece, at place: Place) {
    switch piece {
    case .bytes(let fragment): write(fragment)
    case .content(let fragment):
      write(fragment)
      blank = .text
    case .blank: writeBlank()
    case .paragraph(let passage): paragraph(passage, at: place)
    case .value(let mark, let isOptional): value(mark, isOptional, at: place)
    case .plainText(let passage): plainText(passage, at: place)
    case .plain(let mark, let isOptional):
      guard var text = text(of: mark, isOptional: isOptional, at: place) else { return }
      if data.replacesForbidden { text = ValueWriter.replacingForbidden(text) }
      write(mark) { renderer throws(ValueWriter.Forbidden) in
        try ValueWriter.appendPlain(text, to: &renderer.output)
      }
    case .checkbox(let mark): checkbox(mark, at: place)
    case .lines(let mark, let isOptional, let first, let next, let close):
      lines(mark, isOptional, first, next, close, at: place)
    case .repetition(let mark, let number, let passage): repetition(mark, number, passage, at: place)
    case .condition(let mark, let first, let second): condition(mark, first, second, at: place)
    case .tick(let mark, let first, let second, let isAdded): tick(mark, first, second, isAdded: isAdded, at: place)
    case .glyph(let mark, let text): glyph(mark, text, at: place)
    case .name(let base, let separator, let repetition):
      output += base
      let copy = current[repetition]
      if copy > 1 {
        output += separator
        output.append(contentsOf: String(copy).utf8)
      }
    case .shape(let control, let repetition): shapes[control].append(repetition.map { current[$0] } ?? 0)
    case .controls(let controls): controls.forEach { control($0, at: place) }
    case .unlessEmpty(let open, let middle, let close, let otherwise):
      unlessEmpty(open, middle, close, otherwise, at: place)
    }
  }

  mutating func write(_ fragment: Fragment) {
    output += fragment.bytes
    log?.add(fragment.events, copies: current)
  }

  // MARK: - Structure

  private mutating func repetition(_ mark: Int, _ number: Int, _ passage: Passage, at place: Place) {
    guard let nodes = nodes(of: mark, at: place) else { return }
    let outer = current[number]
    for (index, node) in nodes.enumerated() {
      copies[number] += 1
      current[number] = copies[number]
      positions.append(index + 1)
      run(passage, at: Place(node: node, position: index + 1, size: nodes.count))
      positions.removeLast()
    }
    current[number] = outer
  }

  private mutating func control(_ control: Int, at place: Place) {
    for copy in shapes[control] {
      // Whichever repetition the control belongs to, it is the only one whose number its passage asks for.
      let saved = current
      if copy > 0 { current = Array(repeating: copy, count: current.count) }
      run(program.controls[control], at: place)
      current = saved
    }
  }

  private mutating func unlessEmpty(
    _ open: Passage, _ middle: Passage, _ close: Fragment, _ otherwise: Passage, at place: Place
  ) {
    let start = output.count
    let logged = log?.count ?? 0
    for piece in open.pieces { run(piece, at: place) }
    let inside = output.count
    run(middle, at: place)
    if output.count == inside {
      output.removeSubrange(start...)
      log?.goBack(to: logged)
      run(otherwise, at: place)
    } else {
      for use in open.uses { used[use] = true }
      write(close)
    }
  }
}
