public import FormModel
internal import OpenDocument
internal import XMLTree

/// Makes pages in which a browser fills in a form, checks it and saves its record: one file each, without any network.
///
/// The page carries the declaration and the scripts that evaluate it (`Templates/browser`). They come through the layers
/// of the catalogue as templates do, because that is what they are: an office that wants other colours puts a
/// `page.css` of its own into its folder.
public struct BrowserPage: Sendable {
  private let catalogue: Catalogue
  private let day: Day?
  private let strict: Set<String>

  /// A maker of pages.
  ///
  /// - Parameters:
  ///   - catalogue: where forms and the parts of pages lie.
  ///   - day: the reference day; nil for the day on which a page is used.
  ///   - strict: modes that make errors of some warnings, such as `anonymity`.
  public init(catalogue: Catalogue, day: Day? = nil, strict: Set<String> = []) {
    (self.catalogue, self.day, self.strict) = (catalogue, day, strict)
  }

  /// The page of a new paper; `form` is an id, or what ``Catalogue/formID(meant:)`` understands.
  public func page(ofForm form: String) throws(PaperworkFailure) -> PaperDocument {
    let id = try catalogue.formID(meant: form)
    return try page(ofForm: id, named: id, beginningWith: nil)
  }

  /// The page that begins with a record; the document is called by `name`, see ``PaperDocument/source``.
  public func page(of record: Record, named name: String) throws(PaperworkFailure) -> PaperDocument {
    try page(ofForm: record.form, named: name, beginningWith: record)
  }

  private func page(
    ofForm id: String, named name: String, beginningWith record: Record?
  ) throws(PaperworkFailure) -> PaperDocument {
    let library = try catalogue.library(form: id)
    guard let form = record.flatMap({ library.form(of: $0) }) ?? library.forms[id] else {
      throw .unknownForm(name: id, nearest: nil)
    }
    let parts = try catalogue.browserParts()
    let declaration = BrowserDeclaration(form, library: library).json(day: day, strict: strict, record: record)
    let policy =
      "default-src 'none'; script-src \(Self.source(of: parts.script)); style-src \(Self.source(of: parts.style)); "
      + "base-uri 'none'; form-action 'none'"
    let marks: [String: [UInt8]] = [
      "policy": Array(policy.utf8), "title": Self.escaped(form.title), "town": Self.escaped(library.profile.label),
      "purpose": Self.escaped(form.purpose), "version": Self.escaped(form.version), "style": parts.style,
      "script": parts.script, "declaration": declaration,
    ]
    return PaperDocument(source: name, bytes: Self.filled(parts.frame, marks), kind: .html, isOurs: true)
  }

  /// A part of a page as its policy names it: by what it says, so that nothing else runs.
  private static func source(of part: [UInt8]) -> String { "'sha256-\(Base64.encode(SHA256.digest(part)))'" }

  private static func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    XMLEscape.append(attribute: text, to: &bytes)
    return bytes
  }

  /// The frame with each `{{mark}}` filled in; what is filled in is not looked at again.
  private static func filled(_ frame: [UInt8], _ marks: [String: [UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = frame[...]
    let (open, close) = (Array("{{".utf8), Array("}}".utf8))
    while let start = rest.firstRange(of: open)?.lowerBound {
      let behind = rest[(start + open.count)...]
      guard let end = behind.firstRange(of: close) else { break }
      let name = String(decoding: behind[..<end.lowerBound], as: UTF8.self)
      result += rest[..<start]
      result += marks[name] ?? []
      rest = behind[end.upperBound...]
    }
    return result + rest
  }
}

/// What every page is made of.
struct BrowserParts {
  /// The page with its marks.
  var frame: [UInt8]
  /// How it looks.
  var style: [UInt8]
  /// Its scripts in one piece, in the order of their names.
  var script: [UInt8]
}

extension Catalogue {
  /// What pages for browsers are made of; throws when a part is missing.
  func browserParts() throws(PaperworkFailure) -> BrowserParts {
    let folder = "Templates/browser"
    var script: [UInt8] = []
    for path in try paths(folder, withExtension: "js") { script += try part(path) }
    return BrowserParts(
      frame: try part("\(folder)/page.html"), style: try part("\(folder)/page.css"), script: script)
  }
}
