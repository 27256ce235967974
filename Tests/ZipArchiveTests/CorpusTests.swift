import Foundation
import Testing
import ZipArchive

/// Real documents from public collections, which lie beside the repository and not in it.
@Suite("Real documents")
struct CorpusTests {
  static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpus").standardizedFileURL

  static let isPresent = FileManager.default.fileExists(atPath: corpus.path)

  /// The files that are rightly refused, by a piece of their name.
  private static let refused: [(name: String, code: ZipFailure.Code)] = [
    ("fmt-136-signature-id-203.odt", .truncated),
    ("testODTnotaZipFile.odt", .notZip),
    ("duplicate-files.odt", .duplicate),
  ]

  static let files: [String] =
    (FileManager.default.enumerator(atPath: corpus.path)?.compactMap { $0 as? String } ?? [])
    .filter { [".odt", ".ott", ".ods", ".odg", ".odp"].contains(where: $0.hasSuffix) }.sorted()

  @Test("Every sound document opens, and each of its entries is read and copied", .enabled(if: isPresent))
  func documents() throws {
    #expect(Self.files.count > 100)
    for file in Self.files {
      let bytes = try [UInt8](Data(contentsOf: Self.corpus.appending(path: file)))
      if let expected = Self.refused.first(where: { file.hasSuffix($0.name) }) {
        #expect(failure { _ = try ZipReader(bytes) }?.code == expected.code, "\(file)")
        continue
      }
      let problem = failure {
        let reader = try ZipReader(bytes)
        var writer = ZipWriter()
        for entry in reader.entries { try writer.add(reader.packed(entry.name)) }
        let copy = try ZipReader(writer.finish())
        for entry in reader.entries {
          #expect(try copy.contents(of: entry.name) == reader.contents(of: entry.name), "\(file)")
        }
      }
      #expect(problem == nil, "\(file)")
    }
  }
}
