internal import XMLTree

/// What expressions can ask about releases.
extension ExpressionFunctions {
  /// Name, smallest and largest number of arguments.
  static let effectSignatures: [String: ClosedRange<Int>] = [
    "release": 0...0, "allowed": 1...1, "granted": 1...1, "only-recipient": 1...1, "usable-releases": 3...3,
    "case-day": 1...1, "copy-destroyed": 1...1,
  ]

  /// What `granted()` can tell.
  enum GrantWord: String, CaseIterable {
    /// The day from which everybody has signed.
    case from
    /// The last day.
    case until
    /// Who must sign and has not.
    case missing
    /// What has to be settled.
    case doubt
    /// The first day on which something was taken back.
    case revoked
    /// The entries one may still speak with.
    case recipients
    /// The kinds of information that are left.
    case information
  }

  func registerEffects() {
    on("release") { _, _ in .nodes([evaluator.basisForExpressions()?.release].compactMap { $0 }) }
    on("allowed") { arguments, _ in
      let remainder = evaluator.basisForExpressions()?.remainder
      return .boolean(remainder?.information.contains(arguments[0].string) ?? false)
    }
    on("only-recipient") { arguments, _ in
      // Never the first by chance: where several are of the kind, somebody has to choose.
      guard let grant = form.grant, let kind = grant.recipients.kind else { return .nodes([]) }
      let found = evaluator.value(grant.recipients.each, at: tree.root, grant.source).nodes.filter {
        evaluator.value(kind, at: $0, grant.source).string == arguments[0].string
      }
      return .nodes(found.count == 1 ? found : [])
    }
    on("usable-releases") { arguments, _ in
      let (form, kind, code) = (arguments[0].string, arguments[1].string, arguments[2].string)
      let number = tree.root.attribute("case")
      let index = evaluator.effects(of: form, number.map { .inCase($0) } ?? .all)
      let usable = index.releases.filter { release in
        let day = evaluator.day(changing: Remainder.changes(of: release.grant, in: index))
        let left = Remainder(release.grant, in: index, on: day)
        return left.isValid && !release.grant.isUnwritten && left.information.contains(code)
          && left.recipients.contains { $0.kind == kind }
      }
      return .nodes(evaluator.nodes(of: usable).filter { $0.attribute("case") == number })
    }
    on("copy-destroyed") { arguments, _ in .boolean(evaluator.isCopyDestroyed?(arguments[0].string) ?? false) }
    on("case-day") { arguments, _ in .string(evaluator.caseDay?(arguments[0].string) ?? "") }
    on("granted") { arguments, _ in
      .string(GrantWord(rawValue: arguments[0].string).map { text($0) } ?? "")
    }
  }

  private func text(_ word: GrantWord) -> String {
    if word == .doubt, let doubt = evaluator.currentDoubt { return doubt.german }
    let remainder: Remainder
    if let own = form.grant {
      let (grant, index) = (EffectReader(evaluator: evaluator).grant(own, at: tree.root), EffectIndex())
      let day = evaluator.day(changing: Remainder.changes(of: grant, in: index))
      remainder = Remainder(grant, in: index, on: day)
    } else if let used = evaluator.basisForExpressions()?.remainder {
      remainder = used
    } else {
      return ""
    }
    return switch word {
    case .from: remainder.grant.from?.iso ?? ""
    case .until: remainder.grant.until?.iso ?? ""
    case .missing: remainder.grant.missing.joined(separator: ", ")
    case .doubt: remainder.doubts.joined(separator: "; ")
    case .revoked: remainder.revokedOn?.iso ?? ""
    case .recipients: remainder.recipients.map(\.display).joined(separator: "; ")
    case .information: remainder.information.joined(separator: ", ")
    }
  }
}
