"""Scripts/bench --gate: instructions for each document against the recorded ones."""

import filling
import pages
import papers
import places
from counting import each
from rounds import Stopped

RECORDED = places.ROOT / "Benchmarks" / "instructions.txt"
# What may be added without anybody looking, in percent.
SLACK = 5
HEAD = """# Instructions for each document, counted by cachegrind: Scripts/bench --gate compares with them,
# Scripts/bench --gate --record writes them. Of the library as built for release with Swift's libraries shared.
"""


def workloads(work):
    """Each workload's contestant, and two numbers of documents whose difference is counted."""
    yield "letter", lambda: filling.contestants(pages.letter(), work, False)[1], (120, 20)
    yield "note", lambda: filling.contestants(pages.note(), work, False)[1], (120, 20)
    yield "stats", lambda: filling.contestants(pages.stats(2000), work, False)[1], (12, 2)
    yield "job", lambda: papers.job(work)[1], (120, 20)
    yield "check", lambda: papers.check(work)[1], (120, 20)
    yield "read", lambda: papers.read_note(work, False)[1], (120, 20)


def recorded():
    lines = RECORDED.read_text(encoding="utf-8").splitlines() if RECORDED.exists() else []
    return {name: int(count) for name, count in (line.split() for line in lines if line and not line.startswith("#"))}


def run(work, only, records, say):
    """Status 0, or 1 when a workload takes more than it may."""
    known, found, worse = recorded(), {}, 0
    for name, contestant, (many, few) in workloads(work):
        if only and name not in only:
            continue
        found[name] = round(each(contestant(), many, few))
        if records:
            say(f"{name}: {found[name]:,} instructions")
        elif name not in known:
            raise Stopped(f"{name}: {RECORDED.name} has no number for it; Scripts/bench --gate --record writes one")
        else:
            change = (found[name] / known[name] - 1) * 100
            said = f"{name}: {found[name]:,} instructions for each document, recorded {known[name]:,} ({change:+.1f} %)"
            if change > SLACK:
                worse += 1
                said += f": more than the {SLACK} % that may be added. Make it cheaper, or say why and record it anew."
            say(said)
    if records:
        lines = [f"{name} {count}" for name, count in (known | found).items()]
        RECORDED.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return 1 if worse else 0
