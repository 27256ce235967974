import Files
import Paperwork

/// The settings of this user, from one file.
struct UserSettings {
  /// Where the file lies, whether it is there or not.
  let path: String?
  /// The values of the settings file.
  let record: Record
  /// The findings of the settings file.
  let findings: [Finding]

  /// The largest file that is read, in bytes.
  private static let limit = 1 << 20

  /// Reads the settings; none are no failure.
  init(_ context: CommandContext, library: FormLibrary) throws {
    path = Self.path(context)
    form = library.settings
    guard let form else {
      (record, findings) = (Record(form: "", version: ""), [])
      return
    }
    guard let path, FileRemoval.exists(path) else {
      (record, findings) = (Record(form: form.id, version: form.version), [])
      return
    }
    let text = String(decoding: try FileReader.bytes(at: path, limit: Self.limit), as: UTF8.self)
    (record, findings) = try SettingsFile.read(text, form: form, library: library, day: context.day)
  }

  /// Settings from the text of another file, for the place where a user's lie.
  init(_ context: CommandContext, library: FormLibrary, text: String) throws {
    path = Self.path(context)
    form = library.settings
    guard let form else { throw CommandFailure.noSettings }
    (record, findings) = try SettingsFile.read(text, form: form, library: library, day: context.day)
  }

  /// Where a user's settings lie; nil without a home.
  private static func path(_ context: CommandContext) -> String? {
    context.surroundings.folder("XDG_CONFIG_HOME", otherwise: ".config").map { FilePath.joining($0, "settings") }
  }

  /// Settings for commands that need none of them; nil where no file lies there, and no declaration is read for it.
  static func existing(_ context: CommandContext) throws -> UserSettings? {
    guard let path = path(context), FileRemoval.exists(path) else { return nil }
    return try UserSettings(context, library: context.catalogue().library(forms: []))
  }

  /// Writes the file anew.
  func write(_ record: Record, _ library: FormLibrary) throws {
    guard let path, let form else { throw CommandFailure.noSettings }
    try FolderMaking.make(FilePath.parent(of: path))
    try AtomicFile.write(Array(SettingsFile.text(record, form: form, library: library).utf8), to: path)
  }

  /// How they are declared.
  private let form: FormDefinition?

  /// The value of a setting; nil when it is not set.
  subscript(_ role: FieldRole) -> String? {
    form?.items.field(role).flatMap { record.root.value($0.common.id) }
  }
}

extension CommandContext {
  /// The editor for long texts, found as Debian finds it: named, or the one that the machine's administrator chose.
  func editor(_ settings: UserSettings) -> String? {
    let named = [settings[.editor], surroundings.environment("VISUAL"), surroundings.environment("EDITOR")]
    if let editor = named.compactMap({ $0 }).first(where: { !$0.isEmpty }) { return editor }
    return program("sensible-editor") ?? program("editor")
  }

  /// A program of the search path.
  func program(_ name: String) -> String? {
    let folders = (surroundings.environment("PATH") ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.map { FilePath.joining(String($0), name) }.first(where: FileRemoval.exists)
  }
}
