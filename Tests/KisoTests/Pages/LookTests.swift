import Testing

/// What a person sees on a page, and what a screen reader finds in it, measured in every paper of every kind.
@Suite(
  .enabled(if: Outside.office != nil, "needs LibreOffice (soffice), or it was left out on request"),
  .enabled(if: Outside.python != nil, "needs python3"))
struct LookTests {
  /// Papers as they leave the house; those made wrong on purpose are none.
  private func papers(_ kind: String) -> [LookedAt.Fact] {
    LookedAt.all(kind).filter { !$0.name.hasPrefix("falsch-") }
  }

  /// ISO 14289-1: everything tagged or an artefact, a known tree of tags, headings in order, a header for each cell of
  /// data with its scope, words for pictures, letters with a place in Unicode, title and language.
  @Test func `Nothing in any paper breaks PDF UA`() {
    let names = Set(papers("page").map(\.name))
    // LibreOffice 7.4 draws the boxes of a page for the screen without tags; only a document has them as controls.
    let mistakes = papers("mistake").filter { fact in
      !fact.isForScreen || fact.words[0] != "7.1: a rule neither tagged nor an artefact"
    }
    #expect(names.count > 150 && mistakes.isEmpty, "\(mistakes.prefix(20))")
    for prefix in ["blanko-", "logo-", "schirm-", "sprache-"] {
      #expect(names.contains { $0.hasPrefix(prefix) }, "\(prefix)")
    }
  }

  @Test func `A logo moves nothing`() {
    let slack = LookedAt.slack
    let pairs = slack.keys.filter { $0.hasPrefix("logo-") }.map { ($0, String($0.dropFirst(5))) }
    #expect(pairs.count > 30)
    for (name, plain) in pairs {
      let (own, other) = (slack[name] ?? [], slack[plain] ?? [])
      let isSame = own.count == other.count && zip(own, other).allSatisfy { abs($0 - $1) < 0.2 }
      #expect(isSame, "\(name): \(own), \(other)")
    }
  }

  @Test func `A paper of one page has eight millimetres to spare`() {
    for (name, slack) in LookedAt.slack
    where slack.count == 1 && !name.hasPrefix("falsch-") && !name.hasPrefix("schirm-") {
      #expect(slack[0] >= 8, "\(name): \(slack)")
    }
  }

  @Test func `Nothing but the end stands on no page`() {
    // The last page has more than the closing section, whose signatures alone would leave more free than this.
    for (name, slack) in LookedAt.slack
    where slack.count > 1 && !name.hasPrefix("schirm-") && !name.hasPrefix("falsch-") {
      #expect((slack.last ?? 0) < 225, "\(name): \(slack)")
    }
  }

  @Test func `Whoever signs has room, on one level with the day`() {
    for fact in papers("room") { #expect(fact.number >= 8.5, "\(fact)") }
    for fact in papers("level") { #expect(fact.number <= 0.1, "\(fact)") }
    #expect(papers("room").count > 200 && papers("level").count > 100)
  }

  @Test func `Days, reasons and other answers have a place for a hand`() {
    let wide = #/(?i)\bam\b|datum|geboren|frist|\bbis\b|\bweil\b|\bgrund\b|sonstiges/#
    let days = papers("field").filter { $0.isBlank && $0.words.dropFirst().contains { $0.contains(wide) } }
    #expect(days.count > 40)
    for fact in days { #expect(fact.number >= 28, "\(fact)") }
    let gaps = papers("gap").filter(\.isBlank)
    #expect(gaps.count > 30)
    for fact in gaps { #expect(fact.number >= 28, "\(fact)") }
  }

  @Test func `Letters are large enough, and none beyond the margins`() {
    for fact in papers("type") { #expect(fact.number >= 7.4, "\(fact)") }
    #expect(papers("outside").isEmpty, "\(papers("outside"))")
  }

  @Test func `Final papers print what was chosen and nothing to choose from`() {
    // Whether a copy was handed out is ticked when it is.
    let open = papers("boxes").filter { fact in
      !fact.isBlank && !fact.isForScreen && fact.words[1] != "0"
    }
    #expect(open.allSatisfy { $0.name == "schweigepflichtentbindung-entwurf" }, "\(open)")
  }

  @Test(arguments: [
    ("falsch-rand", "mistake", "7.1: a rule neither tagged nor an artefact"),
    ("falsch-kopf", "mistake", "cells of a table without a header"),
  ])
  func `A mistake in the tags is noticed`(_ name: String, _ kind: String, _ sentence: String) {
    let found = LookedAt.all(kind).filter { $0.name == name }
    #expect(found.contains { $0.words[0].contains(sentence) }, "\(found)")
  }

  @Test func `A page that is measured wrong is noticed`() throws {
    func least(_ kind: String, _ name: String) throws -> Double {
      try #require(LookedAt.all(kind).filter { $0.name == name }.map(\.number).min())
    }
    #expect(try least("room", "falsch-platz") < 8.5 && least("room", "blanko-widerruf") >= 8.5)
    #expect(try least("field", "falsch-feld") < 28 && least("field", "blanko-widerruf") >= 28)
    #expect(try least("type", "falsch-klein") < 7.4 && least("type", "blanko-widerruf") >= 7.4)
  }

  /// What cannot come about by a change of the document is brought about in the bytes of a PDF.
  @Test(arguments: [
    ("/S/H1\n", "/S/H3\n", "7.4"), ("/Scope/Column", "/Scope/Colum ", "7.5"), ("/S/TR\n", "/S/LI\n", "7.2"),
    ("/Lang(de-DE)", "/Lank(de-DE)", "7.2"), ("/DisplayDocTitle true", "/DisplayDocTitle null", "7.1"),
    ("/Marked true", "/Marked null", "6.2"), ("/Unterschrift/P\n", "/Unterschrift/X\n", "7.1"),
    ("/ToUnicode", "/ToUnicodX", "7.21.7"), ("/FontFile2", "/FontFilX2", "7.21.4"),
  ])
  func `A PDF that was damaged breaks the rule`(_ old: String, _ new: String, _ clause: String) throws {
    var pdf = try #require(Pages.pdfs["blanko-widerruf"])
    let place = try #require(pdf.firstRange(of: Array(old.utf8)))
    pdf.replaceSubrange(place, with: Array(new.utf8))
    let scratch = try Scratch()
    let facts = try LookedAt.look(at: [scratch.write(pdf, "x.pdf")])
    #expect((facts["mistake"] ?? []).contains { $0.words[0].hasPrefix(clause + ":") }, "\(facts["mistake"] ?? [])")
  }
}
