import Files
import Glibc

/// The user's editor for long texts.
enum ExternalEditor {
  /// Runs a command with a file behind it, in the terminal, and waits; false when it did not end well.
  ///
  /// The command is a line for the shell, as `VISUAL` has always been. Ctrl-C belongs to the editor meanwhile.
  static func run(_ command: String, _ path: String) -> Bool {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    let former = [SIGINT, SIGQUIT].map { number -> (Int32, sigaction) in
      var present = sigaction()
      sigaction(number, nil, &present)
      signal(number, SIG_IGN)
      return (number, present)
    }
    defer {
      for (number, action) in former {
        var action = action
        sigaction(number, &action, nil)
      }
    }
    let line: [String] = ["sh", "-c", command + " \"$1\"", "sh", path]
    var words = line.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", nil, &attributes, &words, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return false } }
    return status == 0
  }
}

/// Writing a text in the editor: in a private folder that is gone afterwards.
struct TextEditing {
  /// The largest text that is taken back, in bytes.
  static let limit = 1 << 20

  let edit: (_ command: String, _ path: String) -> Bool

  /// The text as the editor left it; nil when the editor did not end well or left no text.
  func text(_ text: String, command: String) throws(FileFailure) -> String? {
    let folder = try PrivateDirectory()
    let path = try folder.write(Array(text.utf8), as: "text.txt")
    guard edit(command, path) else { return nil }
    let bytes = try FileReader.bytes(at: path, limit: Self.limit)
    return String(validating: bytes, as: UTF8.self)
  }
}
