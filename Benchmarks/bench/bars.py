"""What is measured beside what it should be: the rows of the table in Documentation/Speed.md."""

import dataclasses


@dataclasses.dataclass
class Bar:
    key: str
    what: str
    before: str  # in November 2026, before papers were made in one pass
    bar: str
    most: float | None = None  # what is measured may be this at most …
    least: float | None = None  # … or must be this at least

    def verdict(self, value):
        if value is None:
            return "–"
        reached = (self.most is None or value <= self.most) and (self.least is None or value >= self.least)
        return "reached" if reached else "**not reached**"


BARS = [
    Bar("letter/kiso", "letter, warm, against the floor", "2.1", "≤ 1.0", most=1.0),
    Bar("note/kiso", "note, warm, against the floor", "5.5", "≤ 1.2", most=1.2),
    Bar("letter/relatorio/kiso", "letter: times as fast as relatorio", "18", "≥ 25", least=25),
    Bar("letter/odfdo/kiso", "letter: times as fast as odfdo", "14", "≥ 25", least=25),
    Bar("note/relatorio/kiso", "note: times as fast as relatorio", "22", "≥ 25", least=25),
    Bar("note/odfdo/kiso", "note: times as fast as odfdo", "12", "≥ 25", least=25),
    Bar("stats/kiso", "table of 2,000 rows against the floor", "2.1", "≤ 1.0", most=1.0),
    Bar("stats/memory", "largest resident set for it, MB", "43", "≤ 40", most=40),
    Bar("stats/growth", "table of 20,000 rows by one of 2,000", "10.3", "≤ 10.5", most=10.5),
    Bar("job/kiso", "whole job of a Gesprächsnotiz, against a floor that writes the same entries", "8.1", "≤ 4", most=4),
    Bar("job/content", "the same, against a floor that packs `content.xml` alone", "21", "≤ 4", most=4),
    Bar("check/kiso", "a note against all rules, by the floor's *note*", "35", "≤ 4", most=4),
    Bar("read/kiso", "reading a Gesprächsnotiz back and checking it, against C's SAX", "25", "≤ 6", most=6),
    Bar("read/odfdo/kiso", "the same: times as fast as odfdo reads", "0.43", "≥ 4", least=4),
    Bar("read-letter/kiso", "reading a letter of 5 KB back and checking it beside its release", "118", "≤ 6", most=6),
    Bar("cold/instructions", "cold render of a note against the C process, instructions", "6.1", "≤ 3.5", most=3.5),
    Bar("many/linear", "CPU a note, checking 10,000 by checking 100", "quadratic", "≤ 1.1", most=1.1),
    Bar("many/milliseconds", "CPU a note when 10,000 are checked, ms", "–", "≤ 3", most=3),
    Bar("many/memory", "memory of 10,000 by that of 1,000 notes", "10", "≤ 1.1", most=1.1),
    Bar("workers/ratio", "2,000 notes rendered by two workers: times as fast as by one", "–", "≥ 1.7", least=1.7),
    Bar("text/kiso", "text of 10 MB of content against C's SAX", "9.8", "≤ 3", most=3),
    Bar("archive/ratio", "storing a paper for good, against bare SQLite, CPU", "4.5", "≤ 1.5", most=1.5),
]
