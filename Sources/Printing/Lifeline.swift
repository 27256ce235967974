import Glibc

/// Makes sure that a process group we started ends with us, however we end.
///
/// Nobody can catch `kill -9`, and PR_SET_PDEATHSIG reaches only the direct child, not what that started. So a
/// shell in the group waits at one end of a socket whose other end is ours alone: the system closes it with us,
/// and the shell kills its group.
struct Lifeline: ~Copyable {
  private let ourEnd: Int32
  private let keeper: pid_t

  /// Ties a group to this process; without the means to do so the group runs untied.
  init(group: pid_t) {
    var ends: [Int32] = [-1, -1]
    // Not pipe(2), which Glibc's module offers only without close-on-exec: another child would hold our end.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      (ourEnd, keeper) = (-1, -1)
      return
    }
    ourEnd = ends[1]
    var child = Child(words: ["/bin/sh", "-c", "read -r _; kill -KILL 0"], environment: [])
    child.group = group
    keeper = child.start(input: .descriptor(ends[0])) ?? -1
    close(ends[0])
  }

  /// Lets the group go; its keeper is ended.
  deinit {
    if keeper > 0 {
      kill(keeper, SIGKILL)
      _ = ProcessGroup.reap(keeper)
    }
    if ourEnd >= 0 { close(ourEnd) }
  }
}
