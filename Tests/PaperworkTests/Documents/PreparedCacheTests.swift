import Files
import FormModel
import Glibc
import OpenDocument
import Testing

@testable import Paperwork

/// What is kept from one start to the next gives the same documents, and is never trusted when damaged.
@Suite struct PreparedCacheTests {
  /// The document of an example, with a cache or without.
  private func document(_ cache: PreparedCache?, _ output: PaperWriter.Output = .final) throws -> [UInt8] {
    let catalogue = Catalogue(home: Repository.root, cache: cache)
    let bytes = try Repository.bytes("Examples/gespraechsnotiz-lang.json")
    let checker = PaperChecker(catalogue: catalogue, day: Repository.day)
    let paper = try checker.read(bytes, name: "lang")
    let evaluated = try checker.evaluate(paper)
    let maker = PaperMaker(catalogue: catalogue, day: Repository.day)
    if output == .blank { return try maker.blank(evaluated.form.id, as: .odt).bytes }
    return try #require(
      try maker.documents(of: evaluated, named: "lang", paper.library, as: .odt) { _ in evaluated }.first
    ).bytes
  }

  @Test(arguments: [PaperWriter.Output.final, .blank])
  func `Documents are the same with a new cache, a filled one and none`(_ output: PaperWriter.Output) throws {
    let folder = try PrivateDirectory()
    let cache = PreparedCache(folder: folder.path(of: "neu/kiso"), stamp: "1")
    let without = try document(nil, output)
    #expect(try document(cache, output) == without)
    #expect(try DirectoryListing.files(in: cache.folder).count == 2)
    #expect(try document(cache, output) == without)
  }

  @Test func `Damaged files of the cache are made anew`() throws {
    let folder = try PrivateDirectory()
    let cache = PreparedCache(folder: folder.path, stamp: "1")
    let expected = try document(cache)
    let files = try DirectoryListing.files(in: folder.path)
    #expect(files.count == 2)
    for path in files {
      var bytes = try FileReader.bytes(at: path, limit: 1 << 24)
      for (index, change) in [(20, 0xFF), (bytes.count / 2, 1), (bytes.count - 1, 7)] {
        var damaged = bytes
        damaged[index] ^= UInt8(change)
        try AtomicFile.write(damaged, to: path)
        #expect(try document(cache) == expected)
      }
      bytes.removeLast(bytes.count / 3)
      try AtomicFile.write(bytes, to: path)
      #expect(try document(cache) == expected)
    }
  }

  @Test func `A new version of the program prepares everything anew`() throws {
    let folder = try PrivateDirectory()
    _ = try document(PreparedCache(folder: folder.path, stamp: "1"))
    _ = try document(PreparedCache(folder: folder.path, stamp: "2"))
    #expect(try DirectoryListing.files(in: folder.path).count == 4)
  }

  /// Whatever the key is made of is changed; what was kept for the former state must not be used.
  @Test(arguments: [
    ("Forms/bochum/gespraechsnotiz.xml", "title=\"Gesprächsnotiz\"", "title=\"Notiz\""),
    ("Forms/types.xml", "label=\"Hausnummer\"", "label=\"Türnummer\""),
    ("Forms/bochum/lists/kontaktart.xml", "short=\"Telefon\"", "short=\"Fernruf\""),
    ("Forms/bochum/profile.xml", "label=\"Stadt Bochum", "label=\"Stadt Herne"),
    ("Forms/bochum/retention.xml", "period=\"P1Y\"", "period=\"P2Y\""),
  ])
  func `A changed declaration is seen at once`(_ path: String, _ old: String, _ new: String) throws {
    let folder = try PrivateDirectory()
    let home = folder.path(of: "home")
    try Repository.copyDeclarations(to: home)
    let cache = PreparedCache(folder: folder.path(of: "cache"), stamp: "1")
    let catalogue = Catalogue(home: home, cache: cache)
    let before = try catalogue.library(form: "gespraechsnotiz")
    #expect(try catalogue.library(form: "gespraechsnotiz") == before)
    let file = FilePath.joining(home, path)
    let text = String(decoding: try FileReader.bytes(at: file, limit: 1 << 20), as: UTF8.self)
    #expect(text.contains(old), "\(path) has changed; please choose something else")
    // Of the same length and with the same times, as after restoring a backup.
    var times = stat()
    #expect(stat(file, &times) == 0)
    try AtomicFile.write(Array(text.replacing(old, with: new).utf8), to: file)
    var moments = [times.st_atim, times.st_mtim]
    #expect(utimensat(AT_FDCWD, file, &moments, 0) == 0)
    let after = try catalogue.library(form: "gespraechsnotiz")
    #expect(after != before)
    #expect(try after == Catalogue(home: home).library(form: "gespraechsnotiz"))
  }

  @Test func `A declaration with a mistake is refused, whatever was kept before`() throws {
    let folder = try PrivateDirectory()
    let home = folder.path(of: "home")
    try Repository.copyDeclarations(to: home)
    let cache = PreparedCache(folder: folder.path(of: "cache"), stamp: "1")
    let catalogue = Catalogue(home: home, cache: cache)
    _ = try catalogue.library(form: "gespraechsnotiz")
    try AtomicFile.write(
      Array("<codelist id=\"neu\"/>".utf8), to: FilePath.joining(home, "Forms/bochum/lists/neu.xml"))
    for _ in 0..<2 {
      #expect(throws: PaperworkFailure.self) { try catalogue.library(form: "gespraechsnotiz") }
    }
  }

  @Test func `Every declaration is the same after it was kept`() throws {
    let library = try Catalogue(home: Repository.root).library()
    #expect(library.forms.count > 5 && library.lists.count > 20)
    let snapshot = try #require(library.snapshot())
    #expect(FormLibrary(snapshot: snapshot) == library)
    #expect(FormLibrary(snapshot: snapshot)?.snapshot() == snapshot)
    for count in stride(from: 0, to: snapshot.count, by: 997) {
      #expect(FormLibrary(snapshot: Array(snapshot.prefix(count))) == nil)
    }
  }

  /// Everything but what was kept under this very name: cut off, longer, changed, and the file of something else.
  @Test func `No file but the one that was kept is used`() throws {
    let folder = try PrivateDirectory()
    let cache = PreparedCache(folder: folder.path, stamp: "1")
    func library(_ label: String) throws -> FormLibrary {
      let list = "<codelist id=\"l\" label=\"\(label)\"><code id=\"a\" label=\"A\"/></codelist>"
      return try FormLibrary(files: [SourceFile(name: "l.xml", bytes: Array(list.utf8))])
    }
    let known = try library("Liste")
    cache.keep(known, for: 1)
    let path = try #require(try DirectoryListing.files(in: folder.path).first)
    let bytes = try FileReader.bytes(at: path, limit: 1 << 16)
    #expect(cache.library(for: 1) == known)
    for count in 0..<bytes.count {
      try AtomicFile.write(Array(bytes.prefix(count)), to: path)
      #expect(cache.library(for: 1) == nil)
    }
    for offset in bytes.indices {
      var damaged = bytes
      damaged[offset] ^= 0x10
      try AtomicFile.write(damaged, to: path)
      #expect(cache.library(for: 1) == nil)
    }
    try AtomicFile.write(bytes + [0], to: path)
    #expect(cache.library(for: 1) == nil)
    cache.keep(try library("Andere"), for: 2)
    let other = try #require(try DirectoryListing.files(in: folder.path).last)
    try AtomicFile.write(try FileReader.bytes(at: other, limit: 1 << 16), to: path)
    #expect(cache.library(for: 2) != nil && cache.library(for: 1) == nil)
  }

  @Test func `What is kept stays small, and files of others are left alone`() throws {
    let folder = try PrivateDirectory()
    let cache = PreparedCache(folder: folder.path, stamp: "1")
    func file(_ name: String, days: Int, size: Int = 1) throws -> String {
      let path = folder.path(of: name)
      try AtomicFile.write([UInt8](repeating: 0, count: size), to: path)
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      now.tv_sec -= days * 86_400
      #expect(utimensat(AT_FDCWD, path, [now, now], 0) == 0)
      return name
    }
    var names = [
      try file("formulare-1", days: 29), try file("vorlage-2f", days: 29), try file("formulare-xyz", days: 99),
      try file("brief.odt", days: 99),
    ]
    _ = try file("formulare-3", days: 31)
    _ = try file("vorlage-4", days: 31)
    let all = try Catalogue(home: Repository.root).library(form: "gespraechsnotiz")
    cache.keep(all, for: 0x50)
    names.append("formulare-50")
    func left() throws -> Set<String> {
      Set(try DirectoryListing.files(in: folder.path).map { FilePath.lastComponent(of: $0) })
    }
    #expect(try left() == Set(names))
    // Over 64 MB what was used longest ago goes first.
    names += [try file("vorlage-5", days: 2, size: 30 << 20), try file("vorlage-6", days: 1, size: 33 << 20)]
    _ = try file("vorlage-7", days: 3, size: 2 << 20)
    cache.keep(all, for: 0x51)
    names.append("formulare-51")
    names.removeAll { ["formulare-1", "vorlage-2f"].contains($0) }
    #expect(try left() == Set(names))
  }

  /// Nothing that a damaged file says may end the program; the checksum is left out here.
  @Test func `Damaged bytes of declarations give a library or none`() throws {
    let snapshot = try #require(Catalogue(home: Repository.root).library(form: "gespraechsnotiz").snapshot())
    var accepted = 0
    for offset in stride(from: 0, to: snapshot.count, by: 131) {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = snapshot
        damaged[offset] ^= change
        if FormLibrary(snapshot: damaged) != nil { accepted += 1 }
      }
    }
    #expect(accepted > 0, "a changed letter is a letter")
  }

  @Test func `The hash tells parts, order, lengths and every byte apart`() {
    let parts: [[[UInt8]]] = [
      [], [[]], [[], []], [[0]], [[0, 0]], [[0], [0]], [[1]], [[1, 0]], [[0, 1]], [Array(repeating: 0, count: 8)],
      [Array(repeating: 0, count: 9)], [Array(0..<8)], [Array(0..<9)], [Array(0..<4), Array(4..<9)],
    ]
    #expect(Set(parts.map { PreparedCache.hash($0) }).count == parts.count)
    var bytes = [UInt8](repeating: 7, count: 21)
    var seen: Set<UInt64> = [PreparedCache.hash([bytes])]
    for index in bytes.indices {
      bytes[index] ^= 0x40
      #expect(seen.insert(PreparedCache.hash([bytes])).inserted)
      bytes[index] ^= 0x40
    }
  }

  @Test func `A folder that cannot be written to is no failure`() throws {
    #expect(try document(PreparedCache(folder: "/proc/kiso", stamp: "1")) == document(nil))
  }

  @Test func `Every prefix of a snapshot template is refused`() throws {
    let source = try Catalogue(home: Repository.root).template(for: "gespraechsnotiz")
    let library = try Repository.library()
    let form = try #require(library.forms["gespraechsnotiz"])
    let template = try Template(
      parsing: source.bytes, name: source.name, functions: Set(ExpressionCheck.functions.keys),
      pictures: [TemplatePicture(missing: "logo")], synonyms: ExpressionCheck.germanFunctions,
      words: FormWords(form, library: library))
    let snapshot = try #require(template.snapshot())
    #expect(Template(snapshot: snapshot)?.snapshot() == snapshot)
    for count in stride(from: 0, to: snapshot.count, by: 1009) {
      #expect(Template(snapshot: Array(snapshot.prefix(count))) == nil)
    }
  }
}
