internal import XMLTree

/// What is declared about numbers: those of the profile, and the fields that hold them.
extension FormLint {
  /// The numbers of the profile: each stands by itself or on another, and at most one part of it counts up.
  mutating func checkNumbers() {
    let numbers = library.profile.numbers
    for number in numbers {
      if numbers.count(where: { $0.id == number.id }) > 1 {
        add("FORM-DOPPELT", number.source, "Die Art von Nummer ›\(number.id)‹ gibt es schon.")
      }
      if let form = number.form, numbers.count(where: { $0.form == form }) > 1 {
        add("FORM-NUMMER", number.source, "Papiere von ›\(form)‹ haben schon eine andere Art von Nummer.")
      }
      if let base = number.base, !numbers.contains(where: { $0.id == base }) {
        unknown(base, number.source)
        continue
      }
      guard let pattern = library.number(number.id) else {
        add("FORM-NUMMER", number.source, "Die Nummer ›\(number.id)‹ ist auf sich selbst aufgebaut.")
        continue
      }
      check(number, pattern)
    }
  }

  private mutating func check(_ number: NumberDefinition, _ pattern: NumberPattern) {
    let parts = number.pieces.compactMap { if case .part(let part) = $0 { part } else { nil } }
    if Set(parts.map(\.id)).count < parts.count {
      add("FORM-DOPPELT", number.source, "In der Nummer ›\(number.id)‹ heißen zwei Teile gleich.")
    }
    if number.pieces.count(where: { if case .base = $0 { true } else { false } }) > 1 {
      add("FORM-NUMMER", number.source, "Die Nummer ›\(number.id)‹ ist auf zwei anderen aufgebaut.")
    }
    let serial = parts.filter(\.isSerial)
    if serial.count > 1 || serial.contains(where: { if case .digits = $0.form { false } else { true } }) {
      add(
        "FORM-NUMMER", number.source,
        "In der Nummer ›\(number.id)‹ zählt höchstens ein Teil weiter, und der besteht aus Ziffern.")
    }
    for part in parts where !part.form.fits(part.example) {
      add("FORM-NUMMER", number.source, "Das Beispiel ›\(part.example)‹ passt nicht zum Teil ›\(part.id)‹.")
    }
    if parts.allSatisfy({ $0.form.fits($0.example) }), pattern.read(pattern.example) == nil {
      add(
        "FORM-NUMMER", number.source,
        "Die Nummer ›\(number.id)‹ kann auf zwei Arten gelesen werden; bitte die Teile durch Text trennen.")
    }
  }

  private mutating func unknown(_ id: String, _ place: SourcePlace) {
    add(
      "FORM-NUMMER", place,
      "Die Art von Nummer ›\(id)‹ steht nicht im Profil der Stadt."
        + Nearest.question(id, among: library.profile.numbers.map(\.id)))
  }

  /// The number or reference of a field.
  mutating func number(of field: FieldDefinition) {
    let place = field.common.source
    let (isNumber, isReference) = (field.type == FieldType(NumberKind()), field.type == FieldType(ReferenceKind()))
    if isNumber != (field.number != nil) {
      add(
        "FORM-NUMMER", place,
        isNumber
          ? "Der Nummer ›\(field.common.id)‹ fehlt das Attribut ›of‹: welche Art von Nummer des Profils sie ist."
          : "›of‹ gehört zu einer Nummer; ›\(field.common.id)‹ ist keine.")
    }
    if isReference != (field.target != nil) {
      add(
        "FORM-NUMMER", place,
        isReference
          ? "Dem Verweis ›\(field.common.id)‹ fehlt das Attribut ›to‹: auf welches Formular er verweist."
          : "›to‹ gehört zu einem Verweis; ›\(field.common.id)‹ ist keiner.")
    }
    if let id = field.number, library.profile.numbers.allSatisfy({ $0.id != id }) { unknown(id, place) }
    if let form = field.target, library.number(ofForm: form) == nil {
      add(
        "FORM-NUMMER", place,
        "Papiere von ›\(form)‹ haben nach dem Profil keine Nummer, auf die ›\(field.common.id)‹ verweisen kann."
          + Nearest.question(form, among: library.profile.numbers.compactMap(\.form)))
    }
    guard let pattern = field.alternative else { return }
    if !isNumber, !isReference {
      add("FORM-NUMMER", place, "›or‹ gehört zu einer Nummer oder einem Verweis.")
    } else if XMLPattern(pattern) == nil {
      add("FORM-MUSTER", place, "Das Muster ›\(pattern)‹ ist nicht zu verstehen.")
    }
  }

  /// The field that tells a paper's case must hold a number.
  mutating func caseField(of filing: FilingDefinition, _ form: FormDefinition) {
    guard let name = filing.caseField else { return }
    if case .field(let field)? = form.items.first(where: { $0.id == name }), field.holdsNumber, !field.repeats {
      return
    }
    let known = form.items.compactMap { item -> String? in
      if case .field(let field) = item, field.holdsNumber, !field.repeats { item.id } else { nil }
    }
    add(
      "FORM-NUMMER", filing.source,
      "›case‹ nennt das Feld mit der Nummer des Vorgangs oder eines Papiers, das zu ihm gehört; ›\(name)‹ ist keines."
        + Nearest.question(name, among: known))
  }
}
