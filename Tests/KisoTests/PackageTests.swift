import Files
import OpenDocument
import Testing
import ZipArchive

/// What an ODT of ours is made of, looked at without any other program.
struct PackageTests {
  /// The papers that are looked at: every example and the blank form.
  static let papers = Repository.notes + ["blank"]

  static func document(_ paper: String) throws -> [UInt8] {
    let words = paper == "blank" ? ["--blank", "gespraechsnotiz"] : [Repository.path("Examples/\(paper)")]
    return try Kiso.runOnDay(["render"] + words).bytes
  }

  @Test(arguments: papers)
  func theMimetypeComesFirstAndUncompressed(_ paper: String) throws {
    let document = try Self.document(paper)
    let first = try #require(try ZipReader(document).entries.first)
    #expect(first.name == "mimetype" && first.method == .stored)
    // At its place for programs that look at the bytes only (ODF 1.3 part 2, 3.3).
    #expect(document[30..<38].elementsEqual("mimetype".utf8))
    #expect(document[38...].starts(with: "application/vnd.oasis.opendocument.text".utf8))
  }

  @Test(arguments: papers)
  func theMembersStandInTheirOrderAndTheManifestListsExactlyThem(_ paper: String) throws {
    let package = try Package(Self.document(paper))
    let names = package.members.map(\.name)
    let record = paper == "blank" ? [] : ["Record/record.xml"]
    #expect(
      names == ["mimetype", "content.xml", "styles.xml", "meta.xml"] + record + ["META-INF/manifest.xml"])
    let listed = package.text("META-INF/manifest.xml").matches(of: /manifest:full-path="([^"]*)"/).map {
      String($0.1)
    }
    let files = names.filter { $0 != "mimetype" && !$0.hasPrefix("META-INF/") }
    #expect(listed.filter { !$0.hasSuffix("/") }.sorted() == files.sorted())
    #expect(listed.filter { $0.hasSuffix("/") }.sorted() == (record.isEmpty ? ["/"] : ["/", "Record/"]))
  }

  @Test(arguments: papers)
  func theMetadataNameTheOfficeTheLanguageAndTheTitleButNoPerson(_ paper: String) throws {
    let document = try Self.document(paper)
    let metadata = try OpenDocumentFile(reading: document).metadata
    #expect(metadata.title == "Gesprächsnotiz")
    #expect(metadata.language == "de-DE")
    #expect(
      metadata.creator == "Stadt Bochum, Jugendamt" && metadata.initialCreator == "Stadt Bochum, Jugendamt")
    #expect(metadata.printedBy == nil && metadata.editingCycles == nil && !metadata.namesTemplate)
    guard paper != "blank" else { return }
    let text = try Package(document).text("meta.xml")
    for name in try names(in: Repository.text("Examples/\(paper)")) { #expect(!text.contains(name)) }
  }

  @Test func aClosedCaseCarriesItsDatesOfDeletionWithRuleAndBasis() throws {
    let metadata = try OpenDocumentFile(reading: Self.document("gespraechsnotiz-schutz.xml")).metadata
    try Golden.expect(
      metadata.fields.filter { $0.name.hasPrefix("Aufbewahrung") }.map { "\($0.name): \($0.value)\n" }
        .joined(),
      "retention-schutz")
  }

  @Test func anAnonymousNoteIsDeletedAYearAfterItsQuarter() throws {
    let metadata = try OpenDocumentFile(reading: Self.document("gespraechsnotiz-anonym.json")).metadata
    #expect(metadata["Aufbewahrung D6 löschen am"] == .date("2027-01-01"))
  }

  @Test func anOpenCaseHasNoDateOfDeletionYet() throws {
    let metadata = try OpenDocumentFile(reading: Self.document("gespraechsnotiz-erstkontakt.json")).metadata
    #expect(!metadata.fields.contains { $0.name.hasPrefix("Aufbewahrung") })
  }

  @Test(arguments: papers)
  func theSameRecordOnTheSameDayGivesTheSameBytes(_ paper: String) throws {
    #expect(try Self.document(paper) == Self.document(paper))
  }
}

/// The names of people in an example.
private func names(in example: String) throws -> [String] {
  let pattern = /(?:"(?:vorname|nachname|name)": "|<(?:vorname|nachname|name)>)([^"<]*)/
  let found = example.matches(of: pattern).flatMap { $0.1.split(separator: " ").map(String.init) }
  return found.filter { $0.count > 3 }
}
