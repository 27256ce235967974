import OpenDocument
import Testing

/// What a block does, the template's body, and what comes out.
struct BlockCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let body: String
  let expected: String

  init(_ description: String, _ body: String, _ expected: String) {
    testDescription = description
    self.body = body
    self.expected = expected
  }
}

@Suite("Blocks")
struct TemplateBlockTests {
  static let inlineCases: [BlockCase] = [
    BlockCase(
      "repeats text", p("Kinder: \(mark("für kinder/kind"))\(mark("name")), \(mark("ende"))Ende"),
      "Kinder: Ada, Bela, Ende\n"),
    BlockCase(
      "other spellings",
      p(
        "\(mark("for kinder/kind"))\(mark("name"))\(mark("end"))\(mark("fuer kinder/kind"))\(mark("name"))\(mark("ENDE"))"
      ), "AdaBelaAdaBela\n"),
    BlockCase("condition that holds", p("a\(mark("wenn ja"))b\(mark("sonst"))c\(mark("ende"))d"), "abd\n"),
    BlockCase(
      "condition that does not hold", p("a\(mark("if nein"))b\(mark("else"))c\(mark("end"))d"), "acd\n"),
    BlockCase("condition without else", p("a\(mark("wenn nein"))b\(mark("ende"))d"), "ad\n"),
    BlockCase(
      "position and size",
      p("\(mark("für kinder/kind"))\(mark("position()"))/\(mark("last()")) \(mark("ende"))"), "1/2 2/2\n"),
    BlockCase(
      "parent from inside",
      p("\(mark("für kinder/kind"))\(mark("../../nummer"))\(mark("@alter")) \(mark("ende"))"), "73 75\n"),
    BlockCase(
      "nested",
      p(
        "\(mark("für kinder/kind"))\(mark("name"))\(mark("wenn spiel")) (\(mark("für spiel"))\(mark("."))\(mark("wenn position() < last()")), \(mark("ende"))\(mark("ende")))\(mark("ende")); \(mark("ende"))"
      ), "Ada (Ball, Puppe); Bela;\n"),
    BlockCase(
      "marks in spans",
      p(
        "<text:span text:style-name=\"T\">x\(mark("wenn ja"))y</text:span>z<text:span text:style-name=\"U\">\(mark("ende"))w</text:span>"
      ), "[x][y]z[w]\n"),
    BlockCase(
      "a span within a block",
      p(
        "\(mark("für kinder/kind"))<text:span text:style-name=\"T\">\(mark("name"))</text:span>\(mark("ende"))"
      ), "[Ada][Bela]\n"),
    BlockCase(
      "names behind the end",
      p(
        "\(mark("für kinder/kind"))\(mark("wenn spiel"))+\(mark("ende wenn spiel"))-\(mark("ende für kinder/kind")) \(mark("für kinder/kind")).\(mark("ende kind"))\(mark("für kinder/kind"))_\(mark("ende der Liste"))"
      ), "+-- ..__\n"),
  ]

  @Test("A block within a paragraph", arguments: inlineCases)
  func inline(_ test: BlockCase) throws {
    #expect(try rendered(body: test.body) == test.expected)
  }

