import Files
import Glibc
import Paperwork
import Secrets
import Terminal

/// What the world is to a command: streams, clock, environment.
///
/// Everything comes in from outside, so tests can.
struct Surroundings {
  /// The path of the program itself.
  var program: String
  /// A value of the environment.
  var environment: (String) -> String?
  /// Where things that were prepared are kept from one start to the next; nil for nowhere.
  var cache: () -> PreparedCache?
  /// The day today and the time, in the time zone of the machine.
  var now: () -> Moment
  /// The day today in UTC, which no setting of the machine changes.
  var universalDay: () -> Day
  /// A line that a person types or another program hands over; for what must not stand on a command line.
  var readLine: (_ question: String) throws(FileFailure) -> String
  /// A password that another program hands over: the first line of a descriptor.
  var readSecret: (_ descriptor: Int32) throws(SecretFailure) -> Secret
  /// A password that a person types, the second time when there is a second question.
  var askSecret: (_ question: String, _ again: String?) throws(SecretFailure) -> Secret
  /// Unpredictable random numbers.
  var random: () -> any RandomNumberGenerator
  /// Standard input, read to its end.
  var readInput: (_ limit: Int) throws(FileFailure) -> [UInt8]
  /// Writes to standard output; on a terminal nothing in the bytes steers it.
  var writeOutput: ([UInt8]) throws(FileFailure) -> Void
  /// Writes rows to standard output that a palette has made.
  var writeRows: (String) throws(FileFailure) -> Void
  /// Whether standard output is a terminal, which shows bytes of a package as rubbish.
  var isOutputShown: () -> Bool
  /// How wide standard output is, 80 columns where it does not say, and how styles look on it.
  var screen: () -> (columns: Int, palette: Palette)
  /// Writes a line to standard error, where nothing in it steers a terminal; failures cannot be reported anywhere.
  var writeError: (String) -> Void
  /// Begins to show the progress of a long task with a number of steps, on a terminal.
  var progress: (_ title: String, _ total: Int) -> Progress
  /// Where questions are asked; without drawing when that is wanted, or when no person sits there.
  var console: (_ isPlain: Bool) -> any Console
  /// Whether a person sits at standard input.
  var isAttended: () -> Bool
  /// Opens an editor for a file and waits; false when it did not end well.
  var edit: (_ command: String, _ path: String) -> Bool
  /// Does nothing for some milliseconds.
  var idle: (_ milliseconds: Int) -> Void
  /// Ends the process by a signal, after everything temporary is gone.
  var endBySignal: (Int32) -> Never

  /// The day today.
  func today() -> Day { now().day }

  /// The surroundings of this process.
  static func process() -> Surroundings {
    let program = executablePath()
    return Surroundings(
      program: program,
      environment: environment,
      cache: { cacheFolder().map { PreparedCache(folder: $0, stamp: stamp(of: program)) } },
      now: { systemTime(localtime_r) },
      universalDay: { systemTime(gmtime_r).day },
      readLine: { (question) throws(FileFailure) in try line(after: question) },
      readSecret: { (descriptor) throws(SecretFailure) in try SecretReader.line(from: descriptor) },
      askSecret: { (question, again) throws(SecretFailure) in try SecretReader.ask(question, again: again) },
      random: { SystemRandomNumberGenerator() },
      readInput: { (limit) throws(FileFailure) in try FileReader.bytes(from: STDIN_FILENO, limit: limit) },
      writeOutput: { (bytes) throws(FileFailure) in
        let isShown = TerminalInfo.isTerminal(STDOUT_FILENO)
        try FileWriter.write(isShown ? HarmlessText.of(bytes) : bytes, to: STDOUT_FILENO)
      },
      writeRows: { (rows) throws(FileFailure) in try FileWriter.write(Array(rows.utf8), to: STDOUT_FILENO) },
      isOutputShown: { TerminalInfo.isTerminal(STDOUT_FILENO) },
      screen: screen,
      writeError: writeError,
      progress: { title, total in
        Progress(title, total: total, isInteractive: TerminalInfo.isTerminal(STDERR_FILENO)) {
          try? FileWriter.write(Array($0.utf8), to: STDERR_FILENO)
        }
      },
      console: console, isAttended: { TerminalInfo.isTerminal(STDIN_FILENO) }, edit: ExternalEditor.run,
      idle: { usleep(UInt32(clamping: $0 * 1000)) },
      endBySignal: { number in
        kill(getpid(), number)
        // The thread that cleans up ends us by the signal itself.
        while true { pause() }
      })
  }

