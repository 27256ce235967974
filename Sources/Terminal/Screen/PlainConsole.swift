import Glibc

/// A console that says each thing once, in whole lines: for screen readers, simple terminals and piped input.
///
/// One answer a line. In long texts a backslash at the end of a line goes on in the next.
public final class PlainConsole: Console {
  private let input: Int32
  private let isTerminal: Bool
  private let write: (String) -> Void
  private var signals: SignalPipe?
  private var bytes: [UInt8] = []
  private var isAtEnd = false

  /// The most bytes of one line that a terminal hands over when it edits lines itself (N_TTY_BUF_SIZE in Linux).
  private static let terminalLine = 4095

  /// A console that reads from a descriptor and writes by `write`.
  public init(input: Int32, write: @escaping (String) -> Void) {
    self.input = input
    isTerminal = isatty(input) == 1
    self.write = write
    signals = SignalPipe.take()
  }

  /// Never.
  public var isInteractive: Bool { false }

  /// Says something.
  public func say(_ blocks: [Block]) {
    write(blocks.map { $0.plain + "\n" }.joined())
  }

  /// Leaves the terminal to another program for a while.
  public func lend(_ body: () -> Void) {
    signals = nil
    body()
    signals = SignalPipe.take()
  }

  /// Restores the handlers that signals had before.
  public func close() {
    signals = nil
  }

  /// Asks a question; a line that is no UTF-8 or too long is not taken, and the question comes again.
  public func ask(_ request: LineRequest) -> LineResult {
    write(request.plainHeader.map { $0 + "\n" }.joined())
    var text = ""
    while true {
      write((text.isEmpty ? request.plainPrompt : "weiter:") + (isTerminal ? " " : "\n"))
      switch line() {
      case .failure(let other): return other
      case .success(let bytes):
        guard bytes.count <= LineBuffer.limit else {
          write("Die Zeile ist zu lang (höchstens \(LineBuffer.limit / 1024) KiB) und wurde nicht übernommen.\n")
          continue
        }
        guard let line = String(validating: bytes, as: UTF8.self) else {
          write("Die Zeile ist kein UTF-8 und wurde nicht übernommen. Bitte den Zeichensatz prüfen.\n")
          continue
        }
        if isTerminal, bytes.count >= Self.terminalLine {
          write(
            "Das Terminal nimmt höchstens \(Self.terminalLine) Bytes je Zeile; der Rest ging verloren. Bitte prüfen.\n")
        }
        let clean = Self.clean(line)
        guard request.isMultiline, clean.hasSuffix("\\") else { return .line(text + clean) }
        text += clean.dropLast() + "\n"
      }
    }
  }

  private enum Read {
    case success([UInt8])
    case failure(LineResult)
  }

  /// The next line without its end; a last line without an end counts as one.
  private func line() -> Read {
    var searched = 0
    while true {
      if let end = bytes[searched...].firstIndex(of: 0x0A) {
        var line = Array(bytes[..<end])
        bytes.removeFirst(end + 1)
        if line.last == 0x0D { line.removeLast() }
        return .success(line)
      }
      if isAtEnd {
        guard !bytes.isEmpty else { return .failure(.end("")) }
        defer { bytes = [] }
        return .success(bytes)
      }
      // Of a line that is too long no more is kept than shows that it is.
      if bytes.count > 2 * LineBuffer.limit { bytes.removeSubrange((LineBuffer.limit + 1)..<(2 * LineBuffer.limit)) }
      searched = bytes.count
      if let failure = fetch() { return .failure(failure) }
    }
  }

  private func fetch() -> LineResult? {
    while true {
      let pipeEnd = signals?.readEnd ?? -1
      var waits = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0), pollfd(fd: pipeEnd, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&waits, 2, -1) < 0 {
        if errno == EINTR { continue }
        return .failure(errno)
      }
      if waits[1].revents != 0, let signal = signals?.next() {
        if signal == SIGWINCH { continue }
        return signal == SIGINT ? .interrupted("") : .signal(signal, "")
      }
      guard waits[0].revents != 0 else { continue }
      var space = [UInt8](repeating: 0, count: 65536)
      let got = read(input, &space, space.count)
      if got > 0 {
        bytes += space.prefix(got)
        return nil
      }
      if got == 0 || errno == EIO && isTerminal {
        isAtEnd = true
        return nil
      }
      if errno != EINTR, errno != EAGAIN { return .failure(errno) }
    }
  }

  /// Without control characters, with which a terminal could be steered; a tab is a blank.
  private static func clean(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if scalar == "\t" {
        result.append(" ")
      } else if scalar.value >= 0x20, !(0x7F..<0xA0).contains(scalar.value) {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
