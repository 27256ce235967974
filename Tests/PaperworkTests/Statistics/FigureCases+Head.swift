/// The rules that the heads of both statistics have by their fields.
let headCases: [FigureCase] =
  head("ST1", "teil1-quartal", published: "teil1-veroeffentlichung")
  + head("ST2", "teil2-stadtbezirk", published: "teil2-veroeffentlichung")
  + [
    published("ST1", "abweichung_grund", "abweichung_grund=ein Blatt kam nach"),
    published("ST1", "bemerkung", "bemerkung=im August nicht besetzt"),
  ]
  + ["c_m", "c_w", "c_d", "c_x", "d_transfer"].map { field in
    FigureCase("H-ST2-\(field)-entfaellt", "Bochum does not count it", "teil2-stadtbezirk", wrong: ["\(field)=3"])
  }

/// What a publication does not have.
private func published(_ short: String, _ field: String, _ edit: String) -> FigureCase {
  let part = short == "ST1" ? "teil1" : "teil2"
  return FigureCase(
    "H-\(short)-\(field)-entfaellt", "a publication has none", "\(part)-veroeffentlichung", wrong: [edit])
}

private func head(_ short: String, _ base: String, published publication: String) -> [FigureCase] {
  let missing: [(field: String, right: [String])] = [
    ("jahr", []), ("quartal", []), ("ausgabe", []), ("status", []), ("ebene", []), ("erstellt_am", []),
    ("fachkraft", ["fachkraft/funktion="]), ("empfaenger", []), ("quelle", []),
    ("stadtbezirk", ["stadtbezirk=", "ebene=gesamtstadt"]),
  ]
  let dropped = [
    ("fachkraft", "fachkraft/name=Mareike Töpfer"), ("stadtbezirk", "stadtbezirk=2"),
    ("stellenanteil", "stellenanteil=39"),
    ("empfaenger", "empfaenger=sgl"), ("quelle", "quelle=strichliste"),
    ("unterschrift", "unterschrift/datum=2025-10-15"),
  ]
  return missing.map { field, right in
    FigureCase("E-\(short)-\(field)-fehlt", "no \(field)", base, wrong: ["\(field)="], right: right)
  } + [
    FigureCase("E-\(short)-fachkraft.name-fehlt", "a function without a name", base, wrong: ["fachkraft/name="]),
    FigureCase(
      "W-\(short)-von-berechnet", "a quarter that begins late", base, wrong: ["von=2025-07-02"],
      right: ["von=2025-07-01"]),
    FigureCase(
      "W-\(short)-bis-berechnet", "a quarter that ends early", base, wrong: ["bis=2025-09-29"],
      right: ["bis=2025-09-30"]),
  ] + dropped.map { published(short, $0.0, $0.1) }
}
