"""Letter, note and table: kiso, the floor and the peers fill the same page."""

import json

import dialects
import packages
import pages
import places
from rounds import Contestant, Stopped

PEERS = {
    "jinja2, raw copy": ("jinja_raw_peer.py", dialects.Jinja),
    "jinja2, zipfile": ("jinja_peer.py", dialects.Jinja),
    "relatorio": ("relatorio_peer.py", dialects.Relatorio),
    "odfdo": ("odfdo_peer.py", dialects.Spans),
    "odfpy": ("odfpy_peer.py", dialects.Spans),
    "appy.pod": ("appy_peer.py", dialects.Appy),
    "py3o.template": ("py3o_peer.py", dialects.Py3o),
}
# A page may be larger by this much than the floor's; what is more would be other work.
LARGER = 1.25


def lines(values):
    """The values as the floor and kiso read them."""
    result = [f"v\t{name}\t{value}" for name, value in values["fields"].items()]
    for name, rows in values["tables"].items():
        result.append("\t".join(["t", name, *rows[0]]))
        result += ["\t".join(["r", *row.values()]) for row in rows]
    return "\n".join(result) + "\n"


def contestants(page, work, with_peers):
    """Writes templates and data below `work`; the first contestant is the floor, the second kiso."""
    folder = work / page.name
    folder.mkdir(exist_ok=True)
    texts, values = [], []
    for number, one in enumerate(page.sets):
        texts.append(folder / f"data{number}.txt")
        texts[-1].write_text(lines(one), encoding="utf-8")
        values.append(folder / f"data{number}.json")
        values[-1].write_text(json.dumps(one, ensure_ascii=False), encoding="utf-8")

    def template(name, dialect):
        path = folder / f"{name}.odt"
        path.write_bytes(pages.template(page, dialect))
        return path

    marks = template("marks", dialects.Placeholders())
    result = []
    for name, program in (("floor", places.FLOOR), ("kiso", places.KISO_BENCH)):
        out = folder / f"out-{name}.odt"
        command = lambda count, data=texts, program=program, out=out: [program, "write", marks, out, count, *data]
        result.append(Contestant(name, command, output=out))
    for name, (script, dialect) in PEERS.items() if with_peers else ():
        own = template(script.removesuffix(".py"), dialect())
        out = folder / f"out-{script.removesuffix('.py')}.odt"
        command = lambda count, data=values, own=own, script=script, out=out: [
            places.PYTHON, places.PEERS / script, own, out, count, *data
        ]
        result.append(Contestant(name, command, output=out))
    return result


def compare(page, contestants):
    """Every program's text of every set of values, before anything is timed; a difference stops the bench."""
    for turn in range(len(page.sets)):
        wanted = None
        for contestant in contestants:
            contestant.run(turn + 1)
            found = packages.paragraphs(contestant.output)
            size = packages.size(contestant.output, "content.xml")
            if wanted is None:
                wanted, least = found, size
                continue
            if found != wanted:
                same = (place for place, pair in enumerate(zip(found, wanted)) if pair[0] != pair[1])
                place = next(same, min(len(found), len(wanted)))
                raise Stopped(
                    f"{page.name}: the text of {contestant.name} is not that of the floor from paragraph {place + 1} on: "
                    f"{found[place:place + 1]} and {wanted[place:place + 1]}"
                )
            if contestant.name == "kiso" and not 1 / LARGER < size / least < LARGER:
                raise Stopped(f"{page.name}: content.xml of kiso has {size} bytes, that of the floor {least}")
