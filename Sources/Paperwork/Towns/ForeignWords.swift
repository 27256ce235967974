internal import FormModel

/// Finds the names of other towns in texts.
struct ForeignWords {
  /// A name, and whose it is.
  struct Word: Hashable, Comparable {
    /// The name.
    var text: String
    /// The town.
    var town: String
    /// The entry of that town's profile that says it; nil for none.
    var entry: String?
    /// Whether it is a name of the town's Land, such as one in its laws.
    var isOfLand: Bool

    static func < (left: Word, right: Word) -> Bool { (left.text, left.town) < (right.text, right.town) }
  }

  /// By their first byte, so that most of a text is gone through without a comparison.
  private let words: [UInt8: [(bytes: [UInt8], word: Word)]]

  /// What other towns than `own` are recognised by; nothing for a town without a profile.
  init(_ own: TownNames?, others: [TownNames] = []) {
    var bases: [String] = []
    var next = own?.base
    while let base = next, !bases.contains(base) {
      bases.append(base)
      next = others.first { $0.town == base }?.base
    }
    // Another folder of one office has no words of its own, and none that would be strange to it.
    let strange = others.filter { other in
      !(own.map { $0.isSameOffice && $0.base == other.town } ?? false)
        && !(other.isSameOffice && (other.base == own?.town || own?.isSameOffice == true && own?.base == other.base))
    }
    let all = Set(
      strange.flatMap { other in
        Self.shortest(own.map { other.foreign(to: $0, extends: bases.contains(other.town)) } ?? []).map {
          Word(text: $0, town: other.town, entry: other.entries[$0], isOfLand: other.namesOfLand.contains($0))
        }
      })
    var words: [UInt8: [(bytes: [UInt8], word: Word)]] = [:]
    for word in all.sorted() {
      // Headings are written in capitals.
      for spelling in Set([word.text, word.text.uppercased()]) {
        let bytes = Array(spelling.utf8)
        if let first = bytes.first { words[first, default: []].append((bytes, word)) }
      }
    }
    self.words = words
  }

  /// The names without those that hold another one, which is found wherever they are.
  private static func shortest(_ names: Set<String>) -> Set<String> {
    names.filter { name in
      !names.contains {
        $0 != name && name.contains($0) && (!name.hasPrefix($0) || name.dropFirst($0.count).first == " ")
      }
    }
  }

  /// Whether there are any.
  var isEmpty: Bool { words.isEmpty }

  /// The names in a text, each once.
  func found(in text: String) -> Set<Word> {
    let text = Array(text.utf8)
    var found: Set<Word> = []
    for start in text.indices {
      guard let candidates = words[text[start]], !Self.isInside(text, start) else { continue }
      for (bytes, word) in candidates where text[start...].starts(with: bytes) {
        if Self.ends(bytes, text[(start + bytes.count)...]) { found.insert(word) }
      }
    }
    return found
  }

  /// Whether a letter or figure stands before a place: „Altenbochum“ is a name of its own.
  private static func isInside(_ text: [UInt8], _ place: Int) -> Bool {
    guard place > 0 else { return false }
    // Of other letters those of German names count, which begin with this byte.
    return isPlain(text[place - 1]) || place > 1 && text[place - 2] == 0xC3
  }

  /// Whether a name ends here, perhaps inflected: „Bochums“, „Bochumer“.
  private static func ends(_ name: [UInt8], _ rest: ArraySlice<UInt8>) -> Bool {
    guard let last = name.last, isPlain(last) else { return true }
    let tail = rest.prefix { isPlain($0) || $0 >= 0xC3 && $0 < 0xE0 }
    guard !tail.isEmpty else { return true }
    return !(0x30...0x39).contains(last) && endings.contains(String(decoding: tail, as: UTF8.self))
  }

  private static let endings: Set<String> = [
    "s", "er", "ers", "ern", "erin", "erinnen", "sche", "schen", "scher", "sches", "S", "ER",
  ]

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
