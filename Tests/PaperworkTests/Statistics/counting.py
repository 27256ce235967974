"""Counts the figures of both statistics from papers, by the concept and without any code of the product.

Prints one JSON object: the figures of part 1 or part 2 by their names, for a period and an area.
"""

import argparse
import datetime
import json
import pathlib
import re
import sys


def day(text):
    return datetime.date.fromisoformat(text) if text else None


def case_of(paper):
    number = paper.get("vorgangsnummer") or paper.get("spe_id") or ""
    return re.sub(r"-SPE-\d+$", "", number)


def fold(text):
    table = {"ä": "AE", "ö": "OE", "ü": "UE", "ß": "SS"}
    return "".join(table.get(letter, letter).upper() for letter in text.lower())


def person(someone):
    return (fold(someone.get("vorname", "")), fold(someone.get("nachname", "")), someone.get("geburtsdatum", ""))


class Notes:
    """The notes about families, all others, and how cases went on."""

    def __init__(self, papers):
        # Of several editions the last one counts.
        newest = {}
        for index, paper in enumerate(papers):
            key = paper.get("id") or index
            if key not in newest or paper.get("edition", 1) > newest[key].get("edition", 1):
                newest[key] = paper
        self.papers = list(newest.values())
        self.all = [paper for paper in self.papers if paper["form"] == "gespraechsnotiz"]

    def until(self, last):
        return [paper for paper in self.all if day(paper["datum"]) <= last]


class Area:
    def __init__(self, level, name):
        self.level, self.name = level, name

    def has(self, paper):
        if self.level == "gesamtstadt":
            return True
        if self.level == "fachkraft":
            return paper["fachkraft"]["name"] == self.name
        return paper.get("stadtbezirk", "unbekannt") == self.name


def place(paper):
    return (paper["datum"], paper.get("notiz_nr", 0))


def is_contact(paper):
    return (paper["beratungsform"] == "namentlich" and paper["kontakt_zustande"]
            and paper["kontaktart"] != "fachgespraech")


class Course:
    """One case as a list of spans: since when, until when, with whom, told by which paper."""

    def __init__(self, papers):
        papers = sorted(papers, key=place)
        begun = any(paper["erstkontakt"] for paper in papers)
        happenings = []
        for paper in papers:
            ends = paper.get("beendet_am")
            if is_contact(paper) and (not ends or ends >= paper["datum"]):
                happenings.append((paper["datum"], 0, place(paper), paper))
            if ends:
                happenings.append((ends, 1, place(paper), paper))
        happenings.sort(key=lambda item: item[:3])
        telling = [paper for paper in papers if is_contact(paper) or paper.get("beendet_am")]
        self.changes = []  # (day, paper before, paper after)
        self.opened, self.reopened, self.ended = [], [], []
        self.is_old = bool(telling) and not begun
        self.first = telling[0] if telling else None
        is_open = self.is_old
        holder = self.first if self.is_old else None
        self.spans = []  # (from day or None, until day or None, paper)
        since = None
        was_open = is_open
        for when, is_end, _, paper in happenings:
            if is_end:
                if is_open:
                    self.spans.append((since, when, holder))
                    self.ended.append((when, paper, holder))
                    is_open = False
            else:
                if not is_open:
                    (self.reopened if was_open else self.opened).append((when, paper))
                    is_open = was_open = True
                else:
                    self.spans.append((since, when, holder))
                    self.changes.append((when, holder, paper))
                since, holder = when, paper
        if is_open:
            self.spans.append((since, None, holder))

    def open_at_start_of(self, when, area):
        """Whether it is open in the area on the evening before a day."""
        return any((since is None or since < when) and (until is None or until >= when) and area.has(holder)
                   for since, until, holder in self.spans if since != until)

    def moves(self, area, first, last):
        """How often it came to the area and left it while it was open."""
        inside = [(area.has(before), area.has(after)) for when, before, after in self.changes if first <= when <= last]
        return inside.count((False, True)), inside.count((True, False))

    def holder(self, when):
        """The paper that tells whose it is on a day."""
        result = self.first
        for since, _, paper in self.spans:
            if since is None or since <= when:
                result = paper
        return result


