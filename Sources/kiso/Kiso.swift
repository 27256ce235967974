import Files
import Glibc

/// The command: gathers what belongs to the process and hands it on.
@main
struct Kiso {
  static func main() {
    PrivateDirectory.removeAllOnSignals()
    // A reader that went away is an error to report, not a reason to vanish without a word.
    signal(SIGPIPE, SIG_IGN)
    let surroundings = Surroundings.process()
    let words = Array(CommandLine.arguments.dropFirst())
    let status = CommandRunner(surroundings: surroundings).run(words)
    exit(status.rawValue)
  }
}
