import FormModel

/// First contacts, residence, referrals to others.
let contactEdges: [DutyEdge] = [
  DutyEdge(
    "PR-1", "a later note tells that the family was informed",
    open: { [try CasePapers.note(1, "2025-11-03"), try CasePapers.note(2, "2025-11-10")] },
    done: {
      [
        try CasePapers.note(1, "2025-11-03"),
        try CasePapers.note(2, "2025-11-10", [("information_datenschutz_am", "2025-11-10")]),
      ]
    }),
  DutyEdge(
    "PR-1", "a first attempt that reached nobody, and then somebody is reached",
    open: {
      [
        try CasePapers.note(1, "2025-11-03", [("kontakt_zustande", "nein")]), try CasePapers.note(2, "2025-11-10"),
      ]
    },
    done: { [try CasePapers.note(1, "2025-11-03", [("kontakt_zustande", "nein")])] }),
  DutyEdge(
    "PR-2", "the family agreed that its data are passed on",
    open: { [try CasePapers.first([("zugangsweg", "begruessung")])] },
    done: { [try CasePapers.first([("zugangsweg", "begruessung"), ("zustimmung_kontaktweitergabe", "2025-11-01")])] }),
  DutyEdge(
    "PR-3", "the last note says where they live",
    open: { [try CasePapers.first(), try CasePapers.note(2, "2025-11-10", [("stadtbezirk", "ausserhalb")])] },
    done: { [try CasePapers.first([("stadtbezirk", "unbekannt")]), try CasePapers.note(2, "2025-11-10")] }),
  DutyEdge(
    "PR-4", "the advice for day care is named", open: { [try CasePapers.first([("zugangsweg", "ktp")])] },
    done: { [try CasePapers.first([("zugangsweg", "ktp"), ("beteiligte", ["rolle": "ktp_fb", "name": "Frau Alt"])])] }),
  DutyEdge(
    "PR-8", "a release names a doctor",
    open: { [try CasePapers.referred(to: kinderarzt), try CasePapers.release()] },
    done: { [try CasePapers.referred(to: kinderarzt), try CasePapers.doctorsRelease()] }),
  DutyEdge(
    "PR-8", "that release is signed by both",
    open: { [try CasePapers.referred(to: kinderarzt), try CasePapers.doctorsRelease("M")] },
    done: { [try CasePapers.referred(to: kinderarzt), try CasePapers.doctorsRelease()] }),
  DutyEdge(
    "PR-8", "the number of a release counts only while that is usable",
    open: { [try CasePapers.referred(to: kinderarzt(under: "KSA-5-2025-0031-SPE-09")), try CasePapers.release()] },
    done: { [try CasePapers.referred(to: kinderarzt(under: "KSA-5-2025-0031-SPE-01")), try CasePapers.release()] }),
  DutyEdge(
    "PR-8", "telling a family where the doctor is needs none", open: { [try CasePapers.referred(to: kinderarzt)] },
    done: { [try CasePapers.referred(to: ["ziel": "kinderarzt", "art": "info", "weg": "direkt"])] }),
  DutyEdge(
    "PR-9", "the psychiatric service is reached through the social service",
    open: { [try CasePapers.referred(to: ["ziel": "kjpd", "art": "vermittelt", "weg": "direkt"])] },
    done: { [try CasePapers.referred(to: ["ziel": "kjpd", "art": "vermittelt", "weg": "sd"])] }),
  DutyEdge(
    "PR-10", "help with upbringing has arrived by way of the board",
    open: { [try CasePapers.referred(to: help("offen"))] },
    done: { [try CasePapers.referred(to: help("angekommen"))] }),
  DutyEdge(
    "PR-10", "the hand-over was written since",
    open: { [try CasePapers.referred(to: help("offen")), try CasePapers.handOver("2025-11-02")] },
    done: { [try CasePapers.referred(to: help("offen")), try CasePapers.handOver("2025-11-03")] }),
  DutyEdge(
    "PR-10b", "the case ended as a hand-over",
    open: { [try CasePapers.referred(to: help("angekommen")), try CasePapers.ended("2025-11-12")] },
    done: {
      [
        try CasePapers.referred(to: help("angekommen")),
        try CasePapers.ended("2025-11-12", [("beendigungsgrund", "uebergang_sd")]),
      ]
    }),
  DutyEdge(
    "PR-20", "outside the phase in which it is asked, before a new help",
    open: {
      [try CasePapers.first([("vermittlungen", ["ziel": "familienbildung", "art": "vermittelt", "weg": "direkt"])])]
    },
    done: { [try CasePapers.referred(to: ["ziel": "familienbildung", "art": "vermittelt", "weg": "direkt"])] }),
  DutyEdge(
    "PR-20", "while help is being planned", open: { [try CasePapers.first([("phase", "3")])] },
    done: { [try CasePapers.first([("phase", "1")])] }),
  DutyEdge(
    "PR-21", "the counselling centre told what came of it",
    open: { [try CasePapers.referred(to: ["ziel": "eb", "art": "vermittelt", "weg": "direkt", "ergebnis": "offen"])] },
    done: {
      [try CasePapers.referred(to: ["ziel": "eb", "art": "vermittelt", "weg": "direkt", "ergebnis": "angekommen"])]
    }),
  DutyEdge(
    "PR-21", "its answer is filed; one about the centre in the Kita is another",
    open: { [try CasePapers.counselling(), try CasePapers.answer("2025-11-10", [("ziel", "ebita")])] },
    done: { [try CasePapers.counselling(), try CasePapers.answer("2025-11-10")] }),
  DutyEdge(
    "PR-21", "an answer from before the referral is about an earlier one",
    open: { [try CasePapers.counselling(), try CasePapers.answer("2025-11-02")] },
    done: { [try CasePapers.counselling(), try CasePapers.answer("2025-11-03")] }),
]

