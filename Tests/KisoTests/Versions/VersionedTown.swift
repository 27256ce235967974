import Files
import Testing

/// An office's own town whose note goes through three versions: a field is renamed and another added, then that one is
/// taken away again and an answer is no longer given.
struct VersionedTown: ~Copyable {
  private let data: PrivateDirectory
  let store: Store

  init() throws {
    let data = try Self.prepared()
    store = try Store()
    self.data = data
  }

  /// The town as it begins: a note, its template and a list of its own.
  private static func prepared() throws -> PrivateDirectory {
    let data = try PrivateDirectory()
    for folder in ["Forms/probe/lists", "Templates/probe"] {
      _ = try Program.run(["mkdir", "-p", data.path(of: "kiso/" + folder)])
    }
    let profile = "<profile id=\"probe\" label=\"Probe\" extends=\"bochum\" land=\"NW\" same-office=\"true\"/>"
    try AtomicFile.write(Array(profile.utf8), to: data.path(of: "kiso/Forms/probe/profile.xml"))
    for path in [form, template, list] {
      let source = try Repository.text(path.replacing("/probe/", with: "/bochum/"))
      try AtomicFile.write(Array(source.utf8), to: data.path(of: "kiso/" + path))
    }
    return data
  }

  static let form = "Forms/probe/gespraechsnotiz.xml"
  static let template = "Templates/probe/gespraechsnotiz.fodt"
  static let list = "Forms/probe/lists/kontaktart.xml"
  private static let mark = "&lt;anliegen&gt;</text:placeholder></text:p>"
  private static let weather =
    "<text:p text:style-name=\"Wert\"><text:placeholder text:placeholder-type=\"text\">&lt;wetter&gt;</text:placeholder></text:p>"

  /// Changes a file of the town.
  func change(_ path: String, _ change: (String) -> String) throws {
    try AtomicFile.write(Array(change(text(path)).utf8), to: data.path(of: "kiso/" + path))
  }

  /// Adds a file to the town.
  func add(_ path: String, _ text: String) throws {
    try AtomicFile.write(Array(text.utf8), to: data.path(of: "kiso/" + path))
  }

  /// A file of the town.
  func text(_ path: String) throws -> String {
    String(decoding: try FileReader.bytes(at: data.path(of: "kiso/" + path), limit: 1 << 24), as: UTF8.self)
  }

  /// Renames a field without a word, as somebody would who does not know better.
  func rename() throws {
    try change(Self.form) {
      $0.replacing("id=\"anlass\"", with: "id=\"anliegen\"").replacing("path=\"anlass\"", with: "path=\"anliegen\"")
    }
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
    // What never asks for an archive takes no passphrase and no day.
    guard !["lint", "text"].contains(words.first) else {
      return try Program.run(
        [Kiso.path] + words, environment: ["KISO_HOME": "", "KISO_CACHE": "", "XDG_DATA_HOME": data.path])
    }
    return try store.run(words, environment: ["KISO_HOME": "", "XDG_DATA_HOME": data.path])
  }
}
