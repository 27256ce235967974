import XMLTree

@testable import FormModel

/// A function as the manual describes it, from `Documentation/functions.xml`.
struct DocumentedFunction {
  /// Where examples stand.
  struct Place {
    let id, papers, others, caseNumber, day: String
    let sheet: Int?
  }

  /// One argument, with the German name of what it takes.
  struct Argument {
    let name, type: String
    let isOptional, isRepeated: Bool
  }

  let name, result, does, place, example, gives: String
  let german: String?
  let arguments: [Argument]

  init(_ node: XMLNode) {
    let example = node.element("example")
    name = node.attribute("name") ?? ""
    result = node.attribute("result") ?? ""
    german = node.attribute("german")
    does = node.element("does")?.text ?? ""
    place = example?.attribute("at") ?? ""
    gives = example?.attribute("result") ?? ""
    self.example = example?.text ?? ""
    arguments = node.elements("argument").map {
      Argument(
        name: $0.attribute("name") ?? "", type: $0.attribute("type") ?? "",
        isOptional: $0.attribute("optional") == "true", isRepeated: $0.attribute("more") == "true")
    }
  }

  /// Whether it can be called with so many arguments as the program allows.
  func allows(_ arity: ClosedRange<Int>) -> Bool {
    let least = arguments.count { !$0.isOptional }
    if arguments.contains(where: \.isRepeated) {
      return least >= arity.lowerBound && arity.upperBound > arguments.count
    }
    return least == arity.lowerBound && arguments.count == arity.upperBound
  }

  /// All of them, and where their examples stand.
  static func all() throws -> (functions: [DocumentedFunction], places: [Place]) {
    let root = try XMLDocument(parsing: try Repository.bytes("Documentation/functions.xml")).root
    let places = root.elements("place").map { node in
      let text = { node.attribute($0) ?? "" }
      return Place(
        id: text("id"), papers: text("over"), others: text("among"), caseNumber: text("case"), day: text("day"),
        sheet: node.attribute("sheet").flatMap { Int($0) }.map { $0 - 1 })
    }
    return (root.elements("group").flatMap { $0.elements("function") }.map(Self.init), places)
  }
}

extension FunctionType.Parameter {
  /// What the manual calls it.
  var german: String {
    switch self {
    case .any: "Beliebiges"
    case .shown: "Gedrucktes"
    case .one: "Wert"
    case .words: "Text"
    case .condition: "Bedingung"
    case .number: "Zahl"
    case .numeric: "Zahl oder Text"
    case .numbers: "Zahlen"
    case .day: "Tag"
    case .days: "Tage"
    case .birth: "Tag, auch unvollständig"
    case .time: "Uhrzeit"
    case .nodes: "Stellen"
    case .code: "Auswahl"
    case .word: "Name"
    }
  }
}

extension FunctionType.Result {
  /// What the manual calls it.
  var german: String {
    switch self {
    case .truth: "Bedingung"
    case .number: "Zahl"
    case .text: "Text"
    case .match: "Fundstelle"
    case .value(.day): "Tag"
    case .value(.paperNumber): "Nummer"
    case .value: "Wert"
    case .nodes(let isSeveral): isSeveral ? "Stellen" : "Stelle"
    case .words: "Wort"
    case .same: "wie das Argument"
    case .branch: "wie dann oder sonst"
    }
  }
}
