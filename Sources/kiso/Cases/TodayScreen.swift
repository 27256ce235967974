import Casework
import Paperwork
import Terminal

/// What is to be done in all cases, as blocks for a screen.
struct TodayScreen {
  /// How many cases are listed unless all are wanted: as many as one screen holds.
  static let most = 20

  let today: Today
  /// Whether families are named: to a person at a screen, and to nobody else.
  let showsNames: Bool
  /// Whether every case is listed, and every duty of it.
  let isWhole: Bool

  /// The list, the most urgent case first.
  var blocks: [Block] {
    var room = isWhole ? Int.max : Self.most
    var blocks: [Block] = [.title("Heute, \(today.day.german)"), .text(sum, .faint, indent: 2, hanging: 0)]
    for urgency in [Duty.Urgency.overdue, .soon, .undated, .later] {
      let entries = today.entries(urgency)
      // What is not due for weeks is only counted.
      let shown = urgency == .later && !isWhole ? [] : entries.prefix(room)[...]
      room -= shown.count
      guard !entries.isEmpty else { continue }
      blocks.append(.title("\(Self.title(urgency)): \(entries.count)"))
      blocks += shown.flatMap(self.blocks)
      if shown.count < entries.count {
        let more = entries.count - shown.count
        blocks.append(
          .text(
            "\(shown.isEmpty ? "" : "noch ")\(more) \(more == 1 ? "Fall" : "Fälle"): kiso today --all", .faint,
            indent: 2))
      }
    }
    blocks += service
    if today.entries.isEmpty, today.service.isEmpty { blocks.append(.text("Es ist nichts offen.", .good, indent: 2)) }
    return blocks
  }

  /// What belongs to no case.
  private var service: [Block] {
    let duties = today.service.filter { isWhole || $0.urgency != .later }
    guard !duties.isEmpty else { return [] }
    return [.title("Im Dienst: \(duties.count)")] + duties.map { line($0, indent: 2) }
  }

  private func line(_ duty: Duty, indent: Int) -> Block {
    let when = DutyWords.when(duty, on: today.day)
    return .text([Span(when, DutyWords.style(duty)), Span(" · " + duty.text)], indent: indent, hanging: 0)
  }

  private var sum: String {
    let cases = today.cases == 1 ? "1 Fall" : "\(today.cases) Fälle"
    let ended = today.cases - today.running
    return "\(cases): \(today.running) \(today.running == 1 ? "läuft" : "laufen"), \(ended) beendet"
  }

  private func blocks(of entry: Today.Entry) -> [Block] {
    let names = showsNames && !entry.names.isEmpty ? " · " + entry.names.joined(separator: ", ") : ""
    var blocks: [Block] = [.text([Span(entry.number, .strong), Span(names)], indent: 2, hanging: 2)]
    let duties = isWhole ? entry.duties : Array(entry.duties.prefix(1))
    blocks += duties.map { line($0, indent: 4) }
    let more = entry.duties.count - duties.count
    if more > 0 { blocks.append(.text("und \(more) weitere", .faint, indent: 4)) }
    return blocks
  }

  private static func title(_ urgency: Duty.Urgency) -> String {
    switch urgency {
    case .overdue: "Überfällig"
    case .soon: "In den nächsten \(Duty.nearDays) Tagen"
    case .undated: "Offen, ohne Tag"
    case .later: "Später"
    }
  }
}
