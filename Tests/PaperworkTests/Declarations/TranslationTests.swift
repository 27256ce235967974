import FormModel
import Testing

/// The second language of the release.
@Suite struct TranslationTests {
  private func list(_ name: String) throws -> CodeList {
    try #require(Repository.library().lists[name])
  }

  @Test func `The notices are translated word for word from what the sheet says`() throws {
    let form = try Repository.form("schweigepflichtentbindung", in: Repository.library())
    let texts = try list("spe_texte")
    for notice in form.notices {
      #expect(texts.code(notice.id)?.label == notice.text, "\(notice.id)")
    }
    #expect(form.notices.count == 5)
  }

  @Test func `Each version has every text and every kind of information in its language`() throws {
    let languages = try list("spe_fassung").codes.compactMap { $0.properties["sprache"] }
    #expect(languages.count > 2)
    for language in languages {
      #expect(try list("sprache").code(language) != nil, "\(language)")
      for code in try list("spe_texte").codes + list("spe_umfang").codes {
        let text = code.properties[language] ?? ""
        #expect(!text.isEmpty && text != code.label, "\(language): \(code.id)")
      }
    }
  }
}
