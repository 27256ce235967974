public import FormModel

/// A conversation about one paper: what is asked next, and what an answer leads to.
///
/// It knows the declaration and nothing of a form, a terminal or a file. The same answers on the same day lead to
/// the same record.
public struct Interview: Sendable {
  private(set) var subject: Subject
  let answers: AnswerReader
  /// The finished paper that this one is the next edition of; nil for a new paper.
  public let correcting: Record?
  /// What was typed so far, without defaults.
  public internal(set) var record: Record
  /// Where the conversation is.
  public internal(set) var stop: Stop = .review
  /// The stops that were answered or left empty on purpose.
  var visited: Set<Stop> = []
  /// What rules said already, so that nothing is said twice.
  var told: Set<String> = []
  /// Questions that an answer raised and that come next.
  var queue: [Stop] = []
  /// Groups that are asked for field by field.
  var expanded: Set<String> = []
  /// What was typed last and had a mistake.
  var retry: String?
  var view: View
  /// What was read of releases and revocations while answering.
  private var memory = OtherPapers.Memory()

  /// Begins a conversation.
  ///
  /// `record` may hold something already: `taken` are the ids of items that need not be asked for. `settings` is a
  /// record of the library's settings; `others` are further papers of the case. Throws when an expression of the
  /// form is broken.
  public init(
    form: FormDefinition, library: FormLibrary, day: Day, record: Record? = nil, taken: Set<String> = [],
    settings: Record? = nil, others: [Record] = [], correcting: Record? = nil, strict: Set<String> = []
  ) throws(AuthorMistakes) {
    self.correcting = correcting
    subject = Subject(
      form: form, library: library, day: day, strict: strict, settings: settings, others: others)
    answers = AnswerReader(library: library, day: day)
    self.record = record ?? Record(form: form.id, version: form.version)
    view = try subject.view(of: self.record, expanded: [], &memory)
    // What nobody has confirmed yet is asked for all the same.
    let taken = taken.subtracting(self.record.valuesToConfirm.map { Self.topName($0.text) })
    for point in view.route.points where taken.contains(Self.topName(point.stop.path)) { visited.insert(point.stop) }
    stop = firstOpen(after: nil)
  }

  /// The form of the record being filled in.
  public var form: FormDefinition { subject.form }
  /// The papers of the case that rules look at besides this one.
  public var others: [Record] { subject.others }
  /// What rules say now, in the order of the form.
  public var findings: [Finding] { view.findings }
  /// What somebody must know before the first question; nil for nothing.
  public var opening: String? { view.opening }
  /// What is to be done once the paper is finished.
  public var nextSteps: [NextStep] { view.nextSteps }
  /// Whether errors stand in the way of a finished paper.
  public var hasErrors: Bool { view.findings.contains { $0.strength == .error } }

  /// Holds every answer against all papers that there are, such as those of an archive, and not only against `others`.
  ///
  /// `papers` gives them for the record as it stands, so that what is stored of it is no other paper; they stay the same
  /// throughout the conversation. Throws when an expression of the form is broken.
  public mutating func listen(to papers: @escaping @Sendable (Record) -> any Papers) throws(AuthorMistakes) {
    subject.all = papers
    memory = OtherPapers.Memory()
    try refresh()
  }

  /// The record with its defaults, as it is saved; where a paper was corrected, its next edition.
  public func finished() throws(AuthorMistakes) -> Record {
    let finished = try record.withDefaults(form: subject.form, library: subject.library, day: subject.day)
    guard let correcting else { return finished }
    let earlier = try correcting.withDefaults(form: subject.form, library: subject.library, day: subject.day)
    return correcting.next(with: finished.root, instead: earlier.root, form: subject.form, on: subject.day)
  }

  /// Opens a finished paper, to be corrected or completed.
  ///
  /// What can complete it and is empty is asked for; everything else stands there and can be gone to. Throws when an
  /// expression of the form is broken.
  public init(
    correcting paper: Record, form: FormDefinition, library: FormLibrary, day: Day, settings: Record? = nil,
    others: [Record] = [], strict: Set<String> = []
  ) throws(AuthorMistakes) {
    let asked = form.items.filter { $0.completes && !paper.root[$0.id].contains { $0 != .value("nein") } }.map(\.id)
    try self.init(
      form: form, library: library, day: day, record: paper, taken: Set(form.items.map(\.id)).subtracting(asked),
      settings: settings, others: others, correcting: paper, strict: strict)
  }

  /// Whether the text to be changed is one that was not taken, or that has a mistake.
  public var isRetrying: Bool { retry != nil }

  /// Offers a text to be changed at the present question, such as one that an editor did not take.
  public mutating func offer(_ text: String) {
    retry = text.isEmpty ? nil : text
  }

  /// Whether a text is a command and no answer, whatever is asked.
  public static func isCommand(_ text: String) -> Bool { Command.isCommand(text) }

  static func topName(_ path: String) -> String {
    PathText.unnumbered(path.split(separator: "/").first.map(String.init) ?? path)
  }

  // MARK: Going on

  /// The first stop that was not answered: after a place, otherwise from the beginning; the end when there is none.
  func firstOpen(after place: Int?) -> Stop {
    func isOpen(_ point: Route.Point) -> Bool {
      !visited.contains(point.stop) && (point.isAsked || !toConfirm(at: point).isEmpty)
    }
    let points = view.route.points
    let later = place.map { points.dropFirst($0 + 1) } ?? points[...]
    return (later.first(where: isOpen) ?? points.first(where: isOpen))?.stop ?? .review
  }

  /// Goes on after a stop, first to what its answer raised.
  mutating func advance(from stop: Stop) {
    visited.insert(stop)
    retry = nil
    if !queue.isEmpty {
      self.stop = queue.removeFirst()
      return
    }
    let place = view.route.position(stop)
    // A new instance has just come to stand before the question for another one.
    let isNew = stop.kind == .groupLine && view.route.point(stop) == nil
    self.stop = firstOpen(after: place.map { isNew ? $0 - 1 : $0 })
  }

  /// Evaluates the record as it stands now.
  mutating func refresh() throws(AuthorMistakes) {
    view = try subject.view(of: record, expanded: expanded, &memory)
  }

  // MARK: What the record holds

  func contents(_ path: String) -> [RecordContent] {
    RecordPath(path).map { record.contents(at: $0) } ?? []
  }

  /// Replaces what stands at a path; what is known about the instances behind one that goes with it moves up.
  mutating func replace(_ path: String, with contents: [RecordContent]) {
    guard let place = RecordPath(path) else { return }
    let instances = PathText.instances(path).map { ($0, count($0)) }
    record.replace(at: place, with: contents, form: subject.form)
    for (instance, before) in instances where count(instance) < before { forget(instance) }
  }

  /// How many instances there are beside one.
  private func count(_ instance: String) -> Int { contents(PathText.unnumbered(instance)).count }

  /// The values at a path as a group; empty when there is none.
  func group(_ path: String) -> RecordGroup {
    if case .group(let group)? = contents(path).first { group } else { RecordGroup() }
  }
}
