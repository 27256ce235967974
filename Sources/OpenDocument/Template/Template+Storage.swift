internal import Storing
internal import ZipArchive

extension Template {
  /// The template as bytes that can be kept and read again much faster than the document it was made from.
  ///
  /// The bytes belong to one version of this module; `init(stored:)` refuses those of any other.
  public func stored() -> [UInt8] {
    var writer = StorageWriter()
    writer.text(Self.storageVersion)
    writer.text(name)
    writer.variant(variant)
    writer.template(compiled)
    writer.list(warnings) { writer, warning in
      writer.text(warning.code.rawValue)
      writer.text(warning.place)
      writer.number(warning.line)
      writer.text(warning.text)
    }
    return writer.bytes
  }

  /// Reads what `stored()` gave; nil when it is damaged or of another version.
  public init?(stored bytes: [UInt8]) {
    var reader = StorageReader(bytes)
    guard reader.text() == Self.storageVersion else { return nil }
    let name = reader.text()
    let variant = reader.variant()
    let compiled = reader.template(variant)
    let warnings = reader.list { reader in
      TemplateWarning(
        code: TemplateWarning.Code(rawValue: reader.text()) ?? .plainMark, place: reader.text(), line: reader.number(),
        text: reader.text())
    }
    guard reader.isComplete else { return nil }
    self.init(name: name, variant: variant, compiled: compiled, warnings: warnings)
  }

  /// Changes whenever what is stored changes its meaning.
  private static let storageVersion = "kiso-template-3"
}

// MARK: - Writing

extension StorageWriter {
  fileprivate mutating func variant(_ variant: TemplateVariant) {
    switch variant {
    case .final: number(0)
    case .blank(let height, let label):
      number(1)
      number(Int(height * 1000))
      number(Int(label * 1000))
    case .fillable: number(2)
    case .published: number(3)
    }
  }

  fileprivate mutating func template(_ template: CompiledTemplate) {
    text(template.type.rawValue)
    flag(template.hasFigures)
    flag(template.form == .flat)
    data(template.namespaces)
    list(template.metadata) { writer, field in
      writer.kind(field.kind)
      writer.passage(field.content)
    }
    data(template.fonts)
    for part in [
      template.commonStyles, template.masterStyles, template.bodyStart, template.forms, template.body,
    ] {
      passage(part)
    }
    list(template.pictures) { writer, picture in
      writer.text(picture.entry.name)
      writer.text(picture.mediaType)
      writer.data(picture.entry.bytes)
      writer.flag(picture.entry.method == .deflated)
      writer.number(Int(picture.entry.crc32))
      writer.number(picture.entry.size)
    }
    program(template.program)
  }

  private mutating func kind(_ kind: MetadataField.Kind) {
    switch kind {
    case .title: number(0)
    case .subject: number(1)
    case .description: number(2)
    case .keyword: number(3)
    case .language: number(4)
    case .user(let name, let type):
      number(5)
      text(name)
      text(type)
    }
  }

  private mutating func program(_ program: Program) {
    list(program.expressions) { writer, expression in
      writer.text(expression.source)
      writer.flag(expression.path != nil)
      writer.list(expression.path ?? []) { $0.text($1) }
    }
    list(program.marks) { writer, mark in
      switch mark.kind {
      case .value(let isOptional): writer.number(isOptional ? 1 : 0)
      case .checkbox: writer.number(2)
      case .repetition: writer.number(3)
      case .condition: writer.number(4)
      }
      writer.text(mark.expression)
      writer.text(mark.place)
      writer.number(mark.line)
      writer.list(mark.enclosing) { $0.text($1) }
    }
    number(program.repetitions)
    list(program.resources) { writer, resource in
      switch resource.kind {
      case .style: writer.number(-1)
      case .picture(let number): writer.number(number)
      }
      writer.data(resource.bytes)
      writer.list(resource.uses) { $0.number($1) }
    }
    list(program.controls) { $0.passage($1) }
  }

  private mutating func passage(_ passage: Passage) {
    list(passage.uses) { $0.number($1) }
    list(passage.finished.pieces) { $0.piece($1) }
  }

