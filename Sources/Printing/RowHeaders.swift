/// Says of the header cells of a PDF which of them head their row.
///
/// LibreOffice writes of each header cell that it heads its column (scope Column, ISO 32000-1, table 349). A header cell
/// beside cells of data heads its row; in a row of header cells alone each heads its column. The scope is written over
/// in place, so that no other byte of the file moves. A file that is laid out otherwise is left as it is.
struct RowHeaders {
  private static let column = Array("/Scope/Column".utf8)
  private static let row = Array("/Scope/Row   ".utf8)

  private var bytes: [UInt8]
  /// Where each object begins, by its number.
  private var places: [Int: Int] = [:]

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    readTable()
  }

  /// The file with the scopes of its header cells.
  static func marked(in pdf: [UInt8]) -> [UInt8] {
    var headers = RowHeaders(pdf)
    for (number, place) in headers.places where headers.isElement("TR", at: place) { headers.markRow(number) }
    return headers.bytes
  }

  private mutating func markRow(_ row: Int) {
    let cells = references(in: object(row), behind: "/K")
    guard cells.contains(where: { places[$0].map { isElement("TD", at: $0) } ?? false }) else { return }
    for cell in cells {
      guard let place = places[cell], isElement("TH", at: place) else { continue }
      for attribute in references(in: object(cell), behind: "/A") {
        let range = object(attribute)
        guard let found = Self.find(Self.column, in: bytes[range]) else { continue }
        bytes.replaceSubrange(found..<(found + Self.row.count), with: Self.row)
      }
    }
  }

  /// Whether an object is an element of the structure with this tag.
  private func isElement(_ tag: String, at place: Int) -> Bool {
    let head = bytes[place..<min(place + 64, bytes.count)]
    return Self.find(Array("/Type/StructElem\n/S/\(tag)\n".utf8), in: head) != nil
  }

  /// The bytes of an object, empty when there is none of this number.
  private func object(_ number: Int) -> Range<Int> {
    guard let start = places[number], let end = Self.find(Array("endobj".utf8), in: bytes[start...])
    else { return 0..<0 }
    return start..<end
  }

  /// The numbers of the objects that an entry of a dictionary refers to, be it one reference or a list.
  private func references(in object: Range<Int>, behind key: String) -> [Int] {
    guard let start = Self.find(Array(key.utf8), in: bytes[object]) else { return [] }
    var text = bytes[(start + key.utf8.count)..<object.upperBound].drop { $0 == 0x20 }
    if text.first == UInt8(ascii: "[") {
      text = text.dropFirst().prefix { $0 != UInt8(ascii: "]") }
    } else {
      text = text.prefix { $0 != UInt8(ascii: "\n") }
    }
    let words = text.split { $0 == 0x20 || $0 == 0x0A }
    return words.indices.filter { words[$0].elementsEqual("R".utf8) && $0 >= 2 }.compactMap {
      Int(String(decoding: words[$0 - 2], as: UTF8.self))
    }
  }

  /// Reads the table of cross references, whose entries have 20 bytes each (ISO 32000-1, 7.5.4).
  private mutating func readTable() {
    let tail = bytes.suffix(64)
    guard let mark = Self.find(Array("startxref\n".utf8), in: tail),
      let start = Int(String(decoding: bytes[(mark + 10)...].prefix { $0 != 0x0A }, as: UTF8.self)),
      bytes.indices.contains(start), bytes[start...].starts(with: "xref\n0 ".utf8)
    else { return }
    let count = bytes[(start + 7)...].prefix { $0 != 0x0A }
    let first = count.endIndex + 1
    for number in 0..<(Int(String(decoding: count, as: UTF8.self)) ?? 0) {
      let entry = first + 20 * number
      guard entry + 20 <= bytes.count else { return }
      guard bytes[entry + 17] == UInt8(ascii: "n"),
        let place = Int(String(decoding: bytes[entry..<(entry + 10)], as: UTF8.self)), place < bytes.count
      else { continue }
      places[number] = place
    }
  }

  private static func find(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    var start = bytes.startIndex
    let last = bytes.endIndex - wanted.count
    while start <= last {
      guard let next = bytes[start...last].firstIndex(of: first) else { return nil }
      if bytes[next...].starts(with: wanted) { return next }
      start = next + 1
    }
    return nil
  }
}
