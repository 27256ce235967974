public import Casework
internal import FormModel

/// What is known of cases, as JSON for other programs; the same cases give the same bytes.
public enum CaseReport {
  /// Where a case stands.
  public static func json(_ view: CaseView) -> [UInt8] {
    var writer = JSONLines()
    writer.object { writer in
      writer.member("case", view.number)
      writer.member("kind", view.kind)
      writer.member("day", view.day.iso)
      writer.member("names") { $0.array(view.names) { writer, name in writer.string(name) } }
      writer.days([("opened", view.opened), ("touched", view.touched), ("ended", view.ended)])
      writer.member("duties") { $0.duties(view.duties) }
      writer.member("papers") { $0.array(view.papers) { writer, paper in writer.object { $0.paper(paper) } } }
      writer.member("releases") { $0.array(view.releases) { writer, release in writer.object { $0.release(release) } } }
      writer.member("agreements") {
        $0.array(view.agreements) { writer, agreement in
          writer.object {
            $0.member("kind", agreement.label)
            $0.member("what", agreement.what)
            $0.member("who", agreement.who)
            $0.days([("until", agreement.until)])
            $0.member("overdue") { $0.boolean(agreement.isOverdue) }
          }
        }
      }
      writer.member("courses") { $0.array(view.courses) { writer, course in writer.object { $0.course(course) } } }
      writer.member("copies") {
        $0.array(view.copies) { writer, copy in
          writer.object {
            $0.member("what", copy.description)
            $0.days([("until", copy.until)])
          }
        }
      }
      writer.member("clocks") {
        $0.array(view.clocks) { writer, clock in
          writer.object {
            $0.member("class", clock.classID)
            $0.member("what", clock.label)
            $0.days([("start", clock.start), ("due", clock.due)])
          }
        }
      }
      writer.member("holds") {
        $0.array(view.holds) { writer, hold in
          writer.object {
            $0.member("reason", hold.reason)
            $0.days([("review", hold.review)])
          }
        }
      }
      writer.member("findings") { $0.findings(view.findings) }
    }
    return writer.bytes + [0x0A]
  }

  /// What is to be done in all cases, the most urgent first; without names, which nobody needs to count or to remind.
  public static func json(_ today: Today) -> [UInt8] {
    var writer = JSONLines()
    writer.object { writer in
      writer.member("day", today.day.iso)
      writer.member("cases") { $0.number(today.cases) }
      writer.member("running") { $0.number(today.running) }
      writer.member("service") { $0.duties(today.service) }
      writer.member("entries") {
        $0.array(Duty.Urgency.allCases.flatMap(today.entries)) { writer, entry in
          writer.object {
            $0.member("case", entry.number)
            $0.member("urgency", entry.urgency.word)
            $0.member("duties") { $0.duties(entry.duties) }
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }
}

extension JSONLines {
  /// Days under their names; those that are not known are left out.
  fileprivate mutating func days(_ days: [(name: String, day: Day?)]) {
    for (name, day) in days { if let day { member(name, day.iso) } }
  }

  fileprivate mutating func duties(_ duties: [Duty]) {
    array(duties) { writer, duty in
      writer.object {
        $0.member("id", duty.id)
        $0.member("strength", duty.strength.rawValue)
        $0.member("urgency", duty.urgency.word)
        $0.days([("until", duty.until)])
        $0.member("text", duty.text)
        if let form = duty.form { $0.member("form", form) }
        $0.member("basis", duty.basis)
      }
    }
  }

  fileprivate mutating func paper(_ paper: CaseView.Paper) {
    member("form", paper.form)
    member("title", paper.title)
    days([("day", paper.day)])
    if let number = paper.number { member("number") { $0.number(number) } }
    if let reference = paper.reference { member("reference", reference) }
  }

  fileprivate mutating func release(_ release: CaseView.Release) {
    let left = release.remainder
    member("title", release.title)
    member("number", left.grant.number)
    member("valid") { $0.boolean(left.isValid) }
    days([("from", left.grant.from), ("until", left.grant.until), ("revoked", left.revokedOn)])
    member("information") { $0.array(left.information) { writer, code in writer.string(code) } }
    member("recipients") { $0.array(left.recipients) { writer, recipient in writer.string(recipient.display) } }
    member("refusals") { $0.array(left.refusals) { writer, refusal in writer.string(refusal.rawValue) } }
    member("unsettled") { $0.array(left.doubts) { writer, doubt in writer.string(doubt) } }
  }

  fileprivate mutating func course(_ course: Course) {
    member("id", course.id)
    member("title", course.label)
    member("states") {
      $0.array(course.states) { writer, state in
        writer.object {
          $0.member("id", state.id)
          $0.member("title", state.label)
          $0.member("reached") { $0.boolean(state.isReached) }
          $0.days([("since", state.since)])
        }
      }
    }
  }
}

extension Duty.Urgency {
  /// The word for programs.
  fileprivate var word: String {
    switch self {
    case .overdue: "overdue"
    case .soon: "soon"
    case .later: "later"
    case .undated: "undated"
    }
  }
}
