import Foundation
import OpenDocument
import Testing

/// Real documents, which lie beside the repository and not in it.
enum ReadingCorpus {
  static let folder = Outside.beside.appending(path: "corpus")

  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  static let files: [String] =
    (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
    .filter { $0.hasSuffix(".odt") || $0.hasSuffix(".ott") }.sorted()

  static func bytes(_ file: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: file)))
  }

  /// Files that are rightly refused, by the end of their name.
  static let refused: [String: DocumentFailure] = [
    "PasswordProtected.odt": DocumentFailure(.encrypted),
    "duplicate-files.odt": DocumentFailure(.archive, part: "content.xml", underlying: "ZIP-DOPPELT"),
    "fmt-136-signature-id-203.odt": DocumentFailure(.archive, underlying: "ZIP-ABGESCHNITTEN"),
    "nasty.odt": DocumentFailure(.doctype, part: "content.xml", underlying: "XML-DOCTYPE", line: 2),
    "testODTnotaZipFile.odt": DocumentFailure(.plainText),
  ]

  static func refusal(_ file: String) -> DocumentFailure? {
    refused.first { file.hasSuffix($0.key) }?.value
  }

  /// Files with paragraphs in paragraphs or text in bookmarks, which is no ODF; LibreOffice drops that text.
  static let invalid = ["NestedParagraphs.odt", "test-input_bookmark.odt"]
}

@Suite("Real documents are read", .enabled(if: ReadingCorpus.isPresent, "the corpus is not here"))
struct ReadingCorpusTests {
  @Test("Every sound document is accepted with all its parts, and the others are refused with the right code")
  func accepted() throws {
    #expect(ReadingCorpus.files.count > 100)
    for file in ReadingCorpus.files {
      #expect(try documentFailure(ReadingCorpus.bytes(file)) == ReadingCorpus.refusal(file), "\(file)")
    }
  }

  /// Documents without numbered lists, notes and frames: LibreOffice adds the numbers to its text and leaves
  /// notes and frames out.
  private static let plain = [
    "programs_benchmark_10pages.odt", "tests_samples_lorem.odt", "tests_examples_simpletable.odt",
    "tests_examples_parastyles.odt", "test_odt_odt_unicode.odt", "test_odt_odt_textMixedStyles.odt",
    "test_odt_odt_simpleTable.odt", "test_odt_odt_bold.odt", "samples_Electra.odt",
    "tests_samples_span_style.odt",
    "tests_samples_toc_done.odt", "test-input_BigTable.odt",
  ]

  private func words(_ text: String) -> [String] {
    text.unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }.map {
      String($0)
    }
  }

  @Test(
    "The words are those that LibreOffice writes as text",
    .enabled(if: Outside.hasOffice, "without LibreOffice"))
  func words() throws {
    let files = ReadingCorpus.files.filter { file in Self.plain.contains { file.hasSuffix($0) } }
    #expect(files.count >= 10)
    let sources = try files.map { (name: "a.odt", bytes: try ReadingCorpus.bytes($0)) }
    let texts = try Outside.converted(sources, to: "txt:Text (encoded):UTF8", ending: "txt")
    for (file, text) in zip(files, texts) {
      let ours = try DocumentText(of: OpenDocumentFile(reading: ReadingCorpus.bytes(file)))
      let theirs = String(decoding: try #require(text), as: UTF8.self)
      #expect(words(ours.string) == words(theirs), "\(file)")
    }
  }

  @Test(
    "The fingerprint is the same after LibreOffice loaded and saved the document",
    .enabled(if: Outside.hasOffice, "without LibreOffice"))
  func fingerprints() throws {
    let small = try ReadingCorpus.files.filter { file in
      try ReadingCorpus.refusal(file) == nil && ReadingCorpus.bytes(file).count < 12_000
        && !ReadingCorpus.invalid.contains { file.hasSuffix($0) }
    }
    let sources = try small.map { (name: "a." + $0.suffix(3), bytes: try ReadingCorpus.bytes($0)) }
    let converted = try Outside.converted(sources, to: "odt", ending: "odt")
    #expect(small.count > 40 && converted.count { $0 == nil } < 10)
    for (file, saved) in zip(small, converted) {
      let before = try DocumentText(of: OpenDocumentFile(reading: ReadingCorpus.bytes(file)))
      // LibreOffice 7.4 does not load ODF 1.4 and some damaged documents.
      guard let saved else { continue }
      #expect(
        try before.fingerprint == DocumentText(of: OpenDocumentFile(reading: saved)).fingerprint, "\(file)")
    }
  }
}
