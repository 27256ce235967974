internal import FormModel

/// Finding the form that somebody means.
extension Catalogue {
  /// The id of the form that a word means: its id, its short form, or a part of its id or title that no other form has.
  ///
  /// „kwg“ is the form whose short form it is, „notiz“ the only one with that in its id. Throws
  /// `PaperworkFailure.unknownForm` with the nearest known name, or `PaperworkFailure.severalForms` with those it may be.
  public func formID(meant typed: String) throws(PaperworkFailure) -> String {
    let ids = try formIDs()
    guard !ids.contains(typed) else { return typed }
    let word = SearchForm.fold(typed)
    guard word.utf8.count >= Self.shortestWord else {
      throw .unknownForm(name: typed, nearest: Nearest.name(to: typed, among: ids))
    }
    let forms = try library().forms.values.sorted { $0.id < $1.id }
    let ways: [(FormDefinition) -> Bool] = [
      { SearchForm.fold($0.short) == word },
      { ([$0.title] + $0.also).contains { SearchForm.fold($0) == word } },
      { SearchForm.fold($0.id).split(separator: "-").contains { $0 == word } },
      { SearchForm.fold($0.id).contains(word) || SearchForm.fold($0.title).contains(word) },
    ]
    for isMeant in ways {
      let found = forms.filter(isMeant).map(\.id)
      if let only = found.first, found.count == 1 { return only }
      if !found.isEmpty { throw .severalForms(name: typed, forms: found) }
    }
    throw .unknownForm(name: typed, nearest: Nearest.name(to: typed, among: ids))
  }

  /// Fewer letters stand in too many names.
  private static let shortestWord = 2
}
