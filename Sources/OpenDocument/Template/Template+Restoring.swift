internal import Storing
internal import ZipArchive

extension StorageReader {
  mutating func variant() -> TemplateVariant {
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

  mutating func template(_ variant: TemplateVariant) -> CompiledTemplate {
    var template = CompiledTemplate()
    template.variant = variant
    template.type = DocumentType(rawValue: text()) ?? .text
    template.hasFigures = flag()
    template.form = flag() ? .flat : .package
    template.namespaces = data()
    template.metadata = list { MetadataField(kind: $0.metadataKind(), content: $0.passage()) }
    template.fonts = data()
    if flag() { template.styles = entry() }
    template.facts = StyleFacts(lists: (0..<3).map { _ in list { $0.text() } })
    template.commonStyles = passage()
    template.masterStyles = passage()
    template.bodyStart = passage()
    template.forms = passage()
    template.body = passage()
    template.pictures = list { reader in
      let entry = reader.entry()
      return (entry, reader.text())
    }
    template.program = program()
    return template
  }

  private mutating func entry() -> PackedEntry {
    let name = text()
    let bytes = data()
    let method: ZipEntry.Method = flag() ? .deflated : .stored
    let crc32 = UInt32(truncatingIfNeeded: number())
    return PackedEntry(restoring: name, method: method, crc32: crc32, size: number(), bytes: bytes)
  }

  private mutating func fragment() -> Fragment {
    let bytes = data()
    let events = list { reader -> TextEvent in
      let number = reader.number()
      switch number {
      case -1: return .text(reader.data())
      case -2: return .close
      default:
        let tag = UInt8(exactly: number).flatMap(TextTag.init)
        if tag == nil { reader.fail() }
        return .open(tag ?? .foreign, reader.list { $0.keptAttribute() })
      }
    }
    return Fragment(bytes: bytes, events: events)
  }

  private mutating func keptAttribute() -> KeptAttribute {
    let name = text()
    let space = UInt8(exactly: number()).flatMap(ODF.Space.init) ?? .foreign
    let value = text()
    let repetition = number()
    let (separator, rest) = (text(), text())
    return KeptAttribute(
      name: name, space: space, value: value, copy: repetition < 0 ? nil : (separator, repetition, rest))
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
    case 0: return .bytes(fragment())
    case 1: return .content(fragment())
    case 2: return .blank
    case 3: return .paragraph(passage())
    case 4: return .value(mark: number(), isOptional: flag())
    case 5: return .plainText(passage())
    case 6: return .plain(mark: number(), isOptional: flag())
    case 7: return .checkbox(mark: number())
    case 8: return .lines(mark: number(), isOptional: flag(), first: passage(), next: passage(), close: fragment())
    case 9: return .repetition(mark: number(), number: number(), passage())
    case 10: return .condition(mark: number(), passage(), passage())
    case 11: return .name(base: data(), separator: data(), repetition: number())
    case 12:
      let control = number()
      let repetition = number()
      return .shape(control: control, repetition: repetition < 0 ? nil : repetition)
    case 13: return .controls(list { $0.number() })
    case 14: return .unlessEmpty(open: passage(), middle: passage(), close: fragment(), otherwise: passage())
    case 15: return .tick(mark: number(), passage(), passage(), isAdded: flag())
    case 16: return .glyph(mark: number(), text: data())
    default:
      fail()
      return .blank
    }
  }
}
