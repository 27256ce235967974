import Files
import FormModel
import Glibc
import Paperwork
import Secrets

@testable import RecordArchive

/// The declarations of Bochum.
let library: FormLibrary = {
  let root = (1...3).reduce(#filePath) { path, _ in FilePath.parent(of: path) }
  guard let library = try? Catalogue(home: root).library() else { fatalError("Forms cannot be read") }
  return library
}()

/// A cost that takes no time, for archives of tests.
let cheap = PassphraseCost(passes: 1, memory: 64 << 10)

func day(_ iso: String) -> Day { Day(iso: iso) ?? .first }

func secret(_ text: String) -> Secret {
  Secret(capacity: text.utf8.count) { space in
    space.copyBytes(from: text.utf8)
    return text.utf8.count
  }
}

func passphrase(_ text: String) -> Credential { .passphrase(secret(text)) }

let rightPassphrase = "vier gute alte Woerter"

/// An archive in a folder of its own, gone with the value.
struct TestArchive: ~Copyable {
  private let folder: PrivateDirectory
  let archive: Archive

  /// `isInMemory` is for tests that store so much that the syncing of a disk would take most of their time.
  init(today: Day = day("2025-11-20"), isInMemory: Bool = false) throws {
    let memory = "/dev/shm"
    try self.init(
      folder: PrivateDirectory(under: isInMemory && access(memory, W_OK) == 0 ? memory : nil), today: today)
  }

  private init(folder: consuming PrivateDirectory, today: Day) throws {
    let data = folder.path(of: "ablage.kiso")
    let archive = try Archive.create(
      at: ArchivePlace(data: data),
      for: NewAccess(label: "jw", credential: passphrase(rightPassphrase), cost: cheap), library: library,
      today: today)
    self.folder = folder
    self.archive = archive
  }

  var place: ArchivePlace { archive.place }

  func path(_ name: String) -> String { folder.path(of: name) }

  /// The names of all files in the folder, sorted.
  var names: [String] {
    guard let stream = opendir(folder.path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Opens it a second time.
  func reopened(_ words: String = rightPassphrase, as label: String? = nil) throws -> Archive {
    try Archive.open(place, with: passphrase(words), as: label, library: library)
  }
}

/// A note of a case, as the command would make it from a record.
func note(
  _ number: Int, of caseNumber: String? = "KSA-2-2025-0147", on day: Day = day("2025-09-09"),
  content: String = "Inhalt", kind: String = "notizen", names: [String] = ["Ayşegül Çağlayan-Öztürk"],
  events: [String: Day]? = nil, copies: [Filing.Copies] = []
) -> NewPaper {
  var paper = NewPaper(
    title: "Gesprächsnotiz", caseNumber: caseNumber, kind: kind, day: day,
    parts: [NewPaper.Part(.record, mediaType: "application/xml", bytes: Array(content.utf8))])
  paper.form = "gespraechsnotiz"
  paper.number = number
  paper.names = names
  paper.events = events ?? ["letzter_kontakt_am": day]
  paper.copies = copies
  return paper
}

/// The whole content of a file.
func bytes(of path: String) throws -> [UInt8] { try FileReader.bytes(at: path, limit: 1 << 30) }

/// The content of an entry's part.
func text(_ entry: ArchiveEntry, in archive: Archive, use: PartUse = .record) throws -> String? {
  guard let part = entry.card.parts.first(where: { $0.use == use }) else { return nil }
  return String(decoding: try archive.content(of: part, in: entry), as: UTF8.self)
}

/// The code of what a body throws.
func failure(_ body: () throws -> Void) -> ArchiveFailure.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? ArchiveFailure)?.code
  }
}
