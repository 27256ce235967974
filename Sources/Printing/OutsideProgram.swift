import Files
import Glibc

/// One run of another program, in a process group of its own and with a time limit.
///
/// The program sees no terminal, no open descriptor of ours and only the environment given here. What it says on
/// standard error goes to /dev/null: it may quote names and content. What it creates is for its owner only. If we
/// are killed (`kill -9`), so is all it started.
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
  /// A file that takes the standard output; `/dev/null` unless said otherwise.
  var output = "/dev/null"

  /// Runs the program to its end or to the limit; nothing of its group is left afterwards.
  ///
  /// `whileWaiting` is called a few times a second.
  func run(until deadline: Deadline, whileWaiting: () -> Void = {}) throws(PrintingFailure) -> Ending {
    // posix_spawn can set neither the umask nor, by POSIX, the folder. Setting ours would change it
    // for every other thread, so a shell does it in the child. The words are arguments, never script.
    let script = "umask 077; cd \"$1\" || exit 126; shift; exec \"$@\""
    let child = Child(
      words: ["/bin/sh", "-c", script, "sh", folder, executable] + arguments, environment: environment)
    guard let process = child.start(input: .file(input), output: output) else {
      throw PrintingFailure(.cannotStart, source: executable, status: errno)
    }
    // Ctrl-C reaches only the terminal's foreground group, which is not the program's.
    let ticket = SignalCleanUp.register {
      kill(-process, SIGKILL)
      ProcessGroup.waitUntilGone(process)
    }
    defer { SignalCleanUp.withdraw(ticket) }
    let (isInTime, status) = wait(for: process, until: deadline, whileWaiting)
    ProcessGroup.waitUntilGone(process)
    if !isInTime { return .timedOut }
    return status & 0x7f == 0 ? .exited((status >> 8) & 0xff) : .signalled(status & 0x7f)
  }

  /// Waits, ends what is left of the group and takes the leader's status.
  private func wait(
    for process: pid_t, until deadline: Deadline, _ whileWaiting: () -> Void
  ) -> (isInTime: Bool, status: Int32) {
    // Tied here, so that its keeper is reaped before anyone waits for the group to be gone.
    let lifeline = Lifeline(group: process)
    let isInTime = ProcessGroup.waitForLeader(process, until: deadline, whileWaiting: whileWaiting)
    if !isInTime {
      kill(-process, SIGTERM)
      _ = ProcessGroup.waitForLeader(process, until: Deadline(after: .seconds(1)))
    }
    // The leader is not reaped yet, so its number still means this group and no other.
    kill(-process, SIGKILL)
    _ = consume lifeline
    return (isInTime, ProcessGroup.reap(process))
  }
}
