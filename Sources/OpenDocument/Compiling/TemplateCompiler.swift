internal import XMLTree
internal import ZipArchive

/// Makes a template out of a file: finds everything that is wrong with it before it gives up.
struct TemplateCompiler {
  let variant: TemplateVariant
  let form: OutputForm
  let pictures: [TemplatePicture]
  let second: TemplateLanguage?
  private(set) var problems: [TemplateProblem] = []
  private(set) var warnings: [TemplateWarning] = []
  private let check: ExpressionCheck
  private let words: (any TemplateWords)?
  private let language: MarkLanguage
  private var marks: [TemplateMark] = []
  private var expressions: [Expression] = []
  private var numbers: [ObjectIdentifier: Int] = [:]
  private var repetitions = 0
  private var type = DocumentType.text
  private var hasFigures = false

  init(
    variant: TemplateVariant, form: OutputForm, functions: Set<String>, pictures: [TemplatePicture] = [],
    synonyms: [String: String] = [:], words: (any TemplateWords)? = nil, second: TemplateLanguage? = nil
  ) {
    (self.words, language) = (words, MarkLanguage(synonyms))
    self.variant = variant
    self.form = form
    self.pictures = pictures
    self.second = second
    check = ExpressionCheck(
      functions: functions.union(XPathEngine.coreFunctions).union(TemplateFormat.functions).union(["blanko", "eingabe"])
    )
  }

  /// The compiled template, or nil when there are problems.
  mutating func compile(_ bytes: [UInt8]) -> CompiledTemplate? {
    let source: TemplateSource
    do {
      source = try TemplateSource(bytes)
    } catch {
      problems.append(error.problem)
      return nil
    }
    let root = source.root
    problems += source.problems
    clean(root)
    type = source.type
    var preparation = FigurePreparation(type: type)
    preparation.prepare(root)
    problems += preparation.problems
    hasFigures = preparation.hasFigures
    StyleVariant.apply(to: root, variant.styleSuffix)
    if let second { SecondLanguage.apply(second, to: root) }
    var placement = PicturePlacement(pictures)
    placement.place(in: root)
    problems += placement.problems
    var collector = PictureCollector()
    collector.collect(root, from: source.pictures, for: form)
    problems += collector.problems
    findMarks(root)
    if case .blank(let height, let label) = variant { RowHeight.raise(root, to: height, label: label) }
    arrangeBlocks(root)
    guard problems.isEmpty else { return nil }
    WhiteSpace.normalise(root)
    return assemble(root, pictures: collector.pictures)
  }

  private mutating func clean(_ root: TreeNode) {
    var cleaner = TemplateCleaner()
    cleaner.clean(root)
    problems += cleaner.problems
  }

  private mutating func findMarks(_ root: TreeNode) {
    // In a cell of a sheet there is nothing better than plain marks.
    var finder = MarkFinder(root, language: language, warnsOfPlain: type == .text)
    finder.search()
    problems += finder.problems
    warnings += finder.warnings
    Captions.note(in: root)
    var wordMarks = WordMarks(words, variant: variant, root: root)
    for story in Self.stories(of: root) { wordMarks.replace(in: story) }
    problems += wordMarks.problems
    root.visit { node in
      let mark: FoundMark? =
        switch node.kind {
        case .mark(let mark), .boundary(let mark): mark
        case .element, .text, .block, .fragment, .glyph: nil
        }
      if let mark, !mark.text.expression.isEmpty, !mark.text.role.asksForWords {
        let result = check.check(mark)
        mark.expression = result.expression
        problems += result.problems
      }
      return true
    }
  }

