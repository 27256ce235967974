import Files
import Testing

/// An office's own town whose note goes through three versions: a field is renamed and another added, then that one is
/// taken away again and an answer is no longer given.
struct VersionedTown: ~Copyable {
  private let data: PrivateDirectory
  let store: Store

  init() throws {
    let data = try PrivateDirectory()
    for folder in ["Forms", "Forms/probe", "Forms/probe/lists", "Templates", "Templates/probe"] {
      _ = try Program.run(["mkdir", "-p", data.path(of: "kiso/" + folder)])
    }
    self.data = data
    store = try Store()
    try change("Forms/probe/profile.xml", from: "Forms/bochum/profile.xml") {
      $0.replacing("<profile id=\"bochum\"", with: "<profile extends=\"bochum\" id=\"probe\"")
    }
    try change(Self.form, from: "Forms/bochum/gespraechsnotiz.xml") { $0 }
    try change(Self.template, from: "Templates/bochum/gespraechsnotiz.fodt") { $0 }
    try change(Self.list, from: "Forms/bochum/lists/kontaktart.xml") { $0 }
  }

  static let form = "Forms/probe/gespraechsnotiz.xml"
  static let template = "Templates/probe/gespraechsnotiz.fodt"
  static let list = "Forms/probe/lists/kontaktart.xml"
  private static let mark = "&lt;anliegen&gt;</text:placeholder></text:p>"
  private static let weather =
    "<text:p text:style-name=\"Wert\"><text:placeholder text:placeholder-type=\"text\">&lt;wetter&gt;</text:placeholder></text:p>"

  /// Changes a file of the town.
  func change(_ path: String, from source: String? = nil, _ change: (String) -> String) throws {
    let target = FilePath.joining(data.path(of: "kiso"), path)
    let text = try source.map { try Repository.text($0) } ?? text(path)
    try AtomicFile.write(Array(change(text).utf8), to: target)
  }

  /// A file of the town.
  func text(_ path: String) throws -> String {
    String(decoding: try FileReader.bytes(at: data.path(of: "kiso/" + path), limit: 1 << 24), as: UTF8.self)
  }

  /// Renames a field without a word, as somebody would who does not know better.
  func rename() throws {
    try change(Self.form) { $0.replacing("id=\"anlass\"", with: "id=\"anliegen\"") }
    try change(Self.template) { $0.replacing("anlass&gt;", with: "anliegen&gt;") }
  }

  /// The second version: the field under its new name, and one more.
  func second() throws {
    try change(Self.form) {
      $0.replacing("version=\"1\" title", with: "version=\"2\" title").replacing(
        "<hint>möglichst in den Worten der Familie</hint></field>",
        with: "<hint>möglichst in den Worten der Familie</hint><renamed from=\"anlass\"/></field>"
          + "<field id=\"wetter\" type=\"text\" label=\"Wetter\" maxlength=\"80\"><since version=\"2\"/></field>")
    }
    try change(Self.template) { $0.replacing(Self.mark, with: Self.mark + Self.weather) }
  }

  /// The third version: the added field is gone, and nobody talks in the office any more.
  func third() throws {
    try change(Self.form) { text in
      var text = text.replacing("version=\"2\" title", with: "version=\"3\" title")
        .replacing("<renamed from=\"anlass\"/>", with: "")
      if let start = text.firstRange(of: "<field id=\"wetter\""),
        let end = text[start.lowerBound...].firstRange(of: "</field>")
      {
        text.removeSubrange(start.lowerBound..<end.upperBound)
      }
      return text
    }
    try change(Self.template) { $0.replacing(Self.weather, with: "") }
    try change(Self.list) {
      $0.replacing("<code id=\"buero\"", with: "<code id=\"buero\" retired=\"2025-11-01\"")
    }
  }

  /// What kiso says where this town is the office's own, with the archive of ``store``.
  func run(_ words: [String]) throws -> Run {
    try store.run(words, environment: ["KISO_HOME": "", "XDG_DATA_HOME": data.path])
  }
}
