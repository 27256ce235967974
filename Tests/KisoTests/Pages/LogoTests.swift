import Files
import Paperwork
import Testing
import ZipArchive

/// A town with a picture at the head of its papers, and one without.
struct LogoTests {
  /// A home with the forms of Bochum under the name of another town, which has a logo.
  static func town(_ picture: String, in scratch: borrowing Scratch, bytes: [UInt8]? = nil) throws -> [String: String] {
    try Repository.copy(["Forms", "Templates"], to: scratch.path)
    for folder in ["Forms", "Templates"] {
      _ = try Program.run(["mv", scratch.path("\(folder)/bochum"), scratch.path("\(folder)/musterstadt")])
    }
    let content = try bytes ?? Repository.bytes("Tests/KisoTests/Fixtures/\(picture)")
    try AtomicFile.write(content, to: scratch.path("Forms/musterstadt/\(picture)"))
    let profile = String(decoding: try scratch.bytes("Forms/musterstadt/profile.xml"), as: UTF8.self)
    let logo =
      "<logo file=\"\(picture)\" label=\"Zeichen der Musterstadt: Ring auf Balken\" width=\"8\" height=\"9.5\"/>"
    try AtomicFile.write(
      Array(profile.replacing("</profile>", with: "  \(logo)\n</profile>").utf8),
      to: scratch.path("Forms/musterstadt/profile.xml"))
    return ["KISO_HOME": scratch.path, "KISO_MUNICIPALITY": "musterstadt"]
  }

