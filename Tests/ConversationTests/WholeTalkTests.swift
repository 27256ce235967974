import FormModel
import Conversation
import Testing

/// Whole conversations with the examples of the domain.
struct WholeTalkTests {
  /// The note of a first contact as somebody would type it.
  static let firstContact = [
    "KSA-2-2025-0147", "", "9.9.2025", "9:15", "10:20", "Jörg Weißhaupt, Kita-Sozialarbeiter, Wattenscheid", "", "kita",
    "", "", "2", "25",
    "Ayşegül Çağlayan-Öztürk, Mutter, sorgeberechtigt, 0171 3920012", "Günnigfelder Straße 88 b, 44866 Bochum", "",
    "İlkay Çağlayan, 3.5.2021, m, Kita", "", "gemeinsam", "", "tr", "dolmetscher", "kita",
    "Kita Purzelbaum, Träger: Elterninitiative Purzelbaum e. V.", "Kita-Leitung, Frau Großjohann, Kita Purzelbaum", "",
    "1", "", "Jobcenter kürzt Leistungen, Geld für Kita-Ausflug fehlt", "behoerde, but, finanzen", "",
    "Frau Ç.-Ö. berichtet, dass die Leistungen seit 01.08. gekürzt sind, weil\nUnterlagen fehlten (Mietbescheinigung)."
      + "\n\nDatum: bereits zweimal persönlich abgegeben, ohne Quittung.\nRessourcen: Schwester hilft beim Übersetzen; "
      + "Kind geht gern in die Kita.\n",
    "Fachkraft; Anruf beim Jobcenter, Quittung anfordern; 12.9.", "Familie; Mietbescheinigung mitbringen; 16.9.", "",
    "but_stelle, vermittelt, direkt", "", "ja", "Bescheid Jobcenter 14.08.2025; 4 Seiten", "", "", "", "",
  ]

  @Test func aNoteOfAFirstContactTakesFewAnswers() throws {
    var talk = try Talk("gespraechsnotiz")
    for answer in Self.firstContact { try talk.say(answer) }
    try talk.say("")
    print(talk.transcript)
    #expect(talk.request == .finish(isDraft: false))
    #expect(talk.count <= 45)
    #expect(try talk.interview.finished() == Repository.example("gespraechsnotiz-erstkontakt.json"))
  }
}
