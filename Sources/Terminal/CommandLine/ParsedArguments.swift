/// What stood on a command line, by the names of its declaration.
public struct ParsedArguments: Hashable, Sendable {
  private var values: [String: [String]] = [:]

  init() {}

  /// Whether an option or argument was given.
  public func has(_ name: String) -> Bool {
    values[name] != nil
  }

  /// The value of an option or argument, the last one if it may be repeated; `nil` if it was not given.
  public func value(_ name: String) -> String? {
    values[name]?.last
  }

  /// All values of an option or argument in the order given.
  public func values(_ name: String) -> [String] {
    values[name] ?? []
  }

  mutating func add(_ value: String, to name: String) {
    values[name, default: []].append(value)
  }

  mutating func setFlag(_ name: String) {
    values[name] = values[name] ?? []
  }
}
