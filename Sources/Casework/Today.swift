public import FormModel

/// What is to be done in many cases, the most urgent case first, and by the service itself.
public struct Today: Hashable, Sendable {
  /// A case in which something is to be done.
  public struct Entry: Hashable, Sendable {
    /// The number of the case.
    public var number: String
    /// Whom it is about.
    public var names: [String]
    /// What is to be done, the most urgent first; never empty.
    public var duties: [Duty]

    /// How near its most urgent duty is.
    public var urgency: Duty.Urgency { duties.first?.urgency ?? .undated }
  }

  /// What is known of one case.
  public struct Share: Hashable, Sendable {
    /// The number of the case.
    public var number: String
    /// Whether it runs.
    public var isRunning: Bool
    /// What is to be done; nil when nothing is.
    public var entry: Entry?

    /// Takes from a case what a list of all cases tells; its papers need not stay in memory afterwards.
    ///
    /// Throws when an expression of the declarations is broken.
    public init(_ file: EvaluatedCase) throws(AuthorMistakes) {
      let part = try Outlook.Part(file)
      self.init(file.number, part, on: file.day, file.library)
    }

    /// What is known of a case on a day.
    init(_ number: String, _ part: Outlook.Part, on day: Day, _ library: FormLibrary) {
      self.number = number
      isRunning = part.isRunning
      let duties = part.open.duties(on: day, library)
      entry = duties.isEmpty ? nil : Entry(number: number, names: part.names, duties: duties)
    }
  }

  /// The day everything refers to.
  public let day: Day
  /// The cases in which something is to be done, in the order they were added.
  public private(set) var entries: [Entry] = []
  /// How many cases were looked at, and how many of them run.
  public private(set) var cases = 0
  /// See `cases`.
  public private(set) var running = 0

  /// What the service itself has to do, in no case, the most urgent first.
  public let service: [Duty]

  /// Begins without cases.
  ///
  /// - Parameters:
  ///   - day: the day everything refers to.
  ///   - service: what the service itself has to do.
  public init(day: Day, service: [Duty] = []) {
    self.day = day
    self.service = service
  }

  /// Adds what is to be done in a case that its papers do not tell, the most urgent of the case first.
  public mutating func add(_ duties: [Duty], toCase number: String, names: [String]) {
    guard !duties.isEmpty else { return }
    var entry = Entry(number: number, names: names, duties: duties)
    if let index = entries.firstIndex(where: { $0.number == number }) {
      entry = entries.remove(at: index)
      entry.duties += duties
    }
    entry.duties = entry.duties.enumerated().sorted {
      ($0.element.urgency.rawValue, $0.element.until ?? .last, $0.offset)
        < ($1.element.urgency.rawValue, $1.element.until ?? .last, $1.offset)
    }.map(\.element)
    entries.append(entry)
  }

  /// Adds a case.
  public mutating func add(_ share: Share) {
    cases += 1
    if share.isRunning { running += 1 }
    if let entry = share.entry { entries.append(entry) }
  }

  /// The cases whose most urgent duty is of an urgency, the nearest day first.
  public func entries(_ urgency: Duty.Urgency) -> [Entry] {
    func key(_ entry: Entry) -> (Int, Int, String) {
      let first = entry.duties.first
      return (
        first?.until?.ordinal ?? .max, first.map { Finding.Strength.allCases.firstIndex(of: $0.strength) ?? 0 } ?? 0,
        entry.number
      )
    }
    return entries.filter { $0.urgency == urgency }.sorted { key($0) < key($1) }
  }
}
