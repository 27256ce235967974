/// Papers of an earlier version, as those see them that know the current one.
///
/// What they say was worked out by their own version; then it goes by the names of today, and nothing is worked out again.
extension FormLibrary {
  /// A paper as others see it, by the names of today; nil for a form there is not.
  ///
  /// Throws when an expression of the form is broken.
  public func paper(_ record: Record, day: Day) throws(AuthorMistakes) -> EvaluatedRecord? {
    guard let current = forms[record.form] else { return nil }
    guard isEarlier(record), let own = form(of: record) else {
      return try EvaluatedRecord(asOther: record, form: current, library: self, day: day)
    }
    let told = try EvaluatedRecord(asOther: record, form: own, library: self, day: day)
    let shown = RecordMigration(told.shown, library: self, day: day)?.record ?? told.shown
    let paper = try EvaluatedRecord(asOther: shown, form: current.asTold(by: own), library: self, day: day)
    paper.earlier = (record, told.stretch)
    return paper
  }

  /// A record by the names of today, as far as they can be found; the same for one of the current version.
  public func byTodaysNames(_ record: Record) -> Record {
    guard isEarlier(record) else { return record }
    return RecordMigration(record, library: self, day: Day.first)?.record ?? record
  }
}

extension EvaluatedRecord {
  /// The same paper as others see it on another day.
  ///
  /// Throws when an expression of the form is broken.
  public func asOther(on day: Day, in library: FormLibrary) throws(AuthorMistakes) -> EvaluatedRecord {
    if let earlier, let paper = try library.paper(earlier.record, day: day) { return paper }
    return try EvaluatedRecord(asOther: given, form: form, library: library, day: day)
  }
}

extension FormDefinition {
  /// The form with nothing that works out, requires or judges values: they were worked out by another version.
  func asTold(by version: FormDefinition) -> FormDefinition {
    var form = self
    form.version = "\(version.version) → \(self.version)"
    form.sections = sections.map { section in
      var section = section
      section.items = Self.asTold(section.items)
      return section
    }
    (form.rules, form.masks) = ([], [])
    return form
  }

  private static func asTold(_ items: [ItemDefinition]) -> [ItemDefinition] {
    items.map { item in
      switch item {
      case .field(var field):
        field.common = field.common.asTold
        (field.calculate, field.defaultValue, field.relations, field.readonly) = (nil, nil, [], false)
        return .field(field)
      case .group(var group):
        group.common = group.common.asTold
        group.items = asTold(group.items)
        group.masks = []
        return .group(group)
      }
    }
  }
}

extension ItemProperties {
  fileprivate var asTold: ItemProperties {
    var common = self
    (common.required, common.relevant, common.rules) = (nil, nil, [])
    (common.missing, common.forbidden) = (nil, nil)
    return common
  }
}
