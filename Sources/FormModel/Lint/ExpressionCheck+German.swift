/// What the functions of forms are called in templates, which office staff edit.
extension ExpressionCheck {
  /// The German names in templates, each with the name in expressions.
  public static let germanFunctions = [
    "ausgefüllt": "filled", "falls": "if", "verbunden": "join", "aufzählung": "list", "beschriftung": "label",
    "heute": "today", "bezugstag": "reference-day", "alter": "age-text", "eigenschaft": "code-property",
    "profil": "profile", "fassung": "form-version", "berichtigung": "correction", "antworten": "options",
    "codeliste": "codes", "listenzeilen": "code-rows", "spalte": "column", "hinweis": "notice", "kennzahl": "figure",
    "veröffentlichung": "is-publication", "papiere": "papers", "hier": "current", "auf-dem-blatt": "on-sheet",
    "zweitsprache": "second-language", "übersetzung": "translation",
    "löschen-am": "retention-due", "frist-endet-am": "retention-end", "aufbewahrungsregel": "retention-rule",
  ]
}
