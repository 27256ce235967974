internal import FormModel

/// The random name of an entry: 64 bits that say nothing, not even an order.
public struct EntryID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// How many bytes it takes in a file.
  static let length = 8

  private let number: UInt64

  /// An id from its eight bytes; nil for another number of bytes.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.length else { return nil }
    number = bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A new one.
  static func random() -> EntryID {
    EntryID(number: UInt64.random(in: .min ... .max))
  }

  private init(number: UInt64) {
    self.number = number
  }

  /// An id from its written form, 16 hexadecimal digits; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 16, let number = UInt64(text, radix: 16), text.utf8.first != UInt8(ascii: "+")
    else { return nil }
    self.number = number
  }

  /// Whether a text can be the beginning of a written form: hexadecimal digits alone, which no number of a case is.
  public static func isBeginning(_ text: String) -> Bool {
    (4...16).contains(text.utf8.count) && text.allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// The eight bytes, in the order in which ids are sorted.
  var bytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - $0 * 8)) }
  }

  /// The written form, 16 hexadecimal digits in lower case.
  public var description: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The order of the written forms.
  public static func < (left: EntryID, right: EntryID) -> Bool {
    left.number < right.number
  }
}
