import Files
import OpenDocument
import Paperwork
import Proofs
import Testing
import XMLTree

/// Every kind of document of every example and form is judged without any other program.
struct StructureTests {
  /// The office that is the only author.
  static let office = Repository.library?.profile.values["urheber"] ?? ""

  /// The complaints about a document.
  private func complaints(_ bytes: [UInt8]) -> [String] {
    StructureCheck.all(PaperParts(bytes), office: Self.office)
  }

  /// What `kiso render` makes of an example, sheet by sheet.
  static func render(_ example: String, _ words: [String], as ending: String) throws -> [(name: String, bytes: [UInt8])]
  {
    let scratch = try Scratch()
    let others = try Repository.companions(of: example).flatMap { ["--with", Repository.path("Examples/\($0)")] }
    let target = scratch.path("\(stem(example)).\(ending)")
    let run = try Kiso.runOnDay(["render", Repository.path("Examples/\(example)"), "-o", target] + words + others)
    try #require(run.status < 2, "\(run.errors)")
    return try scratch.names.map { ($0, try scratch.bytes($0)) }
  }

  /// The empty papers to be filled in, by form and ending.
  private static let empty = Result {
    var papers: [String: [UInt8]] = [:]
    for form in BlankTests.forms {
      for ending in ["odt", "fodt"] {
        let scratch = try Scratch()
        let run = try Kiso.runOnDay(["render", "--fillable", "--blank", form, "-o", scratch.path("x.\(ending)")])
        try #require(run.status == 0, "\(form): \(run.errors)")
        papers["\(form).\(ending)"] = try scratch.bytes("x.\(ending)")
      }
    }
    return papers
  }

  private func empty(_ form: String, _ ending: String) throws -> PaperParts {
    PaperParts(try #require(try Self.empty.get()["\(form).\(ending)"]))
  }

  @Test func thereIsSomethingToJudge() {
    #expect(Pages.all.count > Repository.examples.count && !Self.office.isEmpty)
  }

  @Test(arguments: Pages.names)
  func aFinishedOrBlankPaperIsSound(_ name: String) throws {
    #expect(complaints(try #require(Pages.named(name)).document) == [])
  }

  @Test(arguments: Repository.examples)
  func aFlatPaperIsSound(_ example: String) throws {
    for (name, bytes) in try Self.render(example, [], as: "fodt") { #expect(complaints(bytes) == [], "\(name)") }
  }

  @Test(arguments: Repository.examples)
  func aPaperToBeFilledInIsSound(_ example: String) throws {
    for (name, bytes) in try Self.render(example, ["--fillable"], as: "odt") {
      #expect(complaints(bytes) == [], "\(name)")
    }
  }

  @Test(arguments: BlankTests.forms, ["odt", "fodt"])
  func anEmptyPaperToBeFilledInIsSound(_ form: String, _ ending: String) throws {
    #expect(StructureCheck.all(try empty(form, ending), office: Self.office) == [])
  }

  @Test(arguments: BlankTests.forms)
  func aFlatBlankPaperIsSound(_ form: String) throws {
    let scratch = try Scratch()
    let run = try Kiso.runOnDay(["render", "--blank", form, "-o", scratch.path("x.fodt")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(complaints(try scratch.bytes("x.fodt")) == [])
  }

  /// Typing into a field must not be able to change the letterhead or the number of the page.
  @Test(arguments: BlankTests.forms, ["odt", "fodt"])
  func headAndFootOfAPaperToBeFilledInAreProtected(_ form: String, _ ending: String) throws {
    let pages = try #require(try empty(form, ending).styles?.first("office:master-styles"))
    let areas = pages.elements.flatMap { $0.elements.filter { $0.name.hasPrefix("style:") } }
    let texts = areas.flatMap { $0.all("text:p", "text:h") }.filter { !$0.text.isEmpty }
    #expect(!texts.isEmpty)
    for text in texts {
      let isProtected = text.ancestors.contains { $0["text:protected"] == "true" || $0["table:protected"] == "true" }
      #expect(isProtected, "›\(text.text)‹")
    }
  }

  /// What is printed cannot be typed over by accident; rows of lists stay open, so that some can be added.
  @Test(arguments: BlankTests.forms)
  func fixedTextOfAPaperToBeFilledInIsProtected(_ form: String) throws {
    let body = try #require(try empty(form, "odt").body)
    func hasCarrier(_ element: Element) -> Bool {
      element.all.contains {
        ["text:text-input", "text:drop-down", "draw:control"].contains($0.name)
          || $0.name == "text:section" && $0["text:protected"] != "true"
      }
    }
    let texts = body.all("text:p", "text:h").filter { text in
      let row = text.ancestors.first { $0.name == "table:table-row" }
      let section = text.ancestors.first { $0.name == "text:section" && $0["text:protected"] != "true" }
      return !text.text.isEmpty && section == nil && !hasCarrier(row ?? text)
    }
    #expect(!texts.isEmpty)
    for text in texts {
      let isProtected = text.ancestors.contains { $0["text:protected"] == "true" || $0["table:protected"] == "true" }
      #expect(isProtected, "›\(text.text)‹")
    }
  }

  @Test(arguments: SpreadsheetTests.examples, ["ods", "fods"])
  func aSpreadsheetIsSound(_ example: String, _ ending: String) throws {
    for (name, bytes) in try Self.render(example, [], as: ending) { #expect(complaints(bytes) == [], "\(name)") }
  }

  @Test(.enabled(if: Outside.schemas != nil, "needs the schemas of ODF 1.3 beside the repository"))
  func everyPartFollowsTheSchema() throws {
    let schemas = try #require(Outside.schemas)
    func schema(_ name: String) throws -> RelaxNGSchema {
      try RelaxNGSchema(parsing: FileReader.bytes(at: FilePath.joining(schemas, name), limit: 16 << 20))
    }
    let document = try schema("OpenDocument-v1.3-schema.rng")
    let manifest = try schema("OpenDocument-v1.3-manifest-schema.rng")
    func judge(_ bytes: [UInt8], _ name: String) throws {
      for (member, content) in PaperParts(bytes).members
      where member.isEmpty || (member.hasSuffix(".xml") && !member.hasPrefix("Record/")) {
        let tree = try XMLDocument(parsing: content)
        let found = (member == "META-INF/manifest.xml" ? manifest : document).validate(tree)
        #expect(found == [], "\(name): \(member)")
      }
    }
    for page in Pages.all { try judge(page.document, page.name) }
    for example in ["gespraechsnotiz-lang.json", "schweigepflichtentbindung-vier-kinder.json"] {
      for (name, bytes) in try Self.render(example, ["--fillable"], as: "odt") { try judge(bytes, name) }
      for (name, bytes) in try Self.render(example, [], as: "fodt") { try judge(bytes, name) }
    }
    for example in SpreadsheetTests.examples {
      for (name, bytes) in try Self.render(example, [], as: "ods") { try judge(bytes, name) }
    }
    // It notices something: an element that no schema knows.
    let wrong = try Package(Pages.all[0].document).changing("content.xml") {
      $0.replacing("</office:text>", with: "<text:unfug/></office:text>")
    }
    let broken = document.validate(try XMLDocument(parsing: wrong["content.xml"]))
    #expect(!broken.isEmpty)
  }
}
