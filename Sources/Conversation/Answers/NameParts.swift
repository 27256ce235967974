package import FormModel

/// A name as people write it, in its parts.
package struct NameParts: Hashable {
  package var title = ""
  package var first = ""
  package var last = ""

  /// Splits a name: titles in front, the last word and the small words before it are the family name.
  ///
  /// A bar says where the family name begins when that is not enough: `María José | García López`. A form of address
  /// is no part of the name; behind it a single word is the family name, otherwise the first name. Nothing of the name
  /// itself is changed.
  package init(_ text: String, _ known: ScanWords) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var titles: [String] = []
    var isAddressed = false
    while words.count > 1, let word = words.first {
      if known.isSalutation(word) {
        isAddressed = true
      } else if Self.isTitle(word, known) {
        titles.append(word)
      } else {
        break
      }
      words.removeFirst()
    }
    title = titles.joined(separator: " ")
    if isAddressed, words.dropLast().allSatisfy(Self.isParticle), words.first != "|" {
      last = words.joined(separator: " ")
      return
    }
    if let bar = words.firstIndex(of: "|") {
      first = words[..<bar].joined(separator: " ")
      last = words[(bar + 1)...].joined(separator: " ")
      return
    }
    guard words.count > 1 else {
      first = words.first ?? ""
      return
    }
    var start = words.count - 1
    while start > 1, Self.isParticle(words[start - 1]) { start -= 1 }
    first = words[..<start].joined(separator: " ")
    last = words[start...].joined(separator: " ")
  }

  /// Makes a name of its parts.
  init(title: String, first: String, last: String) {
    self.title = title
    self.first = first
    self.last = last
  }

  /// The name as it can be typed again.
  func typed(_ known: ScanWords) -> String {
    let plain = [title, first, last].filter { !$0.isEmpty }.joined(separator: " ")
    if NameParts(plain, known) == self { return plain }
    return [title, first, "|", last].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `Dr.`, `Prof.`, `med.`; no initial, which is a name.
  private static func isTitle(_ word: String, _ known: ScanWords) -> Bool {
    guard word.hasSuffix(".") else { return word == "PD" }
    return word.dropLast().split(whereSeparator: { $0 == "-" || $0 == "." }).allSatisfy {
      known.isTitle($0)
    }
  }

  /// Whether it may be a family name alone, as in front of a comma: one word, with small words before it.
  static func isFamilyName(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let last = words.last, last.first?.isUppercase == true else { return false }
    return words.dropLast().allSatisfy(isParticle) && !last.hasSuffix(".")
  }

  /// Whether it may be given names alone, as behind a comma: up to three words in capitals.
  static func areGivenNames(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return (1...3).contains(words.count)
      && words.allSatisfy { word in
        word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
      }
  }

  /// Small words that belong to the family name: von, van der, de la, al.
  private static func isParticle(_ word: String) -> Bool {
    word.first?.isLowercase == true && word.allSatisfy(\.isLetter)
  }
}

/// A street with its number.
struct StreetParts: Hashable {
  var street: String
  var number: String

  /// The number begins with the last word that begins with a digit: `Straße des 17. Juni 135`, `Musterweg 7 a`.
  init(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let start = words.lastIndex { $0.first?.isNumber == true }
    guard let start, start > 0, words.count - start <= 3 else {
      (street, number) = (words.joined(separator: " "), "")
      return
    }
    street = words[..<start].joined(separator: " ")
    number = words[start...].joined(separator: " ")
  }
}
