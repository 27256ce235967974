import OpenDocument
import Testing

@Suite("Styles")
struct TemplateStyleTests {
  @Test("Only automatic styles that are used are written, with those they need")
  func pruning() throws {
    var sample = Sample(
      p("a", style: "P1") + p(mark("wenn nein")) + p("b", style: "P2") + p(mark("sonst"))
        + p("<text:span text:style-name=\"T1\">c</text:span>", style: "P3")
        + p(mark("ende"))
        + p(
          "\(mark("für nichts"))<text:span text:style-name=\"T2\">x</text:span>\(mark("ende"))", style: "P6"))
    sample.automaticStyles =
      ["P1", "P2", "P3", "P4", "P5", "P6"].map {
        style($0, "paragraph", more: $0 == "P3" ? " style:list-style-name=\"LS\"" : "")
      }.joined()
      + style(
        "T1", "text", "<style:text-properties fo:color=\"#000000\"/>", more: " style:data-style-name=\"N1\"")
      + style("T2", "text", "<style:text-properties fo:color=\"#000001\"/>")
      + "<text:list-style style:name=\"LS\"/><text:list-style style:name=\"LX\"/><number:date-style style:name=\"N1\"/><number:date-style style:name=\"N2\"/>"
    sample.header = p("k", style: "P4") + p("k", style: "P1")
    let parts = try parts(sample)
    #expect(values("style:name", in: parts.content) == ["Noto Sans", "P1", "P3", "P6", "T1", "LS", "N1"])
    #expect(values("style:name", in: parts.styles) == ["Noto Sans", "Standard", "L1", "P1", "P4", "Erste"])
    let flat = try self.flat(sample)
    #expect(
      values("style:name", in: flat) == [
        "Noto Sans", "Standard", "L1", "P1", "P3", "P4", "P6", "T1", "LS", "N1", "Erste",
      ])
  }

  private func flat(_ sample: Sample, variant: TemplateVariant = .final) throws -> String {
    try parts(sample, variant: variant, form: .flat).flat
  }

  private func blankSample(_ styles: String) -> Sample {
    var sample = Sample(p("x", style: "Wert") + p("y", style: "Wert.Blanko"))
    sample.styles = styles
    return sample
  }

  @Test("A style for blank forms takes the place of the other")
  func blankStyle() throws {
    let sample = blankSample(
      style(
        "Wert", "paragraph",
        "<style:paragraph-properties fo:margin-top=\"1mm\" fo:line-height=\"12pt\"/><style:text-properties fo:font-size=\"10pt\"/>",
        more: " style:parent-style-name=\"Standard\"")
        + style(
          "Wert_2e_Blanko", "paragraph", "<style:paragraph-properties fo:line-height=\"20pt\"/>",
          more: " style:display-name=\"Wert.Blanko\" style:parent-style-name=\"Wert\"")
        + style("Wert.Blanko", "text"))
    let final = try flat(sample)
    #expect(values("style:name", in: final).filter { $0.hasPrefix("Wert") } == ["Wert", "Wert.Blanko"])
    #expect(values("text:style-name", in: final) == ["Wert", "Wert.Blanko"])
    #expect(values("fo:line-height", in: final) == ["12pt"])
    let blank = try flat(sample, variant: .blank(minimumRowHeight: 11.9))
    #expect(values("fo:line-height", in: blank) == ["20pt"])
    #expect(values("fo:margin-top", in: blank).first == "1mm")
    #expect(values("style:parent-style-name", in: blank) == ["Standard"])
  }

  @Test("A style for blank forms that is used itself falls back on the other")
  func directUse() throws {
    let styles =
      style("Wert", "paragraph")
      + style("Wert.Blanko", "paragraph", more: " style:parent-style-name=\"Standard\"")
    let sample = blankSample(styles)
    #expect(values("text:style-name", in: try flat(sample)) == ["Wert", "Wert"])
    #expect(
      values("text:style-name", in: try flat(sample, variant: .blank(minimumRowHeight: 5))) == [
        "Wert", "Wert",
      ])
  }

  @Test("A style for blank forms may build upon the other over a third")
  func indirect() throws {
    let styles =
      style("Wert", "paragraph", "<style:text-properties fo:font-size=\"10pt\"/>")
      + style("Mitte", "paragraph", more: " style:parent-style-name=\"Wert\"")
      + style("Wert.Blanko", "paragraph", more: " style:parent-style-name=\"Mitte\"")
    let blank = try flat(blankSample(styles), variant: .blank(minimumRowHeight: 5))
    #expect(values("style:name", in: blank).dropFirst(2).prefix(3) == ["Wert.Grund", "Wert", "Mitte"])
    #expect(values("style:parent-style-name", in: blank) == ["Mitte", "Wert.Grund"])
  }

  @Test("Rows with values are high enough for a pen in a blank form")
  func rowHeight() throws {
    func row(_ style: String, _ content: String) -> String {
      "<table:table-row table:style-name=\"\(style)\"><table:table-cell>\(p(content))</table:table-cell></table:table-row>"
    }
    func rowStyle(_ name: String, _ height: String) -> String {
      style(name, "table-row", "<style:table-row-properties \(height)/>")
    }
    var sample = Sample(
      "<table:table table:name=\"T\"><table:table-column/>\(row("R1", "fest"))\(row("R1", mark("nummer")))\(row("R1", mark("name")))\(row("R2", mark("nummer")))\(row("R3", mark("nummer")))\(row("R1", mark("kasten ja")))</table:table>"
    )
    sample.header =
      "<table:table table:name=\"K\"><table:table-column/>\(row("R1", mark("nummer")))</table:table>"
    sample.automaticStyles =
      rowStyle("R1", "style:min-row-height=\"6.2mm\"") + rowStyle("R2", "style:min-row-height=\"2cm\"")
      + rowStyle("R3", "style:row-height=\"0.1in\"")
    let blank = try flat(sample, variant: .blank(minimumRowHeight: 11.9))
    #expect(
      values("table:style-name", in: blank) == ["R1", "R1", "R1.Hand", "R1.Hand", "R2", "R3.Hand", "R1"])
    #expect(values("style:min-row-height", in: blank) == ["6.2mm", "2cm", "11.9mm", "11.9mm"])
    #expect(values("style:row-height", in: blank) == [])
    #expect(!(try flat(sample)).contains("11.9mm"))
    #expect(
      try rendered(Sample(p(mark("blanko()"))), variant: .blank(minimumRowHeight: 1)).hasSuffix("true\n"))
  }

  @Test("A label above a value makes its row higher still")
  func labelHeight() throws {
    let sample = Sample(table("T", [[p("Name") + p(mark("name"))], [mark("nummer")]]))
    let blank = try flat(sample, variant: .blank(minimumRowHeight: 8.5, labelHeight: 3.4))
    #expect(values("style:min-row-height", in: blank) == ["11.9mm", "8.5mm"])
  }
}
