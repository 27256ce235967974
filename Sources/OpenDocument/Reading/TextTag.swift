/// What an element is to somebody who reads a text: its name with its namespace, those of one kind taken together.
enum TextTag: UInt8 {
  case body, spreadsheet, document, commonStyles, forms
  case style, textProperties, tableProperties
  case paragraph, heading, list, section, container, noteBody
  case span, blanks, tab, lineBreak, input, choice, label, note, hiddenText, hiddenParagraph, ruby
  /// Elements of a paragraph whose content is no text of it.
  case unread
  /// Fields that a program computes anew unless they are fixed, and those that it computes in any case.
  case computed, alwaysComputed
  /// A place where tracked changes deleted something.
  case deletion
  /// Any other element of a text, which is seen through in a paragraph.
  case inline
  case table, rowGroup, row, cell, coveredCell, otherOfTable
  case frame, textBox, shape, link, control, otherOfDrawing
  case formText, formNumber, formCheckbox, formRadio, formListbox, formOption, formLabel, otherOfForm
  /// Comments, descriptions, events and whatever else is never text.
  case silent
  case contentControl, listItem
  /// A printed value while a document is written.
  case printed
  case foreign

  /// Whether it belongs to the namespace of tables.
  var isOfTable: Bool { (Self.table.rawValue...Self.otherOfTable.rawValue).contains(rawValue) }

  /// Whether it belongs to the namespace of texts.
  var isOfText: Bool { (Self.paragraph.rawValue...Self.inline.rawValue).contains(rawValue) }

  /// Whether it is left out with everything in it, wherever it stands.
  var isNeverText: Bool { self == .silent || self == .unread || self == .forms || self == .otherOfTable || isOfForm }

  /// Whether it is a block of a text and not a part of a paragraph.
  var isBlockOfText: Bool { (Self.paragraph.rawValue...Self.noteBody.rawValue).contains(rawValue) }

  /// Whether it belongs to the namespace of forms.
  var isOfForm: Bool { (Self.formText.rawValue...Self.otherOfForm.rawValue).contains(rawValue) }

  init(_ space: ODF.Space, _ name: String) {
    self =
      switch space {
      case .office: Self.officeNames[name] ?? .silent
      case .text: Self.textNames[name] ?? (ComputedField.names.contains(name) ? .computed : .inline)
      case .table: Self.tableNames[name] ?? (name.hasSuffix("table-cell") ? .coveredCell : .otherOfTable)
      case .draw: Self.drawNames[name] ?? .otherOfDrawing
      case .form: Self.formNames[name] ?? .otherOfForm
      case .style: Self.stylesNames[name] ?? .silent
      case .script, .meta, .dublinCore, .svg, .presentation: .silent
      case .trace: name == Trace.element ? .printed : .foreign
      case .config, .database, .xforms, .xinclude, .xlink, .xml, .none, .foreign:
        name == "content-control" ? .contentControl : name == "list-item" ? .listItem : .foreign
      }
  }

  private static let officeNames: [String: TextTag] = [
    "body": .body, "spreadsheet": .spreadsheet, "text": .document, "presentation": .document, "drawing": .document,
    "chart": .document, "styles": .commonStyles, "automatic-styles": .commonStyles, "forms": .forms,
  ]

  private static let stylesNames: [String: TextTag] = [
    "style": .style, "text-properties": .textProperties, "table-properties": .tableProperties,
  ]

  private static let textNames: [String: TextTag] = [
    "p": .paragraph, "h": .heading, "list": .list, "section": .section, "list-item": .container,
    "list-header": .container, "numbered-paragraph": .container, "index-body": .container, "index-title": .container,
    "table-of-content": .container, "illustration-index": .container, "table-index": .container,
    "object-index": .container, "user-index": .container, "alphabetical-index": .container,
    "bibliography": .container, "note-body": .noteBody, "span": .span, "s": .blanks, "tab": .tab,
    "line-break": .lineBreak, "text-input": .input, "drop-down": .choice, "label": .label, "note": .note,
    "hidden-text": .hiddenText, "hidden-paragraph": .hiddenParagraph, "ruby-text": .ruby, "soft-page-break": .unread,
    "number": .unread, "script": .unread, "tracked-changes": .unread, "note-citation": .unread,
    "change": .deletion,
    "date": .alwaysComputed, "time": .alwaysComputed,
  ]

