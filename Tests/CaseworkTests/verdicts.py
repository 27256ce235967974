#!/usr/bin/env python3
"""What a release allows, written down a second time: one row for each combination, with the verdict.

From the rules S-1 to S-13 of the release, its revocation (doubt counts as revoked), and the scope of each letter.
Nothing of this is taken from the program. Columns, tab separated: custody, signers, revocations, use, verdict.
"""

import itertools

USE_DAY = 20  # days are those of one month: signatures 3 and 9, content of 2, use of 20, today 25
ENTRIES = {1: {"Frau Kowalski-Brandt", "Frau Kowalski-Brandt, zuständige Fachkraft Sozialer Dienst, Jugendamt Bochum, Bezirk Süd",
               "Jugendamt Bochum, Bezirk Süd"},
           2: {"Frau Großjohann", "Frau Großjohann, Leitung, Kita Purzelbaum", "Kita Purzelbaum"}}
SCOPE = {"kontaktstatus", "ergebnis", "schritte"}

# Who stands on the sheet: identity, role, day of the signature (None: unsigned), can sign for the child, of age.
SIGNERS = {
    "nobody": [("M", "mutter", None, True, True)],
    "M": [("M", "mutter", 3, True, True)],
    "V": [("V", "vater", 9, True, True)],
    "MV": [("M", "mutter", 3, True, True), ("V", "vater", 9, True, True)],
    "M-unsigned-V": [("M", "mutter", 3, True, True), ("V", "vater", None, True, True)],
    "M-twice": [("M", "mutter", 3, True, True), ("M", "mutter", 3, True, True)],
    "M-as-father": [("M", "mutter", 3, True, True), ("M", "vater", 3, True, True)],
    "M-short": [("M", "mutter", 3, True, True), ("M", "mutter", 9, True, True)],
    "M-barred-V": [("M", "mutter", 3, True, True), ("V", "vater", 9, False, True)],
    "barred-M-V": [("M", "mutter", 3, False, True), ("V", "vater", 9, True, True)],
    "barred-M": [("M", "mutter", 3, False, True)],
    "P": [("P", "ergaenzungspfleger", 3, True, True)],
    "PM": [("P", "ergaenzungspfleger", 3, True, True), ("M", "mutter", 9, True, True)],
    "PMV": [("P", "ergaenzungspfleger", 3, True, True), ("M", "mutter", 3, True, True), ("V", "vater", 9, True, True)],
    "W": [("W", "vormund", 3, True, True)],
    "O": [("O", "grosseltern", 3, True, True)],
    "MO": [("M", "mutter", 3, True, True), ("O", "grosseltern", 9, True, True)],
    "minor-M": [("M", "mutter", 3, True, False)],
    "minor-M-V": [("M", "mutter", 3, True, False), ("V", "vater", 9, True, True)],
    "M-V-later": [("M", "mutter", 3, True, True), ("V", "vater", 22, True, True)],
    "M-future": [("M", "mutter", 28, True, True)],
    "M-blank": [("M", "mutter", 1, True, True)],
}

PARENTS = {"mutter", "vater"}
# Custody: how many people of which roles must sign; None while it is not settled who.
CUSTODY = {
    "gemeinsam": [(PARENTS, 2)],
    "gemeinsam-verhindert": [(PARENTS, 1)],          # § 1678: reason and since when are there
    "gemeinsam-verhindert-ohne-seit": [(PARENTS, 2)],
    "gemeinsam-verhindert-danach": [(PARENTS, 2)],   # prevented only after the signature
    "gemeinsam-nicht-erreichbar": [(PARENTS, 2)],    # hard to reach is not prevented
    "gemeinsam-alltag": [(PARENTS, 2)],              # the town does not allow one signature
    "allein_mutter": [({"mutter"}, 1)],
    "allein_vater": [({"vater"}, 1)],
    "vormundschaft": [({"vormund"}, 1)],
    "vormundschaft-eigene-angabe": None,
    "teilentzug-pflegschaft": [({"ergaenzungspfleger"}, 1)],
    "teilentzug-eltern": [(PARENTS, 2)],
    "teilentzug-mutter": [({"mutter"}, 1)],
    "teilentzug-vater": [({"vater"}, 1)],
    "teilentzug-beide": [({"ergaenzungspfleger"}, 1), (PARENTS, 2)],
    "teilentzug-ohne-bereich": None,
    "ruht-mutter": [({"vater"}, 1)],
    "ruht-vater": [({"mutter"}, 1)],
    "ruht-ohne-angabe": None,
    "ruht-eigene-angabe": None,
    "ungeklaert": None,
    "nur-eigene": "own",
}


