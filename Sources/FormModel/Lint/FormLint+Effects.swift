internal import XMLTree

/// What is declared about effects between papers: every expression, code and reason.
extension FormLint {
  mutating func effects(of form: FormDefinition, in root: DeclarationScope, _ check: ExpressionCheck) {
    if let grant = form.grant { self.grant(grant, root, check) }
    if let revocation = form.revocation { self.revocation(revocation, root, check) }
    for use in form.uses { self.use(use, root, check) }
  }

  private mutating func grant(_ grant: GrantDefinition, _ root: DeclarationScope, _ check: ExpressionCheck) {
    let place = grant.source
    for source in [grant.number, grant.until, grant.made, grant.withdrawn, grant.unwritten, grant.information] {
      expression(source, root, check, place)
    }
    let persons = names(grant.persons.names, root, check, place)
    for source in [grant.persons.titled, grant.persons.role, grant.persons.barred, grant.persons.birth] {
      expression(source, persons, check, place)
    }
    expression(grant.signatures.day, names(grant.signatures.names, root, check, place), check, place)
    let recipients = grant.recipients
    let entry = names(NamesDefinition(each: recipients.each, name: recipients.name), root, check, place)
    for source in [recipients.kind, recipients.office, recipients.area] { expression(source, entry, check, place) }
    _ = names(grant.subjects, root, check, place)
    for unsettled in grant.unsettled {
      expression(unsettled.when, root, check, unsettled.source, as: .condition)
      sentence(unsettled.text, of: "unsettled", root, check, unsettled.source)
    }
    let roles = check.codes(of: grant.persons.role, in: persons)
    for custody in grant.custody {
      expression(custody.when, root, check, custody.source, as: .condition)
      for role in custody.signers.flatMap(\.roles) { self.code(role, among: roles, "Die Rolle", custody.source) }
    }
  }

  private mutating func revocation(
    _ revocation: RevocationDefinition, _ root: DeclarationScope, _ check: ExpressionCheck
  ) {
    let place = revocation.source
    releases(revocation.form, place)
    for source in [
      revocation.reference, revocation.from, revocation.whole, revocation.entries, revocation.wordings,
      revocation.information,
    ] { expression(source, root, check, place) }
    _ = names(revocation.persons, root, check, place)
    _ = names(revocation.subjects, root, check, place)
    placed(revocation.unclear, root, check)
  }

  private mutating func use(_ use: UseDefinition, _ root: DeclarationScope, _ check: ExpressionCheck) {
    let place = use.source
    guard let form = releases(use.form, place), let grant = form.grant else { return }
    expression(use.each, root, check, place)
    let scope = use.each.map { target($0, in: root, check) } ?? root
    expression(use.when, scope, check, place, as: .condition)
    expression(use.reference, scope, check, place)
    expression(use.day, scope, check, place, as: .day)
    let release = DeclarationScope(form: form)
    let releaseCheck = ExpressionCheck(form: form, library: library)
    for requirement in use.requirements {
      expression(requirement.test, release, releaseCheck, requirement.refusal.source, as: .condition)
      placed(requirement.refusal, scope, check)
    }
    let kinds = releaseCheck.codes(of: grant.information, in: release)
    for kind in use.any { code(kind, among: kinds, "Die Art von Angaben", place) }
    if let information = use.information {
      expression(information, scope, check, place)
      for code in check.codes(of: information, in: scope) ?? [] {
        self.code(code, among: kinds, "Die Art von Angaben", place)
      }
    }
    for entry in use.entries {
      expression(entry.path, scope, check, entry.refusal.source)
      expression(entry.among, release, releaseCheck, entry.refusal.source)
      placed(entry.refusal, target(entry.path, in: scope, check), check)
    }
    for shown in use.shown {
      expression(shown.path, scope, check, shown.refusal.source)
      code(shown.code, among: kinds, "Die Art von Angaben", shown.refusal.source)
      placed(shown.refusal, target(shown.path, in: scope, check), check)
    }
    var recipient = scope
    if let wanted = use.recipient {
      expression(wanted.at, scope, check, place)
      recipient = target(wanted.at, in: scope, check)
      for source in [wanted.name, wanted.office, wanted.area, wanted.words] {
        expression(source, recipient, check, place)
      }
    }
    var person = scope
    if let subjects = use.subjects {
      person = names(subjects.names, scope, check, place)
      expression(subjects.among, release, releaseCheck, place)
    }
    for refusal in use.refusals {
      let here =
        switch refusal.reason {
        case .recipient, .kind: recipient
        case .person: person
        case .absent, .doubled, .unwritten, .unsettled, .unsigned, .early, .late, .withdrawn, .revoked, .doubtful,
          .since, .information:
          scope
        }
      placed(refusal.said, here, check)
    }
    for reason in Refusal.allCases where use.text(for: reason) == nil && use.needs(reason) {
      add("FORM-ABLEHNUNG", place, "Für den Grund ›\(reason.rawValue)‹ fehlt, was gesagt wird.")
    }
  }

