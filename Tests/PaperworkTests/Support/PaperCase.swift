import FormModel
import Testing

/// One rule of a paper that may rest on others: an example with edits that break it and edits just beside.
struct PaperCase: Sendable, CustomTestStringConvertible {
  /// The stable id.
  let id: String
  /// What the case is about, as a sentence.
  let sentence: String
  /// The example that is changed.
  let base: PaperSample
  /// Edits that break the rule.
  let wrong: [String]
  /// Edits just beside the edge.
  let right: [String]
  /// Edits of the papers beside it, one list for each, that break the rule.
  let wrongBeside: [[String]]
  /// The same just beside the edge.
  let rightBeside: [[String]]

  init(
    _ id: String, _ sentence: String, _ base: PaperSample, wrong: [String] = [], right: [String] = [],
    wrongBeside: [[String]] = [], rightBeside: [[String]] = []
  ) {
    self.id = id
    self.sentence = sentence
    self.base = base
    self.wrong = wrong
    self.right = right
    self.wrongBeside = wrongBeside
    self.rightBeside = rightBeside
  }

  var testDescription: String { "\(id): \(sentence)" }

  func breaking() throws -> Checked { try base.checked(wrong, beside: wrongBeside) }
  func beside() throws -> Checked { try base.checked(right, beside: rightBeside) }
}

/// The examples that tests change at one place, with the papers they rest on.
enum PaperSample: String, CaseIterable, Sendable {
  /// A release by two parents who live apart, the mother’s address protected.
  case twoSheets = "schweigepflichtentbindung-zwei-blaetter"
  /// A release by a mother alone, for the social service and a Kita: no more than whether there is contact.
  case contactOnly = "schweigepflichtentbindung-kontaktstatus"
  /// A release of every kind of field, explained in Ukrainian.
  case long = "schweigepflichtentbindung-lang"
  /// A release that nobody has signed.
  case draft = "schweigepflichtentbindung-entwurf"
  case revocation = "widerruf-ganz"
  case partialRevocation = "widerruf-teilweise"
  case kitaEnded = "kita-status-beendet"
  case kitaContact = "kita-status-kontakt"
  case feedback = "rueckmeldung-sd-ergebnis"
  case information = "datenschutzinfo-erstgespraech"
  case easyRead = "leichte-sprache-kontakt"
  case deletion = "loeschprotokoll-jahresende"
  /// What a father is told, the mother's address left out.
  case disclosure = "auskunft-getrennt"
  case agreement = "kooperation-erziehungsberatung"
  /// A month of visits and meetings.
  case presence = "besuch-monat"
  /// Three goals of a family, reviewed.
  case goals = "ziele-auswertung"
  /// What a counselling centre told.
  case answer = "eb-rueckmeldung-angekommen"
  /// A release by a mother alone for speaking with the social service and a counselling centre, in both directions.
  case cooperation = "schweigepflichtentbindung-zusammenarbeit"
  case together = "absprache-einzelfall-eb"
  case handOver = "uebergabe-fachgremium-hze"
  /// The Kitas of three workers.
  case kitas = "kita-zuordnung-2025"
  case feedbackContactOnly = "rueckmeldung-sd-kontaktstatus"
  /// The first note of the case that the last feedback is about: the social service referred the family.
  case referral
  /// That feedback beside its note.
  case feedbackWithNote

  /// The papers it rests on.
  var besides: [PaperSample] {
    switch self {
    case .twoSheets, .contactOnly, .long, .draft, .information, .easyRead, .deletion, .disclosure, .agreement,
      .referral, .presence,
      .goals, .answer, .cooperation, .kitas:
      []
    case .together, .handOver: [.cooperation]
    case .revocation: [.twoSheets]
    case .partialRevocation: [.long]
    case .kitaEnded, .kitaContact, .feedbackContactOnly: [.contactOnly, .revocation]
    case .feedback: [.twoSheets]
    case .feedbackWithNote: [.contactOnly, .revocation, .referral]
    }
  }

  func raw() throws -> FormModel.RawValue {
    switch self {
    case .referral: try RecordReader.raw(Array(Self.note.utf8))
    case .feedbackWithNote: try PaperSample.feedbackContactOnly.raw()
    default: try RecordReader.raw(try Repository.bytes("Examples/\(rawValue).json"))
    }
  }

  private static let note = """
    {"form": "gespraechsnotiz", "vorgangsnummer": "KSA-5-2025-0019", "notiz_nr": 1, "datum": "2025-09-01",
     "beratungsform": "namentlich", "zugangsweg": "sd", "zustimmung_kontaktweitergabe": "2025-08-27"}
    """

  /// The example with edits, evaluated among the papers it rests on.
  func checked(_ edits: [String] = [], beside: [[String]] = []) throws -> Checked {
    var others = try besides.enumerated().map { index, sample in
      try sample.raw().edited(beside.indices.contains(index) ? beside[index] : [])
    }
    // What goes beyond them is a paper of its own; its first edit says of which form.
    for own in beside.dropFirst(besides.count) {
      others.append(try RecordReader.raw(Array("{\"form\": \"\"}".utf8)).edited(own))
    }
    return try Checked(try raw().edited(edits), others: others)
  }
}
