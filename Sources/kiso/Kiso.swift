import Files
import Glibc
import Secrets

/// The command: gathers what belongs to the process and hands it on.
@main
struct Kiso {
  static func main() {
    holdStandardStreams()
    keepCrashesSilent()
    PrivateDirectory.removeAllOnSignals()
    PrivateDirectory.sweepLeftovers()
    // A reader that went away is an error to report, not a reason to vanish without a word.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that grows beyond its limit: a draft that cannot be saved must not take the answers with it.
    signal(SIGXFSZ, SIG_IGN)
    let surroundings = Surroundings.process()
    let words = Array(CommandLine.arguments.dropFirst())
    let status = CommandRunner(surroundings: surroundings).run(words)
    exit(status.rawValue)
  }

  /// Lets a crash end the process as the system would, without a word and without a copy of its memory.
  ///
  /// Swift's own handlers write what lies in memory to standard error, and a core file would hold all of it:
  /// names and notes of families.
  private static func keepCrashesSilent() {
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT] { signal(number, SIG_DFL) }
    CoreDumps.forbid()
  }

  /// Puts a placeholder where the caller closed a standard stream.
  ///
  /// Otherwise the next file or pipe we open gets its number, and is read as input or written to as output. The
  /// placeholder cannot be used the way the stream would be, so whoever needs it gets an error (EBADF), as it should.
  private static func holdStandardStreams() {
    for (number, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(number, F_GETFD) < 0 { _ = open("/dev/null", mode) }
  }
}
