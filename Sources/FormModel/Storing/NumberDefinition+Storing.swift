extension LibraryWriter {
  mutating func number(_ number: NumberDefinition) {
    text(number.id)
    text(number.label)
    text(number.form)
    list(number.pieces) { writer, piece in
      switch piece {
      case .text(let text):
        writer.number(0)
        writer.text(text)
      case .base(let id):
        writer.number(1)
        writer.text(id)
      case .part(let part):
        writer.number(2)
        writer.text(part.id)
        switch part.form {
        case .digits(let count): writer.list(["digits", String(count)]) { $0.text($1) }
        case .letters(let count): writer.list(["letters", String(count)]) { $0.text($1) }
        case .codes(let codes): writer.list(["codes"] + codes) { $0.text($1) }
        }
        writer.flag(part.isSerial)
        writer.text(part.example)
      }
    }
    place(number.source)
  }
}

extension LibraryReader {
  mutating func numberDefinition() -> NumberDefinition {
    NumberDefinition(
      id: text(), label: text(), form: optionalText(),
      pieces: list { reader in
        switch reader.number() {
        case 0: .text(reader.text())
        case 1: .base(reader.text())
        default:
          .part(
            NumberDefinition.Part(
              id: reader.text(), form: reader.partForm(), isSerial: reader.flag(), example: reader.text()))
        }
      }, source: place())
  }

  private mutating func partForm() -> NumberDefinition.Form {
    let words = list { $0.text() }
    let count = words.count > 1 ? Int(words[1]) ?? 0 : 0
    return switch words.first {
    case "digits": .digits(count)
    case "letters": .letters(count)
    default: .codes(Array(words.dropFirst()))
    }
  }
}