  static let paragraphsCases: [BlockCase] = [
    BlockCase(
      "paragraphs that hold only marks vanish",
      p("a") + p(mark("für kinder/kind")) + p(mark("name")) + p(" " + mark("ende") + " ") + p("b"),
      "a\nAda\nBela\nb\n"),
    BlockCase(
      "paragraphs with text belong to the block",
      p("\(mark("für kinder/kind"))Kind") + p("\(mark("name"))\(mark("ende"))"), "Kind\nAda\nKind\nBela\n"),
    BlockCase(
      "one paragraph ends one block and begins another",
      p(mark("für kinder/kind")) + p(mark("name")) + p(mark("ende") + mark("für kinder/kind"))
        + p(mark("@alter")) + p(mark("ende")), "Ada\nBela\n3\n5\n"),
    BlockCase(
      "two blocks begin in one paragraph",
      p(mark("wenn ja") + mark("für kinder/kind")) + p(mark("name")) + p(mark("ende") + mark("ende")),
      "Ada\nBela\n"),
    BlockCase(
      "else between paragraphs", p(mark("wenn nein")) + p("a") + p(mark("sonst")) + p("b") + p(mark("ende")),
      "b\n"),
    BlockCase(
      "else at the beginning of a text",
      p(mark("wenn nein")) + p("a") + p(mark("sonst") + "b") + p(mark("ende")), "b\n"),
    BlockCase(
      "else at the end of a text", p(mark("wenn ja")) + p("a" + mark("sonst")) + p("b") + p(mark("ende")),
      "a\n"),
    BlockCase(
      "around a table", p(mark("für kinder/kind")) + table("T", [["Name", mark("name")]]) + p(mark("ende")),
      "== T\n| Name | Ada |\n== T.2\n| Name | Bela |\n"),
    BlockCase(
      "around a section",
      p(mark("für kinder/kind")) + "<text:section text:name=\"S\">" + p(mark("name")) + "</text:section>"
        + p(mark("ende")), "§ S\n  Ada\n§ S.2\n  Bela\n"),
    BlockCase(
      "inside a section",
      "<text:section text:name=\"S\">" + p(mark("für kinder/kind")) + p(mark("name")) + p(mark("ende"))
        + "</text:section>", "§ S\n  Ada\n  Bela\n"),
    BlockCase(
      "mixed with inline blocks",
      p(mark("für kinder/kind")) + p("\(mark("name")):\(mark("für spiel")) \(mark("."))\(mark("ende"))")
        + p(mark("ende")), "Ada: Ball Puppe\nBela:\n"),
    BlockCase(
      "headings",
      "<text:h text:outline-level=\"1\">\(mark("wenn nein"))Titel</text:h>" + p("x\(mark("ende"))") + p("y"),
      "y\n"),
  ]

  @Test("A block over paragraphs", arguments: paragraphsCases)
  func paragraphs(_ test: BlockCase) throws {
    #expect(try rendered(body: test.body) == test.expected)
  }

  static let tablesCases: [BlockCase] = [
    BlockCase(
      "marks in different cells repeat the row",
      table(
        "T", [["Name", "Alter"], [mark("für kinder/kind") + mark("name"), mark("@alter") + mark("ende")]]),
      "== T\n| Name | Alter |\n| Ada | 3 |\n| Bela | 5 |\n"),
    BlockCase(
      "the paragraph of a mark stays in its cell",
      table("T", [[mark("für kinder/kind"), mark("name"), mark("ende")]]),
      "== T\n|  | Ada |  |\n|  | Bela |  |\n"),
    BlockCase(
      "marks in different rows repeat the rows between",
      table(
        "T", [["a"], [mark("für kinder/kind")], [mark("name")], [mark("@alter")], [mark("ende")], ["b"]]),
      "== T\n| a |\n| Ada |\n| 3 |\n| Bela |\n| 5 |\n| b |\n"),
    BlockCase(
      "rows with text belong to the block",
      table("T", [[mark("für kinder/kind") + "Kind", ""], ["", mark("name") + mark("ende")]]),
      "== T\n| Kind |  |\n|  | Ada |\n| Kind |  |\n|  | Bela |\n"),
    BlockCase(
      "else between rows", table("T", [[mark("wenn nein")], ["a"], [mark("sonst")], ["b"], [mark("ende")]]),
      "== T\n| b |\n"),
    BlockCase(
      "rows below header rows",
      table("T", [[mark("für kinder/kind") + mark("name"), mark("ende")]], header: [["Name", "x"]]),
      "== T\n^| Name | x |\n| Ada |  |\n| Bela |  |\n"),
    BlockCase(
      "a row inside header rows",
      table("T", [["x", "y"]], header: [["a", "b"], [mark("wenn nein") + "c", "d" + mark("ende")]]),
      "== T\n^| a | b |\n| x | y |\n"),
    BlockCase(
      "paragraphs inside a cell",
      table("T", [[p(mark("für kinder/kind")) + p(mark("name")) + p(mark("ende")), "x"]]),
      "== T\n| Ada ¶ Bela | x |\n"),
    BlockCase(
      "a cell whose blocks print nothing keeps a paragraph",
      table("T", [[p(mark("für nichts")) + p(mark("name")) + p(mark("ende")), "x"]]), "== T\n|  | x |\n"),
    BlockCase(
      "text inside a cell", table("T", [["\(mark("für kinder/kind"))\(mark("name")) \(mark("ende"))", "x"]]),
      "== T\n| Ada Bela | x |\n"),
    BlockCase(
      "rows in rows",
      table(
        "T",
        [
          [mark("für kinder/kind") + mark("name"), ""], [mark("für spiel") + "-", mark(".") + mark("ende")],
          ["", mark("ende")],
        ]), "== T\n| Ada |  |\n| - | Ball |\n| - | Puppe |\n| Bela |  |\n"),
    BlockCase(
      "a nested table",
      table(
        "T",
        [
          [
            mark("für kinder/kind") + mark("name"),
            table("I", [[mark("für spiel") + mark("."), "!" + mark("ende")]]) + p(mark("ende")),
          ]
        ]), "== T\n| Ada | == I ¶ | Ball | ! | ¶ | Puppe | ! | ¶  |\n| Bela |  |\n"),
    BlockCase(
      "a table without rows is left out",
      p("a") + table("T", [[mark("für nichts") + "x", "y" + mark("ende")]]) + p("b"), "a\nb\n"),
    BlockCase(
      "several rows in one block with conditions",
      table(
        "T",
        [
          [mark("für kinder/kind")], [mark("name")], [mark("wenn kur")], ["in Kur"], [mark("ende")],
          [mark("ende")],
        ]), "== T\n| Ada |\n| Bela |\n| in Kur |\n"),
  ]

