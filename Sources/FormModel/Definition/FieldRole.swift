/// What the program must find in a field whatever its name: declarations give the role, and no id stands in code.
public enum FieldRole: String, CaseIterable, Hashable, Sendable {
  /// The family name of a person.
  case familyName = "family-name"
  /// The first names of a person.
  case givenName = "given-name"
  /// The day on which a person was born.
  case birthDate = "birth-date"
  /// Of the settings: what is made at the end of a conversation.
  case output
  /// Of the settings: where finished papers lie.
  case folder
  /// Of the settings: the printer.
  case printer
  /// Of the settings: the editor for long texts.
  case editor
  /// Of the settings: the data file of the archive.
  case archive
  /// Of the settings: the key file of the archive.
  case archiveKeys = "archive-keys"
  /// Of the settings: whose access to the archive it is.
  case archivePerson = "archive-person"
}

extension [ItemDefinition] {
  /// The field with a role among these items themselves; nil when none has it.
  public func field(_ role: FieldRole) -> FieldDefinition? {
    for case .field(let field) in self where field.role == role { return field }
    return nil
  }
}