  @Test(arguments: [("wappen.svg", "image/svg+xml"), ("wappen.png", "image/png")])
  func theLogoIsInsideTheDocumentWithItsText(_ picture: String, _ type: String) throws {
    let scratch = try Scratch()
    let town = try Self.town(picture, in: scratch)
    #expect(try Kiso.run(["lint"], environment: town).status == 0)
    let bytes = try Repository.bytes("Tests/KisoTests/Fixtures/\(picture)")
    for form in BlankTests.forms {
      let run = try Kiso.run(["render", "--blank", form], environment: town)
      let package = try Package(run.bytes)
      let path = "Pictures/1.\(FilePath.pathExtension(of: picture))"
      #expect(package[path] == bytes, "\(form)")
      #expect(
        package.text("META-INF/manifest.xml").contains("manifest:full-path=\"\(path)\" manifest:media-type=\"\(type)\"")
      )
      let styles = package.text("styles.xml")
      #expect(
        styles.contains("xlink:href=\"\(path)\"")
          && styles.contains("<svg:title>Zeichen der Musterstadt: Ring auf Balken</svg:title>"))
      #expect(styles.contains("svg:width=\"8.0mm\" svg:height=\"9.5mm\""))
      // A letter has a first page of either form; other papers have one.
      let count = styles.matches(of: /<draw:image/).count
      #expect(count == (["rueckmeldung-sd", "kita-status"].contains(form) ? 2 : 1), "\(form)")
    }
    _ = try Kiso.run(["render", "--blank", "widerruf", "-o", scratch.path("x.fodt")], environment: town)
    let flat = String(decoding: try scratch.bytes("x.fodt"), as: UTF8.self)
    #expect(flat.contains("<office:binary-data>") && !flat.contains("xlink:href=\"Pictures"))
  }

  @Test func aTownWithoutLogoHasNoTraceOfOne() throws {
    for form in BlankTests.forms {
      let page = try #require(Pages.named("blanko-" + form))
      let package = try Package(page.document)
      #expect(!package.members.contains { $0.name.hasPrefix("Pictures/") })
      #expect(!package.text("styles.xml").contains("draw:image") && !package.text("styles.xml").contains("bild logo"))
    }
  }

  @Test func aLogoIsInTheCacheByItsContent() throws {
    let scratch = try Scratch()
    var town = try Self.town("wappen.png", in: scratch)
    town["KISO_CACHE"] = scratch.path("cache")
    let first = try Kiso.run(["render", "--blank", "widerruf"], environment: town).bytes
    #expect(try Kiso.run(["render", "--blank", "widerruf"], environment: town).bytes == first)
    let other = try Repository.bytes("Tests/KisoTests/Fixtures/wappen.png") + [0]
    try AtomicFile.write(other, to: scratch.path("Forms/musterstadt/wappen.png"))
    let second = try Kiso.run(["render", "--blank", "widerruf"], environment: town).bytes
    #expect(try Package(second)["Pictures/1.png"] == other)
  }

  @Test(arguments: [
    "<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>",
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:l='http://www.w3.org/1999/xlink'><use l:href='http://x/y'/></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'http://x'</style></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><rect style='fill: url(http://x/y)'/></svg>",
    "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'>", "GIF89a", "kein Bild", "",
  ])
  func aPictureThatIsNoneOrReachesOutsideIsRefused(_ content: String) throws {
    let scratch = try Scratch()
    let town = try Self.town("wappen.svg", in: scratch, bytes: Array(content.utf8))
    for words in [["lint"], ["render", "--blank", "widerruf", "-o", scratch.path("x.odt")]] {
      let run = try Kiso.run(words, environment: town)
      #expect(run.status != 0 && (run.errors + run.output).contains("[FORM-LOGO]"), "\(run.transcript)")
    }
    let isMade = scratch.has("x.odt")
    #expect(!isMade)
  }

  @Test func aLogoThatIsMissingOrTooLargeIsNamed() throws {
    let scratch = try Scratch()
    let town = try Self.town("wappen.svg", in: scratch)
    let profile = String(decoding: try scratch.bytes("Forms/musterstadt/profile.xml"), as: UTF8.self)
    for (wrong, code) in [
      ("file=\"fehlt.svg\"", "[FORM-LOGO]"), ("file=\"../bochum/x.svg\"", "[FORM-LOGO]"),
      ("height=\"30\"", "[FORM-LOGO]"), ("height=\"hoch\"", "[FORM-LOGO]"),
    ] {
      let name = wrong.split(separator: "=")[0]
      let broken = profile.replacing(try Regex("\(name)=\"[^\"]*\"(?=[^>]*/>\n</profile>)"), with: wrong)
      #expect(broken != profile)
      try AtomicFile.write(Array(broken.utf8), to: scratch.path("Forms/musterstadt/profile.xml"))
      let run = try Kiso.run(["lint"], environment: town)
      #expect(run.status != 0 && (run.errors + run.output).contains(code), "\(run.transcript)")
    }
  }

  @Test(
    .enabled(if: Outside.office != nil, "needs LibreOffice (soffice), or it was left out on request"),
    .enabled(if: Outside.hasPoppler, "needs poppler-utils"))
  func theLogoIsDrawnOnTheFirstPageOnly() throws {
    let scratch = try Scratch()
    let town = try Self.town("wappen.png", in: scratch)
    let words = ["print", "--blank", "kwg-meldebogen", "rueckmeldung-sd", "-o", scratch.path("pdf")]
    #expect(try Kiso.run(words, environment: town).status == 0)
    for name in ["kwg-meldebogen", "rueckmeldung-sd"] {
      let list = try Program.run(["pdfimages", "-list", scratch.path("pdf/\(name).pdf")]).output
      let pages = list.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ").first }
      #expect(pages == ["1"], "\(list)")
      // Its words are read to people who do not see it; the page keeps its length.
      let pdf = try scratch.bytes("pdf/\(name).pdf")
      let hasText = pdf.contains("/S/Figure") && pdf.contains("/Alt<FEFF005A0065006900630068")
      #expect(hasText)
      #expect(try Poppler.pages(pdf).count == Poppler.pages(#require(Pages.pdfs["blanko-" + name])).count)
      // The office's name stands beside it: 25 mm of margin, 8 of the picture, 3 between.
      let boxes = try Program.run(["pdftotext", "-bbox", "-l", "1", scratch.path("pdf/\(name).pdf"), "-"]).output
      let start = try #require(boxes.firstMatch(of: /xMin="([\d.]+)"[^>]*>Stadt</).flatMap { Double($0.1) })
      #expect(abs(start / 72 * 25.4 - 36) < 0.5)
    }
  }
}