def part1(notes, area, first, last):
    figures = {}
    chosen = [paper for paper in notes.until(last) if day(paper["datum"]) >= first and area.has(paper)]
    kinds = {"telefon": "a1_telefon", "sprechstunde": "a2_sprechstunde", "buero": "a3_buero", "kita": "a4_kita",
             "hausbesuch": "a5_hausbesuch", "begleitung": "a6_begleitung", "video": "a7_digital",
             "schriftlich": "a7_digital", "anderer_ort": "a8_andere"}
    rows = ["a_summe", "a9_ausgefallen", "a10_sprachmittlung", "b1_praxisberatung_kita", "b2_ktp", "b3_anonym", "b4_sd",
            "b_summe"] + list(kinds.values())
    for row in rows:
        figures[row] = [0, 0, 0, 0]

    def add(row, paper):
        figures[row][(day(paper["datum"]).month - 1) % 3] += 1
        figures[row][3] += 1

    for paper in chosen:
        form, happened, kind = paper["beratungsform"], paper["kontakt_zustande"], paper["kontaktart"]
        roles = {other["rolle"] for other in paper.get("beteiligte", [])}
        if not happened:
            if form == "namentlich":
                add("a9_ausgefallen", paper)
        elif form == "anonym_institution":
            add("b3_anonym", paper)
            add("b_summe", paper)
        elif kind == "fachgespraech":
            row = None
            if roles & {"kita_leitung", "erzieher"} or (paper.get("kita") and not roles & {"ktp_fb", "sd"}):
                row = "b1_praxisberatung_kita"
            elif "ktp_fb" in roles:
                row = "b2_ktp"
            elif "sd" in roles:
                row = "b4_sd"
            if row:
                add(row, paper)
                add("b_summe", paper)
        else:
            add(kinds[kind], paper)
            add("a_summe", paper)
            if paper.get("sprachmittlung", "keine") != "keine":
                add("a10_sprachmittlung", paper)
    return {row: dict(zip(("monat_1", "monat_2", "monat_3", "quartal"), values)) for row, values in figures.items()}


def full_years(born, on):
    """The age in full years; of a year or a month alone, what is certain to have been reached by then."""
    parts = [int(part) for part in born.split("-")]
    year, month, date = parts[0], parts[1] if len(parts) > 1 else 12, parts[2] if len(parts) > 2 else 31
    years = on.year - year - ((on.month, on.day) < (month, date))
    # Whoever is known by the year of birth alone is born.
    return max(0, years) if len(parts) < 3 else years


