import Glibc

/// Signals as bytes in a pipe, so that whoever waits for keys sees them too.
///
/// A handler may call next to nothing; writing one byte is allowed (signal-safety(7)). As long as the value lives,
/// SIGWINCH, SIGINT, SIGTERM and SIGHUP come this way; then whatever was set before holds again.
struct SignalPipe: ~Copyable {
  /// Where the numbers of signals can be read.
  let readEnd: Int32
  private let writeEnd: Int32
  private let former: [(signal: Int32, action: sigaction)]

  private init(readEnd: Int32, writeEnd: Int32, former: [(signal: Int32, action: sigaction)]) {
    self.readEnd = readEnd
    self.writeEnd = writeEnd
    self.former = former
  }

  /// Sets the pipe up; nil when the system has no pipe left or another one is in use.
  static func take() -> SignalPipe? {
    var ends: [Int32] = [-1, -1]
    guard signalPipeEnd < 0, pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    signalPipeEnd = ends[1]
    return SignalPipe(
      readEnd: ends[0], writeEnd: ends[1],
      former: [SIGWINCH, SIGINT, SIGTERM, SIGHUP].compactMap { signal in
        handle(signal).map { (signal, $0) }
      })
  }

  /// Sets the handler of a signal and returns what was set before; a signal that is ignored stays so.
  private static func handle(_ signal: Int32) -> sigaction? {
    var former = sigaction()
    guard sigaction(signal, nil, &former) == 0, !isIgnored(former) || signal == SIGWINCH else { return nil }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      let reason = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(signalPipeEnd, &byte, 1)
      errno = reason
    }
    action.sa_flags = SA_RESTART
    sigemptyset(&action.sa_mask)
    return sigaction(signal, &action, nil) == 0 ? former : nil
  }

  deinit {
    for (signal, action) in former {
      var action = action
      sigaction(signal, &action, nil)
    }
    signalPipeEnd = -1
    close(readEnd)
    close(writeEnd)
  }

  /// The signal that came; nil when none did.
  func next() -> Int32? {
    var byte: UInt8 = 0
    return read(readEnd, &byte, 1) == 1 ? Int32(byte) : nil
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1  // SIG_IGN
  }
}

/// The write end of the pipe in use, -1 for none.
///
/// Set before a handler exists and after it is gone, without a lazy initialiser, so the handler may read it.
private nonisolated(unsafe) var signalPipeEnd: Int32 = -1
