internal import XMLTree

/// What is declared about the effects of one paper on another.
extension DeclarationReader {
  /// What a paper allows.
  mutating func grant(_ node: XMLNode, file: String) -> GrantDefinition {
    let persons = node.element("person")
    let signatures = node.element("signature")
    let recipients = node.element("recipient")
    return GrantDefinition(
      number: required("number", of: node, file), until: node.attribute("until"), made: node.attribute("made"),
      withdrawn: node.attribute("withdrawn"), unwritten: node.attribute("unwritten"),
      persons: PersonsDefinition(
        names: names(persons, in: node, file: file), titled: persons?.attribute("titled"),
        role: persons?.attribute("role") ?? "", barred: persons?.attribute("barred"),
        birth: persons?.attribute("birth")),
      signatures: SignaturesDefinition(
        names: names(signatures, in: node, file: file), day: signatures?.attribute("day") ?? ""),
      recipients: RecipientsDefinition(
        each: recipients?.attribute("each") ?? "", kind: recipients?.attribute("kind"),
        name: recipients?.attribute("name") ?? "", office: recipients?.attribute("office") ?? "",
        area: recipients?.attribute("area")),
      information: node.element("information")?.attribute("codes") ?? "",
      subjects: names(node.element("about"), in: node, file: file),
      custody: node.elements("custody").map { custody($0, file: file) },
      unsettled: node.elements("unsettled").map {
        UnsettledDefinition(
          when: required("when", of: $0, file), text: folded($0.text), source: place($0, file))
      },
      source: place(node, file))
  }

  private mutating func custody(_ node: XMLNode, file: String) -> CustodyDefinition {
    CustodyDefinition(
      when: required("when", of: node, file),
      signers: node.elements("signer").map {
        SignerDefinition(
          roles: Self.codes(required("of", of: $0, file)), count: max(1, number("count", of: $0, file) ?? 1),
          label: required("label", of: $0, file))
      },
      source: place(node, file))
  }

  /// What a paper takes away.
  mutating func revocation(_ node: XMLNode, file: String) -> RevocationDefinition {
    RevocationDefinition(
      form: required("form", of: node, file), reference: required("reference", of: node, file),
      from: required("from", of: node, file), whole: required("whole", of: node, file),
      persons: names(node.element("person"), in: node, file: file),
      subjects: names(node.element("about"), in: node, file: file),
      entries: node.element("recipient")?.attribute("entries"),
      wordings: node.element("recipient")?.attribute("wordings"),
      information: node.element("information")?.attribute("codes"),
      unclear: placed(node.element("unclear") ?? node, file: file), source: place(node, file))
  }

  /// What a paper does that a release must allow.
  mutating func use(_ node: XMLNode, file: String) -> UseDefinition {
    var use = UseDefinition(
      form: required("form", of: node, file), each: node.attribute("each"), when: node.attribute("when"),
      reference: required("reference", of: node, file), day: required("day", of: node, file),
      any: Self.codes(node.attribute("any") ?? ""), information: node.attribute("information"),
      allowsUnwritten: flag("unwritten", of: node, file) ?? false,
      recipient: node.element("recipient").map {
        UseRecipient(
          at: required("at", of: $0, file), kind: $0.attribute("code"), name: $0.attribute("name"),
          office: $0.attribute("office"), area: $0.attribute("area"), words: $0.attribute("words"))
      },
      subjects: node.element("about").map {
        UseSubjects(names: names($0, in: node, file: file), among: required("among", of: $0, file))
      },
      requirements: node.elements("requires").map {
        UseRequirement(test: required("test", of: $0, file), refusal: placed($0, file: file))
      },
      entries: node.elements("names").map {
        UseEntry(
          path: required("path", of: $0, file), among: required("among", of: $0, file), refusal: placed($0, file: file))
      },
      shown: node.elements("shows").map {
        ShownInformation(
          path: required("path", of: $0, file), code: required("code", of: $0, file),
          refusal: placed($0, file: file))
      },
      refusals: [], source: place(node, file))
    for refuse in node.elements("refuse") {
      let said = placed(refuse, file: file)
      for word in Self.codes(required("for", of: refuse, file)) {
        guard let reason = Refusal(rawValue: word) else {
          mistake(
            "FORM-ABLEHNUNG", refuse, file,
            "Den Grund ›\(word)‹ gibt es nicht." + Nearest.question(word, among: Refusal.allCases.map(\.rawValue)))
          continue
        }
        if use.text(for: reason) != nil {
          mistake("FORM-DOPPELT", refuse, file, "Der Grund ›\(word)‹ steht hier zweimal.")
        }
        use.refusals.append(RefusalText(reason: reason, said: said))
      }
    }
    return use
  }

  private mutating func names(_ node: XMLNode?, in parent: XMLNode, file: String) -> NamesDefinition {
    guard let node else { return NamesDefinition(each: "", name: "") }
    return NamesDefinition(each: required("each", of: node, file), name: required("name", of: node, file))
  }

  private mutating func placed(_ node: XMLNode, file: String) -> PlacedText {
    PlacedText(
      text: text(of: node, file: file), at: node.attribute("at"), basis: node.attribute("basis"),
      source: place(node, file))
  }

  /// Codes parted by blanks.
  private static func codes(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
