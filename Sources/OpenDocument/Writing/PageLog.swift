internal import XMLTree

/// What a reader will make of a body, noted while it is written: so nobody has to parse it to take its page down.
struct PageLog {
  private enum Entry {
    case fixed([TextEvent])
    case event(TextEvent)
    /// A box, which is only drawn.
    case box(Carrier)
  }

  private var entries: [Entry] = []

  var count: Int { entries.count }

  /// Notes what stands in bytes of a template; `copies` are the numbers of the current copies of repetitions.
  mutating func add(_ events: [TextEvent], copies: [Int]) {
    guard !events.isEmpty else { return }
    entries.append(.fixed(Self.hasCopies(events) ? events.map { Self.resolved($0, copies) } : events))
  }

  mutating func add(_ event: TextEvent) {
    entries.append(.event(event))
  }

  /// Notes something to be filled in, in a line.
  mutating func add(_ carrier: Carrier) {
    let text = Array((carrier.text.isEmpty ? carrier.prompt : carrier.text).utf8)
    switch carrier.kind {
    case .box: entries.append(.box(carrier))
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
    entries.remove(at: index)
  }

  mutating func goBack(to count: Int) {
    entries.removeLast(entries.count - count)
  }

  private static func hasCopies(_ events: [TextEvent]) -> Bool {
    events.contains { if case .open(_, let kept) = $0 { kept.contains { $0.copy != nil } } else { false } }
  }

  private static func resolved(_ event: TextEvent, _ copies: [Int]) -> TextEvent {
    guard case .open(let tag, var kept) = event else { return event }
    for index in kept.indices {
      guard let copy = kept[index].copy else { continue }
      let number = copies[copy.repetition]
      kept[index].value += (number > 1 ? copy.separator + String(number) : "") + copy.rest
    }
    return .open(tag, kept)
  }

  /// Reads the body.
  func read(_ walker: inout TextWalker) {
    for entry in entries {
      switch entry {
      case .fixed(let events): for event in events { walker.take(event) }
      case .event(let event): walker.take(event)
      case .box(let carrier): if walker.page != nil { walker.note(carrier.asRead) }
      }
    }
  }
}

extension Carrier {
  /// What is read of it.
  fileprivate var asRead: Carrier { Carrier(kind, name: name, text: text) }
}
