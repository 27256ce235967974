import Files
import FormModel
import OpenDocument
import Testing

@testable import Paperwork

/// Rows of lists that somebody inserts, copies and deletes in the real LibreOffice.
@Suite(.serialized, .enabled(if: Editor.tools != nil, Comment(rawValue: Editor.needed)))
struct RowTests {
  /// A list of a paper whose instances are one row each.
  struct List: Sendable, CustomTestStringConvertible {
    let form: String
    let group: String
    let table: String
    /// The row of the first instance; the others follow.
    let row: Int
    let count: Int
    /// The cells, from 1, with the one field that each holds.
    let columns: [Int: String]
    var testDescription: String { "\(form) \(group)" }
  }

  /// Every such list there is, found in the papers themselves.
  static let lists: [List] = {
    var lists: [List] = []
    for form in RoundTripTests.forms {
      guard let document = documents[form], let bytes = try? Package(document)["Record/page.xml"],
        let page = PageText(xml: bytes)
      else { continue }
      var rows: [String: [PageLine]] = [:]
      let lines = PageLine.lines(of: page)
      for line in lines { if let instance = line.instance { rows[instance, default: []].append(line) } }
      let groups = Set(rows.keys.map { InputLayout.withoutNumber($0) })
      for group in groups.sorted() {
        let own = (1...20).compactMap { rows["\(group)[\($0)]"] }
        guard own.count > 1, own.allSatisfy({ $0.count == 1 }), let first = own.first?.first else { continue }
        var columns: [Int: String] = [:]
        for (cell, unit) in first.units.enumerated() {
          let fields = Set(page.units[unit].items.compactMap { CarrierName($0.carrier.name)?.path })
          guard fields.count == 1, let path = fields.first else { continue }
          columns[cell + 1] = String(path.dropFirst("\(group)[1]/".count))
        }
        guard !columns.isEmpty else { continue }
        lists.append(
          List(
            form: form, group: group, table: first.tableName, row: first.row, count: own.count, columns: columns))
      }
    }
    return lists
  }()

  static let documents: [String: [UInt8]] = {
    var documents: [String: [UInt8]] = [:]
    for form in RoundTripTests.forms {
      documents[form] = try? Kiso.runOnDay(["render", "--fillable", "--blank", form]).bytes
    }
    return documents
  }()

  /// What the columns of a list get in an instance.
  static func answers(_ list: List, instance: Int) throws -> [String: SampleAnswer] {
    let library = try Catalogue(home: Repository.root).library(form: list.form)
    var answers: [String: SampleAnswer] = [:]
    for (cell, path) in list.columns {
      guard let field = library.forms[list.form]?.field(at: "\(list.group)[1]/\(path)") else { continue }
      if let codes = library.codes(of: field) {
        let code = codes.codes[(instance + cell) % codes.codes.count]
        answers[path] = SampleAnswer(typed: codes.shown(code), value: code.id)
      } else {
        answers[path] = SampleAnswer.make(field, instance * 10 + cell, in: library)
      }
    }
    return answers
  }

  /// The documents with a row inserted, one copied and one deleted, each by itself.
  static let results: (files: [String: [UInt8]], failure: String?) = {
    var files: [String: [UInt8]] = [:]
    do {
      let scratch = try Scratch()
      var script = EditorScript()
      for form in Set(lists.map(\.form)) { try scratch.write(documents[form] ?? [], "\(form).odt") }
      for list in lists {
        let path = scratch.path("\(list.form).odt")
        for kind in ["inserted", "copied", "deleted"] {
          script.add("open", path)
          // Two instances are filled in before.
          for instance in 1...2 {
            for field in list.columns.sorted(by: { $0.key < $1.key }).map(\.value) {
              let name = CarrierName(path: "\(list.group)[\(instance)]/\(field)").encoded
              let carrier = try carrier(name, of: list.form)
              let answer = try answers(list, instance: instance)[field]?.typed ?? ""
              switch carrier?.kind {
              case .input: script.add("input", name, answer)
              case .choice: script.add("choice", name, answer)
              case .box, .section, .printed, nil: break
              }
            }
          }
          script.add("goto", list.table, "\(list.row)", "\(list.columns.keys.min() ?? 1)")
          switch kind {
          case "inserted":
            script.add("menu", "InsertRowsAfter")
            for (cell, field) in list.columns.sorted(by: { $0.key < $1.key }) {
              script.add(
                "cell", list.table, "\(list.row + 1)", "\(cell)", try answers(list, instance: 3)[field]?.typed ?? "")
            }
          case "copied":
            script.add("menu", "EntireRow")
            script.add("menu", "Copy")
            // Rows are pasted from the cell on in which the cursor stands.
            script.add("goto", list.table, "\(list.row + 1)", "1")
            script.add("menu", "PasteRowsBefore")
          default: script.add("menu", "DeleteRows")
          }
          script.add("save", scratch.path("\(list.form)-\(list.group.replacing("/", with: "-"))-\(kind).odt"))
          script.add("close")
        }
      }
      let outcome = try script.run(seconds: 300)
      for list in lists {
        for kind in ["inserted", "copied", "deleted"] {
          let name = "\(list.form)-\(list.group.replacing("/", with: "-"))-\(kind).odt"
          if scratch.has(name) { files["\(list.testDescription) \(kind)"] = try scratch.bytes(name) }
        }
      }
      return (files, outcome.failure)
    } catch {
      return (files, "\(error)")
    }
  }()

  private static func carrier(_ name: String, of form: String) throws -> Carrier? {
    let page = PageText(xml: try Package(documents[form] ?? [])["Record/page.xml"])
    return page?.items.first { $0.item.carrier.name == name }?.item.carrier
  }

  /// The instances that must be there afterwards, each by its number among the answers.
  static func expected(_ kind: String) -> [Int] {
    switch kind {
    case "inserted": [1, 3, 2]
    case "copied": [1, 1, 2]
    default: [2]
    }
  }

  @Test(arguments: lists, ["inserted", "copied", "deleted"])
  func aRowBecomesAnInstanceOrGoes(_ list: List, _ kind: String) throws {
    let document = try #require(
      Self.results.files["\(list.testDescription) \(kind)"], "\(Self.results.failure ?? "")")
    let (paper, _) = try PaperReader(catalogue: Catalogue(home: Repository.root), day: Repository.day).read(document)
    // A row around the list in which nothing is filled in is none: the list that was filled in is that of the first.
    let group = list.group.replacing(/\[\d+\]/, with: "[1]")
    for (place, instance) in Self.expected(kind).enumerated() {
      for (path, answer) in try Self.answers(list, instance: instance) {
        let name = CarrierName(path: "\(list.group)[1]/\(path)").encoded
        // Boxes were not ticked, and nothing was typed into sections, which hold several lines.
        let kind = try Self.carrier(name, of: list.form)?.kind
        guard instance == 3 || kind != nil && kind != .section else { continue }
        let own = "\(group)[\(place + 1)]/\(path)"
        let values = paper.record.contents(at: own)
        #expect(values == [.value(answer.value)] || values == [.status(.unknown)], "\(own)")
      }
    }
    let rows = (1...20).count { !paper.record.contents(at: "\(group)[\($0)]").isEmpty }
    #expect(rows == Self.expected(kind).count)
    // No fixed text is missing, and nothing that was typed is left over.
    #expect(paper.changes == [])
    let ids = Set(paper.findings.map(\.id))
    #expect(ids.isSubset(of: kind == "deleted" ? [] : ["W-LESEN-06"]), "\(paper.findings.map(\.german))")
  }
}
