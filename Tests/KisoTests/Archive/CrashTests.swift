import Files
import Glibc
import Testing

/// Processes that are killed at work, systems that fail, and many who write at once.
///
/// The same with thousands of kills and with every single call is `Scripts/crash-test`.
struct CrashTests {
  /// The program that works on archives, built beside the command.
  private static let program = FilePath.joining(FilePath.parent(of: Kiso.path), "archive-exercise")

  private func exercise(_ words: [String]) throws -> Run {
    try Program.run([Self.program] + words, environment: ["SWIFT_BACKTRACE": "enable=no"], seconds: 300)
  }

  /// A kill does not depend on the disk, and in memory more happens between two of them.
  private static let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : nil

  @Test(arguments: ["store", "change", "close", "purge", "backup", "restore", "passphrase", "transfer"])
  func nothingAcknowledgedIsLostByAKill(_ operation: String) throws {
    let folder = try PrivateDirectory(under: Self.folder)
    let run = try exercise(["torture", folder.path, operation, "72", "\(UInt32.random(in: 1...UInt32.max))"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let told = try #require(run.output.firstMatch(of: /(\d+) kills, (\d+) acknowledged/), "\(run.output)")
    // Otherwise the kills only met processes that had not begun.
    #expect(told.1 == "72" && (Int(told.2) ?? 0) > 36, "\(run.output)")
  }

  @Test(
    .enabled(if: Outside.strace != nil, "needs strace, and the right to trace"),
    arguments: ["store", "purge", "restore", "passphrase", "transfer"])
  func nothingAcknowledgedIsLostByAFaultOfTheSystem(_ operation: String) throws {
    let folder = try PrivateDirectory(under: Self.folder)
    let run = try exercise(["faults", folder.path, operation, "9"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let told = try #require(run.output.firstMatch(of: /(\d+) faults at \d+ calls, (\d+) noticed/), "\(run.output)")
    // Most calls cannot be done without; a run that notices none has not been disturbed.
    #expect((Int(told.1) ?? 0) > 10 && (Int(told.2) ?? 0) > 5, "\(run.output)")
  }

  @Test func twelveProcessesWriteAHundredPapersEach() throws {
    let folder = try PrivateDirectory(under: Self.folder)
    #expect(try exercise(["make", folder.path, "store"]).status == 0)
    var processes: [pid_t] = []
    for number in 1...12 {
      let output = folder.path(of: "bestaetigt-\(number)")
      processes.append(
        try Program.spawn(
          [Self.program, "write", folder.path, "100", "\(number)"], streams: ["/dev/null", output, output + "-f"],
          environment: ["SWIFT_BACKTRACE": "enable=no"]))
    }
    for process in processes { #expect(Program.wait(for: process, seconds: 300) == 0) }
    var told: [UInt8] = []
    for number in 1...12 {
      told += try FileReader.bytes(at: folder.path(of: "bestaetigt-\(number)"), limit: 1 << 20)
    }
    let lines = String(decoding: told, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 1_200 && Set(lines.map { $0.split(separator: " ")[1] }).count == 1_200)
    try AtomicFile.write(told, to: folder.path(of: "bestaetigt"))
    let check = try exercise(["check", folder.path, "store"])
    #expect(check.status == 0, "\(check.output)\(check.errors)")
  }
}
