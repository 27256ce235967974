/// Texts that are easily damaged: names of all scripts, marks that combine, signs of markup, long lines.
enum SampleTexts {
  /// First names in letters of DIN 91379, some with marks that follow their letter.
  static let givenNames = [
    "Ayşegül", "Đặng", "Zoë", "Łukasz", "İlkay", "Þórður", "Jean-Luc", "Mai-Linh", "Nguyễn Thị", "Ana María", "Mia",
    "Søren", "Jürgen", "Ğülşen", "Ëlodie", "M\u{302}bala", "K\u{35F}halid", "S\u{304}arah", "ʿAlī", "Oʻahu", "Ẹnitan",
    "Željko", "Ő", "Thành", "Fatoumata Binta", "Ḥasan", "Yıldız",
  ]

  /// Family names in the same letters.
  static let familyNames = [
    "Müller", "Çağlayan", "Öztürk", "Đặng-Nguyễn", "Kowalczyk", "D’Angelo", "Şahin", "Ñíguez", "Vâlcea", "O’Brien",
    "van der Meer", "al-Ḥusainī", "Weiß", "Groß-Ünlü", "Ģērmanis", "Ķ", "Ångström", "Hrůza", "Szabó", "Ÿ", "Nowak",
    "Ťapušík", "Yılmaz", "Żółć",
  ]

  /// What stands in a text whose letters are free.
  static let words = [
    "Олександра Шевченко", "محمد عبد الله", "王小明", "Ελένη Παπαδοπούλου", "שרה כהן", "हिन्दी", "ქართული", "日本語テスト",
    "Ä & <Ö> „Ü“", "a < b > c", "\"gerade\" und 'einfach'", "]]> & &amp; &#10;", "50 %", "3 ½ Stunden", "§ 8a SGB VIII",
    "Jobcenter Bochum", "Schulden bei der Stadt", "zwei  Blanke", "schmal\u{202F}und\u{A0}fest", "weich\u{AD}getrennt",
    "e\u{301}t\u{301}u\u{308}", "x\u{336}y", "Kind (4)", "ja | nein", "a;b,c/d\\e", "Straße", "€ 12,50", "1. Punkt",
    "{.}", "$1", "-", "Nr. 7", "Zeile: „Wert“", "ﬁ ß ẞ", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "<datum>", "☒ kein Kreuz", "☐", "–", "…", "nicht bekannt", "keine Angabe",
  ]

  /// Beginnings of places, which a mark of their own follows.
  static let streets = ["Am Quellhang", "Günnigfelder Straße", "Zum Ährenfeld", "Ósk-Weg", "Hauptstr.", "Allee der Ü"]
  /// Towns.
  static let towns = ["Bochum", "Herne", "Köln", "Gau-Bickelheim", "Ümminghausen"]
}
