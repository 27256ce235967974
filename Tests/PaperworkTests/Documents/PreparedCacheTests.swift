import Files
import FormModel
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
    let writer = try PaperWriter(
      evaluated.form, template: try catalogue.template(for: evaluated.form.id), library: paper.library,
      output: output, cache: cache)
    return output == .final ? try writer.document(for: evaluated) : try writer.blank(day: Repository.day)
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
    for path in try DirectoryListing.files(in: folder.path) where path.contains("vorlage") {
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

  @Test func `A folder that cannot be written to is no failure`() throws {
    #expect(try document(PreparedCache(folder: "/proc/kiso", stamp: "1")) == document(nil))
  }

  @Test func `Every prefix of a stored template is refused`() throws {
    let source = try Catalogue(home: Repository.root).template(for: "gespraechsnotiz")
    let template = try Template(
      parsing: source.bytes, name: source.name, functions: Set(ExpressionCheck.functions.keys))
    let stored = template.stored()
    #expect(Template(stored: stored)?.stored() == stored)
    for count in stride(from: 0, to: stored.count, by: 1009) {
      #expect(Template(stored: Array(stored.prefix(count))) == nil)
    }
  }
}
