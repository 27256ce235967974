import Files
import OpenDocument
import Testing
import XMLTree

@testable import FormModel
@testable import Paperwork

/// The manual's functions are those of the program, and its examples give what it says.
struct DocumentedFunctionTests {
  private static let templateFunctions: [String: ClosedRange<Int>] = [
    "datum": 1...1, "zahl": 1...2, "blanko": 0...0, "eingabe": 0...0,
  ]

  @Test func everyFunctionIsDescribedOnceWithItsTypesAndItsGermanName() throws {
    let functions = try DocumentedFunction.all().functions
    let arities = ExpressionFunctions.signatures.merging(XPathEngine.coreSignatures) { own, _ in own }
      .merging(Self.templateFunctions) { own, _ in own }
    #expect(functions.map(\.name).sorted() == arities.keys.sorted())
    let german = functions.flatMap { function in
      (function.german?.split(separator: " ") ?? []).map { "\($0)=\(function.name)" }
    }
    #expect(german.sorted() == ExpressionCheck.germanFunctions.map { "\($0.key)=\($0.value)" }.sorted())
    for function in functions {
      let type = try #require(FunctionType.of(function.name), "\(function.name)")
      let arity = try #require(arities[function.name])
      #expect(function.allows(arity), "\(function.name): \(arity)")
      let types = function.arguments.indices.map { type.parameter($0).german }
      #expect(function.arguments.map(\.type) == types, "\(function.name)")
      #expect(function.result == type.result.german, "\(function.name)")
      #expect(function.does.hasSuffix(".") && function.example.contains(function.name + "("), "\(function.name)")
    }
  }

  @Test func everyExampleGivesWhatTheManualSays() throws {
    let (functions, places) = try DocumentedFunction.all()
    let known = Set(places.map(\.id))
    for function in functions { #expect(known.contains(function.place), "\(function.name): \(function.place)") }
    for place in places {
      let examples = functions.filter { $0.place == place.id }
      let results = try Self.results(of: examples.map(\.example), at: place)
      for (function, result) in zip(examples, results) {
        #expect(result == function.gives, "\(function.name)\t\(result)")
      }
    }
  }

  private static func results(of expressions: [String], at place: DocumentedFunction.Place) throws -> [String] {
    if place.papers.isEmpty, place.caseNumber.isEmpty { return try resultsInTemplate(of: expressions) }
    let library = try Repository.library()
    let day = Day(iso: place.day) ?? Repository.day
    var reader = RecordReader(library: library, day: day)
    let record = { (path: String) in
      try reader.record(from: try RecordReader.raw(try Repository.bytes(path))).record
    }
    let paths =
      place.others.isEmpty || place.others.hasSuffix(".json")
      ? [place.others].filter { !$0.isEmpty }
      : try DirectoryListing.files(in: FilePath.joining(Repository.root, place.others), withExtension: "json").sorted()
        .map { FilePath.joining(place.others, FilePath.lastComponent(of: $0)) }
    let others = try paths.filter { $0 != place.papers }.map { try record($0) }
    guard place.caseNumber.isEmpty else {
      let kind = try #require(library.caseKind(of: place.caseNumber))
      let papers = try others.map {
        try EvaluatedRecord($0, form: Repository.form($0.form, in: library), library: library, day: day)
      }
      let family = EvaluatedCase(place.caseNumber, kind: kind, papers: papers, library: library, day: day)
      return expressions.map {
        shown(family.evaluator.value($0, at: family.root, family.evaluator.form.source)) { _ in nil }
      }
    }
    let paper = try record(place.papers)
    let evaluated = try EvaluatedRecord(
      paper, form: Repository.form(paper.form, in: library), library: library, others: others, day: day,
      sheet: place.sheet)
    return try expressions.map { expression in
      let value = try evaluated.withEngine { try $0.evaluate(try $0.compile(expression), at: evaluated.root) }
      return shown(value) { evaluated.display($0) }
    }
  }

  /// Functions of templates alone, on a final page.
  private static func resultsInTemplate(of expressions: [String]) throws -> [String] {
    let document = try XMLDocument(parsing: Array("<record/>".utf8))
    let engine = XPathEngine(document)
    let library = try Repository.library()
    let words = FormWords(try Repository.form("widerruf", in: library), library: library)
    let template = try Template(
      parsing: try Repository.bytes("Templates/bochum/widerruf.fodt"), name: "leer",
      functions: Set(ExpressionFunctions.signatures.keys), pictures: [TemplatePicture(missing: "logo")],
      synonyms: ExpressionCheck.germanFunctions, words: words)
    template.rehearse(TemplateData(engine: engine, root: document.root))
    return try expressions.map { shown(try engine.evaluate(try engine.compile($0), at: document.root)) { _ in nil } }
  }

  /// A result as the manual writes it.
  private static func shown(_ value: XPathValue, _ display: (XMLNode) -> String?) -> String {
    switch value {
    case .boolean(let holds): holds ? "gilt" : "gilt nicht"
    case .number: value.german
    case .string(let text): text
    case .nodes(let nodes): nodes.map { display($0) ?? $0.text }.joined(separator: "; ")
    }
  }
}
