/// The text of the block that is being read, as it is shown and as it is compared.
///
/// What programs compute anew and what only joins pieces is shown but not compared.
struct TextSink {
  /// A place to come back to.
  struct Mark {
    let shown: Int
    fileprivate let compared: Int
    fileprivate let needsSeparator: Bool
  }

  private(set) var shown: [UInt8] = []
  private(set) var compared: [UInt8] = []

  /// What stands between two blocks that are joined.
  let separator: [UInt8]

  /// Where the joined blocks begin.
  var joinStart = 0

  /// Whether the next text is another block, to be joined to the one before.
  var needsSeparator = false

  init(separator: String) {
    self.separator = Array(separator.utf8)
  }

  var mark: Mark { Mark(shown: shown.count, compared: compared.count, needsSeparator: needsSeparator) }

  /// Appends text to what is shown and, unless it is computed, to what is compared.
  mutating func append(_ byte: UInt8, isComputed: Bool = false) {
    if needsSeparator { join() }
    shown.append(byte)
    if !isComputed { compared.append(byte) }
  }

  /// Appends text without white space.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, isComputed: Bool) {
    if needsSeparator { join() }
    shown.append(contentsOf: bytes)
    if !isComputed { compared.append(contentsOf: bytes) }
  }

  /// Appends text that is shown and not compared.
  mutating func appendShown(_ text: [UInt8]) {
    if needsSeparator, !text.isEmpty { join() }
    shown += text
  }

  /// Appends text that is compared and not shown.
  mutating func appendCompared(_ text: String) {
    compared += Array(text.utf8)
  }

  /// Appends a blank that is compared and not shown, unless there is one already.
  mutating func appendComparedBlank() {
    if let last = compared.last, last != 0x20 { compared.append(0x20) }
  }

  /// Ends a block that is joined to the next.
  mutating func endJoined() {
    needsSeparator = shown.count > joinStart
    appendComparedBlank()
  }

  private mutating func join() {
    needsSeparator = false
    shown += separator
    appendComparedBlank()
  }

  /// Takes back the last byte if it is a blank and stands behind the mark.
  mutating func dropBlank(after mark: Mark) {
    if shown.count > mark.shown, shown.last == 0x20 { shown.removeLast() }
  }

  /// Forgets everything behind the mark, or only what is shown.
  mutating func goBack(to mark: Mark, onlyShown: Bool = false) {
    shown.removeLast(shown.count - mark.shown)
    needsSeparator = mark.needsSeparator
    if !onlyShown { compared.removeLast(compared.count - mark.compared) }
  }

  /// How many bytes came behind the mark.
  func length(after mark: Mark) -> Int {
    // Either can be the longer one, and both are what a repetition costs.
    max(shown.count - mark.shown, compared.count - mark.compared)
  }

  /// What is shown behind the mark.
  func text(after mark: Mark) -> String { String(decoding: shown[mark.shown...], as: UTF8.self) }

  /// Repeats what is compared behind the mark and, where blocks are joined, also what is shown.
  mutating func repeatText(after mark: Mark, times: Int, isJoined: Bool) {
    let comparedOnce = [0x20] + compared[mark.compared...]
    let shownOnce = separator + shown[mark.shown...]
    for _ in 0..<times {
      compared += comparedOnce
      if isJoined { shown += shownOnce }
    }
  }

  /// Empties it.
  mutating func clear() {
    shown.removeAll(keepingCapacity: true)
    compared.removeAll(keepingCapacity: true)
    (joinStart, needsSeparator) = (0, false)
  }

  /// Gives what was compared and begins that anew, while what is shown goes on.
  mutating func exchangeCompared(_ other: [UInt8]) -> [UInt8] {
    var other = other
    swap(&other, &compared)
    return other
  }
}
