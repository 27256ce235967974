extension FormLibrary {
  /// The list of kinds of data, as the retention schedule names it.
  public var kindsOfData: CodeList? { retention.kindList.flatMap { lists[$0] } }

  /// The list of why something is kept from being deleted, as the retention schedule names it.
  public var holdReasons: CodeList? { retention.holdList.flatMap { lists[$0] } }

  /// The list of why something is left out for a person who asks what is stored, as the form of that paper names it.
  public var disclosureGrounds: CodeList? {
    guard let definition = retention.disclosure, let form = forms[definition.form],
      case .group(let masks)? = form.items.first(where: { $0.id == definition.masks }),
      case .field(let field)? = masks.items.first(where: { $0.id == definition.ground })
    else { return nil }
    return codes(of: field)
  }
}