  @Test("A block in a table", arguments: tablesCases)
  func tables(_ test: BlockCase) throws {
    #expect(try rendered(body: test.body) == test.expected)
  }

  private static func list(_ items: [String]) -> String {
    "<text:list text:style-name=\"L\">" + items.map { "<text:list-item>\(p($0))</text:list-item>" }.joined()
      + "</text:list>"
  }

  static let listsCases: [BlockCase] = [
    BlockCase(
      "items repeat", list([mark("für kinder/kind"), mark("name"), mark("ende"), "x"]), "* Ada\n* Bela\n* x\n"
    ),
    BlockCase(
      "an item with text belongs to the block",
      list([mark("für kinder/kind") + mark("name"), mark("@alter") + mark("ende")]),
      "* Ada\n* 3\n* Bela\n* 5\n"),
    BlockCase(
      "a list without items is left out", p("a") + list([mark("für nichts"), mark("name"), mark("ende")]),
      "a\n"),
    BlockCase("around a list", p(mark("wenn ja")) + list(["a"]) + p(mark("ende")), "* a\n"),
  ]

  @Test("A block in a list", arguments: listsCases)
  func lists(_ test: BlockCase) throws {
    #expect(try rendered(body: test.body) == test.expected)
  }

  static let othersCases: [BlockCase] = [
    BlockCase(
      "in a note",
      p(
        "x<text:note text:note-class=\"footnote\" text:id=\"n1\"><text:note-citation>1</text:note-citation><text:note-body>\(p(mark("für kinder/kind")) + p(mark("name")) + p(mark("ende")))</text:note-body></text:note>y"
      ), "x{Note: Ada ¶ Bela}y\n"),
    BlockCase(
      "in a frame",
      p(
        "<draw:frame draw:name=\"F\" text:anchor-type=\"as-char\"><draw:text-box>\(p("\(mark("für kinder/kind"))\(mark("name")) \(mark("ende"))"))</draw:text-box></draw:frame> x"
      ), "{F: Ada Bela} x\n"),
    BlockCase(
      "a frame in a repeated text",
      p(
        "\(mark("für kinder/kind"))<draw:frame draw:name=\"F\" text:anchor-type=\"as-char\"><draw:text-box>\(p(mark("name")))</draw:text-box></draw:frame>\(mark("ende"))"
      ), "{F: Ada}{F.2: Bela}\n"),
    BlockCase(
      "in a link",
      p("<text:a xlink:href=\"https://example.org/\">\(mark("wenn nein"))a\(mark("ende"))b</text:a>"), "b\n"),
  ]

  @Test("A block elsewhere", arguments: othersCases)
  func others(_ test: BlockCase) throws {
    #expect(try rendered(body: test.body) == test.expected)
  }
}
