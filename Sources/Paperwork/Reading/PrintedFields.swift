internal import FormModel
internal import OpenDocument

/// The fields that a page prints, as they were issued.
struct PrintedFields {
  let readings: [FieldReading]

  /// What was printed of one field.
  private struct Printed {
    let path: String
    let place: String
    /// The field, looked up once because each of its answers may have a box; nil for a group.
    let field: FieldDefinition?
    var texts: [String] = []
  }

  init(_ page: PageText, form: FormDefinition, library: FormLibrary, record: Record) {
    var found: [Printed] = []
    var numbers: [String: Int] = [:]
    for unit in page.units {
      for item in unit.items where item.carrier.kind == .printed {
        guard let name = CarrierName(item.carrier.name) else { continue }
        let number: Int
        if let known = numbers[name.path] {
          number = known
        } else {
          guard let (item, place) = form.item(at: name.path) else { continue }
          number = found.count
          numbers[name.path] = number
          let field: FieldDefinition? = if case .field(let field) = item { field } else { nil }
          found.append(Printed(path: name.path, place: place, field: field))
        }
        var text = BoundBlanks.release(item.carrier.text)
        if let answer = name.answer {
          // A box shows the answer it stands for, or nothing.
          guard text == Carrier.ticked, let field = found[number].field else { continue }
          let list = library.codes(of: field)
          text = list?.code(answer).map { list?.shown($0) ?? $0.short } ?? answer
        }
        if !found[number].texts.contains(text) { found[number].texts.append(text) }
      }
    }
    readings = found.map { printed in
      let text = printed.texts.joined(separator: ", ")
      return FieldReading(
        path: printed.path, place: printed.place, status: .unchanged, source: .printed, issued: text, found: text,
        value: record.contents(at: printed.path).first)
    }
  }
}
