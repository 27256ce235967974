"""The measures of a page that a person sees: room for a pen, room to sign, the slack at its foot."""

import re

# Between the last line of a page and the rule above its foot.
FOOT = 2.0
# What hangs below the baseline, as a part of the size.
DESCENT = 0.25
MM = 25.4 / 72


class Measures:
    """Facts of one page as lists of words, in millimetres and points."""

    def __init__(self, page):
        self.page = page
        self.texts = [text for text in page.texts if not text[5] and text[4].strip()]
        self.across = [line for line in page.lines if line[2] - line[0] >= 5]
        self.down = [line for line in page.lines if line[3] - line[1] >= 2]
        wide = [line[1] for line in self.across if line[2] - line[0] > 160]
        self.foot = max(wide, default=290)

    @property
    def facts(self):
        bottoms = [base + DESCENT * size * MM for _, base, _, size, _, _ in self.texts]
        bottoms += [line[3] for line in self.across + self.down if line[3] < self.foot - 0.5]
        yield ["page", f"{self.foot - FOOT - max(bottoms, default=0):.1f}"]
        yield ["type", f"{min((text[3] for text in self.texts), default=99):.1f}"]
        letters = "".join(text[4] for text in self.texts)
        yield ["boxes", letters.count("☒"), letters.count("☐")]
        for left, _, right, _, words, _ in self.texts:
            # The block of information of a letter ends at 200 (DIN 5008).
            if left < 24 or right > 200.5:
                yield ["outside", words.strip()]
        yield from self.fields()
        yield from self.gaps()
        yield from self.signatures()

    def cell(self, x, y):
        """The cell around a point by the rules around it: left, top, right, bottom."""
        top = max((line[1] for line in self.across if line[0] - 1 <= x <= line[2] and line[1] < y), default=0)
        bottom = min((line[1] for line in self.across if line[0] - 1 <= x <= line[2] and line[1] > y), default=self.foot)
        sides = [line for line in self.down if line[1] - 1 <= y <= line[3] + 1]
        margin = max((line[2] for line in self.across), default=195)
        right = min((line[0] for line in sides if line[0] > x + 1), default=margin)
        left = max((line[0] for line in sides if line[0] <= x), default=x)
        return left, top, right, bottom

    def fields(self):
        """Small words with nothing below them in their cell: the labels of what is filled in by hand."""
        for left, base, end, size, words, _ in self.texts:
            if size > 8.3 or left < 45 or "·" in words:
                continue
            cell = self.cell(left, base - 1)
            inside = [
                text for text in self.texts
                if left - 1 <= text[0] < cell[2] and base + 1 < text[1] < cell[3] and text[4].strip("_ ")
            ]
            beside = [text for text in self.texts if abs(text[1] - base) < 1 and text[0] < left - 0.5
                      and text[0] >= cell[0] - 0.5]
            if not inside and not beside and cell[3] - base > 4:
                yield ["field", f"{cell[2] - left:.1f}", words.strip()]

    def gaps(self):
        """Lines of underscores, with the words of their line in front of them."""
        for left, base, right, size, words, _ in self.texts:
            for run in re.finditer(r"_{3,}", words):
                width = (right - left) * len(run.group(0)) / len(words)
                if run.group(0) == words.strip():
                    width = right - left
                before = "".join(text[4] for text in self.texts if abs(text[1] - base) < 1 and text[0] < left)
                yield ["gap", f"{width:.1f}", (before + words[:run.start()]).strip()[-30:]]

    def signatures(self):
        """Strong rules that are no edge of a section, with small words below them: lines to sign on."""
        lines = []
        for left, y, right, _, thickness in self.across:
            if thickness < 0.8 or not 28 <= right - left <= 110 or left < 45 and right - left < 28:
                continue
            label = [text for text in self.texts if left - 1 <= text[0] < right and 0 < text[1] - y < 5 and text[3] < 8.5]
            above = [base + DESCENT * size * MM for start, base, end, size, _, _ in self.texts
                     if start < right and end > left and base < y]
            above += [line[3] for line in self.across if line[0] < right and line[2] > left and line[1] < y - 0.5]
            if label:
                lines.append((left, y, right))
                # Who has signed already is printed on the line.
                if y - max(above, default=0) > 2.5:
                    yield ["room", f"{y - max(above, default=0):.1f}", label[0][4].strip()]
        for first in lines:
            for second in lines:
                if first[2] < second[0] and abs(first[1] - second[1]) < 6:
                    yield ["level", f"{abs(first[1] - second[1]):.2f}"]