def valid_from(custody, signers):
    """The day from which the release holds for the child; None when it does not."""
    need = CUSTODY[custody]
    if need is None:
        return None
    if need == "own":
        # Own data only: nothing that concerns the child is ever covered, whoever signed.
        return "own"
    people = {}
    for who, role, day, able, adult in SIGNERS[signers]:
        person = people.setdefault(who, {"roles": set(), "days": [], "able": True, "adult": adult})
        person["roles"].add(role)
        person["able"] = person["able"] and able
        if day is not None and 2 <= day <= 25:
            person["days"].append(day)
    days = []
    for roles, count in need:
        signed = sorted((min(p["days"]), p["adult"]) for p in people.values()
                        if p["able"] and p["roles"] & roles and p["days"])
        if len(signed) < count:
            return None
        chosen = signed[:count]
        if not any(adult for _, adult in chosen):
            return None  # a minor alone cannot
        days += [day for day, _ in chosen]
    return max(days)


# A revocation: number ('this', 'second', 'unknown' or ''), who, whose child, receipt, and what.
def sheet(number="this", who="M", child=True, day=10, what="ganz", entries=(), wordings=(), kinds=()):
    return dict(number=number, who=who, child=child, day=day, what=what, entries=entries, wordings=wordings, kinds=kinds)


SHEETS = {
    "M-ganz": sheet(),
    "V-ganz": sheet(who="V"),
    "M-ganz-am-tag": sheet(day=USE_DAY),
    "M-ganz-danach": sheet(day=USE_DAY + 1),
    "M-kontaktstatus": sheet(what="teil", kinds=("kontaktstatus",)),
    "M-ergebnis": sheet(what="teil", kinds=("ergebnis",)),
    "V-schritte": sheet(who="V", what="teil", kinds=("schritte",)),
    "M-befunde": sheet(what="teil", kinds=("befunde",)),
    "M-nr1": sheet(what="teil", entries=("1",)),
    "V-nr2": sheet(who="V", what="teil", entries=("2",)),
    "M-nr7": sheet(what="teil", entries=("7",)),
    "M-name": sheet(what="teil", wordings=("Frau Kowalski-Brandt",)),
    "M-kita-genau": sheet(what="teil", wordings=("Kita Purzelbaum",)),
    "M-name-ungenau": sheet(what="teil", wordings=("Kowalski-Brandt",)),
    "M-sozialer-dienst": sheet(what="teil", wordings=("Sozialer Dienst",)),
    "M-kita-ungenau": sheet(what="teil", wordings=("die Kita",)),
    "M-nr1-ergebnis": sheet(what="teil", entries=("1",), kinds=("ergebnis",)),
    "M-teil-leer": sheet(what="teil"),
    "M-ohne-nummer": sheet(number=""),
    "V-ohne-nummer-teil": sheet(number="", who="V", what="teil", kinds=("schritte",)),
    "fremd-ohne-nummer": sheet(number="", who="F", child=False),
    "fremd-ohne-nummer-kind": sheet(number="", who="F"),
    "fremd-mit-nummer": sheet(who="F", what="teil", kinds=("schritte",)),
    "M-zweite": sheet(number="second"),
    "V-zweite": sheet(number="second", who="V"),
    "M-unbekannt": sheet(number="unknown"),
    "fremd-unbekannt": sheet(number="unknown", who="F", child=False),
}


