public import Paperwork

/// What is known about a file besides its content.
public struct FilingDetails: Hashable, Sendable {
  /// The number of the case, where it does not stand in the paper.
  public var caseNumber: String?
  /// The kind of data, where it does not follow from the form.
  public var kind: String?
  /// The day of the paper, where it does not stand in it.
  public var day: Day?
  /// Whether a document is the one that was issued, and not the one that came back.
  public var isIssued = false
  /// Whether a record with errors is taken all the same.
  public var takesErrors = false

  /// Nothing but what the paper says itself, unless more is given.
  public init(caseNumber: String? = nil, kind: String? = nil, day: Day? = nil) {
    (self.caseNumber, self.kind, self.day) = (caseNumber, kind, day)
  }
}

extension FilingDetails {
  /// The details as the notes of a sealed bundle.
  public var notes: [String: String] {
    var notes: [String: String] = [:]
    notes["case"] = caseNumber
    notes["kind"] = kind
    notes["day"] = day?.iso
    if isIssued { notes["issued"] = "ja" }
    if takesErrors { notes["draft"] = "ja" }
    return notes
  }

  /// The details that the sender of a bundle gave.
  public init(notes: [String: String]) {
    self.init(caseNumber: notes["case"], kind: notes["kind"], day: notes["day"].flatMap { Day(iso: $0) })
    isIssued = notes["issued"] != nil
    takesErrors = notes["draft"] != nil
  }
}
