import Casework
import Paperwork
import Terminal

/// Where a case stands, as blocks for a screen.
struct CaseScreen {
  let view: CaseView
  let library: FormLibrary

  /// Everything, what comes next in front.
  var blocks: [Block] {
    head + next + todo + releases + agreements + courses + copies + papers + clocks + holds
      + (view.findings.isEmpty ? [] : [.title("Zu prüfen")] + view.findings.map(NoticeView.finding))
  }

  private var head: [Block] {
    let days: [(String, Day?)] = [
      ("eröffnet", view.opened), ("letzter Kontakt", view.touched), ("beendet", view.ended),
    ]
    let known = days.compactMap { word, day in day.map { "\(word) \($0.german)" } }
    let state = view.ended == nil ? ["läuft"] : []
    return [
      .title("\(view.number) · \(view.kind)"),
      .text(view.names.joined(separator: ", "), .strong, indent: 2, hanging: 0),
      .text((known + state).joined(separator: " · "), .faint, indent: 2, hanging: 0),
    ].filter { $0.plain != "" }
  }

  private var next: [Block] {
    guard let duty = view.next else {
      return [.title("Als Nächstes"), .text("Nichts; es ist nichts offen.", .good, indent: 2)]
    }
    return [.title("Als Nächstes")] + blocks(of: duty)
  }

  private var todo: [Block] {
    view.later.isEmpty ? [] : [.title("Danach")] + view.later.flatMap(blocks)
  }

  private func blocks(of duty: Duty) -> [Block] {
    var why = [Span("\(duty.basis) (\(duty.id))", .faint)]
    if let title = duty.formTitle { why.insert(Span("\(title) · ", .faint), at: 0) }
    var blocks: [Block] = [
      .text(
        [Span(DutyWords.when(duty, on: view.day), DutyWords.style(duty)), Span(" · " + duty.text)], indent: 2,
        hanging: 2),
      .text(why, indent: 4, hanging: 0),
    ]
    if let command = command(for: duty) { blocks.append(.text(command, .faint, indent: 4, hanging: 2)) }
    return blocks
  }

  /// How the paper that fulfils a duty is begun; nil when none does.
  private func command(for duty: Duty) -> String? {
    guard let id = duty.form, let form = library.forms[id] else { return nil }
    if id == library.retention.proof?.form { return "kiso retention due" }
    return form.filing?.caseField == nil ? "kiso fill \(id)" : "kiso fill \(id) --case \(view.number)"
  }

  private var releases: [Block] {
    guard !view.releases.isEmpty else { return [] }
    return [.title("Was erlaubt ist")]
      + view.releases.flatMap { release -> [Block] in
        let left = release.remainder
        let number = left.grant.number.isEmpty ? release.title : left.grant.number
        var blocks: [Block] = [
          .text(
            [Span(number, .strong), Span(": "), Span(ReleaseWords.state(left), left.isValid ? .good : .error)],
            indent: 2, hanging: 2)
        ]
        guard left.isValid else { return blocks }
        blocks.append(.pair("was", [Span(release.information.joined(separator: "; "))]))
        blocks.append(.pair("mit wem", [Span(left.recipients.map(\.display).joined(separator: "; "))]))
        return blocks
      }
  }

  private var agreements: [Block] {
    guard !view.agreements.isEmpty else { return [] }
    return [.title("Vereinbart und offen")]
      + view.agreements.map { agreement in
        let who = agreement.who.isEmpty ? "" : "\(agreement.who): "
        let until = agreement.until.map { "\(agreement.isOverdue ? "war bis" : "bis") \($0.german) · " } ?? ""
        return .text(
          [Span(until, agreement.isOverdue ? .warning : .plain), Span(who + agreement.what)], indent: 2, hanging: 2)
      }
  }

  private var courses: [Block] {
    view.courses.flatMap { course -> [Block] in
      [.title(course.label)]
        + course.states.map { state in
          let mark = state.isReached ? "✓ " : "· "
          let since = state.since.map { " (\($0.german))" } ?? ""
          return .text(
            mark + state.label + (state.isReached ? since : ""), state.isReached ? .plain : .faint, indent: 2)
        }
    }
  }

  private var copies: [Block] {
    guard !view.copies.isEmpty else { return [] }
    return [.title("Kopien, die zu vernichten sind")]
      + view.copies.map { copy in
        let until = copy.until.map { "spätestens am \($0.german)" } ?? "der Tag steht noch nicht fest"
        return .text("\(copy.description) · \(until)", indent: 2, hanging: 2)
      }
  }

  private var papers: [Block] {
    guard !view.papers.isEmpty else { return [] }
    return [.title("Papiere (\(view.papers.count))")]
      + view.papers.map { paper in
        let number = paper.reference.map { " \($0)" } ?? paper.number.map { " Nr. \($0)" } ?? ""
        return .text("\(paper.day?.german ?? "ohne Tag  ") \(paper.title)\(number)", indent: 2, hanging: 11)
      }
  }

  private var clocks: [Block] {
    guard !view.clocks.isEmpty else { return [] }
    return [.title("Fristen")]
      + view.clocks.map { clock in
        .text("ab \(clock.due.german) · \(clock.label) (\(clock.classID))", indent: 2, hanging: 2)
      }
  }

  private var holds: [Block] {
    guard !view.holds.isEmpty else { return [] }
    return [.title("Löschsperren")]
      + view.holds.map { hold in
        .text(
          hold.reason + (hold.review.map { " · prüfen am \($0.german)" } ?? ""), .warning, indent: 2, hanging: 2)
      }
  }
}
