import FormModel

extension RawValue {
  /// The values with edits of the form `kinder[2]/vorname=Noah`.
  ///
  /// Nothing behind `=` empties, `path?=word` is an answer that is no value. Rows and values that are not there yet are added.
  func edited(_ edits: [String]) -> RawValue {
    edits.reduce(self) { value, edit in
      guard let mark = edit.firstIndex(of: "=") else { return value }
      let isStatus = edit[..<mark].hasSuffix("?")
      let path = edit[..<mark].split(separator: "/").map { String($0.filter { $0 != "?" }) }
      let text = String(edit[edit.index(after: mark)...])
      return value.setting(path[...], to: isStatus ? .status(text) : .text(text))
    }
  }

  private func setting(_ path: ArraySlice<String>, to value: RawValue) -> RawValue {
    guard let step = path.first else { return value }
    let parts = step.split(separator: "[")
    let name = parts.first.map(String.init) ?? ""
    let number = parts.count > 1 ? Int(parts[1].dropLast()) : nil
    var members: [Member] = if case .object(let members) = self { members } else { [] }
    let index = members.firstIndex { $0.name == name } ?? members.endIndex
    if index == members.endIndex { members.append(Member(name, .object([]))) }
    if let number {
      var rows: [RawValue] = if case .list(let rows) = members[index].value { rows } else { [] }
      while rows.count < number { rows.append(.object([])) }
      rows[number - 1] = rows[number - 1].setting(path.dropFirst(), to: value)
      members[index].value = .list(rows)
    } else {
      members[index].value = members[index].value.setting(path.dropFirst(), to: value)
    }
    return .object(members)
  }
}
