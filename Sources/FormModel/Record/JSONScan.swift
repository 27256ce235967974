/// One cheap pass over JSON that bounds depth and number before anything is built of it.
///
/// It is no parser: it knows only where strings begin and end. A value of JSON takes up to a hundred times the
/// memory of its text.
enum JSONScan {
  /// Throws when the bytes exceed a limit; says nothing about what they mean.
  static func check(_ bytes: [UInt8]) throws(RecordFailure) {
    var values = 1
    var depth = 0
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: ","): values += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        values += 1
        depth += 1
        guard depth <= RecordLimits.depth else { throw RecordFailure(.depth) }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      guard values <= RecordLimits.values else { throw RecordFailure(.tooMany) }
    }
  }
}
