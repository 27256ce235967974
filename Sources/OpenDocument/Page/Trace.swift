internal import XMLTree

/// The element that marks a printed value while a document is being issued; no finished document has it.
///
/// It stands inside paragraphs only, so a reader of the half-finished document sees through it.
enum Trace {
  static let namespace = "urn:opendocument:trace"
  static let element = "value"
  static let name = "name"
  /// The number of the datum that was printed, among those of the document.
  static let figure = "figure"
  /// In a row: which row of the template it was made of.
  static let row = "row"
  private static let prefix = "trace"
  /// The attribute of rows as a template has it.
  static let rowAttribute = "\(prefix):\(row)"

  /// The declaration in a root element, with a blank in front.
  static let declaration = " xmlns:\(prefix)=\"\(namespace)\""

  private static let start = Array("<\(prefix):\(element)".utf8)
  private static let end = Array("</\(prefix):\(element)>".utf8)

  static func open(_ name: String, figure: Int?, to output: inout [UInt8]) {
    output += start
    output += Array(" \(self.name)=\"".utf8)
    XMLEscape.append(attribute: name, to: &output)
    output += Array((figure.map { "\" \(self.figure)=\"\($0)\">" } ?? "\">").utf8)
  }

  static func close(to output: inout [UInt8]) {
    output += end
  }

  /// The bytes without the elements and their declaration.
  static func stripped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let declared = Array(declaration.utf8)
    var done = 0
    var index = 0
    var isDeclared = false
    while index < bytes.count {
      if bytes[index] == start[0], index + 1 < bytes.count, bytes[index + 1] == start[1] || bytes[index + 1] == end[1] {
        let rest = bytes[index...]
        if rest.starts(with: start) || rest.starts(with: end) {
          result += bytes[done..<index]
          index = (rest.firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
          done = index
          continue
        }
      } else if !isDeclared, bytes[index] == declared[0], bytes[index...].starts(with: declared) {
        result += bytes[done..<index]
        index += declared.count
        (done, isDeclared) = (index, true)
        continue
      }
      index += 1
    }
    return result + bytes[done...]
  }
}
