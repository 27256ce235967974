extension FormLibrary {
  /// The declarations as bytes that can be kept and read again much faster than the files they were read from.
  ///
  /// The bytes belong to one version of this module; ``init(stored:)`` refuses those of any other.
  public func stored() -> [UInt8] {
    var writer = LibraryWriter()
    writer.table(forms) { $0.form($1) }
    writer.table(lists) { $0.codeList($1) }
    writer.profile(profile)
    writer.optional(settings) { $0.form($1) }
    writer.schedule(retention)
    return writer.bytes(version: Self.storageVersion)
  }

  /// Reads what ``stored()`` gave; nil when it is damaged or of another version.
  public init?(stored bytes: [UInt8]) {
    guard var reader = LibraryReader(bytes, version: Self.storageVersion) else { return nil }
    self.init(
      forms: reader.table { $0.form() }, lists: reader.table { $0.codeList() }, profile: reader.profile(),
      settings: reader.optional { $0.form() },
      retention: reader.schedule())
    guard reader.isComplete else { return nil }
  }

  /// Changes whenever what is stored changes its meaning.
  private static let storageVersion = "kiso-declarations-1"
}

// MARK: - Lists, profile and periods

extension LibraryWriter {
  fileprivate mutating func codeList(_ list: CodeList) {
    text(list.id)
    text(list.label)
    self.list(list.codes) { writer, code in
      writer.text(code.id)
      writer.text(code.label)
      writer.text(code.short)
      writer.table(code.properties) { $0.text($1) }
    }
    place(list.source)
  }

  fileprivate mutating func profile(_ profile: Profile) {
    text(profile.id)
    text(profile.label)
    table(profile.entries) { $0.text($1) }
    place(profile.source)
  }

  fileprivate mutating func retentionClass(_ rule: RetentionSchedule.Class) {
    text(rule.id)
    text(rule.label)
    text(rule.start)
    text(rule.event)
    text(rule.period.iso)
    text(rule.action.rawValue)
    text(rule.kind)
    text(rule.reminder?.iso)
    text(rule.afterwards?.iso)
    text(rule.basis)
    place(rule.source)
  }

  fileprivate mutating func schedule(_ schedule: RetentionSchedule) {
    list(schedule.events) { writer, event in
      writer.text(event.id)
      writer.text(event.label)
      writer.flag(event.isOfCase)
      writer.place(event.source)
    }
    text(schedule.caseKind)
    text(schedule.copiesKind)
    text(schedule.logKind)
    table(schedule.classes) { $0.retentionClass($1) }
  }

  mutating func place(_ place: SourcePlace) {
    text(place.file)
    number(place.line)
  }
}

extension LibraryReader {
  fileprivate mutating func codeList() -> CodeList {
    CodeList(
      id: text(), label: text(),
      codes: list {
        CodeList.Code(id: $0.text(), label: $0.text(), short: $0.text(), properties: $0.table { $0.text() })
      },
      source: place())
  }

  fileprivate mutating func profile() -> Profile {
    Profile(id: text(), label: text(), entries: table { $0.text() }, source: place())
  }

  fileprivate mutating func retentionClass() -> RetentionSchedule.Class {
    RetentionSchedule.Class(
      id: text(), label: text(), start: text(), event: text(), period: period(),
      action: value(otherwise: .delete), kind: optionalText(), reminder: optional { $0.period() },
      afterwards: optional { $0.period() }, basis: text(), source: place())
  }

  fileprivate mutating func schedule() -> RetentionSchedule {
    RetentionSchedule(
      events: list {
        RetentionSchedule.Event(id: $0.text(), label: $0.text(), isOfCase: $0.flag(), source: $0.place())
      },
      caseKind: optionalText(), copiesKind: optionalText(), logKind: optionalText(),
      classes: table { $0.retentionClass() })
  }

  private mutating func period() -> Period {
    let period = Period(iso: text())
    if period == nil { fail() }
    return period ?? Period.empty
  }

  mutating func place() -> SourcePlace {
    SourcePlace(file: text(), line: number())
  }
}
