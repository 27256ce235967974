import Files
import FormModel
import Glibc
import RecordArchive

/// Lets the system fail at one call after another, by strace, and looks at what is left.
struct Faults {
  /// What fails with an error of the device: every call that has to do with a file.
  static let calls = [
    "openat", "read", "pread64", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat2",
    "unlink",
    "fchmod", "fcntl", "lseek", "fstat", "newfstatat", "statfs", "access", "close",
  ]
  /// What a full disk refuses.
  static let growing: Set<String> = [
    "openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat2",
  ]

  /// One call of a run: which of its kind it is, counted from 1, as strace counts.
  private struct Call {
    let name: String
    let number: Int
  }

  private let exercise: Exercise
  private let stride: Int

  /// Faults at every call, or with a stride at every second, every third and so on.
  init(_ exercise: Exercise, stride: Int) {
    self.exercise = exercise
    self.stride = max(1, stride)
  }

  /// Runs all and says how they went; 0 when nothing was violated.
  func run() throws -> Int32 {
    let original = Exercise(exercise, folder: exercise.path("vorher"))
    try FolderMaking.make(original.folder)
    try original.make()
    let calls = try calls(original)
    var (runs, failed) = (0, 0)
    for (error, affected) in [
      ("EIO", calls), ("ENOSPC", calls.filter { Self.growing.contains($0.name) }),
    ] {
      for index in Swift.stride(from: runs % stride, to: affected.count, by: stride) {
        let call = affected[index]
        let copy = Exercise(exercise, folder: exercise.path("lauf"))
        try renew(copy, from: original)
        let status = try start(
          copy,
          [
            "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call.name)", "-e",
            "inject=\(call.name):error=\(error):when=\(call.number)",
          ])
        runs += 1
        if status != 0 { failed += 1 }
        let problems = try copy.check(Acknowledged(file: copy.path("bestaetigt")))
        guard problems.isEmpty else {
          print("\(exercise.operation), \(error) at \(call.name) \(call.number): " + problems.joined(separator: "; "))
          return 1
        }
      }
    }
    let shorts = try shortWrites(original)
    guard let shorts else { return 1 }
    print(
      "\(exercise.operation): \(runs) faults at \(calls.count) calls, \(failed) noticed; \(shorts) limits of the file size"
    )
    return 0
  }

  /// A limit of the file size makes real short writes: part is written, then EFBIG.
  ///
  /// Nil on a violation.
  private func shortWrites(_ original: Exercise) throws -> Int? {
    var runs = 0
    for kilobytes in Swift.stride(from: 1, through: 128, by: 3 * stride) {
      let copy = Exercise(exercise, folder: exercise.path("lauf"))
      try renew(copy, from: original)
      _ = try start(
        copy, ["sh", "-c", "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$@\"", "sh"])
      runs += 1
      let problems = try copy.check(Acknowledged(file: copy.path("bestaetigt")))
      guard problems.isEmpty else {
        print("\(exercise.operation), file size \(kilobytes) units: " + problems.joined(separator: "; "))
        return nil
      }
    }
    return runs
  }

  /// The calls that one operation makes, from the first that touches the archive on.
  private func calls(_ original: Exercise) throws -> [Call] {
    let copy = Exercise(exercise, folder: exercise.path("lauf"))
    try renew(copy, from: original)
    let trace = exercise.path("spur")
    let kinds = Self.calls.joined(separator: ",")
    guard try start(copy, ["strace", "-f", "-qq", "-o", trace, "-e", "trace=\(kinds)"]) == 0 else {
      throw FileFailure(code: .inputOutput, path: trace)
    }
    let lines = String(decoding: try FileReader.bytes(at: trace, limit: 64 << 20), as: UTF8.self).split(separator: "\n")
    let first = lines.firstIndex { $0.contains(copy.folder) } ?? 0
    var counts: [String: Int] = [:]
    var calls: [Call] = []
    for (index, line) in lines.enumerated() {
      // 1234  openat(AT_FDCWD, …
      guard let call = line.split(separator: " ").dropFirst().first?.split(separator: "(").first.map(String.init),
        Self.calls.contains(call)
      else { continue }
      counts[call, default: 0] += 1
      if index > first { calls.append(Call(name: call, number: counts[call] ?? 0)) }
    }
    return calls
  }

  private func renew(_ copy: Exercise, from original: Exercise) throws {
    for file in (try? DirectoryListing.files(in: copy.folder)) ?? [] { unlink(file) }
    try FolderMaking.make(copy.folder)
    for file in try DirectoryListing.files(in: original.folder) {
      try AtomicFile.write(
        FileReader.bytes(at: file, limit: 1 << 30), to: copy.path(FilePath.lastComponent(of: file)))
    }
  }

  /// Runs one operation under other words; what it tells goes into a file.
  private func start(_ copy: Exercise, _ before: [String]) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, copy.path("bestaetigt"), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let program = try program()
    let words: [String] = before + [program, "once", copy.folder, copy.operation]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    let variables: [String] = ["SWIFT_BACKTRACE=enable=no", "PATH=/usr/bin:/bin"]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) }
    defer { for pointer in arguments + environment { free(pointer) } }
    arguments.append(nil)
    environment.append(nil)
    var child = pid_t()
    let refusal = posix_spawnp(&child, words[0], &actions, nil, &arguments, &environment)
    guard refusal == 0 else { throw FileFailure(code: .inputOutput, path: words[0], errno: refusal) }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    guard status & 0x7F == 0 else { throw Torture.EndedByItself(round: 0, status: status) }
    return (status >> 8) & 0xFF
  }

  private func program() throws -> String {
    var space = [UInt8](repeating: 0, count: 4_096)
    let count = space.withUnsafeMutableBytes { space in
      space.baseAddress.map { readlink("/proc/self/exe", $0, space.count) } ?? 0
    }
    return String(decoding: space.prefix(max(0, count)), as: UTF8.self)
  }
}

extension Exercise {
  /// The same operation in another folder.
  init(_ other: Exercise, folder: String) {
    self.init(folder: folder, operation: other.operation, library: other.library)
  }
}
