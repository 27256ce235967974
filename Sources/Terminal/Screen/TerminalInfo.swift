import Glibc

/// What is known about the terminal behind a descriptor.
public enum TerminalInfo {
  /// Whether a person's terminal is behind a descriptor (0 input, 1 output, 2 error).
  public static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// The terminal's width in columns, `nil` if it is not one or does not say.
  public static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
