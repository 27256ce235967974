/// A place where the conversation stops and waits for an answer.
public struct Stop: Hashable, Sendable {
  /// The kinds of questions; the raw value stands in drafts.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A single field; the path names it.
    case field = "feld"
    /// A whole group in one line; the path names the instance, such as `kinder[2]`.
    case groupLine = "zeile"
    /// Whether there is one more instance of a repeated group; the path names the group.
    case more = "mehr"
    /// A field or group that is filled although it is not relevant: keep or remove.
    case surplus = "entfaellt"
    /// The end: everything in sight, to be finished or mended.
    case review = "schluss"
  }

  /// What kind of question it is.
  public var kind: Kind
  /// The path of what is asked for; empty at the end.
  public var path: String

  /// The stop of a kind at a path such as `kinder[2]/vorname`.
  public init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }

  /// The end of the conversation.
  public static let review = Stop(.review, "")

  /// The stop as drafts write it, such as `feld datum`.
  public var text: String { path.isEmpty ? kind.rawValue : kind.rawValue + " " + path }

  /// Reads a stop; nil when it is not one.
  public init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let word = parts.first, let kind = Kind(rawValue: String(word)) else { return nil }
    self.init(kind, parts.count > 1 ? String(parts[1]) : "")
  }
}

/// Paths as text: `kinder[2]/vorname`.
enum PathText {
  /// The path around a path: `kinder[2]` for `kinder[2]/vorname`; empty at the top.
  static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The path without the number at its end: `kinder` for `kinder[2]`.
  static func unnumbered(_ path: String) -> String {
    guard path.hasSuffix("]"), let open = path.lastIndex(of: "[") else { return path }
    return String(path[..<open])
  }

  /// The instances on the way to a path, the path itself among them: `kinder[2]` for `kinder[2]/anschrift/ort`.
  static func instances(_ path: String) -> [String] {
    path.indices.filter { path[$0] == "]" }.map { String(path[...$0]) }
  }

  /// The number at the end, 1-based; nil when there is none.
  static func number(_ path: String) -> Int? {
    guard path.hasSuffix("]"), let open = path.lastIndex(of: "[") else { return nil }
    return Int(path[path.index(after: open)...].dropLast())
  }

  /// The id of the last step.
  static func name(_ path: String) -> String {
    let last = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    return unnumbered(last)
  }

  /// Whether a path lies at another one or below it.
  static func isWithin(_ path: String, _ outer: String) -> Bool {
    path == outer || path.hasPrefix(outer + "/")
  }
}
