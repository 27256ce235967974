/// A name for telling people apart, whatever its spelling: its parts folded to A–Z, without titles and forms of address.
///
/// Never for print. Two people can have the same; where doubt protects, they are taken for one.
struct FoldedName: Hashable, Sendable {
  private let parts: Set<String>

  /// Folds a name.
  init(_ name: String) {
    parts = Set(SearchForm.fold(name).split(separator: "-").map(String.init)).subtracting(Self.address)
  }

  static let address: Set<String> = ["FRAU", "HERR", "FAMILIE", "DR", "PROF", "MED", "PHIL"]

  /// A name without the form of address it begins with.
  static func withoutAddress(_ name: String) -> String {
    name.split(separator: " ").drop { address.contains(SearchForm.fold(String($0))) }.joined(separator: " ")
  }

  /// Whether both have the same parts, in whatever order.
  func isSame(as other: FoldedName) -> Bool {
    !parts.isEmpty && parts == other.parts
  }

  /// Whether one may be a shorter form of the other, such as „Nguyễn“ of „Thành Nguyễn“.
  func mayBe(_ other: FoldedName) -> Bool {
    !parts.isEmpty && !other.parts.isEmpty && (parts.isSubset(of: other.parts) || other.parts.isSubset(of: parts))
  }
}
