internal import FormModel
internal import OpenDocument

/// Makes the value of one field of what its carriers hold.
struct FieldEvidenceReader {
  let field: FieldDefinition
  let library: FormLibrary
  let answers: AnswerInput

  /// What was made of it.
  struct Result {
    var status = FieldReading.Status.unchanged
    var source = FieldReading.Source.carrier
    var issued: String?
    var found: String?
    /// What the field holds from now on; nil to leave the record as it is.
    var values: [RecordContent]?
    var notes: [ReadingNote] = []
    /// Whether the value comes from the page and not from the record as issued.
    var isNew: Bool { values != nil }
    var content: RecordContent?
  }

  /// What the carriers show: the text of a value, and what is ticked.
  private struct Shown: Equatable {
    var text = ""
    var ticked: [String] = []
  }

  func read(
    _ evidence: [CarrierCensus.Evidence], issued: [RecordContent], beside: String?, isDeleted: Bool
  ) -> Result {
    var result = Result()
    result.content = issued.first
    let hasBaseline = evidence.contains { $0.shown != nil }
    let old = hasBaseline ? shown(evidence, { $0.shown }, &result, isIssued: true) : nil
    result.issued = old.map(description)
    if evidence.contains(where: { $0.source == .position }) { result.source = .position }
    if isDeleted {
      (result.status, result.found, result.content) = (.emptied, "", nil)
      return result
    }
    let isLost = evidence.contains { $0.found.isEmpty }
    let isDoubled = evidence.contains { $0.found.count > 1 }
    var new = shown(evidence, { Self.agreed($0, field) }, &result, isIssued: false)
    if let beside, new.text.isEmpty {
      new.text = beside
      result.source = .position
      if !isLost { result.notes.append(.beside) }
    }
    if isLost {
      let isTaken = !new.text.isEmpty || (!new.ticked.isEmpty && !field.has(.several))
      result.status = .carrierLost
      result.notes.append(isTaken ? .replaced : .lost(isKept: !issued.isEmpty))
      guard isTaken else { return result }
    } else if isDoubled {
      result.status = .carrierDoubled
      result.notes.append(.doubled)
      guard evidence.allSatisfy({ $0.found.count < 2 || Self.agreed($0, field) != nil }) else {
        result.found = evidence.flatMap(\.found).map(\.text).joined(separator: " | ")
        return result
      }
    } else {
      result.status = new == old ? .unchanged : description(new).isEmpty ? .emptied : .edited
      // Without anything to compare with, an empty field is not one that was emptied.
      if old == nil, description(new).isEmpty { result.status = .unchanged }
    }
    result.found = description(new)
    guard new != old else { return result }
    take(new, issued: issued, evidence, &result)
    return result
  }

  // MARK: - What is shown

  private func shown(
    _ evidence: [CarrierCensus.Evidence], _ carrier: (CarrierCensus.Evidence) -> Carrier?, _ result: inout Result,
    isIssued: Bool
  ) -> Shown {
    var shown = Shown()
    for item in evidence {
      guard let own = carrier(item) else { continue }
      if let answer = item.name.answer {
        if own.text == Carrier.ticked { shown.ticked.append(answer) }
        continue
      }
      let prompt = item.shown.map(\.prompt) ?? field.shownPlaceholder
      let text = CarrierText(own.text, prompt: prompt, isLong: item.kind == .section || field.has(.multiline))
      if !isIssued, text.hasRestOfPrompt, !Self.hasBrackets(item, prompt) { result.notes.append(.restOfPrompt) }
      if shown.text.isEmpty { shown.text = NormalizationFormC.normalize(text.text) }
    }
    return shown
  }

  /// Whether the value that was issued has the brackets of a prompt in it.
  private static func hasBrackets(_ item: CarrierCensus.Evidence, _ prompt: String) -> Bool {
    item.shown.map { CarrierText($0.text, prompt: prompt, isLong: true).hasRestOfPrompt } ?? false
  }

  /// The one thing that carriers of the same name say; nil when they say different things.
  ///
  /// One that is empty or unchanged says nothing against one that was filled in.
  private static func agreed(_ evidence: CarrierCensus.Evidence, _ field: FieldDefinition) -> Carrier? {
    guard evidence.found.count > 1 else { return evidence.found.first }
    let prompt = evidence.shown?.prompt ?? field.shownPlaceholder
    func text(_ carrier: Carrier) -> String { CarrierText(carrier.text, prompt: prompt, isLong: false).text }
    var different: [Carrier] = []
    for carrier in evidence.found where !different.contains(where: { text($0) == text(carrier) }) {
      different.append(carrier)
    }
    guard different.count > 1 else { return different.first }
    let old = evidence.shown.map(text)
    let filled = different.filter { !text($0).isEmpty && text($0) != old }
    return filled.count == 1 ? filled[0] : nil
  }

  private func description(_ shown: Shown) -> String {
    guard let list = library.codes(of: field) else { return shown.text }
    let ticked = list.codes.filter { shown.ticked.contains($0.id) }.map { list.shown($0) }
    return (ticked + [shown.text]).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  // MARK: - What it means

  private func take(
    _ new: Shown, issued: [RecordContent], _ evidence: [CarrierCensus.Evidence], _ result: inout Result
  ) {
    var ticked = new.ticked
    var text = new.text
    // A cell that somebody wrote into beside boxes, or instead of them.
    if evidence.contains(where: { $0.source == .position }), let list = library.codes(of: field),
      !text.isEmpty
    {
      if let read = Self.answers(in: text, list) {
        ticked += read
        text = ""
      }
    }
    let list = library.codes(of: field)
    if field.has(.several) {
      let offered = Set(evidence.compactMap(\.name.answer))
      let kept = issued.compactMap { content -> String? in
        if case .value(let id) = content, !offered.contains(id), !offered.isEmpty { id } else { nil }
      }
      let all = Set(ticked + kept)
      let ids = (list?.codes.map(\.id).filter(all.contains) ?? []) + kept.filter { list?.code($0) == nil }
      result.values = ids.map { .value($0) } + (text.isEmpty ? [] : [.value(text)])
      result.content = result.values?.first
      return
    }
    var contents = (list?.codes.map(\.id).filter(ticked.contains) ?? []).map { RecordContent.value($0) }
    if let typed = answers.content(of: text, in: field), !contents.contains(typed) { contents.append(typed) }
    if contents.count > 1 {
      // Nobody can tell which is meant, so what was issued stays.
      result.notes.append(.ambiguous(description(new)))
      return
    }
    result.values = contents
    result.content = contents.first
  }

  /// The answers that a text names or ticks; nil when it does neither clearly.
  private static func answers(in text: String, _ list: CodeList) -> [String]? {
    let boxes = TickToken.boxes(in: text)
    func id(_ word: String) -> String? {
      let word = word.lowercased()
      return list.codes.first { [$0.short, $0.label, $0.id].contains { $0.lowercased() == word } }?.id
    }
    if !boxes.isEmpty {
      let ticked = boxes.filter(\.isTicked).map { id($0.word) }
      return ticked.contains { $0 == nil } ? nil : ticked.compactMap { $0 }
    }
    if let one = id(text.singleSpaced) { return [one] }
    guard let isTicked = TickToken.isTicked(text), list.code("ja") != nil else { return nil }
    return [isTicked ? "ja" : "nein"]
  }
}
