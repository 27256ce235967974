internal import Spelling

/// Finds the known name that was probably meant.
public enum Nearest {
  /// The known name that a typed one is nearest to; nil when none is near enough.
  ///
  /// One edit is always allowed, since ids can be as short as `D1`. Of several equally near names the first counts.
  public static func name(to typed: String, among known: some Sequence<String>) -> String? {
    Suggestion.nearest(to: typed, among: known, leastEdits: 1)
  }

  /// „ Meinten Sie ›…‹?“ with a leading blank, or nothing.
  public static func question(_ typed: String, among known: some Sequence<String>) -> String {
    name(to: typed, among: known).map { " Meinten Sie ›\($0)‹?" } ?? ""
  }
}