  private mutating func piece(_ piece: Piece) {
    switch piece {
    case .bytes(let bytes):
      number(0)
      data(bytes)
    case .content(let bytes):
      number(1)
      data(bytes)
    case .blank: number(2)
    case .paragraph(let inner):
      number(3)
      passage(inner)
    case .value(let mark, let isOptional):
      number(4)
      number(mark)
      flag(isOptional)
    case .plainText(let inner):
      number(5)
      passage(inner)
    case .plain(let mark, let isOptional):
      number(6)
      number(mark)
      flag(isOptional)
    case .checkbox(let mark):
      number(7)
      number(mark)
    case .lines(let mark, let isOptional, let first, let next, let close):
      number(8)
      number(mark)
      flag(isOptional)
      passage(first)
      passage(next)
      data(close)
    case .repetition(let mark, let count, let inner):
      number(9)
      number(mark)
      number(count)
      passage(inner)
    case .condition(let mark, let yes, let no):
      number(10)
      number(mark)
      passage(yes)
      passage(no)
    case .name(let base, let separator, let repetition):
      number(11)
      data(base)
      data(separator)
      number(repetition)
    case .shape(let control, let repetition):
      number(12)
      number(control)
      number(repetition ?? -1)
    case .controls(let numbers):
      number(13)
      list(numbers) { $0.number($1) }
    case .unlessEmpty(let open, let middle, let close, let otherwise):
      number(14)
      passage(open)
      passage(middle)
      data(close)
      passage(otherwise)
    case .tick(let mark, let yes, let no, let isAdded):
      number(15)
      number(mark)
      passage(yes)
      passage(no)
      flag(isAdded)
    case .glyph(let mark, let text):
      number(16)
      number(mark)
      data(text)
    }
  }
}

// MARK: - Reading

extension StorageReader {
  fileprivate mutating func variant() -> TemplateVariant {
    switch number() {
    case 0: return .final
    case 1:
      let height = Double(number()) / 1000
      return .blank(minimumRowHeight: height, labelHeight: Double(number()) / 1000)
    case 2: return .fillable
    case 3: return .published
    default:
      fail()
      return .final
    }
  }

  fileprivate mutating func template(_ variant: TemplateVariant) -> CompiledTemplate {
    var template = CompiledTemplate()
    template.variant = variant
    template.type = DocumentType(rawValue: text()) ?? .text
    template.hasFigures = flag()
    template.form = flag() ? .flat : .package
    template.namespaces = data()
    template.metadata = list { MetadataField(kind: $0.metadataKind(), content: $0.passage()) }
    template.fonts = data()
    template.commonStyles = passage()
    template.masterStyles = passage()
    template.bodyStart = passage()
    template.forms = passage()
    template.body = passage()
    template.pictures = list { reader in
      let name = reader.text()
      let mediaType = reader.text()
      let bytes = reader.data()
      let method: ZipEntry.Method = reader.flag() ? .deflated : .stored
      let crc32 = UInt32(truncatingIfNeeded: reader.number())
      return (
        PackedEntry(restoring: name, method: method, crc32: crc32, size: reader.number(), bytes: bytes), mediaType
      )
    }
    template.program = program()
    return template
  }

  private mutating func metadataKind() -> MetadataField.Kind {
    switch number() {
    case 0: .title
    case 1: .subject
    case 2: .description
    case 3: .keyword
    case 4: .language
    default: .user(name: text(), type: text())
    }
  }

  private mutating func program() -> Program {
    var program = Program()
    program.expressions = list { reader in
      let source = reader.text()
      let hasPath = reader.flag()
      let path = reader.list { $0.text() }
      return Expression(source: source, path: hasPath ? path : nil)
    }
    program.marks = list { reader in
      let kinds: [TemplateMark.Kind] = [
        .value(isOptional: false), .value(isOptional: true), .checkbox, .repetition, .condition,
      ]
      let kind = kinds[Swift.min(Swift.max(0, reader.number()), kinds.count - 1)]
      return TemplateMark(
        kind: kind, expression: reader.text(), place: reader.text(), line: reader.number(),
        enclosing: reader.list { $0.text() })
    }
    program.repetitions = number()
    program.resources = list { reader in
      let number = reader.number()
      return Resource(
        kind: number < 0 ? .style : .picture(number), bytes: reader.data(), uses: reader.list { $0.number() })
    }
    program.controls = list { $0.passage() }
    return program
  }

  private mutating func passage() -> Passage {
    let uses = list { $0.number() }
    return Passage(uses: uses, pieces: list { $0.piece() })
  }

  private mutating func piece() -> Piece {
    switch number() {
    case 0: return .bytes(data())
    case 1: return .content(data())
    case 2: return .blank
    case 3: return .paragraph(passage())
    case 4: return .value(mark: number(), isOptional: flag())
    case 5: return .plainText(passage())
    case 6: return .plain(mark: number(), isOptional: flag())
    case 7: return .checkbox(mark: number())
    case 8: return .lines(mark: number(), isOptional: flag(), first: passage(), next: passage(), close: data())
    case 9: return .repetition(mark: number(), number: number(), passage())
    case 10: return .condition(mark: number(), passage(), passage())
    case 11: return .name(base: data(), separator: data(), repetition: number())
    case 12:
      let control = number()
      let repetition = number()
      return .shape(control: control, repetition: repetition < 0 ? nil : repetition)
    case 13: return .controls(list { $0.number() })
    case 14: return .unlessEmpty(open: passage(), middle: passage(), close: data(), otherwise: passage())
    case 15: return .tick(mark: number(), passage(), passage(), isAdded: flag())
    case 16: return .glyph(mark: number(), text: data())
    default:
      fail()
      return .blank
    }
  }
}
