internal import FormModel

/// One way through a page with one layout: which value stands where.
struct LayoutPass {
  /// What was read of one value.
  struct Value {
    var lines: [String]
    /// Whether something speaks against it, such as a border between two texts that nothing shows.
    var isDoubtful = false
  }

  /// The values by path, in the order of the page.
  var paths: [String] = []
  var values: [String: Value] = [:]
  /// The answers that are ticked; of what is unclear nil.
  var answers: [(path: String, answers: [String]?, isDoubtful: Bool)] = []
  /// Places that were found and hold the sign for an empty value, or nothing.
  var empty: Set<String> = []
  /// All places of the layout.
  let places: Set<String>
  var strays: [Int] = []
  /// How many lines of fixed words alone there are, and how many of them were found.
  var labels = (all: 0, found: 0)

  let layout: PageLayout
  let text: LayoutText
  let matching: WordMatching
  let fit: SlotFit
  let form: FormDefinition
  var boxes: [String: [(answer: String, state: LayoutBoxes.State)]] = [:]
  var boxPaths: [String] = []
  /// The lines that come again, with the path of the group and the number of the instance.
  let blocks: [(lines: Range<Int>, group: String, number: Int)]
  /// Where columns begin, by table, number of cells and cell.
  var starts: [String: [Int: Int]] = [:]

  /// Reads the lines of a page; `isExact` says that the layout was made of what is known of this very page.
  ///
  /// `repeating` are the groups that come again on the page.
  init(
    _ layout: PageLayout, _ text: LayoutText, form: FormDefinition, fit: SlotFit, repeating: Set<String>, isExact: Bool
  ) {
    (self.layout, self.text, self.form) = (layout, text, form)
    var fit = fit
    places = Set(layout.lines.flatMap(\.paths))
    fit.prepare(places)
    self.fit = fit
    blocks = Self.blocks(layout, repeating)
    let margins = layout.margins.map { LayoutText.words($0).map(\.skeleton).filter { !$0.isEmpty } }
    let words = Set(layout.lines.flatMap(\.words).map { LabelFold.skeleton($0) } + margins.joined())
    matching = WordMatching(words: words.subtracting([[]]), of: text)
    let rows = text.lines.indices.filter { !isMargin($0) }
    align(rows, isExact: isExact)
    for path in boxPaths { decide(path) }
  }
}
