/// A family whose mother and child live where the father must not find them, with papers that mention it in many ways.
struct DisclosedFamily {
  static let number = "KSA-2-2025-0147"

  /// What the father must be told nowhere, each in the spelling of its field.
  let secrets: [String]
  /// What must be told to him.
  let own: [String]
  /// The papers, as JSON.
  let papers: [String]
  let father: String
  let child: String

  init(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    func word(_ count: Int) -> String {
      let text = (0..<count).map { _ in
        ["ba", "ke", "lo", "mi", "nu", "ra", "so", "te", "wi", "zu", "hä", "gö", "fü"][next(13)]
      }.joined()
      return text.prefix(1).uppercased() + text.dropFirst()
    }
    func digits(_ count: Int) -> String { (0..<count).map { _ in String(next(10)) }.joined() }
    let core = word(4)
    let street = core + ["straße", "weg", " Straße", "platz"][next(4)]
    let house = String(11 + next(80))
    let postcode = ["44789", "44803", "44867", "44892"][next(4)]
    let phone = "0234 910" + digits(4)
    let email = word(3).lowercased() + "@example.org"
    let kita = word(4)
    let witness = word(4)
    let mother = word(3)
    (father, child) = ("Tomasz \(word(3))", "Lea \(mother)")
    let fatherName = father.split(separator: " ")[1]
    let fatherStreet = word(4) + "gasse"
    let shortened = street.replacing("straße", with: "str.").replacing(" Straße", with: "str.")
    let shouted = street.uppercased().replacing("ß", with: "SS")
    let grouped = phone.dropFirst(5).map(String.init).joined(separator: " ")
    let mentions = [
      "Die beiden wohnen jetzt \(shortened) \(house).", "Sie zogen in die \(shouted), 2. Etage.",
      "Anruf unter 0234/\(grouped).", "Post bitte an \(email.uppercased()).", "Das Kind geht in die \(kita).",
      "Erreichbar: +49 \(phone.dropFirst().replacing(" ", with: "-")).", "Adresse: \(postcode), bei der Tante.",
    ]
    func mention() -> String { mentions[next(mentions.count)] }
    let address = """
      {"strasse": "\(street)", "hausnummer": "\(house)", "plz": "\(postcode)", "ort": "Bochum", "schutzadresse": true}
      """
    let fathersAddress = """
      {"strasse": "\(fatherStreet)", "hausnummer": "5", "plz": "45127", "ort": "Essen"}
      """
    let motherData = """
      {"vorname": "Marta", "nachname": "\(mother)", "geburtsdatum": "1990-0\(1 + next(9))-1\(next(10))",
       "anschrift": \(address), "telefon": "\(phone)", "email": "\(email)", "beziehung": "mutter"}
      """
    let fatherData = """
      {"vorname": "Tomasz", "nachname": "\(fatherName)", "anschrift": \(fathersAddress), "telefon": "0201 5550\(digits(3))",
       "beziehung": "vater"}
      """
    let childData = """
      {"vorname": "Lea", "nachname": "\(mother)", "geburtsdatum": "2021-05-03", "anschrift": \(address)}
      """
    func note(_ number: Int, _ people: String, _ text: String, _ agreed: String) -> String {
      """
      {"form": "gespraechsnotiz", "version": "1", "vorgangsnummer": "\(Self.number)", "notiz_nr": \(number),
       "datum": "2025-09-0\(number)", "fachkraft": {"name": "Jörg Weißhaupt"}, "beratungsform": "namentlich",
       "kontaktart": "kita", "kontakt_zustande": true, "ratsuchende": [\(people)], "kinder": [\(childData)],
       "kita": "Kita \(kita), Träger: AWO", "anlass": "Umgang klären", "inhalt": "\(text)",
       "vereinbarungen": [{"wer": "Fachkraft", "was": "\(agreed)"}]}
      """
    }
    func report(_ isTold: Bool) -> String {
      """
      {"form": "kwg-meldebogen", "version": "1", "vorgangsnummer": "\(Self.number)", "meldedatum": "2025-09-1\(next(9))",
       "uhrzeit": "10:00", "dringlichkeit": "nicht_einschaetzbar", "meldende_person": {"name": "Mareike Töpfer"},
       "kenntnis_durch": ["dritte"], "hinweisgeber": "Frau \(witness)", "kinder": [\(childData.replacing("}}", with: "}, \"kita\": \"Kita \(kita)\", \"aufenthalt\": \"\(mention())\"}"))],
       "eltern": [\(motherData), \(fatherData)], "aufenthalt_jetzt": "\(mention())", "wohnsituation": "\(mention())",
       "haushalt": [{"name": "Tante \(witness)", "alter": "60"}],
       "beobachtungen": [{"datum": "2025-09-01", "beschreibung": "\(mention()) Frau \(witness) hat angerufen."}],
       "eltern_informiert": \(isTold)}
      """
    }
    let release = """
      {"form": "schweigepflichtentbindung", "version": "1", "spe_id": "\(Self.number)-SPE-01", "fassung": "de_1",
       "erstellt_am": "2025-10-02", "erklaerende": [\(motherData), \(fatherData)], "sorgerecht": "gemeinsam",
       "kinder": [{"vorname": "Lea", "nachname": "\(mother)"}], "zweck": "\(mention())", "ausgenommen": "\(mention())"}
      """
    papers = [
      note(1, motherData, mention() + " " + mention(), mention()), note(2, fatherData, mention(), "Termin am Montag"),
      note(3, motherData + ", " + fatherData, "Beide wollen es versuchen. " + mention(), mention()),
      note(4, fatherData, "Er kann am Freitag.", "Anruf"), report(next(2) == 0), release,
    ]
    secrets = [street, core, phone, email, "Kita \(kita)", kita, witness]
    own = [fatherStreet, "Er kann am Freitag."]
  }
}
