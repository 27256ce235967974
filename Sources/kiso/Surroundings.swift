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
  /// The day today, in the time zone of the machine.
  var today: () -> Day
  /// A password that another program hands over: the first line of a descriptor.
  var readSecret: (_ descriptor: Int32) throws(SecretFailure) -> Secret
  /// A password that a person types, the second time when there is a second question.
  var askSecret: (_ question: String, _ again: String?) throws(SecretFailure) -> Secret
  /// Random numbers that nobody can foresee.
  var random: () -> any RandomNumberGenerator
  /// Standard input, read to its end.
  var readInput: (_ limit: Int) throws(FileFailure) -> [UInt8]
  /// Writes to standard output.
  var writeOutput: ([UInt8]) throws(FileFailure) -> Void
  /// Writes a line to standard error; failures there have nowhere to be told.
  var writeError: (String) -> Void
  /// Begins to show how far a long work of so many steps is, where a person looks on.
  var progress: (_ title: String, _ total: Int) -> Progress

  /// The surroundings of this process.
  static func process() -> Surroundings {
    let program = executablePath()
    return Surroundings(
      program: program,
      environment: environment,
      cache: { cacheFolder().map { PreparedCache(folder: $0, stamp: stamp(of: program)) } },
      today: systemDay,
      readSecret: { (descriptor) throws(SecretFailure) in try SecretReader.line(from: descriptor) },
      askSecret: { (question, again) throws(SecretFailure) in try SecretReader.ask(question, again: again) },
      random: { SystemRandomNumberGenerator() },
      readInput: { (limit) throws(FileFailure) in try FileReader.bytes(from: STDIN_FILENO, limit: limit) },
      writeOutput: { (bytes) throws(FileFailure) in try FileWriter.write(bytes, to: STDOUT_FILENO) },
      writeError: { try? FileWriter.write(Array(($0 + "\n").utf8), to: STDERR_FILENO) },
      progress: { title, total in
        Progress(title, total: total, isInteractive: TerminalInfo.isTerminal(STDERR_FILENO)) {
          try? FileWriter.write(Array($0.utf8), to: STDERR_FILENO)
        }
      })
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

  private static func systemDay() -> Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? .first
  }
}
