extension LibraryWriter {
  mutating func filing(_ filing: FilingDefinition) {
    text(filing.caseField)
    text(filing.day)
    text(filing.number)
    text(filing.names)
    list(filing.events) { writer, event in
      writer.text(event.id)
      writer.text(event.value)
      writer.text(event.reason)
      writer.place(event.source)
    }
    optional(filing.copies) { writer, copies in
      writer.text(copies.each)
      writer.text(copies.description)
      writer.text(copies.pages)
      writer.text(copies.day)
      writer.place(copies.source)
    }
    place(filing.source)
  }
}

extension LibraryReader {
  mutating func filing() -> FilingDefinition {
    FilingDefinition(
      caseField: optionalText(), day: optionalText(), number: optionalText(), names: optionalText(),
      events: list {
        FilingDefinition.Event(id: $0.text(), value: $0.text(), reason: $0.optionalText(), source: $0.place())
      },
      copies: optional {
        FilingDefinition.Copies(
          each: $0.text(), description: $0.text(), pages: $0.optionalText(), day: $0.optionalText(),
          source: $0.place())
      },
      source: place())
  }
}
