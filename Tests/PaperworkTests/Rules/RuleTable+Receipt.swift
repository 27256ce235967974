/// Rules of the confirmation of receipt: it says that a report has come in, and nothing about anybody.
let receiptRules: [RuleCase] = [
  receipt(
    "E-KWE-01", "received tomorrow", wrong: ["eingang_am=2025-11-21"], right: ["eingang_am=2025-11-20"]),
  receipt(
    "W-KWE-02", "received the day before the report", wrong: ["eingang_am=2025-11-19"],
    right: ["eingang_am=2025-11-20"], other: []),
  receipt(
    "W-KWE-03", "an assessment", wrong: ["ggf_absprachen=Der Fall ist Akut."],
    right: ["ggf_absprachen=Der Fall ist bei uns."]),
  receipt(
    "W-KWE-03", "a measure", wrong: ["ggf_absprachen=Morgen ist ein Hausbesuch."],
    right: ["ggf_absprachen=Morgen rufen wir an."]),
  receipt(
    "W-KWE-04", "a person", wrong: ["ggf_absprachen=Frau Kowalski ruft an."],
    right: ["ggf_absprachen=Frau K. ruft an."]),
  receipt(
    "W-KWE-05", "the name of a child of the report", wrong: ["ggf_absprachen=Noah bleibt bis 16 Uhr."],
    right: ["ggf_absprachen=Das Kind bleibt bis 16 Uhr."], other: []),
  receipt(
    "W-KWE-06", "nobody knows who reported", wrong: ["beruf_kkg="], right: ["beruf_kkg=nein"]),
  receipt("E-KWE-eingang_am-fehlt", "no day", wrong: ["eingang_am="]),
  receipt("E-KWE-entgegengenommen_durch-fehlt", "nobody took it", wrong: ["entgegengenommen_durch="]),
  receipt("E-KWE-zustaendig-fehlt", "nobody is responsible", wrong: ["zustaendig="]),
  receipt("E-KWE-zustaendig.dienst-fehlt", "a number without a service", wrong: ["zustaendig/dienst="]),
]

private func receipt(
  _ id: String, _ sentence: String, wrong: [String], right: [String] = [], other: [String]? = nil
) -> RuleCase {
  RuleCase(id, sentence, base: .receipt, wrong: wrong, right: right, other: other, otherBase: .report)
}
