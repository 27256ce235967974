import FormModel
import Testing
import XMLTree

/// What authors of declarations are told.
@Suite struct LintTests {
  @Test func `The shipped declarations have no mistakes`() throws {
    #expect(FormLint.mistakes(in: try Repository.declarations(), schema: try Repository.schema()) == [])
    #expect(FormLint.mistakes(in: try Repository.library()) == [])
  }

  @Test func `The declarations that the cases break have no mistakes themselves`() throws {
    #expect(FormLint.mistakes(in: BrokenDeclaration.sound, schema: try Repository.schema()) == [])
  }

  @Test(arguments: brokenDeclarations)
  func `A mistake is named with file, line and remedy, and nothing else is`(_ broken: BrokenDeclaration)
    throws
  {
    #expect(broken.files != BrokenDeclaration.sound)
    let mistakes = FormLint.mistakes(in: broken.files, schema: try Repository.schema())
    let german = mistakes.map(\.german)
    let mistake = try #require(mistakes.first)
    #expect(mistake.code.hasPrefix(broken.code), "\(german)")
    #expect(mistake.message.contains(broken.message), "\(german)")
    #expect(mistake.place.file == broken.file && mistake.place.line == broken.line, "\(german)")
    #expect(mistakes.count == 1, "\(german)")
  }

  @Test(arguments: brokenDeclarations.filter(\.schemaRefuses))
  func `The schema alone refuses what it can know`(_ broken: BrokenDeclaration) throws {
    let schema = try RelaxNGSchema(parsing: try Repository.schema().bytes)
    let file = try #require(broken.files.first { $0.name == broken.file })
    #expect(schema.validate(try XMLDocument(parsing: file.bytes)) != [])
  }

  @Test func `The schema accepts every shipped file`() throws {
    let schema = try RelaxNGSchema(parsing: try Repository.schema().bytes)
    for file in try Repository.declarations() {
      #expect(schema.validate(try XMLDocument(parsing: file.bytes)) == [], "\(file.name)")
    }
  }

  @Test func `All mistakes of all files are named at once, in the order of files and lines`() throws {
    let files = BrokenDeclaration.sound
      .map {
        $0.name == "farbe.xml"
          ? $0.replacing("<code id=\"blau\" label=\"blau\"", with: "<code id=\"blau\" label=\"\"") : $0
      }
      .map { $0.name == "retention.xml" ? $0.replacing("P1Y", with: "P1") : $0 }
      .map { file in
        file.name != "probe.xml"
          ? file
          : file.replacing("filled(tag)", with: "filled(tak)").replacing("'rot'\"/>", with: "'rott'\"/>")
            .replacing("{zahl}", with: "{zahl").replacing("label=\"Ende\"", with: "label=\"\"")
      }
    let mistakes = FormLint.mistakes(in: files, schema: try Repository.schema())
    #expect(
      mistakes.map { "\($0.place.file):\($0.place.line) \($0.code)" } == [
        "farbe.xml:3 FORM-ATTRIBUT", "probe.xml:5 FORM-AUSDRUCK", "probe.xml:5 FORM-ATTRIBUT",
        "probe.xml:6 FORM-AUSDRUCK",
        "probe.xml:10 FORM-MELDUNG", "retention.xml:2 FORM-FRIST",
      ])
  }

  @Test func `Several unknown names of one file are named at once`() throws {
    let files = BrokenDeclaration.sound.map { file in
      file.replacing("relevant=", with: "relevent=").replacing("minimum=", with: "minimun=").replacing(
        "<remedy>Bitte weniger.</remedy>", with: "<remedi/>")
    }
    let mistakes = FormLint.mistakes(in: files, schema: try Repository.schema())
    #expect(mistakes.filter { $0.code == "FORM-SCHEMA" }.map(\.place.line) == [5, 9, 12])
  }

  @Test func `A library with mistakes cannot be had`() throws {
    for broken in brokenDeclarations where broken.code != "FORM-AUSDRUCK" && broken.schemaRefuses {
      #expect(throws: AuthorMistakes.self) {
        try FormLibrary(files: broken.files, schema: try Repository.schema())
      }
    }
  }

  @Test func `A schema that is none is a mistake of its own`() {
    let schema = SourceFile(name: "form.rng", bytes: Array("<grammar/>".utf8))
    #expect(FormLint.mistakes(in: BrokenDeclaration.sound, schema: schema).map(\.place.file) == ["form.rng"])
  }

  @Test func `Two forms of one name are a mistake`() throws {
    let form = try #require(BrokenDeclaration.sound.last)
    let files = BrokenDeclaration.sound + [SourceFile(name: "zwei.xml", bytes: form.bytes)]
    let mistakes = FormLint.mistakes(in: files, schema: try Repository.schema())
    #expect(mistakes.map(\.german) == ["zwei.xml:1: ›probe‹ ist schon in probe.xml vergeben. [FORM-DOPPELT]"])
  }
}