/// Goals of a family: their steps, and the review in the last phase.
let goalEdges: [DutyEdge] = [
  DutyEdge(
    "Z-1", "the step is done", open: { [try CasePapers.first(), try CasePapers.goals("2025-11-04", [:], [:])] },
    done: { [try CasePapers.first(), try CasePapers.goals("2025-11-04", [:], ["erledigt_am": "2025-11-10"])] }),
  DutyEdge(
    "Z-1", "a goal that was reviewed asks for no step",
    open: {
      [
        try CasePapers.first(),
        try CasePapers.goals("2025-11-04", ["ergebnis": "teilweise", "ergebnis_am": "2025-11-10"], [:]),
      ]
    },
    done: {
      [
        try CasePapers.first(),
        try CasePapers.goals("2025-11-04", ["ergebnis": "nicht", "ergebnis_am": "2025-11-10"], [:]),
      ]
    }),
  DutyEdge(
    "Z-1", "the last sheet counts", open: { [try CasePapers.first(), try CasePapers.goals("2025-11-04", [:], [:])] },
    done: {
      [
        try CasePapers.first(), try CasePapers.goals("2025-11-04", [:], [:]),
        try CasePapers.goals("2025-11-11", [:], ["erledigt_am": "2025-11-11"]),
      ]
    }),
  DutyEdge(
    "Z-2", "in the phase of review",
    open: { [try CasePapers.first([("phase", "5")]), try CasePapers.goals("2025-11-04", [:], [:])] },
    done: { [try CasePapers.first([("phase", "4")]), try CasePapers.goals("2025-11-04", [:], [:])] }),
  DutyEdge(
    "Z-2", "until each goal has its result",
    open: { [try CasePapers.first([("phase", "5")]), try CasePapers.goals("2025-11-04", [:], [:])] },
    done: {
      [
        try CasePapers.first([("phase", "5")]),
        try CasePapers.goals("2025-11-04", ["ergebnis": "erreicht", "ergebnis_am": "2025-11-10"], [:]),
      ]
    }),
]

private let kinderarzt: RecordGroup = ["ziel": "kinderarzt", "art": "vermittelt", "weg": "direkt"]

private func kinderarzt(under number: String) -> RecordGroup {
  var group = kinderarzt
  group.set("spe_id", [.value(number)])
  return group
}

private func help(_ result: String) -> RecordGroup {
  ["ziel": "sd_hze", "art": "vermittelt", "weg": "fachgremium", "ergebnis": .value(result)]
}

