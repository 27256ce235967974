/// Versions: what was kept must stay readable, and what is gone needs a new version.
extension FormLint {
  /// What a version that is kept had and the form has no more, renamed or not.
  private struct Vanished {
    var path: String
    var label: String
  }

  /// Holds a form against the versions of it that are kept.
  mutating func versions(of form: FormDefinition) {
    let kept = library.earlier[form.id] ?? []
    let last = kept.last
    if let last, FormVersion(form.version) < FormVersion(last.version) {
      add(
        "FORM-FASSUNG", form.source,
        "Fassung \(form.version) ist älter als die Fassung \(last.version), die schon ausgegeben ist (\(last.source.file))."
      )
    }
    if let last, last.version == form.version {
      for gone in Self.vanished(last.items, form.items) {
        add(
          "FORM-FASSUNG", form.source,
          "›\(gone.path)‹ („\(gone.label)“) gibt es in der ausgegebenen Fassung \(form.version) "
            + "(\(last.source.file):\(last.source.line)) und hier nicht mehr, oder es ist von anderer Art. Bitte die Fassung erhöhen (version=\"…\"); "
            + "heißt das Feld jetzt anders, sagt <renamed from=\"\(gone.path)\"/> darin, wie es hieß.")
      }
    }
    let before = library.earlierVersions(of: form).last
    origins(of: form.items, before: before?.items, whole: before?.items ?? [], form)
  }

  /// What says of itself where it comes from: it must have been there, or not have been there.
  private mutating func origins(
    of items: [ItemDefinition], before: [ItemDefinition]?, whole: [ItemDefinition], _ form: FormDefinition
  ) {
    let ids = Set(items.map(\.id))
    for item in items {
      let common = item.common
      for name in common.renamed {
        let isThere =
          name.hasPrefix("/")
          ? Self.item(at: name.dropFirst().split(separator: "/").map(String.init)[...], in: whole) != nil
          : before?.contains { $0.id == name } ?? false
        if !isThere {
          let known = (before ?? []).map(\.id)
          add(
            "FORM-FASSUNG", common.source,
            "Das Feld ›\(name)‹, das jetzt ›\(item.id)‹ heißen soll, steht in keiner früheren Fassung in Forms/…/old."
              + Nearest.question(name, among: known))
        } else if ids.contains(name) {
          add(
            "FORM-FASSUNG", common.source,
            "›\(item.id)‹ soll früher ›\(name)‹ geheißen haben; ein Feld ›\(name)‹ gibt es hier aber noch.")
        }
      }
      if let since = common.since {
        if FormVersion(since) > FormVersion(form.version) {
          add(
            "FORM-FASSUNG", common.source,
            "›\(item.id)‹ soll es seit Fassung \(since) geben; das Formular ist erst Fassung \(form.version).")
        } else if before?.contains(where: { $0.id == item.id }) ?? false,
          let last = library.earlierVersions(of: form).last, FormVersion(last.version) < FormVersion(since)
        {
          add(
            "FORM-FASSUNG", common.source,
            "›\(item.id)‹ soll es seit Fassung \(since) geben und steht schon in Fassung \(last.version) (\(last.source.file))."
          )
        }
      }
      guard case .group(let group) = item else { continue }
      let name = ([item.id] + common.renamed).first { id in before?.contains { $0.id == id } ?? false }
      let inner = before?.first { $0.id == name }.flatMap { if case .group(let old) = $0 { old.items } else { nil } }
      origins(of: group.items, before: inner, whole: whole, form)
    }
  }

  /// What lists and types had when a version was kept and have no more: kept versions are read by those of today.
  mutating func shared(_ kept: FormLibrary.Lenient, types: [String: GroupDefinition]) {
    for (id, old) in kept.types.sorted(by: { $0.key < $1.key }) {
      guard let type = types[id] else {
        add("FORM-FASSUNG", old.common.source, "Der Typ ›\(id)‹ ist ausgegeben, und es gibt ihn nicht mehr.")
        continue
      }
      for gone in Self.vanished(old.items, type.items) {
        add(
          "FORM-FASSUNG", type.common.source,
          "›\(gone.path)‹ („\(gone.label)“) im Typ ›\(id)‹ ist ausgegeben (\(old.common.source.file)) und fehlt hier oder ist von "
            + "anderer Art. Bitte stehen lassen; was niemand mehr angeben soll, bekommt relevant=\"false()\".")
      }
    }
    for old in kept.library.lists.values.sorted(by: { $0.id < $1.id }) {
      guard let list = library.lists[old.id] else {
        add("FORM-FASSUNG", old.source, "Die Liste ›\(old.id)‹ ist ausgegeben, und es gibt sie nicht mehr.")
        continue
      }
      for code in old.codes where list.code(code.id) == nil {
        add(
          "FORM-FASSUNG", list.source,
          "Der Code ›\(code.id)‹ („\(code.label)“) ist ausgegeben (\(old.source.file)) und steht nicht mehr in der Liste. Bitte mit "
            + "retired=\"JJJJ-MM-TT\" stehen lassen: Er wird nicht mehr angeboten, und Papiere von früher behalten ihn."
        )
      }
    }
  }

  private static func vanished(_ old: [ItemDefinition], _ new: [ItemDefinition]) -> [Vanished] {
    old.flatMap { item -> [Vanished] in
      switch (item, new.first { $0.id == item.id }) {
      case (.group(let before), .group(let after)?):
        return vanished(before.items, after.items).map {
          Vanished(path: "\(item.id)/\($0.path)", label: "\(item.label) › \($0.label)")
        }
      case (.field(let before), .field(let after)?):
        // Another list or another kind is another field.
        let isSame = before.type == after.type && before.list == after.list && (!before.repeats || after.repeats)
        return isSame ? [] : [Vanished(path: item.id, label: item.label)]
      case (_, nil), (.group, .field?), (.field, .group?): return [Vanished(path: item.id, label: item.label)]
      }
    }
  }

  private static func item(at names: ArraySlice<String>, in items: [ItemDefinition]) -> ItemDefinition? {
    guard let name = names.first, let item = items.first(where: { $0.id == name }) else { return nil }
    guard names.count > 1 else { return item }
    guard case .group(let group) = item else { return nil }
    return self.item(at: names.dropFirst(), in: group.items)
  }
}
