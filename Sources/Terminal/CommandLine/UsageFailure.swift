internal import Spelling

/// A command line that does not fit the declaration, with a German sentence for the user.
///
/// Values are never quoted back, only names: a value may be a child's name, and error output ends up
/// in logs. A stray argument is named by its position for the same reason, unless a command name was
/// expected there.
public struct UsageFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of misuse; a raw value never changes once published.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// There is no such option.
    case unknownOption = "AUFRUF-OPTION"
    /// There is no such command.
    case unknownCommand = "AUFRUF-BEFEHL"
    /// An option that needs a value stands without one.
    case missingValue = "AUFRUF-WERT-FEHLT"
    /// A flag stands with a value.
    case unexpectedValue = "AUFRUF-WERT-ZUVIEL"
    /// An option stands twice and may stand only once.
    case givenTwice = "AUFRUF-DOPPELT"
    /// There are more arguments than the command takes.
    case unexpectedArgument = "AUFRUF-ANGABE-ZUVIEL"
    /// A required argument is missing.
    case missingArgument = "AUFRUF-ANGABE-FEHLT"
    /// A value that the command itself refused.
    case badValue = "AUFRUF-WERT"
  }

  /// The kind of failure, stable across versions.
  public var code: Code
  /// A German sentence: what is wrong and, where it can be known, what was meant.
  public var description: String

  /// Makes a failure, also for what only the command itself can know.
  public init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }

  /// There is no command of this name.
  ///
  /// - Parameters:
  ///   - word: what stood in the command's place.
  ///   - known: the commands there are, for „meinten Sie …?“.
  public static func unknownCommand(_ word: String, known: some Sequence<String>) -> UsageFailure {
    UsageFailure(
      .unknownCommand,
      "Den Befehl ‚\(word)‘ gibt es nicht" + question(Suggestion.nearest(to: word, among: known)))
  }

  /// A value that does not fit its option, with what would.
  ///
  /// - Parameters:
  ///   - name: the option's long name, without dashes.
  ///   - expected: what to write, such as „ein Tag wie 2025-09-30“.
  public static func badValue(of name: String, expected: String) -> UsageFailure {
    UsageFailure(.badValue, "Der Wert von ‚--\(name)‘ passt nicht; erwartet wird \(expected).")
  }

  static func question(_ suggestion: String?) -> String {
    suggestion.map { "; meinten Sie ‚\($0)‘?" } ?? "."
  }
}