/// Releases and letters.
let letterEdges: [DutyEdge] = [
  DutyEdge(
    "PR-5", "the release for the feedback is signed", open: { [try bySocialService(), try CasePapers.release("M")] },
    done: { [try bySocialService(), try CasePapers.release()] }),
  DutyEdge(
    "PR-5", "after the end nobody is asked to sign any more", open: { [try bySocialService()] },
    done: { [try bySocialService(), try CasePapers.ended("2025-11-12")] }),
  DutyEdge(
    "PR-6", "the feedback was written",
    open: { [try bySocialService(), try CasePapers.ended("2025-11-12")] },
    done: { [try bySocialService(), try CasePapers.ended("2025-11-12"), try CasePapers.letter("2025-11-13")] }),
  DutyEdge(
    "PR-6", "a feedback from before a new referral is none for it",
    open: {
      [
        try bySocialService(), try CasePapers.letter("2025-11-08"),
        try CasePapers.ended("2025-11-12", [("zugangsweg", "sd"), ("vermittelt_am", "2025-11-09")]),
      ]
    },
    done: {
      [
        try bySocialService(), try CasePapers.letter("2025-11-09"),
        try CasePapers.ended("2025-11-12", [("zugangsweg", "sd"), ("vermittelt_am", "2025-11-09")]),
      ]
    }),
  DutyEdge(
    "PR-7", "what the Kita was told before the end does not tell it",
    open: {
      [
        try CasePapers.first(), try CasePapers.release(), try CasePapers.ended("2025-11-12"),
        try CasePapers.kitaStatus("2025-11-11"),
      ]
    },
    done: {
      [
        try CasePapers.first(), try CasePapers.release(), try CasePapers.ended("2025-11-12"),
        try CasePapers.kitaStatus("2025-11-12"),
      ]
    }),
  DutyEdge(
    "PR-22", "the doctor whose findings are passed on is released as well",
    open: { [try CasePapers.release { $0.items.append(.init("umfang", "befunde")) }] },
    done: {
      [
        try CasePapers.release {
          $0.items += [
            .init("umfang", "befunde"), .init("entbundene", ["name": "Frau Weiß", "funktion": "Kinderärztin"]),
          ]
        }
      ]
    }),
  DutyEdge(
    "SPE-1", "everybody signed who must", open: { [try CasePapers.release("M")] }, done: { [try CasePapers.release()] }),
]

private func bySocialService() throws -> Record {
  try CasePapers.first([("zugangsweg", "sd"), ("zustimmung_kontaktweitergabe", "2025-11-01")])
}

/// Reports of danger, and what may follow them.
let reportEdges: [DutyEdge] = [
  DutyEdge(
    "PR-11", "the receipt is confirmed",
    open: { [try CasePapers.report("2025-11-10", [("empfang", ["am": "2025-11-11"])])] },
    done: { [try CasePapers.report("2025-11-10", [("empfang", ["am": "2025-11-11", "bestaetigt_am": "2025-11-12"])])] }),
  DutyEdge(
    "PR-12", "the report is not from before the note",
    open: { [try CasePapers.first([("kwg_anhaltspunkte", "ja")]), try CasePapers.report("2025-11-02")] },
    done: { [try CasePapers.first([("kwg_anhaltspunkte", "ja")]), try CasePapers.report("2025-11-03")] }),
  DutyEdge(
    "PR-13", "the social service has the report of the advice for day care",
    open: { [try CasePapers.report("2025-11-10", [("meldende_stelle", "ktp_fb")])] },
    done: { [try CasePapers.report("2025-11-10", [("meldende_stelle", "ktp_fb"), ("empfang", ["am": "2025-11-11"])])] }),
  DutyEdge(
    "PR-15", "the family agreed after the report",
    open: { [try CasePapers.report("2025-11-10"), try CasePapers.referral("2025-11-12", agreed: "2025-11-09")] },
    done: { [try CasePapers.report("2025-11-10"), try CasePapers.referral("2025-11-12", agreed: "2025-11-10")] }),
  DutyEdge(
    "PR-15", "the referral came after the report",
    open: { [try CasePapers.report("2025-11-10"), try CasePapers.referral("2025-11-10", agreed: "2025-11-08")] },
    done: { [try CasePapers.report("2025-11-10"), try CasePapers.referral("2025-11-09", agreed: "2025-11-08")] }),
  DutyEdge(
    "PR-15", "a report after the referral asks for no new consent",
    open: { [try CasePapers.report("2025-11-01"), try CasePapers.referral("2025-11-09", agreed: "2025-10-31")] },
    done: { [try CasePapers.report("2025-11-14"), try CasePapers.referral("2025-11-09", agreed: "2025-10-31")] }),
]

