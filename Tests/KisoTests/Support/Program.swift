import Files
import Glibc

/// What a program did.
struct Run {
  /// The exit status; 128 and the number when a signal ended it, as shells say it.
  var status: Int32
  /// Standard output as it was.
  var bytes: [UInt8]
  /// Standard error.
  var errors: String

  /// Standard output as text.
  var output: String { String(decoding: bytes, as: UTF8.self) }

  /// Both streams and the status, the form in which goldens keep a run.
  var transcript: String {
    var text = output
    if !errors.isEmpty { text += "-- Fehlerausgabe\n" + errors }
    return text + "-- Status \(status)\n"
  }
}

/// Starts programs by `posix_spawn`; Foundation's `Process` leaks, which the address sanitizer counts.
enum Program {
  /// Runs a program to its end and collects what it wrote.
  ///
  /// The streams are files, so nothing waits for anything. Words without a slash are looked up in `PATH`. After
  /// `seconds` the program is killed; its status is then 137.
  static func run(
    _ words: [String], input: [UInt8] = [], in folder: String? = nil, environment: [String: String] = [:],
    seconds: Double = 120
  ) throws -> Run {
    let scratch = try PrivateDirectory()
    let names = [try scratch.write(input, as: "0"), scratch.path(of: "1"), scratch.path(of: "2")]
    let process = try spawn(words, streams: names, folder: folder, environment: environment)
    let status = wait(for: process, seconds: seconds)
    return Run(
      status: status, bytes: try FileReader.bytes(at: names[1], limit: 256 << 20),
      errors: String(decoding: try FileReader.bytes(at: names[2], limit: 16 << 20), as: UTF8.self))
  }

  /// Starts a program with three files as its streams and gives its number.
  ///
  /// `isSession` makes a session of it, whose terminal the streams are.
  static func spawn(
    _ words: [String], streams: [String], folder: String? = nil, environment: [String: String] = [:],
    isSession: Bool = false
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, name) in streams.enumerated() {
      let flags = isSession ? O_RDWR : number == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      posix_spawn_file_actions_addopen(&actions, Int32(number), name, flags, 0o600)
    }
    // Glibc's module does not show `posix_spawn_file_actions_addchdir_np`.
    let words = folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] + words } ?? words
    // The threads that run tests block signals, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID; Glibc's module does not show it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | (isSession ? 0x80 : 0))
    var variables = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8"]
    variables.merge(environment) { $1 }
    var arguments = words.map { strdup($0) } + [nil]
    var values = variables.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + values { free(pointer) } }
    var process = pid_t()
    let reason = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &values)
    guard reason == 0 else { throw CannotStart(program: words[0], errno: reason) }
    return process
  }

  /// Waits for a process, kills it when it takes too long, and gives its status.
  static func wait(for process: pid_t, seconds: Double) -> Int32 {
    var status: Int32 = 0
    var left = Int(seconds * 1000)
    while left > 0 {
      if waitpid(process, &status, WNOHANG) == process { return code(status) }
      usleep(2000)
      left -= 2
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    return code(status)
  }

  private static func code(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }

  struct CannotStart: Error {
    let program: String
    let errno: Int32
  }
}

/// The command as it was built beside this test.
enum Kiso {
  /// Its path: beside the program that runs the tests.
  static let path: String = {
    var space = [UInt8](repeating: 0, count: 4096)
    let count = space.withUnsafeMutableBytes { space in
      space.baseAddress.map { readlink("/proc/self/exe", $0, space.count) } ?? 0
    }
    let own = String(decoding: space.prefix(max(0, count)), as: UTF8.self)
    return FilePath.joining(FilePath.parent(of: own), "kiso")
  }()

  /// Runs it with the forms of this repository, on the day the examples refer to unless the words say otherwise.
  ///
  /// `prelude` are shell commands that run before, in the process that becomes the command, and `redirections` are
  /// those of the shell, such as `>&-`.
  static func run(
    _ words: [String], input: [UInt8] = [], in folder: String? = nil, environment: [String: String] = [:],
    prelude: String? = nil, redirections: String = "", seconds: Double = 60
  ) throws -> Run {
    var line = [path] + words
    if prelude != nil || !redirections.isEmpty {
      line = ["/bin/sh", "-c", (prelude ?? ":") + "; exec \"$0\" \"$@\" " + redirections] + line
    }
    // Without a cache no test depends on what another one left.
    let variables = ["KISO_HOME": Repository.root, "KISO_CACHE": "", "TZ": "Europe/Berlin"].merging(environment) { $1 }
    return try Program.run(line, input: input, in: folder, environment: variables, seconds: seconds)
  }

  /// Runs it on 20 November 2025.
  static func runOnDay(
    _ words: [String], input: [UInt8] = [], in folder: String? = nil
  ) throws -> Run {
    try run(words + ["--as-of", "2025-11-20"], input: input, in: folder)
  }
}
