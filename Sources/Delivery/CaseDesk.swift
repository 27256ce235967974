public import Casework
public import Paperwork
public import Workers

/// All cases at hand: papers in files and what the archive holds, put together.
public struct CaseDesk: Sendable {
  private let source: any CaseSource
  private let reader: CaseReader
  /// Where what was worked out of a case can be kept; nil where files have a say in it.
  private let keeper: ArchivePapers?
  private let archive: ArchivePapers?

  /// Puts papers together.
  ///
  /// - Parameters:
  ///   - records: papers in files, which count before those that are stored.
  ///   - archive: what is stored; nil to leave it out.
  ///   - library: all declarations.
  ///   - day: the day everything refers to.
  public init(_ records: [Record], archive: ArchivePapers?, library: FormLibrary, day: Day) {
    let known = KnownPapers(records, library: library)
    keeper = records.isEmpty ? archive : nil
    self.archive = archive
    if let archive {
      source = records.isEmpty ? archive : JoinedPapers([known, archive], library: library)
    } else {
      source = known
    }
    reader = CaseReader(source, library: library, day: day)
  }

  /// The numbers of cases that a typed number can mean: itself, or those that end with it.
  public func numbers(meaning typed: String) -> [String] {
    let all = source.caseNumbers
    let wanted = typed.lowercased()
    if let exact = all.first(where: { $0.lowercased() == wanted }) { return [exact] }
    return wanted.isEmpty ? [] : all.filter { $0.lowercased().hasSuffix(wanted) }
  }

  /// Where a case stands; nil when nothing is known of it.
  public func view(_ number: String) throws(PaperworkFailure) -> CaseView? {
    try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in try reader.view(number) }
  }

  /// What stands in the way of ending a case on a day.
  public struct Closing: Hashable, Sendable {
    /// What must be done first.
    public var refused: [Duty] = []
    /// What is open, and what whoever ends the case all the same must give a reason for.
    public var open: [Duty] = []
    /// What the end itself brings about, and what stays open where the case ends at once.
    public var following: [Duty] = []
  }

  /// What stands in the way of ending a case on a day; nothing where no such case is known.
  ///
  /// - Parameter reason: why it ends; with some reasons nobody has to say why something stays open.
  public func closing(_ number: String, on ended: Day, reason: String) throws(PaperworkFailure) -> Closing {
    try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      var result = Closing()
      guard let before = try reader.file(number), let after = try reader.file(number, ended: ended) else {
        return result
      }
      // What is open now is not done by ending the case, even where nobody asks for it any more afterwards.
      let (refused, open) = before.closing
      let known = Set((refused + open).map(\.id))
      result.refused = refused + after.closing.refused.filter { !known.contains($0.id) }
      result.following = after.closing.warned.filter { !known.contains($0.id) }
      if reader.library.ending(ofCase: number)?.atOnce.contains(reason) ?? false {
        result.following = open + result.following
      } else {
        result.open = open
      }
      return result
    }
  }

  /// The letter of a kind that a case owes, the usual one when `id` is nil; nil when there is none.
  public func feedback(_ id: String? = nil, inCase number: String) throws(PaperworkFailure) -> Feedback? {
    try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in try reader.feedback(id, inCase: number) }
  }

  /// A case with its papers; nil when nothing is known of it.
  public func file(_ number: String) throws(PaperworkFailure) -> EvaluatedCase? {
    try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in try reader.file(number) }
  }

  /// What is to be done in all cases; the papers of a few of them are in memory at a time.
  ///
  /// Cases of the archive alone are worked out once and kept, until something of them changes.
  public func today(_ workers: Workers) throws(PaperworkFailure) -> Today {
    let numbers = source.caseNumbers
    var outlooks: [String: Outlook] = [:]
    for number in numbers {
      guard let outlook = keeper?.outlook(ofCase: number), outlook.tells(of: reader.day) else { continue }
      outlooks[number] = outlook
    }
    var shares: [String: Today.Share] = [:]
    try workOut(numbers.filter { outlooks[$0] == nil }, workers) { number, share, outlook in
      shares[number] = share
      outlooks[number] = outlook
    }
    // What was worked out of a case alone counts where nothing filed elsewhere may be about it.
    for number in numbers {
      guard let outlook = outlooks[number] else { continue }
      shares[number] = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
        try reader.isUnsettled(outlook) ? reader.share(of: number) : outlook.share(on: reader.day, reader.library)
      }
    }
    let service = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in try reader.service()?.duties }
    var today = Today(day: reader.day, service: service ?? [])
    for number in numbers { if let share = shares[number] { today.add(share) } }
    for (number, waiting) in archive?.waiting() ?? [:] {
      today.add(waiting.duties, toCase: number, names: waiting.names)
    }
    return today
  }

  /// Works out cases from their papers, and keeps what can be kept.
  private func workOut(
    _ numbers: [String], _ workers: Workers, found: (String, Today.Share?, Outlook?) -> Void
  ) throws(PaperworkFailure) {
    typealias Found = (share: Today.Share?, outlook: Outlook?)
    let (reader, keeps) = (reader, keeper?.maker != nil)
    var new: [Outlook] = []
    try workers.run(
      numbers.count, beginning: {},
      { (_, index) -> Result<Found, PaperworkFailure> in
        Result { () throws(PaperworkFailure) in
          try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) -> Found in
            guard keeps else { return (try reader.share(of: numbers[index]), nil) }
            return (nil, try reader.outlook(of: numbers[index]))
          }
        }
      },
      deliver: { (index, result: Result<Found, PaperworkFailure>) throws(PaperworkFailure) in
        let (share, outlook) = try result.get()
        found(numbers[index], share, outlook)
        guard let outlook else { return }
        new.append(outlook)
        guard new.count == Self.atOnce else { return }
        keeper?.keep(new)
        new = []
      })
    keeper?.keep(new)
  }

  /// How many results are kept with one commit.
  private static let atOnce = 256
}
