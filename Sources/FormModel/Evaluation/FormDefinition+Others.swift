extension FormDefinition {
  /// Whether an answer about a paper of this form can depend on other papers of its case, or on one it refers to.
  ///
  /// Forms that count papers are left out: they count those that were put together for them, whatever else there is.
  public var dependsOnOthers: Bool {
    guard countedForms.isEmpty, statistics == nil else { return false }
    if !uses.isEmpty || revocation != nil || grant != nil { return true }
    return rules.contains(where: \.asks) || Self.ask(items)
  }

  /// Whether the whole paper is allowed by a release or takes one back, as a letter does.
  public var restsOnRelease: Bool { revocation != nil || uses.contains { $0.each == nil } }

  private static func ask(_ items: [ItemDefinition]) -> Bool {
    items.contains { item in
      let common = item.common
      if common.rules.contains(where: \.asks) || [common.required, common.relevant].contains(where: asks) {
        return true
      }
      switch item {
      case .field(let field): return asks(field.calculate) || asks(field.defaultValue)
      case .group(let group): return ask(group.items)
      }
    }
  }

  /// Whether an expression calls one of the functions that give other papers.
  fileprivate static func asks(_ source: String?) -> Bool {
    source.map { $0.contains("papers(") || $0.contains("usable-releases(") } ?? false
  }
}

extension RuleDefinition {
  fileprivate var asks: Bool { [each, when, test, text.message, text.remedy].contains(where: FormDefinition.asks) }
}
