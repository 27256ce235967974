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
    writer.retention(retention)
    writer.process(process)
    return writer.bytes(version: Self.storageVersion)
  }

  /// Reads what ``stored()`` gave; nil when it is damaged or of another version.
  public init?(stored bytes: [UInt8]) {
    guard var reader = LibraryReader(bytes, version: Self.storageVersion) else { return nil }
    self.init(
      forms: reader.table { $0.form() }, lists: reader.table { $0.codeList() }, profile: reader.profile(),
      settings: reader.optional { $0.form() },
      retention: reader.retention(), process: reader.process())
    guard reader.isComplete else { return nil }
  }

  /// Changes whenever what is stored changes its meaning.
  private static let storageVersion = "kiso-declarations-9"
}

// MARK: - Lists and profile

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
    list(profile.numbers) { $0.number($1) }
    optional(profile.logo) { writer, logo in
      writer.text(logo.file)
      writer.text(logo.label)
      writer.text(String(logo.width))
      writer.text(String(logo.height))
      writer.place(logo.source)
    }
    place(profile.source)
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
    Profile(
      id: text(), label: text(), entries: table { $0.text() },
      numbers: list { $0.numberDefinition() },
      logo: optional {
        Profile.Logo(
          file: $0.text(), label: $0.text(), width: Double($0.text()) ?? 0, height: Double($0.text()) ?? 0,
          source: $0.place())
      }, source: place())
  }

  mutating func place() -> SourcePlace {
    SourcePlace(file: text(), line: number())
  }
}
