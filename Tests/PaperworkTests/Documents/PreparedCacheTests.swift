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
    let stored = library.stored()
    #expect(FormLibrary(stored: stored) == library)
    #expect(FormLibrary(stored: stored)?.stored() == stored)
    for count in stride(from: 0, to: stored.count, by: 997) {
      #expect(FormLibrary(stored: Array(stored.prefix(count))) == nil)
    }
  }

  /// A property that is added to a declaration must be kept as well: `Sources/FormModel/Storing`, and then here.
  @Test func `No property of a declaration was forgotten`() throws {
    let library = try Catalogue(home: Repository.root).library()
    let form = try #require(library.forms["gespraechsnotiz"])
    func properties(_ value: Any) -> Int { Mirror(reflecting: value).children.count }
    #expect(properties(library) == 5)
    #expect(properties(form) == 24)
    #expect(properties(library.retention) == 5)
    #expect(try properties(#require(library.retention.classes.values.first)) == 12)
    #expect(try properties(#require(library.lists.values.first)) == 4)
    for item in form.items {
      #expect(properties(item.common) == 16)
      switch item {
      case .field(let field): #expect(properties(field) == 16)
      case .group(let group): #expect(properties(group) == 11)
      }
    }
    #expect(try properties(#require(form.items.lazy.compactMap(\.common.rules.first).first)) == 10)
  }

  /// Nothing that a damaged file says may end the program; the checksum is left out here.
  @Test func `Damaged bytes of declarations give a library or none`() throws {
    let stored = try Catalogue(home: Repository.root).library(form: "gespraechsnotiz").stored()
    var accepted = 0
    for offset in stride(from: 0, to: stored.count, by: 131) {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = stored
        damaged[offset] ^= change
        if FormLibrary(stored: damaged) != nil { accepted += 1 }
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

  @Test func `Every prefix of a stored template is refused`() throws {
    let source = try Catalogue(home: Repository.root).template(for: "gespraechsnotiz")
    let template = try Template(
      parsing: source.bytes, name: source.name, functions: Set(ExpressionCheck.functions.keys),
      pictures: [TemplatePicture(missing: "logo")])
    let stored = template.stored()
    #expect(Template(stored: stored)?.stored() == stored)
    for count in stride(from: 0, to: stored.count, by: 1009) {
      #expect(Template(stored: Array(stored.prefix(count))) == nil)
    }
  }
}
