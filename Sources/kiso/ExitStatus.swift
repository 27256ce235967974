/// How the command ends; the numbers from 64 on are those of sysexits.h.
enum ExitStatus: Int32 {
  /// Done.
  case done = 0
  /// Done, with warnings.
  case warnings = 1
  /// Not done: errors in the input, all listed.
  case errors = 2
  /// The command line is wrong.
  case usage = 64
  /// The input cannot be read or is refused.
  case refused = 65
  /// There is no such file.
  case noFile = 66
  /// A program or file of the installation is missing.
  case unavailable = 69
  /// The output cannot be made.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// Somebody else is at it right now.
  case busy = 75
  /// The password is wrong.
  case noPermission = 77

  /// The worse of two.
  func or(_ other: ExitStatus) -> ExitStatus { other.rawValue > rawValue ? other : self }
}
