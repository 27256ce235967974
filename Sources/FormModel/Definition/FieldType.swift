/// The primitive kinds of values; everything larger is a group declared in `Forms/types.xml`.
public enum FieldType: String, CaseIterable, Hashable, Sendable {
  /// One line.
  case text
  /// A name of a natural person: letters of DIN 91379, datatype A.
  case name
  /// Several lines.
  case multiline
  /// A calendar day.
  case day
  /// A day of which parts may be unknown, estimated or expected.
  case partialDay = "partial-day"
  /// A time of day.
  case time
  /// A day with or without a time.
  case moment
  /// A whole number.
  case integer
  /// A decimal number.
  case decimal
  /// How many there are: a figure of a table, shown with the signs of official statistics.
  case count
  /// One code of a list.
  case choice
  /// Several codes of a list.
  case choices
  /// Yes or no.
  case yesNo = "yes-no"
  /// Yes, no or unknown.
  case yesNoUnknown = "yes-no-unknown"
  /// A phone number, written by DIN 5008.
  case phone
  /// A German postcode.
  case postcode
  /// An e-mail address.
  case email
  /// The number of another paper.
  case reference

  /// Whether a value is a day of the calendar, with or without more.
  var isCalendarDay: Bool {
    switch self {
    case .day, .partialDay, .moment: true
    case .text, .name, .multiline, .time, .integer, .decimal, .count, .choice, .choices, .yesNo, .yesNoUnknown,
      .phone,
      .postcode, .email, .reference:
      false
    }
  }
}

/// An answer that is no value; distinct from an empty field, and printable.
public enum AnswerStatus: String, CaseIterable, Hashable, Sendable {
  /// Nobody asked.
  case notAsked = "nicht_gefragt"
  /// Asked, and not known.
  case unknown = "unbekannt"
  /// Asked, and not answered.
  case refused = "verweigert"
  /// Known, and not told: a figure that would give somebody away.
  case withheld = "geheim"

  /// What is printed.
  public var german: String {
    switch self {
    case .notAsked: "nicht gefragt"
    case .unknown: "nicht bekannt"
    case .refused: "keine Angabe"
    case .withheld: "geheim"
    }
  }
}
