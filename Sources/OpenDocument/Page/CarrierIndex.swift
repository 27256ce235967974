/// A list of the carriers of a page in one line of text: kind, name and place of each, and how long tables are.
///
/// It is kept in the metadata, which survive every program and format, and holds no value. After a detour through DOCX
/// sections and choices have lost their names; their places tell which they were.
public struct CarrierIndex: Hashable, Sendable {
  /// Where one carrier stands on the page.
  public struct Placement: Hashable, Sendable {
    /// How it holds its value.
    public var kind: Carrier.Kind
    /// The encoded name of the carrier.
    public var name: String
    /// Where it stands; tables have no names here.
    public var place: PageText.Place
    /// How many fixed paragraphs stand before it in its cell; only for sections.
    public var before = 0
    /// How many fixed paragraphs stand behind it in its cell; only for sections.
    public var after = 0
  }

  /// How many paragraphs there are outside of tables, sections that are filled in counting as one.
  public private(set) var paragraphs = 0
  /// How many rows each table has.
  public private(set) var rows: [Int] = []
  /// The carriers in reading order.
  public private(set) var placements: [Placement] = []

  /// Lists the carriers of a page.
  public init(_ page: PageText) {
    for unit in page.units {
      switch unit.place {
      case .paragraph(let number): paragraphs = max(paragraphs, number)
      case .cell(let table, name: _, let row, cell: _):
        while rows.count < table { rows.append(0) }
        rows[table - 1] = max(rows[table - 1], row)
      }
      for item in unit.items where item.carrier.kind != .printed {
        var placement = Placement(kind: item.carrier.kind, name: item.carrier.name, place: unit.place)
        if case .cell(let table, name: _, let row, let cell) = unit.place {
          placement.place = .cell(table: table, name: "", row: row, cell: cell)
        }
        if placement.kind == .section {
          let text = Array(unit.text.utf8)
          placement.before = text[..<item.start].split(separator: 0x0A).count
          placement.after = text[item.start...].split(separator: 0x0A).count
        }
        placements.append(placement)
      }
    }
  }

  private static let letters: [(kind: Carrier.Kind, letter: Character)] = [
    (.input, "i"), (.section, "s"), (.box, "b"), (.choice, "c"),
  ]

  /// The list as text.
  public var text: String {
    let head = "1/\(paragraphs)/" + rows.map(String.init).joined(separator: ".")
    let words = placements.map { placement in
      let letter = Self.letters.first { $0.kind == placement.kind }?.letter ?? "i"
      let place =
        switch placement.place {
        case .paragraph(let number): "\(number)"
        case .cell(let table, name: _, let row, let cell): "\(table).\(row).\(cell)"
        }
      let around = placement.before + placement.after > 0 ? "+\(placement.before)+\(placement.after)" : ""
      return "\(letter):\(placement.name)@\(place)\(around)"
    }
    return ([head] + words).joined(separator: " ")
  }

  /// Reads a list; nil when it is not one.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard let head = words.first?.split(separator: "/", omittingEmptySubsequences: false), head.count == 3,
      head[0] == "1", let count = Int(head[1])
    else { return nil }
    paragraphs = count
    rows = head[2].split(separator: ".").compactMap { Int($0) }
    for word in words.dropFirst() {
      guard let placement = Self.placement(word) else { return nil }
      placements.append(placement)
    }
  }

  private static func placement(_ word: Substring) -> Placement? {
    guard let at = word.lastIndex(of: "@"), let first = word.first, word.dropFirst().first == ":",
      let kind = letters.first(where: { $0.letter == first })?.kind
    else { return nil }
    let parts = word[word.index(after: at)...].split(separator: "+", omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: ".").compactMap { Int($0) }
    let around = parts.dropFirst().compactMap { Int($0) }
    let place: PageText.Place
    switch numbers.count {
    case 1: place = .paragraph(numbers[0])
    case 3: place = .cell(table: numbers[0], name: "", row: numbers[1], cell: numbers[2])
    default: return nil
    }
    let name = String(word[word.index(word.startIndex, offsetBy: 2)..<at])
    guard !name.isEmpty, around.isEmpty || around.count == 2 else { return nil }
    return Placement(kind: kind, name: name, place: place, before: around.first ?? 0, after: around.last ?? 0)
  }
}
