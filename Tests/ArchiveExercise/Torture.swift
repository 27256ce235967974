import Files
import FormModel
import Glibc
import RecordArchive

/// Kills a working process again and again, each time at another moment, and looks at what is left.
struct Torture {
  /// After so many rounds an archive has grown enough; a new one is begun.
  private static let life = 20

  private let exercise: Exercise
  private let rounds: Int
  private var state: UInt64
  /// Within how many microseconds of its first sign of life a process is killed.
  ///
  /// It follows what the machine can do: a few operations are acknowledged before most kills, and the kill itself is
  /// anywhere within one.
  private var span: UInt64 = 100_000

  init(_ exercise: Exercise, rounds: Int, seed: UInt64) {
    self.exercise = exercise
    self.rounds = rounds
    state = seed &* 2 &+ 1
  }

  /// Runs all rounds and says how they went; 0 when nothing was violated.
  mutating func run() throws -> Int32 {
    var known = Acknowledged()
    var acknowledged = 0
    var slowest = 0.0
    for round in 1...rounds {
      if round % Self.life == 1 {
        for file in try DirectoryListing.files(in: exercise.folder) { unlink(file) }
        try exercise.make()
        known = Acknowledged()
      }
      let before = acknowledged
      for line in try killedOnce(round) {
        known.note(line)
        if line != "ready" { acknowledged += 1 }
      }
      if acknowledged == before { span = min(span * 3 / 2, 2_000_000) }
      if acknowledged > before + 10 { span = max(span * 3 / 4, 10_000) }
      let start = now()
      _ = try exercise.open()
      slowest = max(slowest, now() - start)
      let problems = try exercise.check(known)
      guard problems.isEmpty else {
        print("\(exercise.operation), round \(round): " + problems.joined(separator: "; "))
        return 1
      }
      // What was about to be deleted is settled now, one way or the other.
      let entries = Set(try exercise.open().entries().map(\.id.description))
      known.deleted.formUnion(known.deleting.filter { !entries.contains($0) })
      known.deleting = []
      if exercise.operation == "restore" { known = Acknowledged() }
    }
    let milliseconds = Int(slowest * 1_000)
    print("\(exercise.operation): \(rounds) kills, \(acknowledged) acknowledged, opens again within \(milliseconds) ms")
    return 0
  }

  private mutating func random(below bound: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % bound
  }

  /// One life of a working process, and what it reported until it ended.
  private mutating func killedOnce(_ round: Int) throws -> [Substring] {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileFailure(code: .inputOutput, path: "-", errno: errno) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    let program = "/proc/self/exe"
    let words: [String] = [program, "work", exercise.folder, exercise.operation, String(state % 1_000_000_007)]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for pointer in arguments { free(pointer) } }
    arguments.append(nil)
    var child = pid_t()
    // A crash of our own must show as one, and quickly.
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("SWIFT_BACKTRACE=enable=no"), nil]
    defer { free(environment[0]) }
    let refusal = posix_spawn(&child, program, &actions, nil, &arguments, &environment)
    close(ends[1])
    guard refusal == 0 else { throw FileFailure(code: .inputOutput, path: program, errno: refusal) }
    var text: [UInt8] = []
    var byte: UInt8 = 0
    if read(ends[0], &byte, 1) == 1 { text.append(byte) }
    usleep(UInt32(random(below: span)))
    kill(child, SIGKILL)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = read(ends[0], &buffer, buffer.count)
      if got <= 0 { break }
      text += buffer.prefix(got)
    }
    guard status & 0x7F == SIGKILL else { throw EndedByItself(round: round, status: status) }
    // A line that was cut short does not count as reported.
    let whole = text.last == 0x0A ? text[...] : text[..<(text.lastIndex(of: 0x0A) ?? 0)]
    return String(decoding: whole, as: UTF8.self).split(separator: "\n")
  }

  /// The working process ended before it was killed: something it did was refused.
  struct EndedByItself: Error {
    let round: Int
    let status: Int32
  }

  private func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