def part2(notes, area, first, last, lists):
    figures = {}
    from_day, until_day = first.isoformat(), last.isoformat()

    def within(text):
        return bool(text) and from_day <= text <= until_day

    known = notes.until(last)
    cases = {}
    for paper in known:
        if paper["beratungsform"] == "namentlich":
            cases.setdefault(case_of(paper), []).append(paper)
    courses = {case: Course(papers) for case, papers in cases.items()}
    opened, again, ended = [], [], []
    stock = came = left = 0
    for course in courses.values():
        opened += [paper for when, paper in course.opened if within(when) and area.has(paper)]
        again += [paper for when, paper in course.reopened if within(when) and area.has(paper)]
        ended += [paper for when, paper, holder in course.ended if within(when) and area.has(holder)]
        stock += course.open_at_start_of(from_day, area)
        one, other = course.moves(area, from_day, until_day)
        came, left = came + one, left + other
    figures["a1_bestand_anfang"] = stock
    figures["a2_neu"] = len(opened) + len(again)
    earlier = [paper for paper in known if paper["beratungsform"] == "namentlich" and paper.get("beendet_am")]
    back = [paper for paper in opened if any(
        case_of(other) != case_of(paper) and other["beendet_am"] < paper["datum"]
        and {person(child) for child in other["kinder"]} & {person(child) for child in paper["kinder"]}
        for other in earlier)]
    figures["a3_wieder"] = len(again) + len(back)
    figures["a4_beendet"] = len(ended)
    figures["a8_uebernommen"], figures["a9_abgegeben"] = came, left
    figures["a5_bestand_ende"] = stock + figures["a2_neu"] + came - len(ended) - left
    tomorrow = (last + datetime.timedelta(days=1)).isoformat()
    assert figures["a5_bestand_ende"] == sum(
        course.open_at_start_of(tomorrow, area) for course in courses.values()), "the stock at the end"
    figures["a6_kurz"] = sum(
        len([other for other in cases[case_of(paper)] if other["kontakt_zustande"]]) == 1
        and any(within(other.get("beendet_am")) for other in cases[case_of(paper)]) for paper in opened + again)
    chosen = [paper for paper in known if within(paper["datum"]) and area.has(paper)]
    figures["a7_anonym"] = sum(paper["beratungsform"] != "namentlich" and paper["kontakt_zustande"] for paper in chosen)
    contacts = sorted((paper for paper in chosen if is_contact(paper)), key=place)
    latest = {case_of(paper): paper for paper in contacts}
    figures["familien"] = len(latest)

    for way in lists["zugangsweg"]:
        figures[f"b_{way}"] = 0
    for paper in opened + again:
        ways = [other["zugangsweg"] for other in sorted(cases[case_of(paper)], key=place) if other.get("zugangsweg")]
        figures["b_" + (paper.get("zugangsweg") or (ways[0] if ways else "unbekannt"))] += 1

    ages = {"u1": (0, 1), "u3": (1, 3), "u6": (3, 6), "ab6": (6, 200)}
    for age in [*ages, "ungeboren"]:
        for care in ("kita", "ktp", "keine", "unbekannt"):
            figures[f"c_{age}_{care}"] = 0
    children = {}
    for paper in contacts:
        for child in paper["kinder"]:
            if child.get("eingeschult") != "ja":
                children[(case_of(paper), person(child))] = child
    total = 0
    for child in children.values():
        years = full_years(child["geburtsdatum"], last)
        care = child.get("betreuungsform", "unbekannt")
        for age, (low, high) in ages.items():
            if low <= years < high:
                figures[f"c_{age}_{care}"] += 1
                total += 1
    figures["c_summe"] = total
    figures["familien_mit_kind"] = len({case_of(paper) for paper in contacts if paper["kinder"]})
    figures["d_alleinerziehend"] = len({case_of(paper) for paper in contacts if paper.get("alleinerziehend") == "ja"})
    figures["d_sprachmittlung"] = len(
        {case_of(paper) for paper in contacts if paper.get("sprachmittlung", "keine") != "keine"})
    for topic in lists["thema"]:
        figures[f"e_{topic}_haupt"] = sum(paper["hauptthema"] == topic for paper in latest.values())
        figures[f"e_{topic}_genannt"] = len({case_of(paper) for paper in contacts if topic in paper["themen"]})

    sent = [(case_of(paper), referral) for paper in chosen if paper["kontakt_zustande"]
            for referral in paper.get("vermittlungen", [])]
    arrivals = {}
    # However late somebody tells of it: what counts is the day on which the family came.
    told = [((case_of(paper), referral["ziel"]), referral.get("ergebnis_am") or paper["datum"])
            for paper in notes.all for referral in paper.get("vermittlungen", []) if paper["kontakt_zustande"]
            and referral["art"] in ("vermittelt", "begleitet") and referral["ergebnis"] == "angekommen"]
    told += [((case_of(paper), paper["ziel"]), paper["am"]) for paper in notes.papers
             if paper["form"] == "eb-rueckmeldung" and paper["meldung"] == "angekommen"]
    for key, when in told:
        arrivals[key] = min(when, arrivals.get(key, when))
    arrived = [target for (case, target), when in arrivals.items()
               if within(when) and (case in courses and area.has(courses[case].holder(when))
                                    or case not in courses and area.level == "gesamtstadt")]
    for target in lists["vermittlungsziel"]:
        for kind in ("vermittelt", "begleitet"):
            figures[f"f_{target}_{kind}"] = len(
                {case for case, referral in sent if (referral["ziel"], referral["art"]) == (target, kind)})
        figures[f"f_{target}_angekommen"] = arrived.count(target)
    for reason in lists["beendigungsgrund"]:
        figures[f"g_{reason}"] = sum(paper.get("beendigungsgrund") == reason for paper in ended)

    def ours(paper, when):
        course = courses.get(case_of(paper))
        return within(when) and (area.level == "gesamtstadt" or course is not None and area.has(course.holder(when)))

    others = notes.papers
    figures["h1_vom_sd"] = figures["b_sd"]
    figures["h2_an_sd_hze"] = len(
        {case for case, referral in sent if referral["ziel"] == "sd_hze" and referral["art"] != "info"})
    figures["h3_kwg"] = sum(paper["form"] == "kwg-meldebogen" and ours(paper, paper["meldedatum"]) for paper in others)
    figures["h4_rueckmeldung"] = sum(
        paper["form"] == "rueckmeldung-sd" and ours(paper, paper["datum"]) for paper in others)
    figures["h5_spe"] = len({paper["spe_id"] for paper in others if paper["form"] == "schweigepflichtentbindung"
                             and ours(paper, max(sign["datum"] for sign in paper["unterschriften"]))})
    figures["h5_spe_widerrufen"] = len(
        {paper["spe_id"] for paper in others if paper["form"] == "widerruf" and ours(paper, paper["datum"])})
    for district in lists["stadtbezirk"]:
        figures[f"i_{district}"] = sum(paper.get("stadtbezirk", "unbekannt") == district for paper in latest.values())
    return figures


def code_lists(folder):
    names = ("zugangsweg", "thema", "vermittlungsziel", "beendigungsgrund", "stadtbezirk")
    return {name: re.findall(r'<code id="([^"]+)"', (folder / f"{name}.xml").read_text(encoding="utf-8"))
            for name in names}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lists", type=pathlib.Path, required=True)
    parser.add_argument("--first", required=True)
    parser.add_argument("--last", required=True)
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    papers = [json.loads(path.read_text(encoding="utf-8")) for folder in options.folders
              for path in sorted(folder.glob("*.json"))]
    notes = Notes(papers)
    lists = code_lists(options.lists)
    first, last = day(options.first), day(options.last)
    areas = [("gesamtstadt", "")] + [("stadtbezirk", name) for name in lists["stadtbezirk"]]
    areas += [("fachkraft", name) for name in sorted({paper["fachkraft"]["name"] for paper in notes.all})]
    result = {}
    for level, name in areas:
        area = Area(level, name)
        result[f"{level}/{name}"] = {"part1": part1(notes, area, first, last),
                                     "part2": part2(notes, area, first, last, lists)}
    json.dump(result, sys.stdout, ensure_ascii=False, sort_keys=True)


if __name__ == "__main__":
    main()
