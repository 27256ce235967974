import Testing

@testable import Paperwork

/// Boxes in the text of our own pages.
@Suite struct LayoutBoxesTests {
  @Test(arguments: [
    ("☒", LayoutBoxes.State.box(isTicked: true, isSure: true)), ("☐ ", .box(isTicked: false, isSure: true)),
    ("[x]", .box(isTicked: true, isSure: true)), ("[_]", .box(isTicked: false, isSure: false)),
    ("U]", .box(isTicked: false, isSure: false)), ("Dl", .box(isTicked: false, isSure: false)),
    ("[Xl", .box(isTicked: true, isSure: false)), ("", .missing), (" ", .missing), ("%", .unknown),
    ("Kita", .unknown), ("☐☒", .unknown),
  ])
  func `A sign is a box only as far as it can be told`(_ zone: String, _ state: LayoutBoxes.State) {
    #expect(LayoutBoxes.state(of: zone) == state)
  }

  private static let pieces: [PageLayout.Piece] = [
    .tick(path: "a", answer: "ja"), .words(["ja,", "am"]), .slot("tag"), .tick(path: "a", answer: "nein"),
    .words(["nein"]),
  ]

  @Test(arguments: [
    ("☒ ja, am 14.11.2025 ☐ nein", ["ja"], ["14.11.2025"]), ("☐ ja ☒ nein", ["nein"], []),
    ("[X] ja, am 14.11.2025 [_] nein", ["ja"], ["14.11.2025"]), ("☐ ja ☐ nein", [], []),
  ])
  func `Values between boxes are read apart from their signs`(_ line: String, _ ticked: [String], _ values: [String]) {
    let boxes = LayoutBoxes(Self.pieces, line)
    let answer = LayoutBoxes.answer(boxes.states.map { ($0.answer, $0.state) }, isSeveral: false)
    guard case .answers(let answers, _) = answer else { return #expect(Bool(false), "\(answer)") }
    #expect(answers == ticked)
    #expect(boxes.values.map(\.text) == values)
  }

  typealias Box = (answer: String, state: LayoutBoxes.State)

  static let decisions: [(boxes: [Box], isSeveral: Bool, answer: LayoutBoxes.Answer)] = [
    ([("a", .box(isTicked: true, isSure: true)), ("b", .box(isTicked: true, isSure: true))], false, .unclear),
    ([("a", .missing), ("b", .box(isTicked: false, isSure: false))], false, .answers(["a"], isDoubtful: true)),
    ([("a", .missing), ("b", .missing)], false, .unclear),
    ([("a", .missing)], false, .unclear),
    ([("a", .box(isTicked: true, isSure: false)), ("b", .unknown)], false, .unclear),
    (
      [("a", .missing), ("b", .box(isTicked: true, isSure: true)), ("c", .box(isTicked: false, isSure: true))], true,
      .answers(["a", "b"], isDoubtful: true)
    ),
    ([("a", .missing), ("b", .missing), ("c", .box(isTicked: false, isSure: true))], true, .unclear),
  ]

  @Test(arguments: decisions)
  func `Of signs that were not recognised only what nothing speaks against is taken`(
    _ row: (boxes: [Box], isSeveral: Bool, answer: LayoutBoxes.Answer)
  ) {
    #expect(LayoutBoxes.answer(row.boxes, isSeveral: row.isSeveral) == row.answer)
  }
}
