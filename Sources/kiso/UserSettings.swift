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
    path = context.surroundings.folder("XDG_CONFIG_HOME", otherwise: ".config").map { FilePath.joining($0, "settings") }
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

  /// How they are declared.
  private let form: FormDefinition?

  /// The value of a setting; nil when it is not set.
  subscript(_ role: FieldRole) -> String? {
    form?.items.field(role).flatMap { record.root.value($0.common.id) }
  }
}
