import Files
import FormModel
@testable import Paperwork
import Testing

/// Every paper is filled in field by field in the real LibreOffice, saved, and read back.
///
/// One start of LibreOffice does all the work of a suite; the tests look at what it saved.
@Suite(.serialized, .enabled(if: Editor.tools != nil, Comment(rawValue: Editor.needed)))
struct RoundTripTests {
  /// The forms there are.
  static let forms = ((try? Catalogue(home: Repository.root).formIDs()) ?? [])

  /// A way that a document takes before it is read.
  enum Way: String, CaseIterable, CustomTestStringConvertible {
    case saved, tracked, again, word
    var testDescription: String { rawValue }
    /// The ways on which nothing is lost.
    static let whole: [Way] = [.saved, .tracked, .again]
  }

  struct Result {
    let paper: FilledPaper
    let document: [UInt8]
  }

  /// What became of every form on every way.
  static let results: (files: [String: Result], failure: String?) = {
    var files: [String: Result] = [:]
    do {
      let scratch = try Scratch()
      var script = EditorScript()
      var papers: [String: FilledPaper] = [:]
      for form in forms {
        let path = scratch.path("\(form).odt")
        _ = try Kiso.runOnDay(["render", "--fillable", "--blank", form, "-o", path])
        let document = try scratch.bytes("\(form).odt")
        for way in Way.allCases {
          let paper = try FilledPaper(document, form: form, seed: way == .again ? 3 : 0)
          papers["\(form) \(way)"] = paper
          if way == .word {
            // Through DOCX and back, as a colleague with another program would send it.
            script.add("open", scratch.path("\(form)-saved.odt"))
            script.add("save", scratch.path("\(form).docx"))
            script.add("close")
            script.add("open", scratch.path("\(form).docx"))
            script.add("save", scratch.path("\(form)-word.odt"))
            script.add("close")
            continue
          }
          script.add("open", way == .again ? scratch.path("\(form)-saved.odt") : path)
          if way == .tracked { script.add("track", "on") }
          paper.enter(into: &script)
          script.add("save", scratch.path("\(form)-\(way).odt"))
          script.add("close")
        }
      }
      let outcome = try script.run(seconds: 600)
      for (name, paper) in papers {
        let file = name.replacing(" ", with: "-") + ".odt"
        if scratch.has(file) { files[name] = Result(paper: paper, document: try scratch.bytes(file)) }
      }
      return (files, outcome.failure)
    } catch {
      return (files, "\(error)")
    }
  }()

  @Test(arguments: forms, Way.whole)
  func everyFieldComesBack(_ form: String, _ way: Way) throws {
    let result = try #require(Self.results.files["\(form) \(way)"], "\(Self.results.failure ?? "")")
    let (paper, _) = try PaperReader(catalogue: Catalogue(home: Repository.root), day: Repository.day)
      .read(result.document)
    #expect(result.paper.differences(paper.record) == [])
    #expect(result.paper.count > 2)
    // Nothing else changed, and nothing is in doubt.
    #expect(paper.changes == [])
    #expect(paper.findings.map(\.german) == [])
    let broken = paper.readings.filter { ![.unchanged, .edited].contains($0.status) }
    #expect(broken.map { "\($0.path) \($0.status)" } == [])
  }

  @Test(arguments: forms)
  func throughDOCXEveryFieldComesBackOrIsReported(_ form: String) throws {
    let result = try #require(Self.results.files["\(form) word"], "\(Self.results.failure ?? "")")
    let (paper, _) = try PaperReader(catalogue: Catalogue(home: Repository.root), day: Repository.day)
      .read(result.document)
    #expect(result.paper.differences(paper.record) == [])
    print("WORD", form, paper.findings.map(\.german))
  }
}
