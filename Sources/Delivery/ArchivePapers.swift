public import Casework
public import Paperwork
public import RecordArchive
internal import Synchronization

/// The archive as a source of papers: opened when somebody first asks, each record decrypted and read when it is needed.
///
/// Unchecked, because an archive is for one thread: it is only reached under `lock`, and by its owner when nobody asks.
/// It tells of what was stored when it was first asked.
public final class ArchivePapers: CaseSource, @unchecked Sendable {
  /// How many records stay in memory; a case has far fewer.
  private static let limit = 96

  let day: Day
  private let open: () throws -> (archive: Archive, library: FormLibrary)?
  private let lock = Mutex(())
  private var state = State.closed
  private var records: [Int: Record] = [:]
  private var order: [Int] = []
  private var values: [Field: [String: [PaperKey]]] = [:]
  private var hasUnread = false
  /// What is kept of cases, as far as somebody asked; nil where nothing is.
  var outlooks: [String: Outlook?] = [:]
  /// Whether what was worked out can be kept, as far as is known.
  var canKeep = true
  /// Cases of which something could not be read.
  private(set) var unsure: Set<String> = []
  /// Tells by which declarations and which program results were made that are kept; nil to keep none.
  let maker: [UInt8]?

  private enum State {
    case closed
    case locked
    case failed(any Error)
    case opened(Contents)
  }

  private struct Field: Hashable {
    let form: String
    let path: String
  }

  /// What is stored, without its content.
  struct Contents {
    let archive: Archive
    /// The declarations of all forms.
    let library: FormLibrary
    /// Everything that is stored, case by case.
    var entries: [ArchiveEntry] = []
    /// Where the entries of each case stand.
    var spans: [String: Range<Int>] = [:]
    /// The papers that have a record, in their newest versions, by their places among the entries.
    var papers: [Int] = []
    var cases: [String: [PaperKey]] = [:]
    var forms: [String: [PaperKey]] = [:]
    var numbers: Set<String> = []

    /// The entry of a paper.
    func entry(_ key: PaperKey) -> ArchiveEntry { entries[papers[key.number]] }

    /// Everything that a case consists of.
    func consists(_ number: String) -> CaseContents {
      var contents = CaseContents()
      for entry in entries[spans[number] ?? 0..<0] { contents.add(entry) }
      return contents
    }
  }

  /// A source that opens its archive when it is first asked.
  ///
  /// - Parameters:
  ///   - day: the day everything refers to.
  ///   - maker: tells the declarations and the program from all others, so that what they worked out of a case can be
  ///     kept in the archive; nil to keep nothing.
  ///   - open: gives the archive and the declarations of all forms, without one of which its papers would be overlooked;
  ///     nil when it stays locked, because nobody is there to open it. What it throws is remembered, see ``check()``.
  public init(
    day: Day, maker: [UInt8]? = nil, open: @escaping () throws -> (archive: Archive, library: FormLibrary)?
  ) {
    self.day = day
    self.maker = maker
    self.open = open
  }

  /// Throws why the archive could not be opened or read, if somebody asked.
  public func check() throws {
    let failure: (any Error)? = lock.withLock { _ in if case .failed(let failure) = state { failure } else { nil } }
    if let failure { throw failure }
  }

  /// Whether it was asked and is locked, or something in it could not be read.
  public var isIncomplete: Bool {
    lock.withLock { _ in
      switch state {
      case .closed: false
      case .locked, .failed: true
      case .opened: hasUnread
      }
    }
  }

  /// The numbers of all cases that something is stored of.
  public var caseNumbers: [String] { asked { $0.numbers.sorted() } ?? [] }

  /// The papers of a case that have a record.
  public func keys(inCase number: String) -> [PaperKey] { asked { $0.cases[number] } ?? [] }

  /// The papers of a form.
  public func keys(ofForm form: String) -> [PaperKey] { asked { $0.forms[form] } ?? [] }

  /// None: what is stored was not put together for a run.
  public func keys(atHandOfForm form: String) -> [PaperKey] { [] }

  /// The papers of a form that hold a value as it was stored.
  ///
  /// The number of a paper stands on its card; for anything else all records of the form are read once.
  public func keys(ofForm form: String, holding value: String, at path: String) -> [PaperKey] {
    asked { contents in
      let field = Field(form: form, path: path)
      if let known = values[field] { return known[value] }
      var found: [String: [PaperKey]] = [:]
      let isNumber = contents.library.forms[form].flatMap { contents.library.numberField(of: $0) }?.common.id == path
      for key in contents.forms[form] ?? [] {
        let reference = isNumber ? contents.entry(key).card.reference : ""
        guard reference.isEmpty else {
          found[reference, default: []].append(key)
          continue
        }
        let record = read(key, contents, keeps: false).map { contents.library.byTodaysNames($0) }
        for text in record?.root.values(at: path) ?? [] { found[text, default: []].append(key) }
      }
      values[field] = found
      return found[value]
    } ?? []
  }

  /// The record of a paper; nil when it cannot be read.
  public func record(_ key: PaperKey) -> Record? { asked { read(key, $0, keeps: true) } ?? nil }

  /// Answers from the archive, which is opened for it.
  func asked<Answer: Sendable>(_ answer: (Contents) -> Answer?) -> Answer? {
    lock.withLock { _ in
      if case .closed = state { state = opened() }
      guard case .opened(let contents) = state else { return nil }
      return answer(contents)
    }
  }

  private func opened() -> State {
    do {
      guard let (archive, library) = try open() else { return .locked }
      var contents = Contents(archive: archive, library: library)
      var query = Archive.Query()
      query.includesRestricted = true
      contents.entries = try archive.entries(query)
      for (place, entry) in contents.entries.enumerated() {
        let card = entry.card
        if !card.caseNumber.isEmpty {
          let first = contents.spans[card.caseNumber]?.lowerBound ?? place
          contents.spans[card.caseNumber] = first..<(place + 1)
        }
        // What was restricted is used no more; but what somebody took back stays taken back.
        if case .restricted? = card.step, library.forms[card.form]?.revocation == nil { continue }
        if !card.caseNumber.isEmpty { contents.numbers.insert(card.caseNumber) }
        guard card.role == .paper, card.record != nil else { continue }
        let key = PaperKey(number: contents.papers.count)
        contents.papers.append(place)
        contents.forms[card.form, default: []].append(key)
        if !card.caseNumber.isEmpty { contents.cases[card.caseNumber, default: []].append(key) }
      }
      hasUnread = try archive.unreadableCount() > 0
      return .opened(contents)
    } catch {
      return .failed(error)
    }
  }

  private func read(_ key: PaperKey, _ contents: Contents, keeps: Bool) -> Record? {
    if let known = records[key.number] { return known }
    guard contents.papers.indices.contains(key.number) else { return nil }
    let entry = contents.entry(key)
    guard let part = entry.card.record,
      let bytes = try? contents.archive.content(of: part, in: entry), let raw = try? RecordReader.raw(bytes)
    else {
      noteUnread(entry.card.caseNumber)
      return nil
    }
    // What was not understood when it was stored is not understood otherwise on a later day.
    var reader = RecordReader(library: contents.library, day: entry.card.stored)
    guard let record = try? reader.record(from: raw).record else {
      noteUnread(entry.card.caseNumber)
      return nil
    }
    guard keeps else { return record }
    records[key.number] = record
    order.append(key.number)
    if order.count > Self.limit { records[order.removeFirst()] = nil }
    return record
  }

  /// Something of a case could not be read; called while answering.
  func noteUnread(_ number: String) {
    hasUnread = true
    unsure.insert(number)
  }
}
