"""Whole papers of the examples: the job, checking, reading back, the text of a long document, starting cold."""

import json
import re
import subprocess
import zipfile

import dialects
import filling
import packages
import pages
import places
from rounds import Contestant, Stopped

NOTE = "Examples/gespraechsnotiz-erstkontakt.json"
LETTER = "Examples/rueckmeldung-sd-kontaktstatus.json"
RELEASE = "Examples/schweigepflichtentbindung-kontaktstatus.json"
TEXT = re.compile(r"(<[^>]*>)")


def kiso(work, *words):
    """Runs the command itself; a status above 1 stops the bench."""
    result = subprocess.run(
        [str(word) for word in (places.KISO, *words, "--as-of", places.DAY)],
        capture_output=True, text=True, env=places.environment(work), cwd=places.ROOT,
    )
    if result.returncode > 1:
        raise Stopped(f"kiso {words[0]} ended with status {result.returncode}:\n{result.stderr[-2000:]}")
    return result.stdout


def notes(work):
    """The note of the examples, and the same with other names and numbers."""
    first = json.loads((places.ROOT / NOTE).read_text(encoding="utf-8"))
    second = json.loads(json.dumps(first))
    second["vorgangsnummer"] = "KSA-2-2025-0148"
    second["ratsuchende"][0] |= {"vorname": "Zeynep", "nachname": "Weißhaupt-Demir", "telefon": "0171 3920099"}
    second["kinder"][0] |= {"vorname": "Mila", "nachname": "Demir", "geburtsdatum": "2022-04-11"}
    paths = []
    for number, record in enumerate((first, second)):
        paths.append(work / f"note{number}.json")
        paths[-1].write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return paths


def job(work):
    """The floor of the job writes what kiso writes, from segments: values where two notes differ.

    It packs every entry that differs from note to note; the third contestant packs `content.xml` alone, which is less
    than the job asks for.
    """
    records = notes(work)
    ours = Contestant(
        "kiso",
        lambda count: [places.KISO_BENCH, "job", places.ROOT, work / "job-kiso.odt", count, *records],
        output=work / "job-kiso.odt",
    )
    made = []
    for count in (1, 2):
        ours.run(count)
        with zipfile.ZipFile(ours.output) as archive:
            made.append({name: archive.read(name) for name in archive.namelist()})
    if made[0].keys() != made[1].keys():
        raise Stopped("job: the two notes have different entries")
    content, values = marked(made[0]["content.xml"].decode(), made[1]["content.xml"].decode())
    parts = {name: data for name, data in made[0].items() if name not in ("mimetype", "META-INF/manifest.xml")}
    parts["content.xml"] = content.encode()
    template = work / "job-template.odt"
    template.write_bytes(packages.package(made[0]["mimetype"].decode(), parts, made[0]["META-INF/manifest.xml"]))
    data = []
    for number in range(2):
        data.append(work / f"job{number}.txt")
        fields = {f"v{place}": pair[number] for place, pair in enumerate(values)}
        data[-1].write_text(filling.lines({"fields": fields, "tables": {}}), encoding="utf-8")
    differing = [name for name in made[0] if name != "content.xml" and made[0][name] != made[1][name]]
    fresh = [word for name in differing for word in ("--fresh", name)]

    def floor(name, *fresh):
        out = work / f"job-{name.split()[0]}.odt"
        return Contestant(
            name, lambda count: [places.FLOOR, "write", template, out, count, *data, *fresh], output=out
        )

    result = [floor("floor", *fresh), ours, floor("content.xml alone")]
    for turn in (1, 2):
        for contestant in result:
            contestant.run(turn)
            if packages.paragraphs(contestant.output) != packages.paragraphs(result[0].output):
                raise Stopped(f"job: the text of {contestant.name} is not that of the floor")
    return result


def marked(first, second):
    """One document with a mark wherever the other has another text, and the pairs of texts."""
    left, right = TEXT.split(first), TEXT.split(second)
    if len(left) != len(right):
        raise Stopped("job: the two notes have different pages")
    values = []
    for place, (one, other) in enumerate(zip(left, right)):
        if one != other and place % 2 == 0:
            left[place] = dialects.placeholder(f"v{len(values)}")
            values.append((plain(one), plain(other)))
    return "".join(left), values


def plain(text):
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def check(work):
    """All rules of a note; the floor is that of the *note* workload."""
    floor = filling.contestants(pages.note(), work, with_peers=False)[0]
    records = notes(work)
    return [floor, Contestant("kiso", lambda count: [places.KISO_BENCH, "check", places.ROOT, count, *records])]


def reader(name, words, script=None):
    command = [places.PYTHON, places.PEERS / script] if script else [places.FLOOR, "read"]
    return Contestant(name, lambda count: [*command, words, count])


def words_of(contestant):
    """The words that a reader of documents found; odfdo names pictures too."""
    command = [str(word) for word in contestant.command(1)] + ["--print"]
    found = subprocess.run(command, capture_output=True, text=True, check=True, cwd=places.ROOT).stdout.split()
    return [word for word in found if not word.startswith("(Pictures/")]


def read_note(work, with_peers):
    """A finished Gesprächsnotiz read back and checked."""
    return reading(work, with_peers, "note", NOTE)


def read_letter(work, with_peers):
    """A finished letter read back and checked beside the release that it needs."""
    return reading(work, with_peers, "letter", LETTER, RELEASE)


def reading(work, with_peers, name, record, *companions):
    """What is read back must make the same paper again."""
    others = [word for path in companions for word in ("--with", path)]
    paper, back, again = (work / f"{name}-{kind}" for kind in ("to-read.odt", "read.json", "again.odt"))
    kiso(work, "render", record, *others, "-o", paper)
    kiso(work, "read", paper, "-o", back)
    kiso(work, "render", back, *others, "-o", again)
    if packages.paragraphs(paper) != packages.paragraphs(again):
        raise Stopped(f"read: what was read back makes another {name}")
    result = [
        reader("floor", paper),
        Contestant("kiso", lambda count: [places.KISO_BENCH, "read", places.ROOT, count, paper, *companions]),
    ]
    return result + peers_reading(paper, result[0], with_peers)


def peers_reading(document, floor, with_peers):
    result = []
    for name, script in (("zipfile + lxml", "lxml_reader.py"), ("odfdo", "odfdo_reader.py")) if with_peers else ():
        result.append(reader(name, document, script))
        if words_of(result[-1]) != words_of(floor):
            raise Stopped(f"{document.name}: {name} does not read the words that the floor reads")
    return result


def text(work, with_peers):
    """The text of a document with 10 MB of content."""
    page = pages.Page("long", [], [{"fields": {}, "tables": {}}])
    page.blocks = [pages.Paragraph(f"P{number % 4 + 1}", [line]) for number, line in enumerate(pages.prose(10_000_000))]
    document = work / "long.odt"
    document.write_bytes(pages.template(page, dialects.Placeholders()))
    floor = reader("floor", document)
    found = kiso_text(work, document)
    # The floor reads the title too.
    if found.split() != words_of(floor)[: len(found.split())]:
        raise Stopped("text: kiso does not read the words that the floor reads")
    ours = Contestant("kiso", lambda count: [places.KISO_BENCH, "text", count, document])
    return [floor, ours] + peers_reading(document, floor, with_peers)


def kiso_text(work, document):
    return subprocess.run(
        [str(places.KISO), "text", str(document)], capture_output=True, text=True, check=True,
        env=places.environment(work), cwd=places.ROOT,
    ).stdout
