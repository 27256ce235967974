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

  @Test("The judge has nothing against it", .enabled(if: Outside.hasJudge))
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
