internal import XMLTree

/// What a reader will make of a body, noted while it is written: so nobody has to parse it to take its page down.
struct PageLog {
  private enum Step {
    case fixed([TextEvent])
    case event(TextEvent)
  }

  private var steps: [Step] = []
  /// The boxes, by the ids that their shapes have here.
  private var boxes: [String: FormControl] = [:]

  var count: Int { steps.count }

  /// Notes what stands in bytes of a template; `copies` are the numbers of the current copies of repetitions.
  mutating func add(_ events: [TextEvent], copies: [Int]) {
    guard !events.isEmpty else { return }
    steps.append(.fixed(Self.hasCopies(events) ? events.map { Self.resolved($0, copies) } : events))
  }

  mutating func add(_ event: TextEvent) {
    steps.append(.event(event))
  }

  /// Notes something to be filled in, in a line.
  mutating func add(_ carrier: Carrier) {
    let text = Array((carrier.text.isEmpty ? carrier.prompt : carrier.text).utf8)
    switch carrier.kind {
    case .box:
      let id = String(boxes.count)
      boxes[id] = FormControl(carrier: Carrier(.box, name: carrier.name, text: carrier.text))
      add(.open(.control, [KeptAttribute(name: "control", space: .draw, value: id)]))
      add(.close)
    case .choice:
      add(.open(.choice, [KeptAttribute(name: "name", space: .text, value: carrier.name)]))
      add(.text(text))
      add(.close)
    case .input, .section:
      add(.open(.input, [KeptAttribute(name: "description", space: .text, value: carrier.name)]))
      add(.text(text))
      add(.close)
    case .printed: break
    }
  }

  mutating func remove(at index: Int) {
    steps.remove(at: index)
  }

  mutating func goBack(to count: Int) {
    steps.removeLast(steps.count - count)
  }

  private static func hasCopies(_ events: [TextEvent]) -> Bool {
    events.contains { if case .open(_, let kept) = $0 { kept.contains { $0.copy != nil } } else { false } }
  }

  private static func resolved(_ event: TextEvent, _ copies: [Int]) -> TextEvent {
    guard case .open(let tag, var kept) = event else { return event }
    for index in kept.indices {
      guard let name = kept[index].copy else { continue }
      let copy = copies[name.repetition]
      kept[index].value += (copy > 1 ? name.separator + String(copy) : "") + name.rest
    }
    return .open(tag, kept)
  }

  /// Reads the body.
  func read(_ walker: inout TextWalker) {
    walker.controls = boxes
    for step in steps {
      switch step {
      case .fixed(let events): for event in events { walker.take(event) }
      case .event(let event): walker.take(event)
      }
    }
  }
}