  /// The form of the releases; nil when it is none.
  @discardableResult private mutating func releases(_ id: String, _ place: SourcePlace) -> FormDefinition? {
    if let form = library.forms[id], form.grant != nil { return form }
    let known = library.forms.values.filter { $0.grant != nil }.map(\.id).sorted()
    add("FORM-ABLEHNUNG", place, "Das Formular ›\(id)‹ erlaubt nichts." + Nearest.question(id, among: known))
    return nil
  }

  private mutating func names(
    _ names: NamesDefinition, _ scope: DeclarationScope, _ check: ExpressionCheck, _ place: SourcePlace
  ) -> DeclarationScope {
    expression(names.each, scope, check, place)
    let inner = target(names.each, in: scope, check)
    expression(names.name, inner, check, place)
    return inner
  }

  private func target(_ source: String, in scope: DeclarationScope, _ check: ExpressionCheck) -> DeclarationScope {
    guard let syntax = try? XPathSyntax(parsing: source) else { return scope }
    var ignored: [ExpressionProblem] = []
    return check.target(of: syntax, in: scope, &ignored) ?? scope
  }

  private mutating func placed(_ placed: PlacedText, _ scope: DeclarationScope, _ check: ExpressionCheck) {
    note(placed.text, at: placed.source)
    expression(placed.at, scope, check, placed.source)
    text(placed.text, scope, check, placed.source)
  }

  private mutating func code(_ code: String, among known: [String]?, _ kind: String, _ place: SourcePlace) {
    guard let known, !known.contains(code) else { return }
    add("FORM-AUSDRUCK", place, "\(kind) ›\(code)‹ gibt es nicht." + Nearest.question(code, among: known))
  }
}

extension UseDefinition {
  /// Whether a use can be refused for a reason at all.
  fileprivate func needs(_ reason: Refusal) -> Bool {
    switch reason {
    case .absent, .doubled, .unsettled, .unsigned, .early, .late, .withdrawn, .revoked, .doubtful, .since: true
    case .unwritten: !allowsUnwritten
    case .recipient: recipient != nil
    case .kind: recipient?.kind != nil
    case .person: subjects != nil
    case .information: !any.isEmpty || information != nil
    }
  }
}

extension ExpressionCheck {
  /// The codes that the nodes of an expression can have; nil when that is not known.
  func codes(of source: String, in scope: DeclarationScope) -> [String]? {
    guard let syntax = try? XPathSyntax(parsing: source) else { return nil }
    var ignored: [ExpressionProblem] = []
    return target(of: syntax, in: scope, &ignored)?.field?.list.flatMap { library.lists[$0] }?.codes.map(\.id)
  }

  /// The codes of the releases that the form uses, takes from or is itself.
  func effectCodes(_ source: KeyPath<GrantDefinition, String>) -> [String]? {
    let id = root.form.uses.first?.form ?? root.form.revocation?.form ?? root.form.id
    guard let form = library.forms[id], let grant = form.grant else { return nil }
    return ExpressionCheck(form: form, library: library).codes(
      of: grant[keyPath: source], in: DeclarationScope(form: form))
  }
}
