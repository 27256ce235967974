import Glibc

/// What the system writes to the disk when a program crashes.
public enum CoreDumps {
  /// Lets this process and its children write none from now on.
  ///
  /// For programs that are about to hold a password: copies of it may pass through memory that is not a ``Secret``'s.
  public static func forbid() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
