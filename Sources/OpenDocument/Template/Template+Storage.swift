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
  private static let storageVersion = "kiso-template-4"
}

// MARK: - Writing

extension StorageWriter {
  mutating func variant(_ variant: TemplateVariant) {
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

  mutating func template(_ template: CompiledTemplate) {
    text(template.type.rawValue)
    flag(template.hasFigures)
    flag(template.form == .flat)
    data(template.namespaces)
    list(template.metadata) { writer, field in
      writer.kind(field.kind)
      writer.passage(field.content)
    }
    data(template.fonts)
    flag(template.styles != nil)
    if let styles = template.styles { entry(styles) }
    facts(template.facts)
    for part in [
      template.commonStyles, template.masterStyles, template.bodyStart, template.forms, template.body,
    ] {
      passage(part)
    }
    list(template.pictures) { writer, picture in
      writer.entry(picture.entry)
      writer.text(picture.mediaType)
    }
    program(template.program)
  }

  private mutating func entry(_ entry: PackedEntry) {
    text(entry.name)
    data(entry.bytes)
    flag(entry.method == .deflated)
    number(Int(entry.crc32))
    number(entry.size)
  }

  private mutating func facts(_ facts: StyleFacts) {
    for names in facts.lists { list(names) { $0.text($1) } }
  }

  private mutating func fragment(_ fragment: Fragment) {
    data(fragment.bytes)
    list(fragment.events) { writer, event in
      switch event {
      case .open(let tag, let kept):
        writer.number(Int(tag.rawValue))
        writer.list(kept) { writer, attribute in
          writer.text(attribute.name)
          writer.number(Int(attribute.space.rawValue))
          writer.text(attribute.value)
          writer.number(attribute.copy?.repetition ?? -1)
          writer.text(attribute.copy?.separator ?? "")
          writer.text(attribute.copy?.rest ?? "")
        }
      case .text(let bytes):
        writer.number(-1)
        writer.data(bytes)
      case .close: writer.number(-2)
      }
    }
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
      fragment(bytes)
    case .content(let bytes):
      number(1)
      fragment(bytes)
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
      fragment(close)
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
      fragment(close)
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
