import Files
import OpenDocument
import Paperwork
import Testing

/// Every paper as a PDF: for the archive, for screen readers, with everything that stands in the document.
@Suite(
  .enabled(if: Outside.office != nil, "needs LibreOffice (soffice), or it was left out on request"),
  .enabled(if: Outside.hasPoppler, "needs poppler-utils"))
struct PDFTests {
  private func pdf(_ name: String) throws -> [UInt8] { try #require(Pages.pdfs[name]) }
  private func pages(_ name: String) throws -> [String] { try Poppler.pages(pdf(name)) }

  @Test(arguments: Pages.names)
  func aPaperIsATaggedArchivePDFWithTitleAndLanguage(_ name: String) throws {
    let pdf = try pdf(name)
    let info = try Poppler.info(pdf)
    let metadata = try OpenDocumentFile(reading: #require(Pages.named(name)).document).metadata
    #expect(info.contains(try Regex("Title: +\(metadata.title ?? "?")\n")))
    #expect(info.contains(/Author: +Stadt Bochum, Jugendamt\n/))
    #expect(info.contains(/Tagged: +yes/) && info.contains(/Form: +none/) && info.contains(/JavaScript: +no/))
    // ISO 19005-2 (6.1.2) allows any up to 1.7; LibreOffice 7.4 writes 1.6 for it, later ones 1.7.
    #expect(info.contains(/PDF version: +1\.[67]/))
    #expect(info.contains(/Page size: +59\d\.\d+ x 84\d\.\d+ pts \(A4\)/))
    let isArchive = pdf.contains("<pdfaid:part>2</") && pdf.contains("<pdfaid:conformance>B</")
    #expect(isArchive)
    let isGerman = pdf.contains("/Lang(de-DE)")
    #expect(isGerman)
  }

  @Test(arguments: Pages.names)
  func everyFontIsInsideWithItsLetters(_ name: String) throws {
    let fonts = try Poppler.fonts(pdf(name))
    #expect(!fonts.isEmpty)
    // The columns emb, sub, uni: embedded, a part of the font or all of it, with a map to Unicode.
    for font in fonts { #expect(font.contains(/\ yes (yes|no) +yes +\d+ +\d+$/), "\(font)") }
  }

  @Test(arguments: Pages.names)
  func theTagsHaveOneHeadingAndTheHeadsOfTables(_ name: String) throws {
    let document = try #require(Pages.named(name)).document
    let structure = try Poppler.structure(pdf(name))
    let roots = structure.matches(of: /(?m)^[A-Z]\w*/).map { String($0.0) }
    #expect(roots == ["Document"])
    #expect(structure.matches(of: /(?m)^ *H1 \(block\)/).count == 1)
    // Marks for folding are decoration; a figure is a chart, and has words for those who do not see it.
    let charts = try Package(document).text("content.xml").matches(of: #/<draw:object /#).count
    #expect(structure.matches(of: /(?m)^ *Figure:/).count == charts)
    let words = try pdf(name)
    let isDescribed = charts == 0 || words.contains("/Alt")
    #expect(isDescribed)
    let heads = structure.matches(of: /(?m)^ *TH:/).count
    let tables = structure.matches(of: /(?m)^ *Table \(block\)/).count
    let isLetter = try Package(document).text("content.xml").contains("draw:name=\"Anschriftfeld")
    #expect(isLetter ? tables == 0 : tables > 1 && heads >= tables)
    // Each heads its column or, beside cells of data, its row.
    #expect(structure.matches(of: /\/Scope \/(Column|Row)/).count == heads)
  }

  /// One paper of each form: what a screen reader reads is the document from its beginning to its end.
  @Test(arguments: [
    "gespraechsnotiz-minimal", "schweigepflichtentbindung-kontaktstatus", "widerruf-ganz", "kwg-meldebogen-minimal",
    "kwg-eingang-minimal", "rueckmeldung-sd-kontaktstatus", "kita-status-kontakt", "datenschutzinfo-minimal",
    "loeschprotokoll-minimal", "kooperation-minimal", "besuch-monat", "ziele-auswertung",
    "eb-rueckmeldung-angekommen", "absprache-einzelfall-eb", "uebergabe-fachgremium-hze", "kita-zuordnung-2025",
  ])
  func theTagsHaveTheOrderOfTheDocument(_ name: String) throws {
    let document = try #require(Pages.named(name)).document
    let body = try DocumentText(of: OpenDocumentFile(reading: document), options: .init(cellSeparator: " ")).string
    let expected = lettersInOrder(body)
    #expect(lettersInOrder(try Poppler.taggedText(pdf(name))) == expected && expected.count > 100)
  }

  /// Every word that the document shows stands in the PDF; what is written from right to left in another order.
  @Test(arguments: Pages.names)
  func everyWordStandsOnAPage(_ name: String) throws {
    // Column by column, so that the halves of a word that is hyphenated stay together.
    let letters = squeezed(try Poppler.text(pdf(name)))
    // The head of a second page is in no document of one page, and long words break at their hyphens.
    let shown = try visibleText(#require(Pages.named(name)).document).split(separator: "\n----\n").last ?? ""
    let words = shown.split { !$0.isLetter && !$0.isNumber }
    let missing = words.filter { !letters.contains(squeezed($0)) && !$0.contains(/\p{Arabic}/) }
    #expect(words.count > 5 && missing.isEmpty, "\(missing)")
  }

  @Test(arguments: [
    ("schweigepflichtentbindung-vier-kinder-1", "ليلى مريم زينب الحداد"),
    ("schweigepflichtentbindung-vier-kinder-1", "Yağmur Çiğdem İpek"),
    ("schweigepflichtentbindung-vier-kinder-1", "Minh Quân Đức-Thiện Nguyễn"),
    ("schweigepflichtentbindung-zweisprachig", "Юридичну силу має німецький текст"),
    ("gespraechsnotiz-lang", "Олександра"), ("rueckmeldung-sd-lang", "Şükrü Emre Ayhan"),
  ])
  func namesInOtherAlphabetsAreThere(_ name: String, _ text: String) throws {
    // What is written from right to left comes out in the order of the page.
    let words = text.split(separator: " ").map { squeezed($0) }
    let letters = squeezed(try pages(name).joined())
    for word in words {
      let isThere = letters.contains(word) || letters.contains(String(word.reversed()))
      #expect(isThere, "\(word)")
    }
  }

  @Test func aPaperHasItsPagesAndNoneMore() throws {
    let expected = [
      "gespraechsnotiz-erstkontakt": 1, "gespraechsnotiz-anonym": 1, "gespraechsnotiz-minimal": 1,
      "blanko-gespraechsnotiz": 2, "blanko-schweigepflichtentbindung": 2, "blanko-widerruf": 1,
      "blanko-kwg-meldebogen": 4, "blanko-kwg-eingang": 1, "blanko-rueckmeldung-sd": 1, "blanko-kita-status": 1,
      "blanko-datenschutzinfo": 1, "blanko-leichte-sprache": 1, "blanko-loeschprotokoll": 1, "blanko-kooperation": 1,
      // Four pages at most, however much there is to tell (Konzeption; domain of the report).
      "kwg-meldebogen-lang": 4, "rueckmeldung-sd-lang": 2, "rueckmeldung-sd-ergebnis": 1, "loeschprotokoll-lang": 2,
      "schweigepflichtentbindung-vier-kinder-1": 2, "schweigepflichtentbindung-kontaktstatus": 1,
      "schweigepflichtentbindung-entwurf": 1, "schweigepflichtentbindung-zweisprachig": 3,
      "schweigepflichtentbindung-zwei-blaetter-1": 1, "kooperation-lang": 3,
      "blanko-besuch": 1, "blanko-ziele": 1, "blanko-eb-rueckmeldung": 1, "blanko-absprache-einzelfall": 1,
      "blanko-uebergabe-fachgremium": 1, "blanko-kita-zuordnung": 1, "besuch-monat": 1, "besuch-lang": 3,
      "ziele-auswertung": 1, "ziele-lang": 2, "eb-rueckmeldung-lang": 1, "absprache-einzelfall-eb": 1,
      "absprache-einzelfall-lang": 2, "uebergabe-fachgremium-hze": 1, "uebergabe-fachgremium-lang": 2,
      "kita-zuordnung-2025": 1,
    ]
    for (name, count) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(try pages(name).count == count, "\(name)")
    }
  }

  /// The head and foot of a page are on each; what lies between is more than they.
  @Test(arguments: Pages.names)
  func everyPageHasHeadFootAndSomethingBetween(_ name: String) throws {
    let pages = try self.pages(name)
    for (index, page) in pages.enumerated() {
      #expect(page.contains("Stadt Bochum") && page.contains("Seite \(index + 1) von \(pages.count)"))
      let lines = page.split(separator: "\n").filter { $0.contains { !$0.isWhitespace } }
      #expect(lines.count > 7, "page \(index + 1)")
      if index > 0 { #expect(page.contains("Fortsetzung")) }
    }
  }

  @Test func theClosingOfALetterStaysWithItsName() throws {
    let pages = try self.pages("rueckmeldung-sd-lang")
    let last = try #require(pages.last)
    for text in ["Diese Angaben beruhen", "Mit freundlichen Grüßen", "Großkreutz-Weißhaupt", "Verteiler"] {
      #expect(last.contains(text))
    }
  }

  @Test func theHeadOfAnObservationStandsOverItsText() throws {
    for page in try pages("kwg-meldebogen-lang").dropFirst().dropLast() {
      // A page that goes on with an observation says which.
      let first = try #require(page.split(separator: "\n").first { $0.contains("Beobachtung") })
      #expect(page.contains("Häufigkeit") && !first.isEmpty)
    }
    let pages = try self.pages("kwg-meldebogen-lang")
    for start in ["Beim Öffnen der Tür riecht", "Um 8:40 Uhr bringt Zofia", "Maja, sieben Jahre alt"] {
      let page = try #require(pages.first { $0.contains(start) })
      let lines = page.split(separator: "\n")
      let row = try #require(lines.firstIndex { $0.contains(start) })
      #expect(lines[..<row].suffix(6).contains { $0.contains("Häufigkeit") }, "\(start)")
    }
    // The assessment is in one piece.
    let box = try #require(pages.first { $0.contains("nur Bewertung") })
    #expect(box.contains("kollegialen Reflexion"))
  }
}

/// A text without white space, soft hyphens and what joins letters.
private func squeezed(_ text: some StringProtocol) -> String {
  String(
    text.unicodeScalars.filter {
      !$0.properties.isWhitespace && !["\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{C}"].contains($0)
    }.map(Character.init))
}

/// What can be compared of two texts: no white space, no rules of underscores, no emoji, nothing from right to left.
private func lettersInOrder(_ text: String) -> String {
  String(
    text.unicodeScalars.filter { scalar in
      !scalar.properties.isWhitespace && !["\u{AD}", "\u{200B}", "\u{200D}", "_"].contains(scalar)
        && scalar.value < 0x2700 && !(0x590...0x8FF).contains(scalar.value)
    }.map(Character.init))
}
