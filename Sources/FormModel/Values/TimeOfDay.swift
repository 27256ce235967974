/// A time of day to the minute, 00:00…23:59.
///
/// Local wall-clock time without a zone. 24:00 does not exist: the end of a day is the next day's 00:00.
public struct TimeOfDay: Hashable, Sendable, Comparable {
  /// Minutes since midnight, 0…1439.
  public let minutes: Int

  /// A time from hours 0…23 and minutes 0…59; nil outside them.
  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// A time from its storage form, exactly `HH:MM`.
  public init?(canonical text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = ASCIIDigits.value(of: bytes[0..<2]),
      let minute = ASCIIDigits.value(of: bytes[3..<5])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// A time as people type it: `9:15`, `09:15`, `9.15 Uhr`, `0915`, `9 Uhr`.
  ///
  /// Returns nil for anything else; a bare `9` could be anything and is not read here, only where nothing but a time
  /// is asked for (`TimeKind`).
  public init?(typed text: String) {
    guard var tokens = TypedTokens(text), let time = TimeOfDay.take(from: &tokens), tokens.isAtEnd else {
      return nil
    }
    self = time
  }

  /// The hour, 0…23.
  public var hour: Int { minutes / 60 }
  /// The minute of the hour, 0…59.
  public var minute: Int { minutes % 60 }

  /// The storage form `HH:MM`, five characters.
  public var canonical: String {
    ASCIIDigits.padded(hour, to: 2) + ":" + ASCIIDigits.padded(minute, to: 2)
  }

  /// The printed form „09:15 Uhr“.
  public var german: String { canonical + " Uhr" }

  /// The earlier time is the smaller one.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }

  /// Takes a time from the front of the tokens.
  static func take(from tokens: inout TypedTokens) -> TimeOfDay? {
    if let compact = tokens.takeNumber(digits: 4...4) {
      _ = tokens.take(word: "uhr")
      return TimeOfDay(hour: compact / 100, minute: compact % 100)
    }
    guard let hour = tokens.takeNumber(digits: 1...2) else { return nil }
    if tokens.take(word: "uhr") { return TimeOfDay(hour: hour, minute: 0) }
    guard tokens.take(mark: ":") || tokens.take(mark: "."), let minute = tokens.takeNumber(digits: 2...2)
    else {
      return nil
    }
    _ = tokens.take(word: "uhr")
    return TimeOfDay(hour: hour, minute: minute)
  }
}
