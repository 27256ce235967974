import Glibc

/// Takes a password from where a program or a person gives it: never from the command line or the environment.
public enum SecretReader {
  /// The longest password, in bytes of UTF-8.
  public static let limit = 1024

  /// The first line of an open descriptor, without its line end.
  ///
  /// It is read byte by byte into the secret's own memory, so that no copy stays in a buffer and what follows the line
  /// is left for others. If a terminal is behind the descriptor, what is typed is not shown. Refused are an empty line,
  /// one beyond ``limit``, and what is not UTF-8 or holds control characters.
  public static func line(from descriptor: Int32) throws(SecretFailure) -> Secret {
    let echo = TerminalEcho(off: descriptor)
    defer { echo.restore() }
    return try unechoedLine(from: descriptor)
  }

  private static func unechoedLine(from descriptor: Int32) throws(SecretFailure) -> Secret {
    let secret = try Secret(capacity: limit + 2) { (room) throws(SecretFailure) in
      var count = 0
      while count < room.count {
        guard try readByte(descriptor, into: room, at: count) else { break }
        if room[count] == 0x0A {
          room[count] = 0
          break
        }
        count += 1
      }
      if count > 0, room[count - 1] == 0x0D { count -= 1 }
      return count
    }
    guard secret.count > 0 else { throw SecretFailure(.empty) }
    guard secret.count <= limit else { throw SecretFailure(.tooLong) }
    guard secret.withBytes(isText) else { throw SecretFailure(.notText) }
    return secret
  }

  /// Asks the person at standard input, once, or twice when a slip of the finger would lock a document for good.
  ///
  /// Throws `noTerminal` when nobody sits there, and `different` when the two are not the same.
  public static func ask(_ question: String, again: String? = nil) throws(SecretFailure) -> Secret {
    guard isatty(STDIN_FILENO) == 1 else { throw SecretFailure(.noTerminal) }
    let secret = try answer(to: question)
    if let again {
      guard try answer(to: again).matches(secret) else { throw SecretFailure(.different) }
    }
    return secret
  }

  private static func answer(to question: String) throws(SecretFailure) -> Secret {
    // Nothing is shown of whoever types as soon as the question stands there.
    let echo = TerminalEcho(off: STDIN_FILENO)
    defer { echo.restore() }
    show(question + " ")
    // The line end that the person typed was not shown either.
    defer { show("\n") }
    return try unechoedLine(from: STDIN_FILENO)
  }

  /// Writes to the terminal itself, since standard output may be the document.
  private static func show(_ text: String) {
    let terminal = open("/dev/tty", O_WRONLY | O_NOCTTY | O_CLOEXEC)
    defer { if terminal >= 0 { close(terminal) } }
    _ = Array(text.utf8).withUnsafeBytes { write(terminal >= 0 ? terminal : STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static func readByte(
    _ descriptor: Int32, into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SecretFailure) -> Bool {
    while true {
      let got = read(descriptor, room.baseAddress.map { $0 + offset }, 1)
      if got >= 0 { return got == 1 }
      if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if errno != EINTR {
        throw SecretFailure(.unreadable)
      }
    }
  }

  private static func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar.properties.generalCategory == .control { return false }
      case .emptyInput: return true
      case .error: return false
      }
    }
  }
}
