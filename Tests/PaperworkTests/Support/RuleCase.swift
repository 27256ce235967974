import FormModel
import Testing

/// One rule with an input that breaks it and one just beside the edge that does not.
struct RuleCase: Sendable, CustomTestStringConvertible {
  /// The stable id.
  let id: String
  /// What the case is about, as a sentence.
  let sentence: String
  /// The note that is changed.
  var base: Sample = .named
  /// Edits that break the rule.
  let wrong: [String]
  /// Edits just beside the edge.
  let right: [String]
  /// Edits of the same note that make another paper of the case.
  var other: [String]?
  /// The paper that `other` changes, when it is not the base.
  var otherBase: Sample?
  /// Further papers beside it that break the rule; the first edit of each says of which form it is.
  var wrongBeside: [[String]] = []
  /// The same just beside the edge.
  var rightBeside: [[String]] = []
  /// The strength that is expected, when it is not the one the id begins with.
  var strict: Set<String> = []

  init(
    _ id: String, _ sentence: String, base: Sample = .named, wrong: [String], right: [String] = [],
    other: [String]? = nil, otherBase: Sample? = nil, wrongBeside: [[String]] = [], rightBeside: [[String]] = [],
    strict: Set<String> = []
  ) {
    self.id = id
    self.sentence = sentence
    self.base = base
    self.wrong = wrong
    self.right = right
    self.other = other
    self.otherBase = otherBase
    self.wrongBeside = wrongBeside
    self.rightBeside = rightBeside
    self.strict = strict
  }

  var testDescription: String { "\(id): \(sentence)" }

  /// What is found in the base with the edits that break the rule.
  func breaking() throws -> Checked { try check(wrong, beside: wrongBeside) }

  /// What is found just beside the edge.
  func beside() throws -> Checked { try check(right, beside: rightBeside) }

  private func check(_ edits: [String], beside papers: [[String]]) throws -> Checked {
    var others = try other.map { [try (otherBase ?? base).raw().edited($0)] } ?? []
    for own in papers { others.append(try RecordReader.raw(Array("{\"form\": \"\"}".utf8)).edited(own)) }
    return try Checked(base, edits, others: others, strict: strict)
  }
}
