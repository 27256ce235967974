import Files
import Glibc

/// One run of another program, in a process group of its own and with a time limit.
///
/// The program sees no terminal, no open descriptor of ours and only the environment given here. Its
/// output goes to /dev/null: it may quote names and content. What it creates is for its owner only.
struct OutsideProgram {
  /// How a run ended.
  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
  }

  /// An absolute path.
  var executable: String
  var arguments: [String]
  var environment: [String]
  /// The working directory.
  var folder: String
  /// A file that becomes the standard input; `/dev/null` unless said otherwise.
  var input = "/dev/null"

  /// Runs the program to its end or to the limit; nothing of its group is left afterwards.
  func run(until deadline: Deadline) throws(PrintingFailure) -> Ending {
    let process = try start()
    // Ctrl-C reaches only the terminal's foreground group, which is not the program's.
    let ticket = SignalCleanUp.register {
      kill(-process, SIGKILL)
      ProcessGroup.waitUntilGone(process)
    }
    defer { SignalCleanUp.withdraw(ticket) }

    let isInTime = ProcessGroup.waitForLeader(process, until: deadline)
    if !isInTime {
      kill(-process, SIGTERM)
      _ = ProcessGroup.waitForLeader(process, until: Deadline(after: .seconds(1)))
    }
    // The leader is not reaped yet, so its number still means this group and no other.
    kill(-process, SIGKILL)
    let status = ProcessGroup.reap(process)
    ProcessGroup.waitUntilGone(process)
    if !isInTime { return .timedOut }
    return status & 0x7f == 0 ? .exited((status >> 8) & 0xff) : .signalled(status & 0x7f)
  }

  private func start() throws(PrintingFailure) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT, SIGCHLD] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    // posix_spawn can set neither the umask nor, by POSIX, the folder. Setting ours would change it
    // for every other thread, so a shell does it in the child. The words are arguments, never script.
    let script = "umask 077; cd \"$1\" || exit 126; shift; exec \"$@\""
    let words = ["sh", "-c", script, "sh", folder, executable] + arguments
    var process: pid_t = 0
    let reason = withStrings(words) { words in
      withStrings(environment) { environment in
        posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environment)
      }
    }
    guard reason == 0 else { throw PrintingFailure(.cannotStart, status: reason) }
    return process
  }

  private func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