  private static let tableNames: [String: TextTag] = [
    "table": .table, "table-header-rows": .rowGroup, "table-rows": .rowGroup, "table-row-group": .rowGroup,
    "shapes": .rowGroup, "table-row": .row, "table-cell": .cell, "covered-table-cell": .coveredCell,
  ]

  private static let drawNames: [String: TextTag] = {
    var result: [String: TextTag] = ["frame": .frame, "text-box": .textBox, "a": .link, "control": .control]
    for name in [
      "g", "page", "rect", "line", "polyline", "polygon", "regular-polygon", "path", "circle", "ellipse", "connector",
      "caption", "measure", "custom-shape",
    ] {
      result[name] = .shape
    }
    return result
  }()

  private static let formNames: [String: TextTag] = [
    "text": .formText, "textarea": .formText, "formatted-text": .formText, "combobox": .formText,
    "number": .formNumber, "date": .formNumber, "time": .formNumber, "value-range": .formNumber,
    "checkbox": .formCheckbox, "radio": .formRadio, "listbox": .formListbox, "option": .formOption,
    "fixed-text": .formLabel,
  ]
}

extension TextTag {
  /// The attributes that matter of an element, by which it can be read again without its document.
  var attributes: [(name: String, space: ODF.Space)] {
    switch self {
    case .paragraph, .span: [("style-name", .text)]
    case .heading: [("style-name", .text), ("outline-level", .text)]
    case .section:
      [("name", .text), ("protected", .text), ("display", .text), ("is-hidden", .text)]
    case .hiddenText, .hiddenParagraph: [("is-hidden", .text)]
    case .blanks: [("c", .text)]
    case .input: [("description", .text)]
    case .choice: [("name", .text)]
    case .label: [("value", .text)]
    case .computed: [("fixed", .text)]
    case .table: [("name", .table), ("style-name", .table)]
    case .row: [("visibility", .table), ("number-rows-repeated", .table)]
    case .coveredCell: [("number-columns-repeated", .table)]
    case .cell:
      [
        ("number-columns-repeated", .table), ("style-name", .table), ("value-type", .office), ("value", .office),
        ("date-value", .office), ("time-value", .office), ("boolean-value", .office),
      ]
    case .control: [("control", .draw)]
    case .printed: [(Trace.name, .none)]
    case .body, .spreadsheet, .document, .commonStyles, .forms, .style, .textProperties, .tableProperties, .list,
      .container, .noteBody, .tab, .lineBreak, .note, .ruby, .unread, .deletion, .alwaysComputed, .inline, .rowGroup,
      .otherOfTable, .frame, .textBox, .shape, .link, .otherOfDrawing, .formText, .formNumber, .formCheckbox,
      .formRadio, .formListbox, .formOption, .formLabel, .otherOfForm, .silent, .contentControl, .listItem, .foreign:
      []
    }
  }
}

/// An element or text that was kept to be read later.
enum TextEvent: Sendable {
  case open(TextTag, [KeptAttribute])
  case text([UInt8])
  case close
}

/// An attribute of a kept element.
struct KeptAttribute: Sendable {
  let name: String
  let space: ODF.Space
  var value: String
  /// Where the value is a name that each copy of a repetition has with a number: what follows.
  var copy: Copy?

  /// What stands before the number of the copy, the repetition, and the rest of the value.
  struct Copy: Sendable {
    let separator: String
    let repetition: Int
    let rest: String
  }
}

extension AttributeSource {
  /// The attributes that matter of an element with a tag.
  func kept(for tag: TextTag) -> [KeptAttribute] {
    if tag == .listItem {
      return value(ofAny: "display-text").map { [KeptAttribute(name: "display-text", space: .foreign, value: $0)] }
        ?? []
    }
    return tag.attributes.compactMap { name, space in
      value(name, space).map { KeptAttribute(name: name, space: space, value: $0) }
    }
  }
}

extension [KeptAttribute]: AttributeSource {
  func value(_ name: String, _ space: ODF.Space) -> String? {
    first { $0.name == name && $0.space == space }?.value
  }

  func value(ofAny name: String) -> String? { first { $0.name == name }?.value }
}
