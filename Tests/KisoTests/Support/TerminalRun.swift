import Files
import Glibc

/// The real command at a pseudo-terminal, with a person at the other end.
final class TerminalRun {
  let process: pid_t
  private var end: Int32
  /// The program's side of the terminal.
  private let path: String
  /// What a person would see.
  private(set) var screen: VirtualScreen
  /// Everything that was written.
  private(set) var output: [UInt8] = []
  private var ended: Int32?

  struct CannotStart: Error {
    let errno: Int32
  }

  struct TookTooLong: Error, CustomStringConvertible {
    let wanted: String
    let screen: String
    var description: String { "waited in vain for ›\(wanted)‹; the screen shows:\n\(screen)" }
  }

  /// Starts words at a terminal of the given size.
  ///
  /// `TERM` is xterm's unless said otherwise.
  init(
    _ words: [String], columns: Int = 80, rows: Int = 24, in folder: String, environment: [String: String] = [:]
  ) throws {
    screen = VirtualScreen(columns: columns, rows: rows)
    // What posix_openpt(3) and its companions do on Linux; Glibc's module does not show them (pts(4), ioctl_tty(2)).
    end = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var isLocked: Int32 = 0
    let unlock: UInt = 0x4004_5431
    let getNumber: UInt = 0x8004_5430
    guard end >= 0, ioctl(end, unlock, &isLocked) == 0, ioctl(end, getNumber, &number) == 0 else {
      throw CannotStart(errno: errno)
    }
    path = "/dev/pts/\(number)"
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(end, UInt(TIOCSWINSZ), &size)
    var variables = ["KISO_HOME": Repository.root, "KISO_CACHE": "", "TZ": "Europe/Berlin", "TERM": "xterm-256color"]
    variables.merge(environment) { $1 }
    process = try Program.spawn(
      words, streams: [path, path, path], folder: folder, environment: variables, isSession: true)
  }

  deinit {
    if ended == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    if end >= 0 { close(end) }
  }

  /// What stands on the screen.
  var text: String { screen.text }

  // MARK: The person

  /// Types bytes as they are.
  func type(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // Whoever types a lot must also read, or both sides wait for each other.
      read(milliseconds: 0)
      let count = rest.withUnsafeBytes { write(end, $0.baseAddress, min($0.count, 1024)) }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Types text.
  func type(_ text: String) { type(Array(text.utf8)) }

  /// Types a line and Enter; a text of several lines, or one that says so, ends with Ctrl-D.
  func answer(_ text: String) {
    let isLong = text.contains("\n") || text.hasSuffix("\u{04}")
    type(text.map { $0 == "\n" ? "\r" : String($0) }.joined())
    if !isLong { type("\r") } else if !text.hasSuffix("\u{04}") { type("\u{04}") }
  }

  /// Changes the size of the window.
  func resize(columns: Int, rows: Int) {
    read(milliseconds: 50)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    screen = VirtualScreen(columns: columns, rows: rows)
    _ = ioctl(end, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the window, as a lost connection does.
  func hangUp() {
    close(end)
    end = -1
  }

  // MARK: Waiting

  /// Whether a question stands complete on the screen, with the cursor in its line, and the program waits for keys.
  ///
  /// While it still works on what was typed, a question stands there as well: the one before.
  var asks: Bool {
    output.suffix(6).elementsEqual("\u{1B}[?25h".utf8) && screen.lines.contains { $0.hasPrefix("›") } && isIdle
  }

  /// Whether nothing is on its way: no output to be read, no key to be taken, the process asleep (proc(5), state S).
  private var isIdle: Bool {
    var waiting = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 0) == 0 else { return false }
    let terminal = open(path, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard terminal >= 0 else { return true }
    defer { close(terminal) }
    var keys: Int32 = 0
    guard ioctl(terminal, UInt(FIONREAD), &keys) == 0, keys == 0,
      let status = try? FileReader.bytes(at: "/proc/\(process)/stat", limit: 4096)
    else { return false }
    // The name of the program stands in brackets before the state.
    let text = String(decoding: status, as: UTF8.self)
    return text.split(separator: ") ").last?.first == "S"
  }

  /// Whether the program has ended.
  var hasEnded: Bool {
    if ended != nil { return true }
    var information = siginfo_t()
    return waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0
      && information.si_signo == SIGCHLD
  }

  /// Waits until the screen shows a text.
  func wait(for wanted: String, seconds: Double = 30) throws {
    try wait(wanted, seconds: seconds) { $0.screen.text.contains(wanted) }
  }

  /// Waits until a condition holds.
  func wait(_ what: String, seconds: Double = 30, until condition: (TerminalRun) -> Bool) throws {
    var left = Int(seconds * 1000)
    while !condition(self) {
      guard left > 0, read(milliseconds: 20) || ended == nil else {
        throw TookTooLong(wanted: what, screen: text)
      }
      left -= 20
    }
  }

  /// Waits for the end and gives the status; 128 and the number when a signal ended it.
  func finish(seconds: Double = 60) -> Int32 {
    if let ended { return ended }
    var left = Int(seconds * 1000)
    var status: Int32 = 0
    while left > 0 {
      read(milliseconds: 5)
      if waitpid(process, &status, WNOHANG) == process {
        while read(milliseconds: 0) {}
        return noted(status)
      }
      left -= 5
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    return noted(status)
  }

  /// Ends the process as a power cut would.
  func killNow() {
    kill(process, SIGKILL)
    _ = finish()
  }

  private func noted(_ status: Int32) -> Int32 {
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    ended = code
    return code
  }

  /// Takes in what was written; false when nothing was.
  @discardableResult
  private func read(milliseconds: Int32) -> Bool {
    guard end >= 0 else {
      usleep(UInt32(milliseconds) * 1000)
      return false
    }
    var wait = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, milliseconds) > 0 else { return false }
    var space = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(end, &space, space.count)
    guard count > 0 else {
      if milliseconds > 0 { usleep(UInt32(milliseconds) * 1000) }
      return false
    }
    output += space.prefix(count)
    screen.feed(Array(space.prefix(count)))
    return true
  }
}
