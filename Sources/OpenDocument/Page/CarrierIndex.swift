/// A list of the carriers of a page in one line of text: kind, name and place of each.
///
/// It is kept in the metadata, which survive every program and format, and holds no value. After a detour through DOCX
/// sections and choices have lost their names; their places tell which they were.
public struct CarrierIndex: Hashable, Sendable {
  /// One carrier.
  public struct Entry: Hashable, Sendable {
    /// How it holds its value.
    public var kind: Carrier.Kind
    /// Its name.
    public var name: String
    /// Where it stands.
    public var place: PageText.Place
    /// How many fixed paragraphs stand before and behind it in its cell; only for sections.
    public var before = 0
    /// See `before`.
    public var after = 0
  }

  /// The carriers in reading order.
  public var entries: [Entry]

  /// Lists the carriers of a page.
  public init(_ page: PageText) {
    entries = page.units.flatMap { unit in
      unit.items.filter { $0.carrier.kind != .printed }.map { item in
        var entry = Entry(kind: item.carrier.kind, name: item.carrier.name, place: unit.place)
        if entry.kind == .section {
          let text = Array(unit.text.utf8)
          func lines(_ part: ArraySlice<UInt8>) -> Int {
            part.split(separator: 0x0A).count
          }
          entry.before = lines(text[..<item.start])
          entry.after = lines(text[item.start...])
        }
        return entry
      }
    }
  }

  private static let letters: [(kind: Carrier.Kind, letter: Character)] = [
    (.input, "i"), (.section, "s"), (.box, "b"), (.choice, "c"),
  ]

  /// The list as text.
  public var text: String {
    entries.map { entry in
      let letter = Self.letters.first { $0.kind == entry.kind }?.letter ?? "i"
      let place =
        switch entry.place {
        case .paragraph(let number): "\(number)"
        case .cell(let table, name: _, let row, let cell): "\(table).\(row).\(cell)"
        }
      let around = entry.before + entry.after > 0 ? "+\(entry.before)+\(entry.after)" : ""
      return "\(letter):\(entry.name)@\(place)\(around)"
    }.joined(separator: " ")
  }

  /// Reads a list; nil when it is none.
  public init?(_ text: String) {
    entries = []
    for word in text.split(separator: " ") {
      guard let at = word.lastIndex(of: "@"), let first = word.first, word.dropFirst().first == ":",
        let kind = Self.letters.first(where: { $0.letter == first })?.kind
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
      entries.append(
        Entry(kind: kind, name: name, place: place, before: around.first ?? 0, after: around.last ?? 0))
    }
  }
}
