/// The fields whose text a program computes anew when it loads or saves a document, unless they are fixed.
///
/// A date or time, which is none of these, is written anew even then: in the language of the program.
enum ComputedField {
  static let names: Set<String> = [
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
