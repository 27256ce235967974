extension LibraryWriter {
  mutating func form(_ form: FormDefinition) {
    text(form.id)
    text(form.version)
    text(form.title)
    list(form.also) { $0.text($1) }
    text(form.short)
    text(form.basis)
    text(form.purpose)
    text(form.referenceDay)
    list(form.sections) { writer, section in
      writer.text(section.id)
      writer.text(section.label)
      writer.list(section.items) { $0.item($1) }
    }
    list(form.rules) { $0.rule($1) }
    list(form.masks) { $0.mask($1) }
    list(form.retention) { writer, use in
      writer.text(use.classID)
      writer.text(use.applies)
      writer.place(use.source)
    }
    flag(form.isBlocking)
    text(form.emptyText)
    optional(form.sheet) { writer, sheet in
      writer.text(sheet.each)
      writer.text(sheet.when)
      writer.place(sheet.source)
    }
    optional(form.statistics) { $0.statistics($1) }
    list(form.countedForms) { $0.countedForm($1) }
    list(form.sets) { $0.namedSet($1) }
    optional(form.publication) { $0.publication($1) }
    list(form.notices) { writer, notice in
      writer.text(notice.id)
      writer.text(notice.text)
      writer.finding(notice.missing)
      writer.place(notice.source)
    }
    optional(form.filing) { $0.filing($1) }
    effects(form)
    list(form.prefills) { writer, prefill in
      writer.text(prefill.from)
      writer.list(prefill.takes) { $0.take($1) }
      writer.place(prefill.source)
    }
    list(form.nextSteps) { writer, step in
      writer.text(step.id)
      writer.text(step.when)
      writer.text(step.form)
      writer.text(step.text)
      writer.place(step.source)
    }
    place(form.source)
  }

  private mutating func take(_ take: TakeDefinition) {
    text(take.field)
    text(take.value)
    list(take.inner) { $0.take($1) }
    flag(take.isAsked)
    place(take.source)
  }

  mutating func rule(_ rule: RuleDefinition) {
    finding(rule.text)
    text(rule.when)
    text(rule.test)
    text(rule.at)
    text(rule.each)
    text(rule.strictIn)
    flag(rule.alwaysBlocks)
    text(rule.reason)
    text(rule.basis)
    place(rule.source)
  }

  mutating func finding(_ finding: FindingText) {
    text(finding.id)
    text(finding.strength.rawValue)
    text(finding.message)
    text(finding.remedy)
  }

  mutating func mask(_ mask: MaskDefinition) {
    text(mask.when)
    list(mask.hidden) { writer, hidden in
      writer.text(hidden.path)
      writer.text(hidden.text)
      writer.set(hidden.keep)
    }
  }
}

extension LibraryReader {
  mutating func form() -> FormDefinition {
    // Every property by its name and in order, also those that have a value of their own.
    FormDefinition(
      id: text(), version: text(), title: text(), also: list { $0.text() }, short: text(), basis: text(),
      purpose: text(),
      referenceDay: optionalText(),
      sections: list { SectionDefinition(id: $0.text(), label: $0.text(), items: $0.list { $0.item() }) },
      rules: list { $0.rule() }, masks: list { $0.mask() },
      retention: list { RetentionUse(classID: $0.text(), applies: $0.optionalText(), source: $0.place()) },
      isBlocking: flag(), emptyText: optionalText(),
      sheet: optional { SheetDefinition(each: $0.text(), when: $0.optionalText(), source: $0.place()) },
      statistics: optional { $0.statistics() }, countedForms: list { $0.countedForm() }, sets: list { $0.namedSet() },
      publication: optional { $0.publication() },
      notices: list {
        NoticeDefinition(id: $0.text(), text: $0.text(), missing: $0.finding(), source: $0.place())
      },
      filing: optional { $0.filing() }, grant: optional { $0.grant() }, revocation: optional { $0.revocation() },
      uses: list { $0.use() },
      prefills: list { PrefillDefinition(from: $0.text(), takes: $0.list { $0.take() }, source: $0.place()) },
      nextSteps: list {
        NextStepDefinition(
          id: $0.text(), when: $0.optionalText(), form: $0.optionalText(), text: $0.text(), source: $0.place())
      },
      source: place())
  }

  private mutating func take() -> TakeDefinition {
    TakeDefinition(
      field: text(), value: optionalText(), inner: list { $0.take() }, isAsked: flag(), source: place())
  }

  mutating func rule() -> RuleDefinition {
    RuleDefinition(
      text: finding(), when: optionalText(), test: text(), at: optionalText(), each: optionalText(),
      strictIn: optionalText(), alwaysBlocks: flag(), reason: optionalText(), basis: optionalText(),
      source: place())
  }

  mutating func finding() -> FindingText {
    FindingText(id: text(), strength: value(otherwise: .error), message: text(), remedy: text())
  }

  mutating func mask() -> MaskDefinition {
    MaskDefinition(
      when: text(),
      hidden: list { MaskDefinition.Hidden(path: $0.text(), text: $0.text(), keep: $0.set()) })
  }
}
