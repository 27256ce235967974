import Glibc

/// The terminal of this process.
public final class ProcessTerminal: TerminalDevice {
  private let input: Int32
  private let output: Int32
  private var mode: RawMode?
  private var signals: SignalPipe?

  /// Takes the terminal behind two descriptors over; nil when there is none.
  public init?(input: Int32, output: Int32) {
    guard isatty(input) == 1, isatty(output) == 1 else { return nil }
    self.input = input
    self.output = output
    guard take() else { return nil }
  }

  private func take() -> Bool {
    guard let mode = RawMode.take(input) else { return false }
    self.mode = consume mode
    signals = SignalPipe.take()
    // Bracketed paste: a pasted text can be told from typed keys.
    write("\u{1B}[?2004h")
    return true
  }

  private func release() {
    write("\u{1B}[?2004l")
    mode = nil
    signals = nil
  }

  /// Columns and rows; 80 by 24 where the terminal does not say.
  public var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Writes text, going on after interruptions.
  public func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(output, part.baseAddress, part.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          var wait = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, 1000)
        } else if errno != EINTR {
          return
        }
      }
    }
  }

  /// Waits for keys, a signal or a new size.
  public func next(milliseconds: Int?) -> DeviceEvent {
    while true {
      let pipeEnd = signals?.readEnd ?? -1
      var waits = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0), pollfd(fd: pipeEnd, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waits, 2, milliseconds.map { Int32(clamping: $0) } ?? -1)
      if count == 0 { return .timeout }
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(errno)
      }
      if waits[1].revents != 0, let signal = signals?.next() { return signal == SIGWINCH ? .resized : .signal(signal) }
      guard waits[0].revents != 0 else { continue }
      var bytes = [UInt8](repeating: 0, count: 65536)
      let got = read(input, &bytes, bytes.count)
      if got > 0 { return .bytes(Array(bytes.prefix(got))) }
      // A terminal that was hung up gives an error or an end; both mean that nobody is there.
      if got == 0 || errno == EIO { return .end }
      if errno != EINTR, errno != EAGAIN { return .failure(errno) }
    }
  }

  /// Leaves the terminal to another program while the body runs.
  public func lend(_ body: () -> Void) {
    release()
    body()
    _ = take()
  }

  /// Stops this program as Ctrl-Z does, until it is fetched back.
  public func stop() {
    release()
    // To this very thread, so that it stops before it goes on.
    raise(SIGTSTP)
    _ = take()
  }

  /// Restores the terminal as it was found.
  public func close() {
    release()
  }
}