def taken(revocation, signers):
    """What a sheet takes: None nothing, 'all', or (entries, kinds); the second release is the mother's alone."""
    persons = {who for who, *_ in SIGNERS[signers]}
    if revocation["day"] > USE_DAY:
        return None
    concerns = revocation["who"] in persons or revocation["child"]
    if revocation["number"] == "second":
        # An exact sheet about another release of whoever declared that one.
        return None if revocation["who"] == "M" or not concerns else "all"
    if revocation["number"] in ("", "unknown"):
        return "all" if concerns else None
    if revocation["who"] not in persons or revocation["what"] == "ganz":
        return "all"
    entries = set()
    for entry in revocation["entries"]:
        if int(entry) not in ENTRIES:
            return "all"
        entries.add(int(entry))
    for wording in revocation["wordings"]:
        found = [number for number, names in ENTRIES.items() if wording in names]
        if len(found) != 1:
            return "all"
        entries.add(found[0])
    kinds = set(revocation["kinds"])
    if not kinds <= SCOPE or not (entries or kinds):
        return "all"
    return entries, kinds


USES = {
    # entry of the recipient (None: fits none), kinds of which one is needed, kinds that all are needed
    "rsd-kontakt": (1, {"kontaktstatus", "ergebnis"}, set()),
    "rsd-ergebnis": (1, {"kontaktstatus", "ergebnis"}, {"ergebnis"}),
    "rsd-schritte": (1, {"kontaktstatus", "ergebnis"}, {"ergebnis", "schritte"}),
    "rsd-ungenau": (None, {"kontaktstatus", "ergebnis"}, set()),
    "kita": (2, {"kontaktstatus"}, set()),
    "kita-an-sd": (None, {"kontaktstatus"}, set()),
    "kita-andere": (None, {"kontaktstatus"}, set()),
    # Documents that are handed over: the release names them, the recipient and what stands in them.
    "unterlage": (1, set(), {"schritte"}),
    "unterlage-kita": (2, set(), {"ergebnis"}),
    "unterlage-befund": (1, set(), {"schritte", "befunde"}),
    "unterlage-ungenau": (None, set(), {"schritte"}),
    "unterlage-nicht-genannt": (None, set(), {"schritte"}),
}


def allowed(custody, signers, revocations, use):
    start = valid_from(custody, signers)
    if start is None or start == "own" or start > USE_DAY:
        return False
    entries, scope = set(ENTRIES), set(SCOPE)
    for name in revocations:
        what = taken(SHEETS[name], signers)
        if what == "all":
            return False
        if what:
            entries -= what[0]
            scope -= what[1]
    entry, one_of, all_of = USES[use]
    return entry in entries and (not one_of or bool(one_of & scope)) and all_of <= scope


def rows():
    for custody, signers in itertools.product(CUSTODY, SIGNERS):
        for use in ("rsd-schritte", "kita", "unterlage"):
            yield custody, signers, (), use
    partial = [name for name, s in SHEETS.items() if s["what"] == "teil"]
    pairs = [()] + [(name,) for name in SHEETS] + list(itertools.combinations(partial, 2))
    for custody, signers in (("gemeinsam", "MV"), ("allein_mutter", "M"), ("gemeinsam-verhindert", "M"),
                             ("teilentzug-beide", "PMV"), ("ungeklaert", "MV")):
        for revocations, use in itertools.product(pairs if custody == "gemeinsam" else pairs[:len(SHEETS) + 1], USES):
            yield custody, signers, revocations, use


if __name__ == "__main__":
    for custody, signers, revocations, use in dict.fromkeys(rows()):
        verdict = "erlaubt" if allowed(custody, signers, revocations, use) else "abgelehnt"
        print(custody, signers, "+".join(revocations), use, verdict, sep="\t")
