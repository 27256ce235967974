import OpenDocument
import Testing

@Suite("Form controls as a reader sees them")
struct ControlTextTests {
  private func text(_ controls: String, _ paragraphs: String) throws -> String {
    let body = "<office:forms><form:form>\(controls)</form:form></office:forms>\(paragraphs)"
    return try documentText(body, options: .init(includesControls: true)).string
  }

  private func drawn(_ id: String) -> String { "<draw:control draw:control=\"\(id)\"/>" }

  @Test(
    "The word of a box is read with it",
    arguments: [
      ("checkbox form:label=\"Kur\" form:current-state=\"checked\"", "[x] Kur"),
      ("checkbox form:label=\"nicht bekannt\"", "[ ] nicht bekannt"),
      ("radio form:label=\"ja\" form:current-selected=\"true\"", "[x] ja"),
      ("radio form:label=\" zwei\n  Wörter \"", "[ ] zwei Wörter"),
      ("radio form:label=\"\"", "[ ]"),
      ("checkbox", "[ ]"),
      ("button form:label=\"Senden\"", ""),
    ])
  func words(_ control: String, _ shown: String) throws {
    #expect(try text("<form:\(control) form:id=\"a\"/>", "<text:p>\(drawn("a"))</text:p>") == shown)
  }

  @Test(
    "Controls and words that touch stand apart",
    arguments: [
      ("aa", "Datum Datum"), ("a1. ", "Datum 1."), ("x a", "x Datum"), ("xa", "x Datum"), ("abx", "Datum [x] ja x"),
      ("a<text:s/>x", "Datum x"), ("<text:span>a</text:span><text:span>b</text:span>", "Datum [x] ja"),
      ("a\n b", "Datum [x] ja"), ("ea", "Datum"),
    ])
  func apart(_ paragraph: String, _ shown: String) throws {
    let controls =
      "<form:fixed-text form:id=\"a\" form:label=\"Datum\"/><form:text form:id=\"e\" form:current-value=\"\"/>"
      + "<form:checkbox form:id=\"b\" form:label=\"ja\" form:current-state=\"checked\"/>"
    var drawing = ""
    var isTag = false
    for character in paragraph {
      if character == "<" { isTag = true }
      drawing += !isTag && "abe".contains(character) ? drawn(String(character)) : String(character)
      if character == ">" { isTag = false }
    }
    #expect(try text(controls, "<text:p>\(drawing)</text:p>") == shown)
  }

  @Test(
    "A time is shown as people write it",
    arguments: [
      ("time", "PT09H15M00S", "09:15"), ("time", "PT9H5M0S", "09:05"), ("time", "09:15:00", "09:15"),
      ("time", "23:59:00.000000000", "23:59"), ("time", "09:15:30", "09:15:30"), ("time", "25:00:00", "25:00:00"),
      ("date", "2025-11-14", "2025-11-14"), ("number", "3", "3"),
    ])
  func times(_ control: String, _ value: String, _ shown: String) throws {
    let control = "<form:\(control) form:id=\"a\" form:current-value=\"\(value)\"/>"
    #expect(try text(control, "<text:p>\(drawn("a"))</text:p>") == shown)
  }
}
