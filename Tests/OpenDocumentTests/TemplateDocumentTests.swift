import OpenDocument
import Testing
import XMLTree
import ZipArchive

/// The fixture with everything, rendered.
func familyDocument(
  variant: TemplateVariant = .final, form: OutputForm = .package, attachments: [OpenDocument.Attachment] = []
) throws -> [UInt8] {
  let template = try Template(
    parsing: Outside.fixture("familie.fodt"), name: "familie", variant: variant, form: form)
  return try template.render(try data(), metadata: officeMetadata, attachments: attachments)
}

let officeMetadata = DocumentMetadata(
  creator: "Jugendamt", generator: "kiso", creationDate: "2025-11-20T00:00:00",
  userDefined: [
    UserField(name: "Stand", value: .date("2025-11-20")),
    UserField(name: "Vertraulich", value: .boolean(true)),
    UserField(name: "Blatt", value: .number(2)),
  ])

@Suite("Whole documents")
struct TemplateDocumentTests {
  @Test("The document shows what the template and the data say", arguments: [OutputForm.package, .flat])
  func content(form: OutputForm) throws {
    let dump = try DocumentDump(familyDocument(form: form)).text
    #expect(
      dump == """
        generator: kiso
        title: Familie Müller & Söhne
        keyword: 7
        initial-creator: Jugendamt
        creator: Jugendamt
        creation-date: 2025-11-20T00:00:00
        date: 2025-11-20T00:00:00
        language: de-DE
        user-defined Aktenzeichen (string): 51/7
        user-defined Stand (date): 2025-11-20
        user-defined Vertraulich (boolean): true
        user-defined Blatt (float): 2
        -- header Erste
        == Kopf1
        | Amt | Nr. 7 |
        -- footer Erste
        Müller & Söhne, Seite 1
        Familie Müller & Söhne
        erste Zeile
        zweite Zeile

        vierte
        Stand 20. 11: 20.11.2025, Text bleibt
        == Kontakt
        ^| Name | Alter | Kur | Feld |
        | <bookmark-start>Ada<bookmark-end> | 3 Jahre{Note: siehe Kind} | [☐] ja |  |
        | <bookmark-start>Bela<bookmark-end> | 5 Jahre{Note: siehe Kind} | [☒] ja | <control> |
        kursiv
        * Ball
        * Puppe
        {Marke: } fremder Text
        § Ende
          Kinder: 2

        """)
  }

  @Test(
    "The judge has nothing against it",
    .enabled(if: Outside.hasJudge, "needs the judge of documents beside the repository, and lxml"))
  func judged() throws {
    let record = OpenDocument.Attachment(
      path: "Record/record.xml", mediaType: "application/xml",
      directoryMediaType: "application/vnd.kiso.record", bytes: Array("<record/>".utf8))
    let complaints = try Outside.complaints(about: familyDocument(attachments: [record]))
    #expect(complaints == "")
    let blankComplaints = try Outside.complaints(
      about: familyDocument(variant: .blank(minimumRowHeight: 11.9)))
    #expect(blankComplaints == "")
  }
}

@Suite("Templates from LibreOffice", .serialized)
struct ResavedTemplateTests {
  /// LibreOffice writes some blanks as elements that it read as characters.
  private func plain(_ document: [UInt8], bodyOnly: Bool = false) throws -> String {
    let dump = try DocumentDump(document)
    return (bodyOnly ? dump.body : dump.text).replacing("␣", with: " ")
  }

  @Test(
    "A template that LibreOffice saved gives the same document", .enabled(if: Outside.hasOffice),
    arguments: ["fodt", "odt", "ott"])
  func resaved(kind: String) throws {
    let saved = try Outside.resaved(Outside.fixture("familie.fodt"), as: kind)
    for form in [OutputForm.package, .flat] {
      let template = try Template(parsing: saved, name: "familie", variant: .final, form: form)
      let document = try template.render(try data(), metadata: officeMetadata)
      let (text, expected) = (try plain(document), try plain(familyDocument()))
      #expect(text == expected)
      guard form == .package, Outside.hasJudge else { continue }
      let complaints = try Outside.complaints(about: document)
      #expect(complaints == "")
    }
  }

  @Test("LibreOffice keeps what was rendered", .enabled(if: Outside.hasOffice))
  func kept() throws {
    let record = OpenDocument.Attachment(
      path: "Record/record.xml", mediaType: "application/xml",
      directoryMediaType: "application/vnd.kiso.record", bytes: Array("<record/>".utf8))
    let document = try familyDocument(attachments: [record])
    let saved = try Outside.resaved(document, as: "odt")
    let (before, after) = (try plain(document, bodyOnly: true), try plain(saved, bodyOnly: true))
    #expect(before == after)
    #expect(try ZipReader(saved).contents(of: "Record/record.xml") == record.bytes)
  }
}
