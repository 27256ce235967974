internal import FormModel

/// A pattern of numbers as people write it: `KSA-{bezirk}-{jahr}-{laufend}`, with `{laufend:5}` for other counts of digits.
enum NumberWording {
  /// The pattern of a number.
  static func pattern(of number: NumberDefinition) -> String {
    number.pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .part(let part): "{\(part.id)}"
      case .base(let id): "{\(id)}"
      }
    }.joined()
  }

  /// The declaration of a number with a pattern of its own, in XML; a German sentence where the pattern cannot be meant.
  ///
  /// `places` are the ids of the town's places by those of the other town: parts that name them name the new ones.
  static func declaration(
    _ pattern: String, of number: NumberDefinition, places: [(old: Set<String>, new: [String])]
  ) -> Result<String, Mistake> {
    var parts: [String: NumberDefinition.Part] = [:]
    for case .part(let part) in number.pieces { parts[part.id] = part }
    var pieces: [String] = []
    var isSerial = false
    var rest = pattern[...]
    while !rest.isEmpty {
      let text = rest.prefix { $0 != "{" }
      if !text.isEmpty { pieces.append("<text>\(TownFiles.escaped(String(text)))</text>") }
      rest = rest.dropFirst(text.count)
      guard !rest.isEmpty else { break }
      guard let close = rest.firstIndex(of: "}") else { return .failure(Mistake(german: "Eine Klammer ›}‹ fehlt.")) }
      let words = rest[rest.index(after: rest.startIndex)..<close].split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      rest = rest[rest.index(after: close)...]
      guard let part = parts[String(words[0])] else {
        return .failure(
          Mistake(
            german: "Einen Teil ›\(words[0].prefix(40))‹ gibt es nicht."
              + Nearest.question(String(words[0]), among: parts.keys.sorted())))
      }
      let count = words.count > 1 ? Int(words[1]) : nil
      guard words.count == 1 || count.map({ (1...12).contains($0) }) == true else {
        return .failure(Mistake(german: "Hinter ›\(part.id):‹ steht eine Zahl von 1 bis 12."))
      }
      isSerial = isSerial || part.isSerial
      pieces.append(declaration(part, count, places))
    }
    guard isSerial else { return .failure(Mistake(german: "Der Teil, der weiterzählt, fehlt.")) }
    return .success(
      "<number id=\"\(number.id)\" label=\"\(TownFiles.escaped(number.label))\">\n    \(pieces.joined())\n  </number>")
  }

  /// Why a pattern cannot be meant.
  struct Mistake: Error {
    let german: String
  }

  private static func declaration(
    _ part: NumberDefinition.Part, _ count: Int?, _ places: [(old: Set<String>, new: [String])]
  ) -> String {
    let next = part.isSerial ? " next=\"true\"" : ""
    switch part.form {
    case .digits(let digits):
      let count = count ?? digits
      let number = part.example.drop { $0 == "0" }.suffix(count)
      let example = String(repeating: "0", count: count - number.count) + number
      return "<part id=\"\(part.id)\" digits=\"\(count)\"\(next) example=\"\(example)\"/>"
    case .letters(let letters):
      let count = count ?? letters
      let example = String((part.example + String(repeating: "x", count: count)).prefix(count))
      return "<part id=\"\(part.id)\" letters=\"\(count)\"\(next) example=\"\(example)\"/>"
    case .codes(let codes):
      let new = places.first { $0.old == Set(codes) }?.new ?? codes
      return "<part id=\"\(part.id)\" codes=\"\(new.joined(separator: " "))\"\(next) example=\"\(new.first ?? "")\"/>"
    }
  }
}
