public import Casework
internal import Files
internal import FormModel
public import Workers

/// Many papers in one go: read, checked among each other, made; on several cores, with results in the order of the
/// sources.
///
/// Every finding of every paper is reported. If one has errors, nothing is made of any, except of those whose form is never
/// held up.
public struct PaperBatch: Sendable {
  /// What is done with a source that is a document already.
  public enum Use: Hashable, Sendable {
    /// Its record counts, and documents are made again.
    case record
    /// It is handed on as it is. One of kiso is checked by its record; any other is reported as unchecked.
    case asItIs
  }

  /// How far the work is: how many papers of how many are read or made.
  public typealias Progress = (_ done: Int, _ total: Int) -> Void

  let maker: PaperMaker
  let checker: PaperChecker
  let workers: Workers
  private let password: PaperPassword?
  private let archive: (any CaseSource)?

  /// A batch for the day of its maker.
  ///
  /// - Parameters:
  ///   - maker: what makes the documents, and says where the forms are.
  ///   - strict: modes that make errors of some warnings, such as `anonymity`.
  ///   - password: opens documents that are protected.
  ///   - archive: what is stored, asked only when an answer can depend on it; nil to leave it out.
  ///   - workers: how many papers are in work at the same time.
  public init(
    _ maker: PaperMaker, strict: Set<String> = [], password: PaperPassword? = nil, archive: (any CaseSource)?,
    workers: Workers
  ) {
    self.maker = maker
    self.archive = archive
    self.workers = workers
    self.password = password
    checker = PaperChecker(catalogue: maker.catalogue, day: maker.day, strict: strict, password: password)
  }

  /// A source that was read: a paper of kiso, another document as it is, or why it is neither.
  enum Source: Sendable {
    case paper(PaperChecker.Paper, asItIs: PaperDocument?)
    case foreign(PaperDocument)
    case failed(PaperworkFailure)

    var paper: PaperChecker.Paper? { if case .paper(let paper, _) = self { paper } else { nil } }
  }

  func reader(_ library: FormLibrary?) -> PaperReader {
    PaperReader(catalogue: maker.catalogue, day: maker.day, password: password, library: library)
  }

  /// Reads sources in their order; `load` gives the bytes of each and is called on the calling thread.
  func read(_ names: [String], as use: Use, load: (String) throws(FileFailure) -> [UInt8]) -> [Source] {
    var sources: [Source] = []
    eachContent(of: names, load: load) { (bytes, name) throws(PaperworkFailure) in
      try source(bytes, name: name, as: use)
    } deliver: { (_, result: Result<Source, PaperworkFailure>) in
      switch result {
      case .success(let source): sources.append(source)
      case .failure(let failure): sources.append(.failed(failure))
      }
    }
    return sources
  }

  /// Loads the sources one after the other and does something with the content of each, on several threads.
  func eachContent<Value: Sendable, Failure: Error>(
    of names: [String], load: (String) throws(FileFailure) -> [UInt8],
    _ work: @escaping @Sendable ([UInt8], _ name: String) throws(PaperworkFailure) -> Value,
    deliver: (Int, Result<Value, PaperworkFailure>) throws(Failure) -> Void
  ) throws(Failure) {
    var loaded: [Result<[UInt8], FileFailure>] = []
    for name in names {
      do throws(FileFailure) {
        loaded.append(.success(try load(name)))
      } catch {
        loaded.append(.failure(error))
      }
    }
    let contents = loaded
    try workers.run(
      names.count, beginning: {},
      { (_, index) -> Result<Value, PaperworkFailure> in
        switch contents[index] {
        case .failure(let failure): return .failure(.file(failure))
        case .success(let bytes):
          do throws(PaperworkFailure) {
            return .success(try work(bytes, names[index]))
          } catch {
            return .failure(error)
          }
        }
      }, deliver: deliver)
  }

  private func source(_ bytes: [UInt8], name: String, as use: Use) throws(PaperworkFailure) -> Source {
    let kind = SourceKind(of: bytes)
    switch use {
    case .asItIs where !kind.isRecord:
      let document = try PaperDocument(finished: bytes, kind: kind, source: name)
      guard kind != .pdf else { return .foreign(document) }
      do {
        return .paper(try checker.read(bytes, name: name), asItIs: document)
      } catch {
        guard case .noRecord = error else { throw error }
        return .foreign(document)
      }
    case .asItIs, .record: return .paper(try checker.read(bytes, name: name), asItIs: nil)
    }
  }

  /// Gives each worker the papers of the run as others, from one index, with what is stored besides them.
  ///
  /// - Parameters:
  ///   - papers: those that are judged.
  ///   - companions: those that they may refer to.
  func neighbours(
    of papers: [PaperChecker.Paper], _ companions: [PaperChecker.Paper] = []
  ) throws(PaperworkFailure) -> @Sendable () -> Neighbours {
    let all = papers + companions
    let forms = Set(all.map(\.paper.record.form))
    let asking = Set(
      papers.filter { $0.library.form(of: $0.paper.record)?.dependsOnOthers ?? false }.map(\.paper.record.form))
    let catalogue = maker.catalogue
    let day = maker.day
    // Every form may be about these papers; where one is not known, what it takes back would be overlooked.
    let library = archive == nil || asking.isEmpty ? nil : try catalogue.library()
    let narrow: FormLibrary?
    if all.count < 2 {
      narrow = nil
    } else if let library {
      narrow = library
    } else {
      narrow = try catalogue.library(forms: forms.sorted())
    }
    let known = (library ?? narrow).map { KnownPapers(all.map(\.paper.record), library: $0) }
    let joined: JoinedPapers? =
      if let known, let archive, let library { JoinedPapers([known, archive], library: library) } else { nil }
    return {
      var neighbours = Neighbours(asking: asking)
      if let known, let narrow { neighbours.atHand = OtherPapers(known, library: narrow, day: day) }
      if let joined, let library { neighbours.stored = OtherPapers(joined, library: library, day: day) }
      return neighbours
    }
  }
}

/// The other papers as one worker has them.
struct Neighbours {
  /// The forms whose papers may depend on what is stored.
  let asking: Set<String>
  /// The papers of the run; nil for a paper that is alone.
  var atHand: OtherPapers?
  /// The same with those that are stored; nil without an archive.
  var stored: OtherPapers?

  /// The others of a paper of a form.
  func of(_ form: String) -> OtherPapers? { asking.contains(form) ? stored ?? atHand : atHand }
}
