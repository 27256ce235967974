import Files
import Testing

/// A town of an office's own whose finished notes print every kind of contact with its box, as other towns' papers may.
struct BoxedTown: ~Copyable {
  private let home: PrivateDirectory

  init() throws {
    let home = try PrivateDirectory()
    for folder in ["Forms", "Forms/probe", "Templates", "Templates/probe"] {
      _ = try home.makeFolder(folder)
    }
    let profile = try Repository.text("Forms/bochum/profile.xml").replacing(
      "<profile id=\"bochum\"", with: "<profile extends=\"bochum\" id=\"probe\"")
    _ = try home.write(Array(profile.utf8), as: "Forms/probe/profile.xml")
    var note = try Repository.text("Templates/bochum/gespraechsnotiz.fodt")
    let label = try #require(note.firstRange(of: "Kontaktart – genau eine"))
    let condition = try #require(note[..<label.lowerBound].ranges(of: "&lt;wenn blanko() oder eingabe()&gt;").last)
    note.replaceSubrange(condition, with: "&lt;wenn ausgefüllt(kontaktart) oder blanko() oder eingabe()&gt;")
    _ = try home.write(Array(note.utf8), as: "Templates/probe/gespraechsnotiz.fodt")
    self.home = home
  }

  /// What kiso says where that town is the office's own.
  func run(_ words: [String]) throws -> Run {
    let data = try PrivateDirectory()
    _ = try Program.run(["ln", "-s", home.path, data.path(of: "kiso")])
    return try Kiso.run(
      words + ["--as-of", "2025-11-20"], environment: ["KISO_HOME": "", "XDG_DATA_HOME": data.path])
  }
}
