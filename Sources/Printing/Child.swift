import Glibc

/// A process about to be started: words, environment, streams and group.
///
/// It gets no signal settings and no other descriptors of ours; standard error goes to /dev/null.
struct Child {
  /// Where a stream comes from.
  enum Source {
    case file(String)
    case descriptor(Int32)
  }

  /// The absolute path of the program and its arguments.
  var words: [String]
  /// `NAME=VALUE`, and nothing else.
  var environment: [String]
  /// The process group to join; 0 for a new one of its own.
  var group: pid_t = 0

  init(words: [String], environment: [String]) {
    self.words = words
    self.environment = environment
  }

  /// Starts it and returns its number; nil with `errno` set when the system refuses.
  func start(input: Source, output: String = "/dev/null") -> pid_t? {
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
    posix_spawnattr_setpgroup(&attributes, group)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    switch input {
    case .file(let path): posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDONLY, 0)
    case .descriptor(let number): posix_spawn_file_actions_adddup2(&actions, number, STDIN_FILENO)
    }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    var process: pid_t = 0
    let reason = Self.withStrings(words) { words in
      Self.withStrings(environment) { environment in
        posix_spawn(&process, self.words[0], &actions, &attributes, words, environment)
      }
    }
    errno = reason
    return reason == 0 ? process : nil
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
