extension MarkupScan {
  /// UTF-8 only: UTF-16, UTF-32 and a declared other encoding are refused.
  static func checkEncoding(_ bytes: [UInt8]) throws(XMLFailure) {
    guard let first = bytes.first else { throw XMLFailure(.empty) }
    let wide = first == 0xFE || first == 0xFF || first == 0 || (bytes.count > 1 && bytes[1] == 0)
    guard !wide else { throw XMLFailure(.encoding, line: 1, column: 1) }
    let head = bytes.prefix(200)
    guard head.starts(with: "<?xml".utf8) || head.starts(with: [0xEF, 0xBB, 0xBF]),
      let end = head.firstIndex(of: UInt8(ascii: ">")),
      let declaration = String(validating: head[..<end], as: UTF8.self)
    else { return }
    guard let encoding = declaration.firstRange(ofWord: "encoding") else { return }
    let value = declaration[encoding...].drop { $0 != "\"" && $0 != "'" }.dropFirst()
      .prefix { $0 != "\"" && $0 != "'" }
    guard ["utf-8", "us-ascii"].contains(value.lowercased()) else {
      throw XMLFailure(.encoding, line: 1, column: 1)
    }
  }
}

extension String {
  fileprivate func firstRange(ofWord word: String) -> String.Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(word) { return self.index(index, offsetBy: word.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
