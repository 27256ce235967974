import Glibc

/// What must be undone if the process is ended by SIGINT, SIGTERM or SIGHUP.
///
/// A signal handler may call next to nothing, so ours only writes the signal's number into a pipe
/// (`write` is async-signal-safe, signal-safety(7)). A thread of its own reads it, runs the registered
/// actions, newest first, gives the signal back its default meaning and sends it again: the parent
/// sees that the signal ended us, as it should.
///
/// The thread keeps the lock while it works and until the end, so a thread that loses its files or
/// its child process to an action stops at its next `register` or `withdraw`, instead of reporting a
/// failure that is none.
public enum SignalCleanUp {
  /// The receipt for one registered action.
  public struct Ticket: Hashable, Sendable {
    fileprivate let number: Int
  }

  /// Remembers an action for the end; it does nothing until ``install()`` was called.
  ///
  /// - Parameter action: runs on another thread; must not register or withdraw.
  public static func register(_ action: @escaping @Sendable () -> Void) -> Ticket {
    pending.withLock { pending in
      pending.last += 1
      pending.actions.append((pending.last, action))
      return Ticket(number: pending.last)
    }
  }

  /// Forgets an action whose work is done.
  public static func withdraw(_ ticket: Ticket) {
    pending.withLock { $0.actions.removeAll { $0.number == ticket.number } }
  }

  /// Sets up the handlers and the thread, once; later calls do nothing.
  ///
  /// A signal that is ignored, as SIGHUP under `nohup`, stays ignored. Also runs the actions at a
  /// plain `exit`, where Swift runs no `deinit`.
  public static func install() {
    let isFirst = pending.withLock { pending in
      defer { pending.isInstalled = true }
      return !pending.isInstalled
    }
    guard isFirst else { return }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let readEnd = ends[0]
    signalPipe = ends[1]

    var thread = pthread_t()
    let argument = UnsafeMutableRawPointer(bitPattern: Int(readEnd) + 1)
    guard pthread_create(&thread, nil, waitForSignals, argument) == 0 else { return }
    pthread_detach(thread)
    for signal in [SIGINT, SIGTERM, SIGHUP] { handle(signal) }
    atexit { SignalCleanUp.runAll() }
  }

  private struct Pending {
    var last = 0
    var isInstalled = false
    var actions: [(number: Int, run: @Sendable () -> Void)] = []
  }

  private static let pending = Guarded(Pending())

  private static func handle(_ signal: Int32) {
    var present = sigaction()
    guard sigaction(signal, nil, &present) == 0, !isIgnored(present) else { return }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      let reason = Glibc.errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(signalPipe, &byte, 1)
      Glibc.errno = reason
    }
    action.sa_flags = SA_RESTART
    sigemptyset(&action.sa_mask)
    sigaction(signal, &action, nil)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1  // SIG_IGN
  }

  private static func runAll() {
    pending.withLock { run(&$0) }
  }

  private static func run(_ pending: inout Pending) {
    while let last = pending.actions.popLast() { last.run() }
  }

  fileprivate static func leave(by signal: Int32) {
    pending.withLock { pending in
      run(&pending)
      Glibc.signal(signal, SIG_DFL)
      kill(getpid(), signal)
      // The signal ends us during this sleep; nobody gets the lock any more.
      while true { pause() }
    }
  }
}

/// The write end of the pipe.
///
/// Set before a handler exists and never again, and without a lazy initialiser, so the handler may
/// read it.
private nonisolated(unsafe) var signalPipe: Int32 = -1

private func waitForSignals(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  let descriptor = Int32(truncatingIfNeeded: Int(bitPattern: argument) - 1)
  var byte: UInt8 = 0
  while true {
    let got = read(descriptor, &byte, 1)
    if got == 1 { SignalCleanUp.leave(by: Int32(byte)) }
    if got == 0 || (got < 0 && Glibc.errno != EINTR) { return nil }
  }
}
