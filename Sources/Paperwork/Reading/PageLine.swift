internal import OpenDocument

/// A paragraph or a table row of a page, as something that an editor adds, deletes or moves as a whole.
struct PageLine {
  /// The table of a row, counted from 1; 0 for a paragraph.
  let table: Int
  /// The name of the table; empty for none.
  let tableName: String
  /// The number of the row; 0 for a paragraph.
  let row: Int
  /// Its units by their index in the page.
  var units: [Int]
  /// The names of its carriers.
  var names: Set<String> = []
  /// Its text without what stands in carriers, blanks made single.
  var text = ""

  var isRow: Bool { table > 0 }

  /// The lines of a page in reading order.
  static func lines(of page: PageText) -> [PageLine] {
    var lines: [PageLine] = []
    for (index, unit) in page.units.enumerated() {
      switch unit.place {
      case .paragraph: lines.append(PageLine(table: 0, tableName: "", row: 0, units: [index]))
      case .cell(let table, let name, let row, cell: _):
        if let last = lines.last, last.table == table, last.row == row {
          lines[lines.count - 1].units.append(index)
        } else {
          lines.append(PageLine(table: table, tableName: name, row: row, units: [index]))
        }
      }
      let line = lines.count - 1
      for item in unit.items where item.carrier.kind != .printed && !item.carrier.name.isEmpty {
        lines[line].names.insert(item.carrier.name)
      }
      let text = unit.text.singleSpaced
      if !text.isEmpty { lines[line].text += (lines[line].text.isEmpty ? "" : " ") + text }
    }
    return lines
  }

  /// The one instance of a list that everything in the row belongs to; nil when there is no such instance.
  var instance: String? {
    let instances = Set(names.map { CarrierName($0).flatMap { CarrierName.instance(of: $0.path) } ?? "" })
    return instances.count == 1 ? instances.first.flatMap { $0.isEmpty ? nil : $0 } : nil
  }
}

extension String {
  /// With single blanks for every run of white space, none at the ends.
  ///
  /// No-break spaces stay what they are: nobody types them by accident.
  var singleSpaced: String {
    split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
  }
}
