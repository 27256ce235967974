/// A template by its meaning: what stands where, and which marks were put anywhere in it.
struct TemplateSketch: Sendable {
  /// What stands in a paragraph.
  indirect enum Inline: Sendable {
    /// Fixed text that stands nowhere else.
    case token(String)
    /// A mark that prints a value.
    case value(Expression)
    /// The beginning of a block.
    case begin(Block)
    /// What is printed where a condition does not hold.
    case otherwise
    /// The end of the innermost block.
    case end
    /// Text with a look of its own.
    case span([Inline])
    /// A frame with paragraphs of its own.
    case frame(String, [Node])
  }

  /// What stands in a body, a cell or a section.
  indirect enum Node: Sendable {
    case paragraph([Inline])
    case table(String, columns: Int, rows: [[Cell]])
    case list([[Node]])
    case section(String, [Node])
  }

  /// A cell, or the place that a merged one covers.
  struct Cell: Sendable {
    var nodes: [Node] = []
    var columns = 1
    var rows = 1
    var isCovered = false
  }

  /// What a value mark names.
  enum Expression: String, CaseIterable, Sendable {
    case place = "/record/ort", number = "zahl(/record/gaeste)", list = "list(/record/worte)"
    case color = "/record/farbe", sum = "join(' ', /record/ort, /record/leitung)", box =
      "kasten /record/draussen = 'ja'"
    /// Only inside the rows of items.
    case what = "was"
  }

  /// What repeats or comes and goes.
  enum Block: String, CaseIterable, Sendable {
    case items = "für /record/posten"
    case words = "für /record/worte"
    case outside = "wenn /record/draussen = 'ja'"
    case filled = "wenn filled(/record/ort)"
  }

  var body: [Node]
  var header: [Node]

  /// The marks as a person would write them.
  static func text(_ inline: Inline) -> String? {
    switch inline {
    case .value(let expression): expression.rawValue
    case .begin(let block): block.rawValue
    case .otherwise: "sonst"
    case .end: "ende"
    case .token, .span, .frame: nil
    }
  }
}
