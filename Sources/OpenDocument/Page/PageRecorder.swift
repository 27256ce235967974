/// What a walk through a text notes of the page.
struct PageRecorder {
  let isField: (String) -> Bool
  let keepsLines: Bool
  var units: [PageText.Unit] = []
  /// The items of the block that is being read; starts are offsets in what is shown.
  var open: [PageText.Item] = []
  /// Whether something in the unit that is being read was deleted under change tracking.
  private var hasDeletions = false
  private(set) var paragraphs = 0
  private(set) var tables = 0
  private(set) var tableName = ""
  private(set) var row = 0

  init(isField: @escaping (String) -> Bool, keepsLines: Bool) {
    (self.isField, self.keepsLines) = (isField, keepsLines)
  }

  /// The carrier that a section is; nil for one that only holds text.
  func section(_ element: some AttributeSource) -> Carrier? {
    guard let name = element.value("name", .text), !name.isEmpty, element.value("protected", .text) != "true",
      isField(name)
    else { return nil }
    return Carrier(.section, name: name, text: "")
  }

  mutating func beginTable(_ name: String?) {
    tables += 1
    (tableName, row) = (name ?? "", 0)
  }

  mutating func noteDeletion() {
    hasDeletions = true
  }

  mutating func beginRow() {
    row += 1
  }

  mutating func endParagraph(_ text: [UInt8]) {
    paragraphs += 1
    end(.paragraph(paragraphs), text[...], from: 0, lines: [])
  }

  /// Ends a cell, or several that are equal: sheets write neighbours that are the same as one.
  mutating func endCell(_ cell: Int, _ shown: [UInt8], from start: Int, lines: [String], times: Int) {
    end(.cell(table: tables, name: tableName, row: row, cell: cell), shown[start...], from: start, lines: lines)
    guard let unit = units.last, times <= Self.mostCopies else { return }
    for copy in 1..<max(1, times) {
      var next = unit
      next.place = .cell(table: tables, name: tableName, row: row, cell: cell + copy)
      units.append(next)
    }
  }

  /// More equal cells than any of our tables has columns are the empty rest of a sheet.
  private static let mostCopies = 64

  /// Goes on behind rows that are written as one.
  mutating func skipRows(_ count: Int) {
    row += count
  }

  /// Ends a unit that took everything shown from an offset on.
  private mutating func end(
    _ place: PageText.Place, _ text: ArraySlice<UInt8>, from start: Int, lines: [String]
  ) {
    let own = open.filter { $0.start >= start }
    open.removeAll { $0.start >= start }
    let items = own.map { item in
      var item = item
      // A blank at the end of a paragraph may have gone.
      item.start = min(item.start - start, text.count)
      item.length = min(item.length, text.count - item.start)
      if item.carrier.kind == .printed {
        let bytes = text.dropFirst(item.start).prefix(item.length)
        item.carrier.text = String(decoding: bytes, as: UTF8.self)
      }
      return item
    }
    units.append(
      PageText.Unit(
        place: place, text: String(decoding: text, as: UTF8.self), items: items, lines: lines,
        hasDeletions: hasDeletions))
    hasDeletions = false
  }
}
