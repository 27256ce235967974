/// One line that says how far a long work is, shown to a person only.
///
/// Nothing is written unless `isInteractive`: a log or a pipe gets no progress. Each report writes
/// over the line before; ``finish()`` wipes it, and so does the end of the value. The texts must not name a person.
public struct Progress: ~Copyable {
  private let title: String
  private let total: Int
  private let isInteractive: Bool
  private let write: (String) -> Void
  private var shown = ""

  /// Begins a work.
  ///
  /// - Parameters:
  ///   - title: what is being done, such as „Dokumente“.
  ///   - total: how many steps there will be; 0 if that is unknown.
  ///   - isInteractive: whether standard error is a terminal; see ``TerminalInfo/isTerminal(_:)``.
  ///   - write: puts a piece of text on the terminal as it is.
  public init(_ title: String, total: Int, isInteractive: Bool, write: @escaping (String) -> Void) {
    self.title = title
    self.total = total
    self.isInteractive = isInteractive
    self.write = write
  }

  deinit {
    if !shown.isEmpty { write(Self.wipe) }
  }

  /// Shows how many steps are done.
  public mutating func report(_ done: Int) {
    let text = total > 0 ? "\(title): \(done) von \(total)" : "\(title): \(done)"
    guard isInteractive, text != shown else { return }
    write(Self.wipe + text)
    shown = text
  }

  /// Wipes the line; what follows begins at its start.
  public mutating func finish() {
    guard !shown.isEmpty else { return }
    write(Self.wipe)
    shown = ""
  }

  /// Return to the line's beginning and clear to its end (ECMA-48 § 8.3.41, EL).
  private static let wipe = "\r\u{1B}[K"
}
