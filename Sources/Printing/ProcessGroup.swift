import Glibc

/// A point in time on the monotonic clock.
struct Deadline {
  private let instant: ContinuousClock.Instant

  init(after duration: Duration) {
    instant = ContinuousClock.now + duration
  }

  var isPast: Bool { ContinuousClock.now >= instant }
}

/// Waiting for the processes of one group, named by its leader's number.
enum ProcessGroup {
  /// Waits until the leader has ended, without reaping it; `false` if the deadline came first.
  ///
  /// `whileWaiting` is called about five times a second.
  static func waitForLeader(
    _ leader: pid_t, until deadline: Deadline, whileWaiting: () -> Void = {}
  ) -> Bool {
    var pause: UInt32 = 1_000
    var next = Deadline(after: .milliseconds(200))
    while true {
      var information = siginfo_t()
      let result = waitid(P_PID, id_t(leader), &information, WEXITED | WNOWAIT | WNOHANG)
      // A failure means there is no such child, as when SIGCHLD is ignored: it has ended.
      if result != 0, errno != EINTR { return true }
      if result == 0, information.si_signo == SIGCHLD { return true }
      if deadline.isPast { return false }
      if next.isPast {
        whileWaiting()
        next = Deadline(after: .milliseconds(200))
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  /// Takes the leader's status off the system, in the form of wait(2).
  static func reap(_ leader: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(leader, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// Waits until no process of the group is left that could still write, one second at most.
  ///
  /// A killed process may be in the middle of a system call, and the folder it works in is about to
  /// be removed.
  static func waitUntilGone(_ leader: pid_t) {
    let deadline = Deadline(after: .seconds(1))
    while kill(-leader, 0) == 0, !deadline.isPast { usleep(5_000) }
  }
}
