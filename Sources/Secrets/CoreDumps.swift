internal import CLinux
import Glibc

/// What the system writes to the disk when a program crashes.
public enum CoreDumps {
  /// Lets this process and its children write none from now on.
  ///
  /// For programs that are about to hold names, notes or a password: a core file would hold all of them. The limit of
  /// the size holds for children too, but not where the system hands the memory to another program through a pipe
  /// (core(5)); for this process alone the second call forbids that as well.
  public static func forbid() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    _ = clinux_forbid_dumps()
  }
}
