import Files
import Glibc
import Paperwork

/// What the world is to a command: streams, clock, environment.
///
/// Everything comes in from outside, so tests can.
struct Surroundings {
  /// The path of the program itself.
  var program: String
  /// A value of the environment.
  var environment: (String) -> String?
  /// The day today, in the time zone of the machine.
  var today: () -> Day
  /// Standard input, read to its end.
  var readInput: (_ limit: Int) throws(FileFailure) -> [UInt8]
  /// Writes to standard output.
  var writeOutput: ([UInt8]) throws(FileFailure) -> Void
  /// Writes a line to standard error; failures there have nowhere to be told.
  var writeError: (String) -> Void

  /// The surroundings of this process.
  static func process() -> Surroundings {
    Surroundings(
      program: executablePath(),
      environment: { name in getenv(name).map { String(cString: $0) } },
      today: systemDay,
      readInput: { (limit) throws(FileFailure) in try FileReader.bytes(from: STDIN_FILENO, limit: limit) },
      writeOutput: { (bytes) throws(FileFailure) in try FileWriter.write(bytes, to: STDOUT_FILENO) },
      writeError: { try? FileWriter.write(Array(($0 + "\n").utf8), to: STDERR_FILENO) })
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
