internal import Files
import Glibc

/// A terminal that does not show what is typed, until it is switched back.
///
/// Ctrl-C and the like give the terminal back as well, if the program has installed `SignalCleanUp`.
struct TerminalEcho {
  private let descriptor: Int32
  private let before: termios?
  private let ticket: SignalCleanUp.Ticket?

  /// Switches the echo off; does nothing when there is no terminal behind the descriptor.
  init(off descriptor: Int32) {
    self.descriptor = descriptor
    var settings = termios()
    guard isatty(descriptor) == 1, tcgetattr(descriptor, &settings) == 0 else {
      (before, ticket) = (nil, nil)
      return
    }
    let before = settings
    self.before = before
    ticket = SignalCleanUp.register {
      var settings = before
      _ = tcsetattr(descriptor, TCSANOW, &settings)
    }
    settings.c_lflag &= ~tcflag_t(ECHO)
    // What was typed before the question was not meant as its answer.
    _ = tcsetattr(descriptor, TCSAFLUSH, &settings)
  }

  /// Makes the terminal as it was.
  func restore() {
    guard var before else { return }
    _ = tcsetattr(descriptor, TCSANOW, &before)
    if let ticket { SignalCleanUp.withdraw(ticket) }
  }
}
