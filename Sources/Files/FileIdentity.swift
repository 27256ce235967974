import Glibc

/// Whether two paths lead to one file.
public enum FileIdentity {
  /// Whether both paths lead to one file, by whatever names and links; never where one of them leads to none.
  public static func isSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
