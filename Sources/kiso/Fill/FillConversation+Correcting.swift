import Conversation
import Files
import Paperwork
import RecordArchive
import Terminal

extension FillConversation {
  /// A conversation about a finished paper: a file of ours, or one of a case in the archive.
  ///
  /// `more` are further papers that it refers to, `filing` is the archive as far as it is open already.
  func correct(
    _ source: String, _ more: [Record], _ filing: ArchiveFiling?, _ password: PaperPassword?, _ asking: Asking
  ) throws -> Start {
    guard ["from", "case", "resume"].allSatisfy({ !arguments.has($0) }) else {
      throw UsageFailure(.givenTwice, "‚--correct‘ passt nicht zu ‚--from‘, ‚--case‘ und ‚--resume‘.")
    }
    if source == arguments.value("output") { throw CommandFailure.overEarlier }
    var greeting: [Block] = []
    var others = more
    var archive: ArchiveFiling?
    let record: Record
    if FileRemoval.exists(source) {
      let bytes = try context.input(source)
      let paper = try PaperReader(catalogue: catalogue, day: context.day, password: password).read(bytes).paper
      record = paper.record
      greeting += paper.findings.map(NoticeView.finding)
      if !SourceKind(of: bytes).isRecord {
        greeting.append(
          .text("Ein Dokument enthält nur, was seine Seite zeigt; was dort verdeckt ist, fehlt.", .warning, indent: 2))
      }
    } else {
      guard var open = try filing ?? stored.door.map({ try ArchiveFiling($0, context) }) else {
        throw CommandFailure.noPaper
      }
      open.asks = false
      let (paper, rest) = try self.paper(named: source, in: open, asking)
      (record, others, archive) = (paper, rest + more, open)
    }
    if let name = arguments.value("FORMULAR"), name != record.form { throw FillingFailure.otherForm(record.form) }
    guard let form = library.form(of: record) else {
      throw PaperworkFailure.unknownForm(name: record.form, nearest: nil)
    }
    let interview = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      try Interview(
        correcting: record, form: form, library: library, day: context.day, settings: settings.record,
        others: others, strict: strict)
    }
    let keeper = DraftKeeper(
      folder: folder, library: library, municipality: catalogue.municipality, now: context.surroundings.now)
    greeting.insert(.title(form.title), at: 0)
    greeting.append(
      .text(
        "Was Sie ändern, wird Fassung \(record.edition + 1); Fassung \(record.edition) bleibt. Ändern mit /NAME.",
        indent: 2, hanging: 2))
    return Start(interview: interview, keeper: keeper, greeting: greeting, archive: archive)
  }

  /// A paper of the archive, by the number of its case or its entry, and the others of its case.
  ///
  /// Of several that may be meant somebody chooses one.
  private func paper(
    named word: String, in filing: ArchiveFiling, _ asking: Asking
  ) throws -> (paper: Record, others: [Record]) {
    let papers = try filing.papers(named: word)
    let name = arguments.value("FORMULAR")
    let possible = papers.filter { $0.isMeant && (name == nil || $0.entry.card.form == name) }
    let answers = possible.map { (id: $0.entry.id.description, label: $0.label) }
    var chosen = possible.first
    if possible.count > 1 {
      guard context.surroundings.isAttended() else { throw CommandFailure.severalPapers(answers.map(\.label)) }
      let choice = asking.choice("Welches Papier?", among: Choices(answers), proposal: nil)
      chosen = possible.first { $0.entry.id.description == choice?.id }
    }
    guard let chosen else { throw CommandFailure.noPaper }
    let reader = PaperReader(catalogue: catalogue, day: context.day)
    func record(_ paper: ArchiveFiling.StoredPaper) throws -> Record { try reader.read(paper.bytes).paper.record }
    return (try record(chosen), try papers.filter { $0.entry.id != chosen.entry.id }.map(record))
  }
}
