import Testing

@testable import FormModel

/// Words that mean protection, and places that texts give away.
struct ProtectionTests {
  @Test(
    arguments: [
      "geschützte Anschrift", "Anschrift geheim!", "c/o Frauenhaus", "im Frauen-Haus", "Fruenhaus", "SPERRVERMERK",
      "Sperr-Vermerk",
      "Übermittlungsspere", "uebermittlungssperre", "geschuetzt", "geschüzt", "Bitte nicht weitergeben", "vertraulich",
      "Schutzwohnung 3", "Auskunftssperre § 51", "Männerschutzwohnung",
    ])
  func aWordOfProtectionIsFoundInAnySpelling(_ text: String) throws {
    let list = try #require(ScanSample.library.listedWords("schutzwoerter"))
    #expect(list.resembled(in: text) != nil)
  }

  @Test(
    arguments: [
      "Frauenhausplatz", "Schützenstraße", "Hinterhaus", "3. Etage links", "c/o Meyer", "Am Geheimrat",
      "Hans-Böckler-Straße",
      "Schutzengelweg", "Vertrauensweg", "bei Familie Frauendorf", "",
    ])
  func ordinaryAdditionsMeanNoProtection(_ text: String) throws {
    let list = try #require(ScanSample.library.listedWords("schutzwoerter"))
    #expect(list.resembled(in: text) == nil)
  }

  @Test(
    arguments: [
      (.street("Kemnader Straße"), "Sie wohnt in der Kemnader Str. 5"),
      (.street("Kemnader Straße"), "kemnader strasse"),
      (.street("Kemnader Straße"), "Kemnaderstraße"), (.street("Kemnader Str."), "in der Kemnader Straße"),
      (.street("Hans-Böckler-Straße"), "Hans Boeckler Str 12"), (.street("Hans-Böckler-Straße"), "Böcklerstr. 12"),
      (.street("Am Hang"), "wohnt am Hang"), (.street("Musterweg"), "Musterweg7"),
      (.street("Große Allee"), "Grosse Allee"),
      (.postcode("44801"), "in 44801 Bochum"), (.phone("0171 3920012"), "0171/39 200 12"),
      (.phone("0171 3920012"), "+49 171-3920012"), (.phone("+49 171 3920012"), "01713920012"),
      (.phone("0234 910-5463"), "Durchwahl 9105463"), (.email("z.yildiz@example.org"), "Z.Yildiz @ example.org"),
      (.house("Kita Purzelbaum"), "geht in den Purzelbaum"), (.house("Kita Purzelbaum, Träger AWO"), "Kita Purzelb."),
      (.house("Städt. Kita Purzelbaum (AWO)"), "Purzelbaums Leitung"),
      (.house("Familienzentrum St. Anna"), "in St. Anna"),
    ] as [(PlaceSearch.Part, String)])
  func aPlaceIsFoundHoweverItIsWritten(_ part: PlaceSearch.Part, _ text: String) {
    #expect(PlaceSearch(houseWords: ["Kita", "Städt", "Familienzentrum", "Träger"]).tells(part, in: text))
  }

  @Test(
    arguments: [
      (.street("Kemnader Straße"), "die Straße ist gesperrt"), (.street("Kemnader Straße"), "Kemnade am See"),
      (.street("Am Hang"), "am Hangweg wohnt niemand"), (.street("Ring"), "der Ohrring"),
      (.postcode("44801"), "448012"),
      (.phone("0171 3920012"), "am 17.1.2025 um 9:20"), (.phone("0171 3920012"), "0171 3920013"),
      (.house("Kita Purzelbaum"), "die Kita"), (.house("Kita"), "die Kita"),
      (.house("Kita Purzelbaum"), "Sie turnt. Purzel schläft."),
      (.street(""), "Straße"),
    ] as [(PlaceSearch.Part, String)])
  func otherWordsGiveNothingAway(_ part: PlaceSearch.Part, _ text: String) {
    #expect(!PlaceSearch(houseWords: ["Kita", "Städt", "Familienzentrum", "Träger"]).tells(part, in: text))
  }
}
