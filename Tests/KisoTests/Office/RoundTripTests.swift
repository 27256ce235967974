import Files
import FormModel
@testable import Paperwork
import Secrets
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
    /// Filled in, with changes tracked, filled in a second time, saved with a password, through DOCX and back.
    case saved, tracked, again, locked, word
    var testDescription: String { rawValue }
    /// The ways on which nothing is lost.
    static let whole: [Way] = [.saved, .tracked, .again, .locked]
  }

  static let password = "Grün-Käse 7"

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
          if way == .locked {
            script.add("open", scratch.path("\(form)-saved.odt"))
            script.add("save", scratch.path("\(form)-locked.odt"), password)
            script.add("close")
            continue
          }
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
      let outcome = try script.run(seconds: 900)
      for (name, paper) in papers {
        let file = name.replacing(" ", with: "-") + ".odt"
        if scratch.has(file) { files[name] = Result(paper: paper, document: try scratch.bytes(file)) }
      }
      return (files, outcome.failure)
    } catch {
      return (files, "\(error)")
    }
  }()

  /// What is read from a document, with the password where it has one.
  private static func read(_ document: [UInt8], _ way: Way) throws -> ReadPaper {
    let secret = Secret(capacity: password.utf8.count) { room in
      room.copyBytes(from: password.utf8)
      return password.utf8.count
    }
    let typed = way == .locked ? PaperPassword(secret) : nil
    return try PaperReader(catalogue: Catalogue(home: Repository.root), day: Repository.day, password: typed)
      .read(document).paper
  }

  @Test(arguments: forms, Way.whole)
  func everyFieldComesBack(_ form: String, _ way: Way) throws {
    let result = try #require(Self.results.files["\(form) \(way)"], "\(Self.results.failure ?? "")")
    let paper = try Self.read(result.document, way)
    #expect(result.paper.differences(paper.record) == [])
    #expect(result.paper.count > 2)
    // Nothing else changed, and nothing is in doubt.
    #expect(paper.changes == [])
    // That changes were tracked is said, and nothing else.
    #expect(paper.findings.map(\.id) == (way == .tracked ? ["ODF-W-AENDERUNGEN"] : []))
    let broken = paper.readings.filter { ![.unchanged, .edited].contains($0.status) }
    #expect(broken.map { "\($0.path) \($0.status)" } == [])
  }

  /// LibreOffice keeps no file of ours on the way through DOCX; the names of the carriers and their list survive.
  @Test(arguments: forms)
  func throughDOCXEveryFieldComesBackAndTheLossIsTold(_ form: String) throws {
    let result = try #require(Self.results.files["\(form) word"], "\(Self.results.failure ?? "")")
    let members = try Package(result.document).members.map(\.name)
    #expect(!members.contains { $0.hasPrefix("Record/") })
    let paper = try Self.read(result.document, .word)
    #expect(result.paper.differences(paper.record) == [])
    // That the record as issued is gone is said; nothing is taken for lost or changed that is not.
    #expect(paper.findings.map(\.id).contains("W-LESEN-07"))
    #expect(Set(paper.findings.map(\.id)).isSubset(of: ["W-LESEN-06", "W-LESEN-07", "W-LESEN-10"]))
    #expect(paper.misfits == [])
  }

  /// The real command with the password on a descriptor gives the bytes that it gives without protection.
  @Test(arguments: forms)
  func theCommandReadsTheProtectedPaperAlike(_ form: String) throws {
    let scratch = try Scratch()
    let plain = try #require(Self.results.files["\(form) saved"], "\(Self.results.failure ?? "")")
    let locked = try #require(Self.results.files["\(form) locked"], "\(Self.results.failure ?? "")")
    try scratch.write(plain.document, "plain.odt")
    try scratch.write(locked.document, "locked.odt")
    try scratch.write(Self.password + "\n", "password")
    let wanted = try Kiso.runOnDay(["read", "plain.odt"], in: scratch.path)
    let refused = try Kiso.runOnDay(["read", "locked.odt"], in: scratch.path)
    #expect(refused.status == 65 && refused.output == "" && refused.errors.contains("[ODF-GESCHUETZT]"))
    let read = try Kiso.run(
      ["read", "locked.odt", "--as-of", "2025-11-20", "--password-fd", "3"], in: scratch.path,
      redirections: "3<password")
    #expect(read.status == wanted.status && read.errors == wanted.errors, "\(read.errors)")
    #expect(read.bytes == wanted.bytes && !read.bytes.isEmpty)
  }
}
