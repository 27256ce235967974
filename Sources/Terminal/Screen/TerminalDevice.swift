/// A terminal as bytes: what comes in, what goes out, how large it is.
public protocol TerminalDevice: AnyObject {
  /// Columns and rows.
  var size: (columns: Int, rows: Int) { get }
  /// Writes text; a failure cannot be reported anywhere.
  func write(_ text: String)
  /// Waits for something to happen, at most for a number of milliseconds; without a limit when nil.
  func next(milliseconds: Int?) -> DeviceEvent
  /// Leaves the terminal to another program while the body runs.
  func lend(_ body: () -> Void)
  /// Stops the program until somebody fetches it back.
  func stop()
  /// Restores the terminal as it was found.
  func close()
}

/// What a terminal reports: bytes that were typed, a new size, a signal, the end of the input.
public enum DeviceEvent: Hashable, Sendable {
  /// Bytes came in.
  case bytes([UInt8])
  /// Its size changed.
  case resized
  /// The time is over.
  case timeout
  /// A signal that ends the program.
  case signal(Int32)
  /// There is no more input.
  case end
  /// Reading failed, by the number the system gave.
  case failure(Int32)
}