  /// Questions go to standard error, so that a result on standard output stays alone.
  private static func console(isPlain: Bool) -> any Console {
    let term = environment("TERM") ?? "dumb"
    if !isPlain, term != "dumb", !term.isEmpty,
      let terminal = ProcessTerminal(input: STDIN_FILENO, output: STDERR_FILENO)
    {
      let isColoured = (environment("NO_COLOR") ?? "").isEmpty
      return ScreenConsole(terminal, palette: .terminal(coloured: isColoured))
    }
    return PlainConsole(input: STDIN_FILENO) {
      try? FileWriter.write(Array(HarmlessText.of($0).utf8), to: STDERR_FILENO)
    }
  }

  private static func writeError(_ line: String) {
    try? FileWriter.write(Array((HarmlessText.of(line) + "\n").utf8), to: STDERR_FILENO)
  }

  private static func screen() -> (columns: Int, palette: Palette) {
    let columns = TerminalInfo.columns(of: STDOUT_FILENO) ?? environment("COLUMNS").flatMap { Int($0) } ?? 80
    guard TerminalInfo.isTerminal(STDOUT_FILENO), (environment("TERM") ?? "dumb") != "dumb" else {
      return (columns, .none)
    }
    return (columns, .terminal(coloured: (environment("NO_COLOR") ?? "").isEmpty))
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// `KISO_CACHE`, or `kiso` in the user's folder for caches (XDG Base Directory Specification).
  ///
  /// An empty `KISO_CACHE` switches the cache off.
  private static func cacheFolder() -> String? {
    if let given = environment("KISO_CACHE") { return given.isEmpty ? nil : given }
    if let caches = environment("XDG_CACHE_HOME"), caches.hasPrefix("/") { return FilePath.joining(caches, "kiso") }
    return environment("HOME").flatMap { $0.hasPrefix("/") ? FilePath.joining($0, ".cache/kiso") : nil }
  }

  /// A path that may begin at the user's home, as `~/`.
  func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = environment("HOME") else { return path }
    return FilePath.joining(home, String(path.dropFirst(2)))
  }

  /// The user's folder of a kind, and `kiso` in it (XDG Base Directory Specification); nil without a home.
  func folder(_ variable: String, otherwise: String) -> String? {
    if let given = environment(variable), given.hasPrefix("/") { return FilePath.joining(given, "kiso") }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return FilePath.joining(FilePath.joining(home, otherwise), "kiso")
  }

  /// Something that changes whenever the program is built or installed anew.
  private static func stamp(of program: String) -> String {
    var status = stat()
    guard stat(program, &status) == 0 else { return "" }
    return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }

  private static func executablePath() -> String {
    guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments.first ?? "kiso" }
    defer { free(path) }
    return String(cString: path)
  }

  private static func systemTime(
    _ convert: (UnsafePointer<time_t>?, UnsafeMutablePointer<tm>?) -> UnsafeMutablePointer<tm>?
  ) -> Moment {
    var now = time(nil)
    var parts = tm()
    _ = convert(&now, &parts)
    let day = Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return Moment(day ?? .first, at: TimeOfDay(hour: Int(parts.tm_hour), minute: Int(parts.tm_min)))
  }

  /// The next line of standard input without its end; the question is shown to a person only.
  private static func line(after question: String) throws(FileFailure) -> String {
    if TerminalInfo.isTerminal(STDIN_FILENO) {
      try? FileWriter.write(Array(HarmlessText.of(question).utf8), to: STDERR_FILENO)
    }
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 4_096 {
      let got = read(STDIN_FILENO, &byte, 1)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw FileFailure(code: .inputOutput, path: "-", errno: errno) }
      if got == 0 || byte == 0x0A { break }
      bytes.append(byte)
    }
    if bytes.last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
