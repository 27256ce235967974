import Files
import Glibc
import Testing

/// Processes that are killed at work, systems that fail, and many who write at once.
///
/// The same with thousands of kills and with every single call is `Scripts/crash-test`.
///
/// One after another: each of them brings as many processes as a machine has use for.
@Suite(.serialized)
struct CrashTests {
  /// The program that works on archives, built beside the command.
  private static let program = FilePath.joining(FilePath.parent(of: Kiso.path), "archive-exercise")

  private func exercise(_ words: [String]) throws -> Run {
    try Program.run([Self.program] + words, environment: ["SWIFT_BACKTRACE": "enable=no"], seconds: 300)
  }

  /// A kill does not depend on the disk, and in memory more happens between two of them.
  private static let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : nil

  /// Lets the program work on several operations at once, each in a folder of its own, and gives what each said.
  ///
  /// Most of the time each waits for the moment of the next kill, or for the tracer. Other tests come first.
  private func exercise(
    _ word: String, _ operations: [String], _ more: [String], in folder: borrowing PrivateDirectory
  ) throws -> [(operation: String, output: String)] {
    var processes: [(operation: String, process: pid_t)] = []
    for operation in operations {
      let words = ["/usr/bin/nice", Self.program, word, try folder.makeFolder(operation), operation] + more
      let streams = ["/dev/null", folder.path(of: operation + ".1"), folder.path(of: operation + ".2")]
      let process = try Program.spawn(words, streams: streams, environment: ["SWIFT_BACKTRACE": "enable=no"])
      processes.append((operation, process))
    }
    return try processes.map { operation, process in
      let status = Program.wait(for: process, seconds: 600)
      let said = try [".1", ".2"].map { try FileReader.bytes(at: folder.path(of: operation + $0), limit: 1 << 20) }
      let output = String(decoding: said.joined(), as: UTF8.self)
      #expect(status == 0, "\(operation): \(output)")
      return (operation, output)
    }
  }

  @Test func nothingAcknowledgedIsLostByAKill() throws {
    let folder = try PrivateDirectory(under: Self.folder)
    let operations = ["store", "change", "close", "purge", "backup", "restore", "passphrase"]
    let seed = "\(UInt32.random(in: 1...UInt32.max))"
    for (operation, output) in try exercise("torture", operations, ["72", seed], in: folder) {
      let told = try #require(output.firstMatch(of: /(\d+) kills, (\d+) acknowledged/), "\(operation): \(output)")
      // Otherwise the kills only met processes that had not begun.
      #expect(told.1 == "72" && (Int(told.2) ?? 0) > 36, "\(operation): \(output)")
    }
  }

  @Test(.enabled(if: Outside.strace != nil, "needs strace, and the right to trace"))
  func nothingAcknowledgedIsLostByAFaultOfTheSystem() throws {
    let folder = try PrivateDirectory(under: Self.folder)
    for (operation, output) in try exercise("faults", ["store", "purge", "restore", "passphrase"], ["9"], in: folder) {
      let told = try #require(
        output.firstMatch(of: /(\d+) faults at \d+ calls, (\d+) noticed/), "\(operation): \(output)")
      // Most calls cannot be done without; a run that notices none has not been disturbed.
      #expect((Int(told.1) ?? 0) > 10 && (Int(told.2) ?? 0) > 5, "\(operation): \(output)")
    }
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
