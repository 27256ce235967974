import FuzzTargets

/// Changes to documents, each known by a number.
enum Mutation {
  /// What is changed: finished and fillable papers.
  static let originals: [[UInt8]] =
    Documents.examples.compactMap { Documents.document(of: $0) }
    + Documents.examples.compactMap { Documents.document(of: $0, isFillable: true) }

  /// The mutant with a number.
  ///
  /// Of packages every fourth is changed in its bytes as they lie; the others in a part, packed again soundly, so that
  /// what comes behind the unpacking is reached.
  static func mutant(_ number: Int, of originals: [[UInt8]]) -> [UInt8] {
    var random = Random(state: UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let original = originals[random.below(originals.count)]
    let isPackage = original.starts(with: [0x50, 0x4B])
    guard isPackage, random.below(4) > 0 else { return changed(original, isXML: !isPackage, &random) }
    let package = Package(original)
    let parts = ["content.xml", "content.xml", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"]
    let names = random.below(8) == 0 ? ["Record/record.xml"] : parts
    let name = names[random.below(names.count)]
    return package.with(name, changed(package[name], isXML: true, &random))
  }

  private static func changed(_ bytes: [UInt8], isXML: Bool, _ random: inout Random) -> [UInt8] {
    var bytes = bytes
    // Most stay well-formed, or nothing behind the parser would be reached.
    let isRough = !isXML || random.below(5) == 0
    for _ in 0...random.below(6) where bytes.count > 16 {
      if !isRough {
        if random.below(3) > 0 { changeElement(&bytes, &random) } else { changeText(&bytes, &random) }
      } else if isXML, random.below(3) > 0 {
        changeMarkup(&bytes, &random)
      } else {
        changeBytes(&bytes, &random)
      }
    }
    return bytes
  }

  /// Removes, doubles or moves a whole element.
  private static func changeElement(_ bytes: inout [UInt8], _ random: inout Random) {
    guard let element = element(in: bytes, from: random.below(bytes.count)) else { return }
    let piece = Array(bytes[element])
    let kind = random.below(3)
    if kind != 1 { bytes.removeSubrange(element) }
    if kind != 0,
      let place = next(UInt8(ascii: "<"), in: bytes, from: kind == 1 ? element.lowerBound : random.below(bytes.count))
    {
      bytes.insert(contentsOf: piece, at: place)
    }
  }

  /// The next whole element, if it is not the root.
  private static func element(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    var start = start
    while let open = next(UInt8(ascii: "<"), in: bytes, from: start) {
      start = open + 1
      guard start < bytes.count else { return nil }
      if bytes[start] == UInt8(ascii: "/") || bytes[start] == UInt8(ascii: "?") { continue }
      var depth = 0
      var place = open
      while let tag = next(UInt8(ascii: "<"), in: bytes, from: place),
        let end = next(UInt8(ascii: ">"), in: bytes, from: tag)
      {
        if bytes[tag + 1] == UInt8(ascii: "/") { depth -= 1 } else if bytes[end - 1] != UInt8(ascii: "/") { depth += 1 }
        if depth == 0 { return open..<(end + 1) }
        place = end + 1
      }
      return nil
    }
    return nil
  }

  /// Changes letters between two tags, or in the value of an attribute.
  private static func changeText(_ bytes: inout [UInt8], _ random: inout Random) {
    let sign = [UInt8(ascii: ">"), UInt8(ascii: "\"")][random.below(2)]
    guard let start = next(sign, in: bytes, from: random.below(bytes.count)), start + 1 < bytes.count else { return }
    let end = bytes[(start + 1)...].firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "\"") } ?? bytes.count
    let words = [
      "", "☒", "31.02.2025", "ja", " ", "‹Datum›", "Ü", "0", "-1", "99999999999", "kinder.9.vorname", "\u{202E}",
    ]
    let place = start + 1 + random.below(max(1, end - start))
    let last = random.below(2) == 0 ? place : max(place, end)
    guard place <= bytes.count, last <= bytes.count, place <= end else { return }
    bytes.replaceSubrange(place..<min(last, max(place, end)), with: Array(words[random.below(words.count)].utf8))
  }

  private static func changeBytes(_ bytes: inout [UInt8], _ random: inout Random) {
    let place = random.below(bytes.count)
    let end = min(bytes.count, place + 1 + random.below(24))
    switch random.below(6) {
    case 0: bytes[place] = UInt8(random.below(256))
    case 1: bytes[place] ^= 1 << UInt8(random.below(8))
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: random.below(bytes.count))
    case 4: if random.below(8) == 0 { bytes.removeSubrange(place...) }
    default: bytes.insert(contentsOf: (0..<4).map { _ in UInt8(random.below(256)) }, at: place)
    }
  }

  /// Removes, doubles or moves what stands between two markup characters, or exchanges two values of attributes.
  private static func changeMarkup(_ bytes: inout [UInt8], _ random: inout Random) {
    let sign = [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\"")][random.below(3)]
    guard let first = next(sign, in: bytes, from: random.below(bytes.count)) else { return }
    var last = first
    for _ in 0...random.below(8) { last = next(sign, in: bytes, from: last + 1) ?? last }
    guard last > first else { return }
    let piece = Array(bytes[first..<last])
    switch random.below(4) {
    case 0: bytes.removeSubrange(first..<last)
    case 1: bytes.insert(contentsOf: piece, at: first)
    case 2:
      guard let place = next(sign, in: bytes, from: random.below(bytes.count)) else { return }
      bytes.insert(contentsOf: piece, at: place)
    default:
      bytes.removeSubrange(first..<last)
      guard let place = next(sign, in: bytes, from: random.below(bytes.count)) else { return }
      bytes.insert(contentsOf: piece, at: place)
    }
  }

  private static func next(_ sign: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    start < bytes.count ? bytes[start...].firstIndex(of: sign) : nil
  }
}

/// Numbers that are the same each time (SplitMix64).
struct Random {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
  }
}
