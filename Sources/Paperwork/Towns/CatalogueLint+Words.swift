internal import Files
internal import FormModel
internal import OpenDocument
internal import XMLTree

/// Words of another town in what a town's papers say, whether they are its own or inherited.
extension CatalogueLint {
  /// A warning for each name in each file, with the first place where it stands.
  static func foreignWords(
    in files: [SourceFile], templates: [SourceFile], _ catalogue: Catalogue
  ) throws(PaperworkFailure) -> [AuthorMistake] {
    let words = try catalogue.foreignWords()
    guard !words.isEmpty else { return [] }
    var places: [ForeignWords.Word: [String: [SourcePlace]]] = [:]
    func note(_ text: String, at place: SourcePlace, isBasis: Bool = false) {
      // A rule may rest on the concept of another town; on the law of another Land it cannot.
      for word in words.found(in: text) where !isBasis || word.isOfLand {
        places[word, default: [:]][place.file, default: []].append(place)
      }
    }
    let declared = DeclaredTexts(files.filter { !$0.isKept } + (try catalogue.languageFiles()))
    for text in declared.texts where !nameless.contains(text.attribute) && text.element != "word" {
      // What is asked of a new town is no text of this one.
      guard text.element != "entry" || text.attribute.isEmpty else { continue }
      note(text.text, at: text.place, isBasis: text.attribute == "basis")
    }
    for template in templates { self.texts(of: template).forEach { note($0.text, at: $0.place) } }
    for example in try catalogue.examples() {
      for (number, line) in example.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        note(String(decoding: line, as: UTF8.self), at: SourcePlace(file: example.name, line: number + 1))
      }
    }
    return places.sorted { $0.key < $1.key }.flatMap { word, files in
      files.sorted { $0.key < $1.key }.compactMap { _, places in mistake(word, places) }
    }
  }

  private static func mistake(_ word: ForeignWords.Word, _ places: [SourcePlace]) -> AuthorMistake? {
    guard let first = places.min(by: { $0.line < $1.line }) else { return nil }
    let more = places.count - 1
    let others = more == 0 ? "" : more == 1 ? ", an noch einer Stelle" : ", an noch \(more) Stellen"
    return AuthorMistake(
      code: "STADT-WORT", place: first,
      message: "„\(word.text)“ gehört zu ›\(word.town)‹\(others). Bitte ersetzen"
        + (word.entry.map { " oder aus dem Profil nehmen: profile('\($0)')." } ?? "."))
  }

  /// Attributes that nobody reads on paper or screen.
  private static let nameless: Set<String> = ["extends", "id", "file", "form", "list"]

  /// The paragraphs, titles and descriptions of a template; what cannot be read is for others to say.
  private static func texts(of template: SourceFile) -> [(text: String, place: SourcePlace)] {
    guard
      let file = try? OpenDocumentFile(
        reading: template.bytes, accepting: [.text, .spreadsheet])
    else { return [] }
    var result: [(text: String, place: SourcePlace)] = []
    let roots = file.kind == .flat ? [try? file.content] : [try? file.content, try? file.styles]
    for root in roots.compactMap({ $0?.root }) {
      root.visit { node in
        guard shown.contains(node.name) else { return }
        result.append((node.text, SourcePlace(file: template.name, line: max(1, node.line))))
      }
    }
    return result
  }

  private static let shown: Set<String> = ["p", "h", "title", "desc", "subject", "description", "keyword"]
}

extension Catalogue {
  /// By what other towns of these folders are recognised in texts.
  func foreignWords() throws(PaperworkFailure) -> ForeignWords {
    let all = layers.names()
    guard let own = all.first(where: { $0.town == municipality }) else { return ForeignWords(nil) }
    return ForeignWords(own, others: all.filter { $0.town != municipality })
  }

  /// The examples of the town beside its forms: `Examples/TOWN`.
  func examples() throws(PaperworkFailure) -> [SourceFile] {
    var files: [SourceFile] = []
    do {
      for ending in ["json", "xml"] {
        let folder = FilePath.joining(home, "Examples/\(municipality)")
        for path in try DirectoryListing.files(in: folder, withExtension: ending) {
          let name = "Examples/\(municipality)/" + FilePath.lastComponent(of: path)
          files.append(SourceFile(name: name, bytes: try FileReader.bytes(at: path, limit: CatalogueLayers.fileLimit)))
        }
      }
    } catch {
      guard error.code == .noSuchFile else { throw .file(error) }
    }
    return files
  }
}

extension CatalogueLayers {
  /// By what each town of these folders is recognised.
  func names() -> [TownNames] {
    Self.towns(in: homes).compactMap { town in
      guard let profile = try? source("Forms/\(town)/\(Self.profile)"),
        let root = try? XMLDocument(parsing: profile.bytes).root
      else { return nil }
      return TownNames(town: town, profile: root)
    }
  }
}
