import Files
import Glibc
import Paperwork
import Testing

/// Real documents, which lie beside the repository and not in it.
private enum Corpus {
  static let folder = FilePath.joining(FilePath.parent(of: Repository.root), "shared/corpus")

  /// Every document below the folder; empty when it is not there.
  static let files: [String] = {
    let run = try? Program.run(["find", folder, "-name", "*.odt", "-o", "-name", "*.ott"])
    return (run?.output ?? "").split(separator: "\n").map(String.init).sorted()
  }()

  /// The unsound ones, by the end of their name: locked, ambiguous, cut off, with entities, no package at all.
  static let refused = [
    "PasswordProtected.odt": "ODF-GESCHUETZT", "duplicate-files.odt": "ZIP-DOPPELT",
    "fmt-136-signature-id-203.odt": "ZIP-ABGESCHNITTEN", "nasty.odt": "XML-DOCTYPE",
    "testODTnotaZipFile.odt": "ODF-NUR-TEXT",
  ]

  /// Paragraphs in paragraphs, which is no ODF: the text is there, its words run together.
  static let nested = "NestedParagraphs.odt"
}

@Suite(.enabled(if: !Corpus.files.isEmpty, "the corpus is not here"))
struct CorpusTextTests {
  @Test func soundDocumentsAreAcceptedAndTheOthersRefusedForTheirReason() throws {
    var accepted = 0
    for file in Corpus.files {
      let expected = Corpus.refused.first { file.hasSuffix($0.key) }?.value
      do {
        _ = try PlainText(of: FileReader.bytes(at: file, limit: 64 << 20))
        #expect(expected == nil, "\(file) should be refused")
        accepted += 1
      } catch let failure as PaperworkFailure {
        let text = failure.german.joined()
        #expect(expected.map { text.hasPrefix("[\($0)]") } ?? false, "\(file): \(text)")
      }
    }
    #expect(Corpus.files.count > 100 && accepted == Corpus.files.count - Corpus.refused.count)
  }

  @Test(.enabled(if: Outside.python != nil, "needs python3"))
  func everyWordThatAnotherProgramFindsIsThere() throws {
    let sound = Corpus.files.filter { file in
      !Corpus.refused.contains { file.hasSuffix($0.key) } && !file.hasSuffix(Corpus.nested)
    }
    let script = Repository.path("Tests/KisoTests/Outside/words.py")
    let run = try Program.run([Outside.python ?? "", script] + sound)
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == sound.count)
    for line in lines {
      let halves = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let file = String(halves[0])
      var missing: [String: Int] = [:]
      for word in halves[1].split(separator: " ") { missing[String(word), default: 0] += 1 }
      let ours = try PlainText(of: FileReader.bytes(at: file, limit: 64 << 20)).text
      for word in ours.matches(of: /[\p{L}\p{N}\p{M}_]+/.matchingSemantics(.unicodeScalar)) {
        missing[String(word.0), default: 0] -= 1
      }
      let lost = missing.filter { $0.value > 0 }
      #expect(lost.isEmpty, "\(file): \(lost.count) words, such as \(lost.first?.key ?? "")")
    }
  }
}
