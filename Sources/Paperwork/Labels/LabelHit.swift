internal import FormModel

/// A label that was found, with what stands beside or below it.
struct LabelHit {
  /// The fields that stand under the label, or the one group.
  let terms: [LabelTerm]
  /// The path of each, with the numbers of repeated groups.
  let paths: [String]
  /// Whether the label is the item's own.
  let isOwn: Bool
  /// The text as it stands.
  var lines: [String]

  /// The text without lines that only leave room for a pen.
  var text: String {
    lines.map { Self.withoutLeaders($0) }.joined(separator: "\n")
      .trimmingLineEnds
  }

  var isEmpty: Bool { text.isEmpty }

  /// Whether the value may go on in further lines.
  var isLong: Bool {
    if case .field(let field) = terms[0].kind, terms.count == 1 { return field.has(.multiline) }
    return false
  }

  /// A line without the dots and lines on which a pen writes.
  private static func withoutLeaders(_ line: String) -> String {
    var slice = line[...]
    while let last = slice.last, last == "_" || last == "…" || last == " " || slice.hasSuffix("...") {
      slice.removeLast()
    }
    let isLeader = slice.allSatisfy { "_….- –—".contains($0) }
    return isLeader ? "" : String(slice)
  }
}

extension String {
  fileprivate var trimmingLineEnds: String {
    var slice = self[...]
    while slice.first == "\n" { slice.removeFirst() }
    while let last = slice.last, last == "\n" || last == " " || last == "\t" { slice.removeLast() }
    return String(slice)
  }
}
