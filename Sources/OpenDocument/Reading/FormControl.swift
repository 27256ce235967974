/// A form control: what stands in it, as a carrier and as a reader sees it.
struct FormControl {
  /// Nil for one that holds nothing to be filled in, such as a label.
  var carrier: Carrier?
  /// What is shown where it is drawn; nil for a button.
  var shown: String?
  /// What is offered, for a list.
  var options: [String] {
    get { carrier?.options ?? [] }
    set { carrier?.options = newValue }
  }
  /// What stands in it.
  var text: String {
    get { carrier?.text ?? "" }
    set { carrier?.text = newValue }
  }
  /// The id of a list that is being read, and what is chosen in it.
  var id: String?
  var chosen: [String] = []

  /// One that is known already.
  init(carrier: Carrier) {
    self.carrier = carrier
  }

  /// Reads a control; of a list its options are still to come.
  init(_ tag: TextTag, _ element: some AttributeSource) {
    func value(_ name: String) -> String? { element.value(name, .form) }
    let name = value("name") ?? ""
    id = element.value("id", .xml) ?? value("id")
    switch tag {
    case .formCheckbox:
      let isTicked = (value("current-state") ?? value("state")) == "checked"
      carrier = Carrier(.box, name: name, text: isTicked ? Carrier.ticked : Carrier.unticked)
      shown = Self.box(isTicked, word: value("label"))
    case .formRadio:
      let isTicked = Self.isSelected(element)
      carrier = Carrier(.box, name: name, text: isTicked ? Carrier.ticked : Carrier.unticked)
      shown = Self.box(isTicked, word: value("label"))
    case .formText:
      shown = value("current-value") ?? value("value")
      carrier = Carrier(.input, name: name, text: shown ?? "")
    case .formNumber: shown = (value("current-value") ?? value("value")).map(Self.withoutSeconds)
    case .formListbox:
      shown = ""
      carrier = Carrier(.choice, name: name, text: "")
    case .formLabel: shown = value("label")
    default: break
    }
  }

  /// A box with the word that stands beside it, which belongs to the control and not to the text around it.
  private static func box(_ isTicked: Bool, word: String?) -> String {
    let word = (word ?? "").split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
    return (isTicked ? "[x]" : "[ ]") + (word.isEmpty ? "" : " " + word)
  }

  /// A time as it is shown: `PT09H15M00S` (XML Schema 2, 3.2.6) and `09:15:00` are 09:15; anything else as it is.
  private static func withoutSeconds(_ value: String) -> String {
    var numbers = value.split { $0 == ":" || $0 == "H" || $0 == "M" || $0 == "S" }.map(String.init)
    if value.hasPrefix("PT"), numbers.count == 3, value.hasSuffix("S") {
      numbers[0].removeFirst(2)
    } else if value.count(where: { $0 == ":" }) != 2 {
      return value
    }
    guard numbers.count == 3, numbers[2].allSatisfy({ $0 == "0" || $0 == "." }), let hour = UInt8(numbers[0]),
      let minute = UInt8(numbers[1]), hour < 24, minute < 60
    else { return value }
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  /// Takes an option of a list.
  mutating func add(_ option: some AttributeSource) {
    guard let label = option.value("label", .form) else { return }
    options.append(label)
    if Self.isSelected(option) { chosen.append(label) }
  }

  private static func isSelected(_ element: some AttributeSource) -> Bool {
    (element.value("current-selected", .form) ?? element.value("selected", .form)) == "true"
  }
}

extension TextWalker {
  /// An element among the forms of a document, to be shown where it is drawn.
  mutating func openControl(_ tag: TextTag, _ element: some AttributeSource) {
    guard tag.isOfForm else { return skip() }
    if choice != nil, tag == .formOption {
      choice?.add(element)
      return skip()
    }
    let control = FormControl(tag, element)
    if tag == .formListbox {
      choice = control
      return push(.listbox)
    }
    if let id = control.id, control.shown != nil || control.carrier != nil { controls[id] = control }
    push(.forms)
  }

  mutating func endListbox() {
    guard var list = choice else { return }
    choice = nil
    list.text = list.chosen.joined(separator: ", ")
    list.shown = list.text
    if let id = list.id { controls[id] = list }
  }

  /// The value of the control that is drawn here; nil when it has none, or when controls are not wanted.
  func controlValue(_ shape: some AttributeSource) -> [UInt8]? {
    guard options.includesControls, let id = shape.value("control", .draw), let shown = controls[id]?.shown else {
      return nil
    }
    return Array(shown.utf8)
  }

  /// Notes the control that is drawn here; false when nobody takes the page apart.
  mutating func noteControl(_ shape: some AttributeSource) -> Bool {
    guard page != nil else { return false }
    if let id = shape.value("control", .draw), let carrier = controls[id]?.carrier { note(carrier) }
    return true
  }
}
