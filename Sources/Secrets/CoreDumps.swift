import Glibc

/// What the system writes to the disk when a program crashes.
public enum CoreDumps {
  /// Lets this process and its children write none from now on.
  ///
  /// For programs that are about to hold names, notes or a password: a core file would hold all of them.
  public static func forbid() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
