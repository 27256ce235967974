import FormModel
import Testing

/// What families sign: its texts and the languages they stand in.
@Suite struct TranslationTests {
  private static let forms = ["schweigepflichtentbindung", "widerruf", "datenschutzinfo"]

  @Test(arguments: forms)
  func `A text that must not be missing says which law it rests on and when somebody checked it`(_ id: String) throws {
    let form = try Repository.form(id, in: Repository.library())
    for notice in form.notices {
      #expect(notice.basis.isEmpty == (notice.checked == nil), "\(notice.id)")
      // An id of its own is what a required text has.
      let isRequired = !notice.missing.id.hasSuffix("-HINWEIS")
      #expect(!isRequired || !notice.basis.isEmpty, "\(notice.id)")
    }
    #expect(form.notices.contains { $0.checked != nil })
  }

  @Test(arguments: forms)
  func `A form has all editions, in languages that somebody can speak`(_ id: String) throws {
    let library = try Repository.library()
    let form = try Repository.form(id, in: library)
    let editions = try #require(form.editions(in: library)).codes
    let languages = editions.compactMap { $0.properties["sprache"] }
    #expect(Set(languages) == ["en", "tr", "uk", "ar", "ro", "bg", "pl", "ru", "fa", "kmr"])
    for language in languages { #expect(library.lists["sprache"]?.code(language) != nil, "\(language)") }
    // Nobody says of a translation that it was read unless somebody did.
    for edition in editions { #expect(["ja", "nein"].contains(edition.properties["geprueft"])) }
  }
}
