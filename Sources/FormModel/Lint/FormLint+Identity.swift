/// What must be there once in a whole town, and what a form must say at all.
extension FormLint {
  /// Names that records use themselves, at their beginning.
  static let reserved: Set<String> = ["form", "version", "id", "unconfirmed", "record"]

  mutating func identity(of form: FormDefinition) {
    for item in form.items where Self.reserved.contains(item.id) {
      add(
        "FORM-ID", item.common.source,
        "\(item.spot) heißt ›\(item.id)‹; so heißt in jedem Papier schon etwas anderes. Bitte eine andere id vergeben.")
    }
    for notice in form.notices { note(notice.missing, at: notice.source) }
    if let other = shorts[form.short] {
      add(
        "FORM-KURZ", form.source,
        "Die Kurzform ›\(form.short)‹ hat schon das Formular ›\(other)‹; damit hießen die Regeln beider gleich. "
          + "Bitte eine andere wählen.")
    } else {
      shorts[form.short] = form.id
    }
    if let filing = form.filing, form.retention.isEmpty {
      add(
        "FORM-FRIST", filing.source,
        "Das Formular wird abgelegt (›filing‹), sagt aber nicht, wie lange: Es fehlt ›<retain class=\"…\"/>‹ mit einer "
          + "Klasse aus retention.xml.")
    }
  }
}
