internal import FormModel
internal import OpenDocument

/// The fields that a page prints, as they were issued.
struct PrintedFields {
  let readings: [FieldReading]

  init(_ page: PageText, form: FormDefinition, library: FormLibrary, record: Record) {
    var paths: [String] = []
    var texts: [String: [String]] = [:]
    for (_, item) in page.items where item.carrier.kind == .printed {
      guard let name = CarrierName(item.carrier.name), let (item: declared, place: _) = form.item(at: name.path) else {
        continue
      }
      if texts[name.path] == nil { paths.append(name.path) }
      var text = item.carrier.text
      if let answer = name.answer {
        // A box shows the answer it stands for, or nothing.
        guard text == Carrier.ticked, case .field(let field) = declared else {
          texts[name.path, default: []] += []
          continue
        }
        let list = library.codes(of: field)
        text = list?.code(answer).map { list?.shown($0) ?? $0.short } ?? answer
      }
      if !(texts[name.path]?.contains(text) ?? false) { texts[name.path, default: []].append(text) }
    }
    readings = paths.compactMap { path in
      guard let place = form.item(at: path)?.place else { return nil }
      let text = (texts[path] ?? []).joined(separator: ", ")
      return FieldReading(
        path: path, place: place, status: .unchanged, source: .printed, issued: text, found: text,
        value: record.contents(at: path).first)
    }
  }
}
