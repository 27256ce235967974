public import FormModel

/// What is to be done in many cases, the most urgent first.
public struct Today: Hashable, Sendable {
  /// A duty of a case.
  public struct Entry: Hashable, Sendable {
    /// The number of the case.
    public var number: String
    /// Whom it is about.
    public var names: [String]
    /// What is to be done.
    public var duty: Duty
  }

  /// The day everything refers to.
  public let day: Day
  /// What is to be done.
  public private(set) var entries: [Entry] = []
  /// How many cases were looked at, and how many of them run.
  public private(set) var cases = 0
  /// See `cases`.
  public private(set) var running = 0

  /// Begins with nothing.
  public init(day: Day) {
    self.day = day
  }

  /// Adds a case; its papers need not stay in memory afterwards.
  public mutating func add(_ file: EvaluatedCase) {
    cases += 1
    if file.day(.ended) == nil { running += 1 }
    let duties = file.duties
    guard !duties.isEmpty else { return }
    var names: [String] = []
    if let source = file.kind.names {
      for node in file.nodes(source, file.kind.source) where !node.text.isEmpty {
        let name = file.shown(".", at: node, file.kind.source)
        if !names.contains(name) { names.append(name) }
      }
    }
    entries += duties.map { Entry(number: file.number, names: names, duty: $0) }
  }

  /// The entries of an urgency, the nearest day first.
  public func entries(_ urgency: Duty.Urgency) -> [Entry] {
    entries.filter { $0.duty.urgency == urgency }.sorted {
      ($0.duty.until ?? .last, $0.duty.strength, $0.number, $0.duty.id)
        < ($1.duty.until ?? .last, $1.duty.strength, $1.number, $1.duty.id)
    }
  }
}
