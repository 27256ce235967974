/// Papers keep the version of the form that they were made with.
extension FormLibrary {
  /// A version of a form; nil where it is neither the current one nor kept.
  public func form(_ id: String, version: String) -> FormDefinition? {
    guard let form = forms[id], form.version != version else { return forms[id] }
    return earlier[id]?.first { $0.version == version }
  }

  /// The form that a record was made with; the current one where that version was not kept.
  public func form(of record: Record) -> FormDefinition? {
    form(record.form, version: record.version) ?? forms[record.form]
  }

  /// Whether a record was made with an earlier version that is kept.
  public func isEarlier(_ record: Record) -> Bool {
    guard let kept = earlier[record.form], let form = forms[record.form] else { return false }
    return record.version != form.version && kept.contains { $0.version == record.version }
  }

  /// The versions of a form that are kept and no longer the current one, the oldest first.
  public func earlierVersions(of form: FormDefinition) -> [FormDefinition] {
    (earlier[form.id] ?? []).filter { $0.version != form.version }
  }

  /// The library in which an earlier version stands in the place of the current one.
  func holding(_ form: FormDefinition) -> FormLibrary {
    var forms = forms
    forms[form.id] = form
    return FormLibrary(
      forms: forms, earlier: earlier, lists: lists, profile: profile, settings: settings, retention: retention,
      process: process)
  }

  /// The versions after that of a record, the current one last.
  func versions(after record: Record) -> [FormDefinition] {
    guard let current = forms[record.form] else { return [] }
    return earlierVersions(of: current).filter { FormVersion($0.version) > FormVersion(record.version) } + [current]
  }
}

extension FormLibrary {
  /// What is said of a record of another version than the current one; nil for one of the current version.
  ///
  /// A version that is kept is read as it was, with a hint; one that nobody knows as far as it fits the current one.
  public func versionFinding(of record: Record) -> Finding? {
    guard let form = forms[record.form], record.version != form.version else { return nil }
    let version = record.version.prefix(20)
    if isEarlier(record) {
      return Finding(
        id: "H-\(form.short)-FASSUNG", strength: .hint, path: "", place: form.title,
        message:
          "Das Papier ist nach Fassung \(version) des Formulars gemacht und wird so gelesen; heute gilt Fassung \(form.version).",
        remedy: "Wer es fortführen will, hebt es mit kiso migrate auf die heutige Fassung.")
    }
    return Finding(
      id: "W-\(form.short)-FASSUNG", strength: .warning, path: "", place: form.title,
      message: "Die Angaben gehören zu Fassung \(version) des Formulars; hier gilt Fassung \(form.version).",
      remedy: "Bitte prüfen, ob alles übernommen wurde.")
  }
}
