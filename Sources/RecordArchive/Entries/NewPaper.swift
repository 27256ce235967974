public import FormModel

/// Something that is about to be stored.
public struct NewPaper {
  /// One file of it.
  public struct Part {
    /// What the file is for: the record, an issued or completed document, a scan.
    public var use: PartUse
    /// The type of its content, such as `application/pdf`.
    public var mediaType: String
    /// The bytes of the file, not encrypted.
    public var bytes: [UInt8]

    /// Describes a file.
    public init(_ use: PartUse, mediaType: String, bytes: [UInt8]) {
      self.use = use
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  /// The case; nil for what belongs to none.
  public var caseNumber: String?
  /// The form; empty for what is no record.
  public var form: String
  /// What lists call it.
  public var title: String
  /// Its number among the papers of its form and case; a paper of the same number is taken as the same paper.
  public var number: Int?
  /// The whole number by which others refer to it, which tells it from others where it has one; empty otherwise.
  public var reference = ""
  /// Which version it is, for the first that is stored of a paper; otherwise the next one after those stored.
  public var edition: Int?
  /// The entry that this is a version of, where no number tells it.
  public var entry: EntryID?
  /// The day of the paper.
  public var day: Day
  /// The kinds of data it holds.
  public var kinds: [String]
  /// The names of the people by which it can be found.
  public var names: [String]
  /// The days of start events that it tells.
  public var events: [String: Day]
  /// Why an event happened, by its id.
  public var reasons: [String: String]
  /// Whether the events that an earlier version told still count, because nobody knows who sent this one.
  public var keepsEvents = false
  /// Copies it tells of.
  public var copies: [Filing.Copies]
  /// The files of the paper, in the order in which they are numbered.
  public var parts: [Part]
  /// What another archive knew of it besides; nil when it comes from none.
  public var carried: SentEntry?
  /// The id of the bundle it came with; empty when it came another way.
  public var bundle: [UInt8] = []

  /// A paper without a record of kiso: a scan, a PDF.
  public init(title: String, caseNumber: String?, kind: String, day: Day, parts: [Part]) {
    self.caseNumber = caseNumber
    form = ""
    self.title = title
    self.day = day
    kinds = [kind]
    names = []
    events = [:]
    reasons = [:]
    copies = []
    self.parts = parts
  }

  /// A paper of a form.
  ///
  /// - Parameters:
  ///   - filing: what its form tells the archive.
  ///   - form: the form.
  ///   - today: the day that counts where the paper has none.
  ///   - library: the declarations with the retention schedule.
  ///   - caseNumber: overrides what the paper says; needed where it carries no number.
  ///   - kind: overrides the kinds that follow from the form.
  ///   - parts: its files.
  public init(
    _ filing: Filing, of form: FormDefinition, on today: Day, library: FormLibrary, caseNumber: String?,
    kind: String?, parts: [Part]
  ) {
    self.caseNumber = caseNumber ?? filing.caseNumber
    self.form = form.id
    title = form.title
    number = filing.number
    reference = filing.reference ?? ""
    day = filing.day ?? today
    names = filing.names
    events = filing.events
    reasons = filing.reasons
    copies = filing.copies
    self.parts = parts
    // Copies are destroyed on a day of their own; the paper that tells of them is none.
    let rules = filing.classes.compactMap { library.retention.classes[$0] }.filter { $0.action != .destroy }
    kinds = kind.map { [$0] } ?? rules.compactMap(\.kind)
  }
}
