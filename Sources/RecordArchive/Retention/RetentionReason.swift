public import FormModel

/// Why an entry is kept until the day it is kept until, in one German sentence.
public enum RetentionReason {
  /// The sentence, with the paragraph or chapter it rests on.
  public static func sentence(for entry: ArchiveEntry, library: FormLibrary, on day: Day) -> String {
    var text = period(of: entry, library: library)
    if let date = entry.card.date, let computed = date.computed {
      text +=
        " Nach den heutigen Angaben wäre es schon der \(computed.german); von selbst wird keine Frist verkürzt, deshalb"
        + " bleibt es bei dem späteren Tag."
    }
    for hold in [entry.card.hold, entry.card.caseHold].compactMap({ $0 }) + entry.card.requests {
      let reason = library.holdReasons?.code(hold.reason)?.label ?? hold.reason
      let scope = hold == entry.card.caseHold ? " des Vorgangs" : ""
      text +=
        " Zurzeit wird nichts gelöscht: Löschsperre\(scope) seit dem \(hold.since.german) (\(reason)), zu prüfen am"
        + " \(hold.review.german)."
    }
    return text
  }

  private static func period(of entry: ArchiveEntry, library: FormLibrary) -> String {
    let classes = entry.card.kinds.flatMap { library.retention.classes(ofKind: $0) }
    guard let date = entry.card.date, let rule = library.retention.classes[date.rule] else {
      if case .restricted(let since)? = entry.card.step {
        return "Seit dem \(since.german) eingeschränkt; eine Löschung ist nicht vorgesehen."
      }
      let waiting = classes.map { "\(RetentionSchedule.sentence($0)) (\($0.id): \($0.basis))" }
      return "Die Frist läuft noch nicht. Aufbewahrt wird: " + waiting.joined(separator: "; oder: ") + "."
    }
    let verb =
      switch (rule.action, entry.card.step) {
      case (.destroy, _): "Zu vernichten bis \(date.due.german)"
      case (.settle, _): "Zu klären ab \(date.due.german)"
      case (.restrict, nil): "Einzuschränken ab \(date.due.german)"
      case (.offer, nil): "Dem Archiv anzubieten ab \(date.due.german)"
      case (.delete, _), (.restrict, _?), (.offer, _?): "Zu löschen ab \(date.due.german)"
      }
    if let step = entry.card.step, let afterwards = rule.afterwards {
      let done =
        switch step {
        case .restricted(let day): "eingeschränkt am \(day.german)"
        case .offered(let day): "angeboten am \(day.german)"
        }
      return "\(verb): \(rule.label), \(done), danach \(afterwards.german) (\(rule.id), \(rule.basis))."
    }
    if rule.action == .settle {
      let sentence = rule.sentence(for: date, inCase: entry.card.caseNumber) ?? ""
      return "\(verb): \(rule.label), seit dem \(date.start.german) (\(rule.id), \(rule.basis)). \(sentence)"
    }
    let text =
      "\(verb): \(rule.label) werden \(RetentionSchedule.sentence(rule)) (\(date.start.german)) aufbewahrt, die Frist"
      + " endet am \(date.end.german) (\(rule.id), \(rule.basis))."
    guard library.retention.isProvisional(rule.id, for: entry.card.kinds), !classes.isEmpty,
      entry.card.role != .caseFile
    else { return text }
    let firm = classes.map { "\(RetentionSchedule.sentence($0)) (\($0.id))" }
    return text + " Das gilt, bis feststeht, was die Frist sonst beginnt: \(firm.joined(separator: "; oder: "))."
  }
}

extension RetentionSchedule.Class {
  /// What somebody has to settle, with the days and the case filled in; nil when the schedule says nothing.
  public func sentence(for date: KeptDate, inCase number: String) -> String? {
    settle?.replacing("{start}", with: date.start.german).replacing("{due}", with: date.due.german)
      .replacing("{case}", with: number)
  }
}
