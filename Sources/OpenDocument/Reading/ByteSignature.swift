/// What a file is, judged by its first bytes alone.
enum ByteSignature: Hashable {
  case package
  case flat
  case foreign(DocumentFailure.Code)

  /// Looks at the beginning of a file.
  init(of bytes: [UInt8]) {
    let head = bytes.prefix(1_024)
    if let code = Self.marks.first(where: { head.starts(with: $0.mark) })?.code {
      self = .foreign(code)
    } else if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .package
    } else if Self.isWideMarkup(head) {
      // UTF-16: the XML reader refuses it with its own code.
      self = .flat
    } else {
      self = Self.text(head, isWhole: head.count == bytes.count)
    }
  }

  private static let marks: [(mark: [UInt8], code: DocumentFailure.Code)] = [
    (Array("%PDF-".utf8), .pdf),
    (Array("{\\rtf".utf8), .richText),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .microsoftOffice),
    ([0xFF, 0xD8, 0xFF], .picture),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .picture),
    (Array("GIF8".utf8), .picture),
    ([0x49, 0x49, 0x2A, 0], .picture),
    ([0x4D, 0x4D, 0, 0x2A], .picture),
    ([0, 0, 0, 0x18] + Array("ftypheic".utf8), .picture),
    ([0, 0, 0, 0x24] + Array("ftypheic".utf8), .picture),
  ]

  private static func isWideMarkup(_ head: ArraySlice<UInt8>) -> Bool {
    [[0xFF, 0xFE, 0x3C, 0], [0xFE, 0xFF, 0, 0x3C], [0x3C, 0, 0x3F, 0], [0, 0x3C, 0, 0x3F]]
      .contains { head.starts(with: $0) }
  }

  private static func text(_ head: ArraySlice<UInt8>, isWhole: Bool) -> ByteSignature {
    var rest = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first = rest.first else { return .foreign(isWhole ? .empty : .unknown) }
    if rest.starts(with: "%PDF-".utf8) { return .foreign(.pdf) }
    guard first == UInt8(ascii: "<") else {
      return .foreign(
        head.contains { $0 < 0x20 && !(0x07...0x0D).contains($0) && $0 != 0x1B } ? .unknown : .plainText)
    }
    return markup(rest)
  }

  private static func markup(_ head: ArraySlice<UInt8>) -> ByteSignature {
    let text = head.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    if ["<html", "<!doctype html", "<head", "<body"].contains(where: { text.starts(with: $0.utf8) }) {
      return .foreign(.html)
    }
    guard !contains(text, "<?mso-application"), !contains(text, "<w:worddocument"),
      !contains(text, "<pkg:package")
    else { return .foreign(.microsoftOffice) }
    return contains(text, "<html") ? .foreign(.html) : .flat
  }

  private static func contains(_ text: [UInt8], _ word: String) -> Bool {
    let word = Array(word.utf8)
    return text.indices.contains { text[$0] == word[0] && text[$0...].starts(with: word) }
  }
}