  private mutating func arrangeBlocks(_ root: TreeNode) {
    var nesting = BlockNesting()
    var refusals: [TemplateProblem] = []
    var matchers: [BlockMatcher] = []
    let breakingStyles = BlockHoister.breakingStyles(root)
    for story in Self.stories(of: root) {
      let matcher = BlockMatcher(story)
      matchers.append(matcher)
      problems += matcher.problems
      var hoister = BlockHoister(breakingStyles: breakingStyles)
      hoister.hoist(matcher.blocks)
      problems += hoister.problems
      refusals += hoister.refusals
      warnings += hoister.warnings
      guard matcher.problems.isEmpty, hoister.problems.isEmpty else { continue }
      withExtendedLifetime(matchers) { nesting.nest(story) }
    }
    problems += nesting.problems
    // A block that cannot be brought anywhere is the one mistake; what it would take along is none beside it.
    if !problems.contains(where: { $0.code == .crossing }) { problems += refusals }
    if problems.isEmpty { TickFinder(addsGlyphs: variant.isFillable).search(root) }
    describeMarks(root, within: [])
  }

  /// The texts a block can stand in; none reaches from one into another.
  private static func stories(of root: TreeNode) -> [TreeNode] {
    let masters = root.child("office:master-styles")?.children.flatMap(\.children) ?? []
    return (root.child("office:meta")?.children ?? []) + masters.filter(\.isElement)
      + (root.child("office:body")?.children ?? [])
  }

  private mutating func describeMarks(_ node: TreeNode, within enclosing: [String]) {
    var enclosing = enclosing
    switch node.kind {
    case .mark(let mark): describe(mark, enclosing)
    case .block(let block):
      describe(block.begin, enclosing)
      if block.isRepetition {
        enclosing.append(block.begin.text.expression)
        numbers[ObjectIdentifier(block)] = repetitions
        repetitions += 1
      }
    case .element, .text, .boundary, .fragment, .glyph: break
    }
    for child in node.children { describeMarks(child, within: enclosing) }
  }

  /// The marks whose expressions could be read.
  var readableMarks: [TemplateMark] {
    marks.filter { (try? XPathSyntax(parsing: $0.expression)) != nil }
  }

  private mutating func describe(_ mark: FoundMark, _ enclosing: [String]) {
    let kind: TemplateMark.Kind
    switch mark.text.role {
    case .value(let isOptional): kind = .value(isOptional: isOptional)
    case .checkbox: kind = .checkbox
    case .repetition: kind = .repetition
    case .condition: kind = .condition
    case .otherwise, .end, .label, .choice: return
    }
    mark.index = marks.count
    marks.append(
      TemplateMark(
        kind: kind, expression: mark.text.expression, place: mark.place, line: mark.line,
        caption: mark.caption, enclosing: enclosing))
    expressions.append(mark.expression ?? Expression(source: mark.text.expression, path: nil))
  }

  // MARK: - Putting together

  private func assemble(
    _ root: TreeNode, pictures: [PictureCollector.Picture]
  ) -> CompiledTemplate {
    let index = ResourceIndex(root, pictures: pictures)
    let names = RepeatedNames(root, numbers: numbers)
    var program = Program()
    program.marks = marks
    program.expressions = expressions
    program.repetitions = repetitions
    var builder = ProgramBuilder(program: program, names: names, numbers: numbers, resources: index)
    builder.prepareControls(root)

    var result = CompiledTemplate()
    result.type = type
    result.form = form
    result.hasFigures = hasFigures
    result.variant = variant
    result.namespaces = NamespaceScan.declarations(
      for: root,
      also: (variant.isFillable ? CarrierWriter.prefixes : []) + (hasFigures ? FigurePreparation.prefixes : []))
    result.metadata = builder.metadata(root.child("office:meta"))
    result.fonts = builder.passage(root.child("office:font-face-decls")).staticBytes ?? []
    result.commonStyles = builder.passage(root.child("office:styles"))
    result.masterStyles = builder.passage(root.child("office:master-styles"))
    builder.body(root.child("office:body"), into: &result)
    builder.addResources(pictures: pictures.count)
    result.program = builder.program
    result.facts = StyleFacts(template: root)
    Deflater.withSpare { deflater in
      result.pictures = pictures.map { picture in
        PackedPicture(entry: deflater.pack(picture.path, picture.bytes), mediaType: picture.kind.mediaType)
      }
      result.packStyles(deflater)
    }
    return result
  }
}
