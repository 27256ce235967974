extension Record {
  /// The highest edition that is read; nobody corrects a paper more often.
  private static let lastEdition = 9_999

  /// The edition that a text names; nil when it names none.
  static func edition(_ text: String) -> Int? { Int(text).flatMap { (1...lastEdition).contains($0) ? $0 : nil } }

  /// Edition and day of correction as the head of a written record names them; nothing for a first edition.
  var writtenEdition: [(name: String, value: String)] {
    var result: [(String, String)] = []
    if edition > 1 { result.append(("edition", String(edition))) }
    if let corrected { result.append(("corrected", corrected.iso)) }
    return result
  }

  /// What the page of a corrected paper says of itself, in German; nil for one that was never corrected.
  public var correctionText: String? { corrected.map { "Berichtigte Fassung \(edition) vom \($0.german)" } }

  /// What all editions of one paper have in common: its id, or for one without an id what its first edition said.
  var identity: String { id ?? Self.digest(xml()) }

  /// Tells what the record says from everything else that one may say.
  var contentDigest: String { Self.digest(xml()) }

  /// Whether both are editions of one paper that say so themselves; a paper that was never corrected says nothing.
  public func isEdition(of other: Record) -> Bool {
    form == other.form && (id != nil || other.id != nil) && identity == other.identity
  }

  /// The identity of a paper without an id: FNV-1a over its record, which is no secret beside that record.
  private static func digest(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return "papier-" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The next edition of this paper with new values; the same paper where they are the earlier ones.
  ///
  /// `earlier` are its values with their defaults, as the new ones have them.
  /// What only completes it (see `ItemProperties.completes`) leaves it uncorrected: signatures that came later, a day that
  /// was not known. `day` is that of the correction.
  public func next(
    with values: RecordGroup, instead earlier: RecordGroup, form: FormDefinition, on day: Day
  ) -> Record {
    guard values != earlier else { return self }
    var next = self
    next.id = identity
    next.edition = min(edition + 1, Self.lastEdition)
    next.root = values
    next.unconfirmed = []
    if !form.items.allSatisfy({ Self.isCompleted($0, from: earlier, to: values) }) { next.corrected = day }
    return next
  }

  /// Whether an item says the same as before, or only more where that completes the paper.
  private static func isCompleted(_ item: ItemDefinition, from old: RecordGroup, to new: RecordGroup) -> Bool {
    let (before, after) = (old[item.id], new[item.id])
    if before == after { return true }
    if item.completes { return adds(after, to: before) }
    guard case .group(let group) = item, before.count == after.count else { return false }
    return zip(before, after).allSatisfy { pair in
      guard case (.group(let one), .group(let other)) = pair else { return pair.0 == pair.1 }
      return group.items.allSatisfy { isCompleted($0, from: one, to: other) }
    }
  }

  /// Whether nothing is taken away: what was empty or „nein“ is filled, and further entries stand behind the others.
  private static func adds(_ new: [RecordContent], to old: [RecordContent]) -> Bool {
    guard new.count >= old.count else { return false }
    return zip(old, new).allSatisfy { pair in
      switch pair {
      case (.group(let one), .group(let other)):
        Set(one.items.map(\.id)).allSatisfy { adds(other[$0], to: one[$0]) }
      case (.value("nein"), .value("ja")): true
      case (.value, _), (.status, _), (.group, _): pair.0 == pair.1
      }
    }
  }
}

extension ItemDefinition {
  /// Whether filling it later completes a finished paper and corrects nothing.
  public var completes: Bool {
    switch self {
    case .field(let field): field.common.completes
    case .group(let group): group.common.completes
    }
  }
}

extension Sequence {
  /// Those of which no later edition is among them.
  func newest(_ record: (Element) -> Record) -> [Element] {
    let all = map { ($0, record($0)) }
    var last: [String: Int] = [:]
    for (_, record) in all where record.edition > 1 {
      last[record.identity] = Swift.max(last[record.identity] ?? 0, record.edition)
    }
    guard !last.isEmpty else { return all.map(\.0) }
    return all.filter { _, record in last[record.identity].map { record.edition >= $0 } ?? true }.map(\.0)
  }
}
