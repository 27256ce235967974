import Glibc

/// A terminal that gives every key at once, as long as this value lives.
struct RawMode: ~Copyable {
  private let descriptor: Int32
  private let former: termios

  private init(_ descriptor: Int32, former: termios) {
    self.descriptor = descriptor
    self.former = former
  }

  /// Switches a terminal over; nil when it is not one.
  static func take(_ descriptor: Int32) -> RawMode? {
    var former = termios()
    guard tcgetattr(descriptor, &former) == 0 else { return nil }
    var mode = former
    // No echo, no lines, no signals from keys, no flow control; carriage returns come as they are (cfmakeraw(3)).
    // Output is left as it is.
    mode.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON)
    mode.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    mode.c_cc.6 = 1  // VMIN
    mode.c_cc.5 = 0  // VTIME
    guard tcsetattr(descriptor, TCSADRAIN, &mode) == 0 else { return nil }
    return RawMode(descriptor, former: former)
  }

  deinit {
    var mode = former
    // Keys that were typed ahead belong to whoever reads next.
    tcsetattr(descriptor, TCSADRAIN, &mode)
  }
}
