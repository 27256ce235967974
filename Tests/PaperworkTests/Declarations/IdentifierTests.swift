@testable import Files
import FormModel
import Testing

/// The program knows no field by its id: every id of the shipped declarations is looked for among the texts in code.
@Suite struct IdentifierTests {
  /// Texts in code that are ids of declarations as well, and mean something else there; by folder or file, with why.
  private static let coincidences: [(place: String, texts: Set<String>, why: String)] = [
    ("OpenDocument/", ["name", "text", "email", "datum"], "names of ODF, and a function of templates"),
    ("OpenDocument/Compiling/", ["von", "stelle"], "German words in marks"),
    ("FormModel/Lint/ExpressionCheck+German", ["alter", "fassung", "papiere"], "German words in marks"),
    ("Terminal/", ["name"], "words of command lines"), ("XMLTree/", ["name", "text"], "functions of XPath"),
    (
      "kiso/", ["name", "text", "person", "kind", "weg", "durch", "was", "kita", "editor", "papier", "angaben"],
      "names and values of options, the head of a table, a program of Debian"
    ),
    ("RecordArchive/", ["kind", "schluessel"], "names in files of the archive, the kind of what has no entry"),
    ("FormModel/Values/", ["*"], "words of the German language that free text is searched for"),
    ("FormModel/Kinds/", ["name", "text", "email", "zeichen"], "names of kinds of fields, the end of a rule's id"),
    (
      "FormModel/Definition/", ["name", "text", "kind", "person", "nummer", "status", "zeitraum"],
      "words of declarations, properties of codes"
    ),
    ("FormModel/Lint/", ["email", "datum", "status"], "words of functions, attributes of nodes"),
    ("FormModel/Record/", ["status"], "an attribute of records"),
    ("FormModel/Evaluation/", ["status", "brief", "zeichen"], "attributes of nodes, the end of a rule's id"),
    ("FormModel/Snapshots/", ["name", "text"], "names of cases of what is kept"),
    ("Delivery/FilingDetails", ["kind"], "a note beside what was handed over"),
    ("Delivery/SentFile", ["kind"], "a note beside what was handed over"),
    ("Delivery/Archive+Files", ["fassung", "angaben"], "a word of the names of exported files"),
    ("FormModel/Layers/", ["text"], "words of declarations"),
    ("FormModel/Browser/", ["name", "text", "kind"], "members of what the page for the browser reads"),
    ("Paperwork/CaseReport", ["kind", "text"], "members of the report"),
    ("Paperwork/Towns/", ["name", "kind", "text", "weg"], "members of the report, a German word"),
    ("Paperwork/Making/SourceKind", ["text"], "the beginning of a media type"),
    ("Paperwork/Layout/", ["name"], "the name of a kind of field"),
    ("Paperwork/Schema/", ["name", "status"], "names of schema languages"),
    ("Paperwork/FindingReport", ["name", "text"], "members of SARIF"),
    ("Paperwork/Reading/ChangeReport", ["text", "status"], "members of the report"),
    ("Paperwork/CatalogueLint", ["datum"], "a function of templates"),
    ("Paperwork/AuthorMistake+Template", ["datum"], "a function of templates"),
    ("Conversation/", ["editor", "name", "feld"], "commands of the conversation"),
  ]

  private static func ids(_ library: FormLibrary) -> Set<String> {
    var ids: Set<String> = []
    func collect(_ items: [ItemDefinition]) {
      for item in items {
        ids.insert(item.id)
        if case .group(let group) = item { collect(group.items) }
      }
    }
    for form in library.forms.values {
      ids.insert(form.id)
      collect(form.items)
    }
    collect(library.settings?.items ?? [])
    ids.formUnion(library.retention.events.map(\.id))
    // A single letter is a key or a part of a word.
    return ids.filter { $0.count > 1 }
  }

  private static func sources(below folder: String) throws -> [String] {
    try DirectoryListing.names(in: folder).sorted().flatMap { name -> [String] in
      let path = FilePath.joining(folder, name)
      if DirectoryListing.isFolder(path) { return try sources(below: path) }
      return name.hasSuffix(".swift") ? [path] : []
    }
  }

  /// The texts of a line of code, and their parts between signs that no id has.
  private static func texts(in line: String) -> Set<String> {
    guard !line.drop(while: \.isWhitespace).hasPrefix("//") else { return [] }
    let texts = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    // Of a longer text only what can be nothing but an id.
    let parts = texts.flatMap { $0.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init) }
    return Set(texts).union(parts.filter { $0.contains("_") })
  }

  @Test func `No id of a field, form or event stands in code`() throws {
    let ids = Self.ids(try Repository.library())
    let root = FilePath.joining(Repository.root, "Sources")
    var hits: [String] = []
    for path in try Self.sources(below: root) {
      let name = String(path.dropFirst(root.count + 1))
      let allowed = Self.coincidences.filter { name.hasPrefix($0.place) }.reduce(into: Set()) { $0.formUnion($1.texts) }
      let text = String(decoding: try FileReader.bytes(at: path, limit: 1 << 20), as: UTF8.self)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let found = Self.texts(in: String(line)).intersection(ids).subtracting(allowed)
        if !allowed.contains("*") { hits += found.sorted().map { "\(name):\(number + 1): \($0)" } }
      }
    }
    #expect(hits == [])
    #expect(ids.count > 300)
  }
}
