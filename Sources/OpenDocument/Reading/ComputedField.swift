internal import XMLTree

/// The fields whose text a program computes anew when it loads or saves a document.
enum ComputedField {
  /// Whether the field's text may change without anybody's doing.
  ///
  /// A fixed date or time too: it is written anew in the language of the program.
  static func isComputed(_ field: XMLNode) -> Bool {
    let name = field.name
    if name == "date" || name == "time" { return true }
    return names.contains(name) && field.attribute("fixed", in: ODF.text) != "true"
  }

  private static let names: Set<String> = [
    "page-number", "page-continuation", "page-variable-get", "page-count", "paragraph-count",
    "word-count", "character-count", "table-count", "image-count", "object-count", "file-name",
    "template-name",
    "chapter", "sheet-name", "author-name", "author-initials", "sender-firstname", "sender-lastname",
    "sender-initials", "sender-title", "sender-position", "sender-email", "sender-phone-private",
    "sender-fax",
    "sender-company", "sender-phone-work", "sender-street", "sender-city", "sender-postal-code",
    "sender-country", "sender-state-or-province", "initial-creator", "creation-date", "creation-time",
    "printed-by", "print-date", "print-time", "title", "subject", "keywords", "description", "user-defined",
    "modification-date", "modification-time", "creator", "editing-cycles", "editing-duration", "bookmark-ref",
    "reference-ref", "sequence-ref", "note-ref", "sequence", "expression", "variable-get", "measure",
  ]
}
