import Casework
import Paperwork
import Terminal

/// The words for when a duty is to be done.
enum DutyWords {
  /// „seit 3 Tagen überfällig (17.11.2025)“, „heute“, „in 7 Tagen (27.11.2025)“, „offen“.
  static func when(_ duty: Duty, on day: Day) -> String {
    guard let until = duty.until else { return "offen" }
    let days = day.days(until: until)
    switch days {
    case ..<0: return "seit \(-days == 1 ? "gestern" : "\(-days) Tagen") überfällig (\(until.german))"
    case 0: return "heute (\(until.german))"
    case 1: return "morgen (\(until.german))"
    default: return "in \(days) Tagen (\(until.german))"
    }
  }

  /// How it looks.
  static func style(_ duty: Duty) -> Style {
    switch duty.urgency {
    case .overdue: .error
    case .soon: .warning
    case .later, .undated: .strong
    }
  }
}

/// The words for what a release is worth.
enum ReleaseWords {
  /// „gilt bis 20.08.2026“, or why it is of no use.
  static func state(_ left: Remainder) -> String {
    guard left.isValid else { return left.refusals.map { word($0, left) }.joined(separator: "; ") }
    let until = left.grant.until.map { "gilt bis \($0.german)" } ?? "gilt"
    let part =
      left.parts.isEmpty
      ? "" : left.revokedOn.map { ", teilweise widerrufen am \($0.german)" } ?? ", teilweise widerrufen"
    return until + part + (left.grant.isUnwritten ? ", nur mündlich" : "")
  }

  private static func word(_ refusal: Refusal, _ left: Remainder) -> String {
    func day(_ day: Day?) -> String { day.map { " am \($0.german)" } ?? "" }
    return switch refusal {
    case .unsettled, .doubtful: "gilt nicht, bis geklärt ist: " + left.doubts.joined(separator: "; ")
    case .unsigned: "gilt noch nicht, es fehlt: " + left.grant.missing.joined(separator: ", ")
    case .early: "gilt erst ab" + (left.grant.from.map { " \($0.german)" } ?? "")
    case .late: "abgelaufen" + day(left.grant.until)
    case .withdrawn: "widerrufen" + day(left.grant.withdrawn)
    case .revoked: "widerrufen" + day(left.revokedOn)
    case .unwritten: "nur mündlich"
    case .absent, .doubled, .since, .recipient, .kind, .person, .information: "gilt hier nicht"
    }
  }
}