/// What the service itself owes: the sheet of the next quarter that is over.
let serviceEdges: [DutyEdge] = ["statistik-teil1": "PR-17", "statistik-teil2": "PR-17b"].flatMap { form, id in
  [
    DutyEdge(
      id, "the quarter after the last sheet is over", on: "2025-10-01", open: { [try sheet(form, "2025-03-31")] },
      done: { [try sheet(form, "2025-03-31"), try sheet(form, "2025-09-30")] }),
    DutyEdge(
      id, "it is not over yet", on: "2025-09-30", open: { [try sheet(form, "2025-03-31")] },
      done: { [try sheet(form, "2025-06-30")] }),
    DutyEdge(
      id, "a sheet that was only counted settles nothing", on: "2025-10-01",
      open: { [try sheet(form, "2025-06-30"), try sheet(form, "2025-09-30", isKept: false)] },
      done: { [try sheet(form, "2025-06-30"), try sheet(form, "2025-09-30")] }),
    DutyEdge(
      id, "where no sheet is kept none is owed", on: "2025-10-01", open: { [try sheet(form, "2025-03-31")] },
      done: { [try sheet(form, "2025-06-30", isKept: false)] }),
  ]
}

private func sheet(_ form: String, _ last: String, isKept: Bool = true) throws -> Record {
  let months = ["03": "I", "06": "II", "09": "III", "12": "IV"]
  let quarter = months[String(last.dropFirst(5).prefix(2))] ?? ""
  var root: RecordGroup = ["jahr": .value(String(last.prefix(4))), "quartal": .value(quarter), "ebene": "gesamtstadt"]
  if isKept { root.set("festgestellt_am", [.value(last)]) }
  return try Town.record(form, root)
}

/// Copies, cases that nobody ends, the end and what comes after it.
let endEdges: [DutyEdge] = [
  DutyEdge(
    "PR-16", "the copy is destroyed", open: { [try withCopy(), try CasePapers.ended("2025-11-12")] },
    done: { [try withCopy(destroyed: "2025-11-13"), try CasePapers.ended("2025-11-12")] }),
  DutyEdge(
    "PR-16b", "the day after six months without contact", on: "2026-05-04", open: { [try CasePapers.first()] },
    done: { [try CasePapers.first(), try CasePapers.note(2, "2025-11-04")] }),
  DutyEdge(
    "PR-16c", "a contact came about", open: { [try CasePapers.first([("kontakt_zustande", "nein")])] },
    done: { [try CasePapers.first()] }),
  DutyEdge(
    "PR-18", "the case has ended", open: { [try CasePapers.ended("2025-11-12")] }, done: { [try CasePapers.first()] }),
  DutyEdge(
    "PR-19", "a family that wants no support", open: { [try CasePapers.first(), try refused()] },
    done: { [try CasePapers.first(), try refused([("fallstatus", "beendet"), ("beendet_am", "2025-11-10")])] }),
  DutyEdge(
    "PR-19", "it has changed its mind since", open: { [try CasePapers.first(), try refused()] },
    done: { [try CasePapers.first(), try refused(), try CasePapers.note(3, "2025-11-12")] }),
]

private func withCopy(destroyed day: String? = nil) throws -> Record {
  var copy: RecordGroup = ["bezeichnung": "Bescheid", "kopiert_am": "2025-11-03"]
  if let day { copy.set("vernichtet_am", [.value(day)]) }
  return try CasePapers.first([("unterlagen_kopiert", "ja"), ("unterlagen", .group(copy))])
}

private func refused(_ rest: [(String, RecordContent)] = []) throws -> Record {
  try CasePapers.note(
    2, "2025-11-10", [("kontakt_zustande", "nein"), ("nicht_zustande_grund", "nicht_gewuenscht")] + rest)
}
