extension TextWalker {
  struct OpenShape {
    let text: TextFingerprint
    let listDepth: Int
    let compared: [UInt8]
  }

  /// Begins a frame; its text is compared apart from what is around it.
  mutating func beginShape() {
    shapes.append(OpenShape(text: mainText, listDepth: listDepth, compared: sink.exchangeCompared([])))
    mainText = TextFingerprint()
    listDepth = 0
  }

  mutating func endShape() {
    guard let outer = shapes.popLast() else { return }
    mainText.append(sink.exchangeCompared(outer.compared))
    frameSum &+= mainText.value
    (mainText, listDepth) = (outer.text, outer.listDepth)
  }

  /// A control that stands alone.
  mutating func showControl(_ element: some AttributeSource) {
    if noteControl(element) { return }
    guard let value = controlValue(element) else { return }
    sink.appendShown(value)
    endBlock(.paragraph)
  }

  /// What is read later: frames behind the paragraph they are anchored in, and what is only known at its end.
  struct Recording {
    enum Purpose {
      case frame, frameHere, contentControl
    }

    let purpose: Purpose
    var events: [TextEvent] = []
    private var depth = 0

    init(_ purpose: Purpose) {
      self.purpose = purpose
    }

    mutating func open(_ tag: TextTag, _ element: some AttributeSource) {
      depth += 1
      events.append(.open(tag, element.kept(for: tag)))
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) { events.append(.text(Array(bytes))) }

    /// Whether this was the end of all.
    mutating func close() -> Bool {
      depth -= 1
      events.append(.close)
      return depth == 0
    }
  }

  mutating func record(_ purpose: Recording.Purpose, _ tag: TextTag, _ element: some AttributeSource) {
    recording = Recording(purpose)
    recording?.open(tag, element)
  }

  /// Keeps a frame for the end of the paragraph.
  mutating func keepFrame(_ tag: TextTag, _ element: some AttributeSource) { record(.frame, tag, element) }

  /// Keeps what DOCX made of a choice, until it is known whether it has items.
  mutating func keepContentControl(_ element: some AttributeSource) {
    record(.contentControl, .contentControl, element)
  }

  mutating func endRecording() {
    guard let done = recording else { return }
    recording = nil
    switch done.purpose {
    case .frame: frames.append(done.events)
    case .frameHere: replay(frame: done.events)
    case .contentControl:
      if !noteContentControl(done.events) { replay(done.events.dropFirst().dropLast(), in: .inline) }
    }
  }

  /// Reads a frame, shape or table that was kept.
  mutating func replay(frame events: [TextEvent]) {
    guard case .open(let tag, let element)? = events.first else { return }
    beginShape()
    if tag == .frame {
      // The children of a frame are several forms of the same thing: only one is shown (ODF 1.3 part 3, 10.4.2).
      if let box = Self.child(.textBox, of: events) {
        replay(box.dropFirst().dropLast(), in: .blocks)
      } else if let table = Self.child(.table, of: events) {
        replay(table, in: .blocks)
      }
    } else if tag == .textBox || tag == .shape || tag == .link {
      replay(events.dropFirst().dropLast(), in: .blocks)
    } else if tag == .control {
      showControl(element)
    } else if tag.isOfTable {
      replay(events[...], in: .blocks)
    }
    endShape()
  }

  /// Reads what was kept.
  mutating func replay(_ events: ArraySlice<TextEvent>, in context: Context) {
    push(context)
    for event in events { take(event) }
    contexts.removeLast()
  }

  /// Takes an element or text that was kept.
  mutating func take(_ event: TextEvent) {
    switch event {
    case .open(let tag, let element): open(tag, element)
    case .text(let bytes): bytes.withUnsafeBufferPointer { text($0) }
    case .close: close()
    }
  }

  /// The events of the first child with a tag.
  private static func child(_ wanted: TextTag, of events: [TextEvent]) -> ArraySlice<TextEvent>? {
    var depth = 0
    var start: Int?
    for (index, event) in events.enumerated() {
      switch event {
      case .open(let tag, _):
        if depth == 1, start == nil, tag == wanted { start = index }
        depth += 1
      case .text: break
      case .close:
        depth -= 1
        if depth == 1, let start { return events[start...index] }
      }
    }
    return nil
  }
}
