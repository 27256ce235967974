import FormModel
import Testing

/// One rule of a statistics, with figures that break it and figures just beside the edge.
struct FigureCase: Sendable, CustomTestStringConvertible {
  /// A paper beside the statistics.
  enum Beside: Sendable {
    /// A note of the quarter with edits.
    case note([String])
    /// The example itself with edits.
    case same([String])
  }

  /// The stable id.
  let id: String
  /// What the case is about, as a sentence.
  let sentence: String
  /// The example that is changed, by the end of its name.
  let base: String
  /// Edits that break the rule.
  let wrong: [String]
  /// Edits just beside the edge.
  let right: [String]
  /// The papers beside it.
  let beside: [Beside]
  /// The same just beside the edge, where it is another paper that breaks the rule.
  let besideRight: [Beside]
  /// Where the finding must be, when there may be others with the same id.
  let path: String?

  init(
    _ id: String, _ sentence: String, _ base: String, wrong: [String] = [], right: [String] = [],
    beside: [Beside] = [], besideRight: [Beside]? = nil, path: String? = nil
  ) {
    self.id = id
    self.sentence = sentence
    self.base = base
    self.wrong = wrong
    self.right = right
    self.beside = beside
    self.besideRight = besideRight ?? beside
    self.path = path
  }

  var testDescription: String { "\(id): \(sentence)" }

  func breaking() throws -> Checked { try checked(wrong, among: beside) }
  func justBeside() throws -> Checked { try checked(right, among: besideRight) }

  private func checked(_ edits: [String], among beside: [Beside]) throws -> Checked {
    let base = try Self.example(self.base)
    let others = try beside.map { beside in
      switch beside {
      case .note(let edits): try Sample.named.raw().edited(["datum=2025-09-01", "kontaktart=telefon"] + edits)
      case .same(let edits): base.edited(edits)
      }
    }
    return try Checked(base.edited(edits), others: others)
  }

  /// An example of a statistics, by the end of its name.
  static func example(_ name: String) throws -> RawValue {
    try RecordReader.raw(try Repository.bytes("Examples/statistik-\(name).json"))
  }
}
