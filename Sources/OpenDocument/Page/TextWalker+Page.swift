extension TextWalker {
  /// Notes an inline element that holds a value; false when it is not one.
  mutating func openCarrier(_ tag: TextTag, _ element: some AttributeSource) -> Bool {
    if tag == .input {
      guard let name = element.value("description", .text)?.split(separator: " ").first else { return false }
      capture(Carrier(.input, name: String(name), text: ""), asLines: false)
    } else if tag == .choice {
      choice = FormControl(carrier: Carrier(.choice, name: element.value("name", .text) ?? "", text: ""))
      push(.choice)
    } else if tag == .control {
      _ = noteControl(element)
      skip()
    } else if tag == .contentControl {
      keepContentControl(element)
    } else if tag == .printed {
      openPrinted(element)
    } else {
      return false
    }
    return true
  }

  mutating func note(_ carrier: Carrier) {
    page?.open.append(PageText.Item(start: sink.shown.count, length: 0, carrier: carrier))
    (isAfterSpace, endsInSpace) = (false, false)
  }

  mutating func endChoice() {
    if let carrier = choice?.carrier { note(carrier) }
    choice = nil
  }

  /// What LibreOffice makes of a choice that went through DOCX: a control with items and no name.
  ///
  /// False when there are no items.
  mutating func noteContentControl(_ events: [TextEvent]) -> Bool {
    var carrier = Carrier(.choice, name: "", text: "")
    var text: [UInt8] = []
    var depth = 0
    var inItem: Int?
    for event in events {
      switch event {
      case .open(let tag, let element):
        if tag == .listItem, depth == 1 { carrier.options.append(element.value(ofAny: "display-text") ?? "") }
        if tag == .listItem, inItem == nil { inItem = depth }
        depth += 1
      case .text(let bytes): if inItem == nil { text += bytes }
      case .close:
        depth -= 1
        if inItem == depth { inItem = nil }
      }
    }
    guard !carrier.options.isEmpty else { return false }
    carrier.text = String(decoding: text, as: UTF8.self)
    note(carrier)
    return true
  }

  // MARK: - Printed values

  /// A printed value that is being read, which is text all the same.
  struct OpenValue {
    let name: String
    let start: Int
    let isJoined: Bool
  }

  private mutating func openPrinted(_ element: some AttributeSource) {
    printed.append(
      OpenValue(
        name: element.value(Trace.name, .none) ?? "", start: sink.shown.count, isJoined: sink.needsSeparator))
    push(.printed)
  }

  mutating func endPrinted() {
    guard let value = printed.popLast() else { return }
    let first = value.start + (value.isJoined && sink.shown.count > value.start ? sink.separator.count : 0)
    page?.open.append(
      PageText.Item(
        start: first, length: sink.shown.count - first, carrier: Carrier(.printed, name: value.name, text: "")))
  }
}
