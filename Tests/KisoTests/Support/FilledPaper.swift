import Files
import FormModel
import OpenDocument
@testable import Paperwork

/// A fillable paper, and everything that somebody enters into it.
struct FilledPaper {
  let form: FormDefinition
  let library: FormLibrary
  /// The carriers in the order of the page.
  let carriers: [Carrier]
  /// What is typed into input fields and sections, by their names.
  private(set) var texts: [String: String] = [:]
  /// What is chosen.
  private(set) var choices: [String: String] = [:]
  /// Which boxes are ticked at the end.
  private(set) var ticks: [String: Bool] = [:]
  /// What each field must hold afterwards, by its path.
  private(set) var expected: [String: [String]] = [:]

  /// Takes the paper apart and makes up an answer for every field; other numbers make other answers.
  init(_ document: [UInt8], form id: String, seed: Int = 0) throws {
    library = try Catalogue(home: Repository.root).library(form: id)
    guard let form = library.forms[id], let page = PageText(xml: try Package(document)["Record/page.xml"]) else {
      throw NoPage()
    }
    self.form = form
    carriers = page.items.map(\.item.carrier).filter { $0.kind != .printed }
    var boxes: [String: [(name: String, answer: String)]] = [:]
    var order: [String] = []
    for (index, carrier) in carriers.enumerated() {
      guard let name = CarrierName(carrier.name), let field = form.field(at: name.path) else { throw NoPage() }
      let number = index + seed
      switch carrier.kind {
      case .input, .section:
        var answer = SampleAnswer.make(field, number, in: library)
        // What is typed into a line has no line ends.
        if carrier.kind == .input, field.has(.multiline) {
          answer = SampleAnswer(typed: "Eine Zeile \(number)", value: "Eine Zeile \(number)")
        }
        texts[carrier.name] = answer.typed
        expected[name.path] = [answer.value]
      case .choice:
        let list = library.codes(of: field)
        let option = carrier.options[number % carrier.options.count]
        choices[carrier.name] = option
        expected[name.path] = list?.codes.first { list?.shown($0) == option }.map { [$0.id] } ?? []
      case .box:
        if boxes[name.path] == nil { order.append(name.path) }
        boxes[name.path, default: []].append((carrier.name, name.answer ?? ""))
      case .printed: break
      }
    }
    for (index, path) in order.enumerated() {
      guard let own = boxes[path], let field = form.field(at: path) else { continue }
      let wanted = own.indices.filter {
        field.has(.several) ? ($0 + seed) % 2 == 0 : $0 == (index + seed) % own.count
      }
      // Where a list beside the boxes holds the answer, none of them is ticked.
      let hasChoice = choices[CarrierName(path: path).encoded] != nil
      for (place, box) in own.enumerated() { ticks[box.name] = wanted.contains(place) && !hasChoice }
      if !hasChoice {
        let answers = wanted.map { own[$0].answer }
        expected[path] = library.codes(of: field)?.codes.map(\.id).filter(answers.contains) ?? answers
      }
    }
  }

  struct NoPage: Error {}

  /// How many fields there are.
  var count: Int { expected.count }

  /// Enters everything: input fields by the tabulator from the first to the last, then all else.
  func enter(into script: inout EditorScript) {
    let inputs = carriers.filter { $0.kind == .input }
    if let first = inputs.first {
      script.add(["tabs", first.name] + inputs.map { texts[$0.name] ?? "" })
    }
    for carrier in carriers {
      switch carrier.kind {
      case .section: script.add("section", carrier.name, texts[carrier.name] ?? "")
      case .choice: script.add("choice", carrier.name, choices[carrier.name] ?? "")
      case .box: script.add("box", carrier.name, ticks[carrier.name] == true ? "on" : "off")
      case .input, .printed: break
      }
    }
  }

  /// The fields of a record that are not as they must be, each with both values.
  func differences(_ record: Record) -> [String] {
    expected.sorted { $0.key < $1.key }.compactMap { path, values in
      let found = record.contents(at: path).map { content in
        switch content {
        case .value(let text): text
        case .status(let status): "(\(status.rawValue))"
        case .group: "(group)"
        }
      }
      let isUnknown = values == ["unbekannt"] && found == ["(unbekannt)"]
      return found == values || isUnknown ? nil : "\(path): \(values) was read as \(found)"
    }
  }
}
