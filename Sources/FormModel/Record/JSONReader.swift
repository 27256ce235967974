internal import CJansson

/// Reads JSON with jansson, which refuses duplicate names, keeps the order and knows the line of a mistake.
enum JSONReader {
  static func read(_ bytes: [UInt8]) throws(RecordFailure) -> RawValue {
    try JSONScan.check(bytes)
    var error = json_error_t()
    let flags = Int(JSON_REJECT_DUPLICATES)
    let value = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { json_loadb($0.baseAddress, $0.count, flags, &error) }
    }
    guard let value else {
      let duplicate = json_error_code(&error) == json_error_duplicate_key
      throw RecordFailure(
        duplicate ? .duplicate : .json, line: max(0, Int(error.line)), column: max(0, Int(error.column)))
    }
    defer { cjansson_release(value) }
    return convert(value)
  }

  private static func convert(_ value: UnsafeMutablePointer<json_t>) -> RawValue {
    switch value.pointee.type {
    case JSON_OBJECT:
      var members: [RawValue.Member] = []
      var iterator = json_object_iter(value)
      while let current = iterator {
        if let key = json_object_iter_key(current), let member = json_object_iter_value(current) {
          members.append(RawValue.Member(String(cString: key), convert(member)))
        }
        iterator = json_object_iter_next(value, current)
      }
      if members.count == 1, members[0].name == "status", case .text(let word) = members[0].value {
        return .status(word)
      }
      return .object(members)
    case JSON_ARRAY:
      return .list(
        (0..<json_array_size(value)).compactMap { json_array_get(value, $0).map { convert($0) } })
    case JSON_STRING:
      guard let start = json_string_value(value) else { return .text("") }
      let count = json_string_length(value)
      return .text(
        start.withMemoryRebound(to: UInt8.self, capacity: count) {
          String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        })
    case JSON_INTEGER: return .text(String(json_integer_value(value)))
    // With a comma, because `1.234` as typed text would be one thousand two hundred and thirty-four.
    case JSON_REAL: return .text(String(String(json_real_value(value)).map { $0 == "." ? "," : $0 }))
    case JSON_TRUE: return .text("ja")
    case JSON_FALSE: return .text("nein")
    default: return .text("")
    }
  }
}
