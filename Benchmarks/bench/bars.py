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
    Bar("letter/kiso", "letter, warm, against the floor", "2.0", "≤ 1.0", most=1.0),
    Bar("note/kiso", "note, warm, against the floor", "3.8", "≤ 1.2", most=1.2),
    Bar("letter/relatorio", "letter: times as fast as relatorio", "18", "≥ 25", least=25),
    Bar("letter/odfdo", "letter: times as fast as odfdo", "16", "≥ 25", least=25),
    Bar("note/relatorio", "note: times as fast as relatorio", "21", "≥ 25", least=25),
    Bar("note/odfdo", "note: times as fast as odfdo", "14", "≥ 25", least=25),
    Bar("stats/kiso", "table of 2,000 rows against the floor", "1.41", "≤ 1.0", most=1.0),
    Bar("stats/memory", "largest resident set for it, MB", "43", "≤ 40", most=40),
    Bar("stats/growth", "table of 20,000 rows by one of 2,000", "10.3", "≤ 10.5", most=10.5),
    Bar("job/kiso", "whole job of a Gesprächsnotiz against a floor that writes the same", "24", "≤ 4", most=4),
    Bar("check/kiso", "a note against all rules, by the floor's *note*", "27", "≤ 4", most=4),
    Bar("read/kiso", "reading a finished letter back and checking it, against C's SAX", "29", "≤ 6", most=6),
    Bar("read/odfdo", "the same: times as fast as odfdo reads", "0.95", "≥ 4", least=4),
    Bar("cold/instructions", "cold render of a note against the C process, instructions", "8.5", "≤ 3.5", most=3.5),
    Bar("many/linear", "CPU a note, checking 10,000 by checking 100", "quadratic", "≤ 1.1", most=1.1),
    Bar("many/milliseconds", "CPU a note when 10,000 are checked, ms", "–", "≤ 3", most=3),
    Bar("many/memory", "memory of 10,000 by that of 1,000 notes", "10", "≤ 1.1", most=1.1),
    Bar("workers/ratio", "2,000 notes rendered by two workers: times as fast as by one", "–", "≥ 1.7", least=1.7),
    Bar("text/kiso", "text of 10 MB of content against C's SAX", "7.5", "≤ 3", most=3),
    Bar("archive/ratio", "storing a paper for good, against bare SQLite, CPU", "4.5", "≤ 1.5", most=1.5),
]
