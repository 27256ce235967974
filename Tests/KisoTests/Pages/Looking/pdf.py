"""Reads PDFs as LibreOffice writes them: plain objects, streams packed by deflate, simple and composite fonts."""

import re
import zlib

MM = 25.4 / 72
TOKEN = re.compile(
    rb"%[^\r\n]*|<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)"
    rb"|/[^\s<>\[\](){}/%]*|[^\s<>\[\](){}/%]+", re.S)

class Name(str):
    """A name, as opposed to a text."""


class Ref(int):
    """A reference to an object."""


def text_of(raw):
    """The letters of a text string."""
    return raw[2:].decode("utf-16-be", "replace") if raw[:2] == b"\xfe\xff" else raw.decode("latin-1")


def unescaped(raw):
    if b"\\" not in raw:
        return raw
    table = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
    def one(match):
        word = match.group(1)
        if word[:1].isdigit():
            return bytes([int(word, 8) & 255])
        return table.get(word, b"" if word in (b"\n", b"\r") else word)
    return re.sub(rb"\\([0-7]{1,3}|.)", one, raw, flags=re.S)


def values(tokens):
    """The values that tokens stand for; operators come as bytes in a tuple."""
    stack = [[]]
    for token in tokens:
        first = token[:1]
        if token in (b"<<", b"["):
            stack.append([])
        elif token == b"]":
            done = stack.pop()
            stack[-1].append(done)
        elif token == b">>":
            done = stack.pop()
            stack[-1].append(dict(zip(done[::2], done[1::2])))
        elif first == b"/":
            raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m.group(1), 16)]), token[1:])
            stack[-1].append(Name(raw.decode("utf-8", "replace")))
        elif first == b"(":
            stack[-1].append(unescaped(token[1:-1]))
        elif first == b"<":
            digits = re.sub(rb"\s", b"", token[1:-1])
            stack[-1].append(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))
        elif first == b"%":
            continue
        elif token == b"R" and len(stack[-1]) > 1:
            stack[-1].pop()
            stack[-1].append(Ref(stack[-1].pop()))
        elif token in (b"true", b"false", b"null"):
            stack[-1].append({b"true": True, b"false": False}.get(token))
        else:
            try:
                stack[-1].append(float(token) if b"." in token else int(token))
            except ValueError:
                stack[-1].append((token,))
    return stack[0]


class PDF:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = file.read()
        self.places = {}
        start = int(re.search(rb"startxref\s+(\d+)", self.bytes[-64:]).group(1))
        at = re.compile(rb"xref\s+0 (\d+)\s+").match(self.bytes, start)
        for number in range(int(at.group(1))):
            line = self.bytes[at.end() + 20 * number:at.end() + 20 * number + 20]
            if line[17:18] == b"n":
                self.places[number] = int(line[:10])
        self.known = {}
        tail = self.bytes[self.bytes.rindex(b"trailer"):]
        self.trailer = values(TOKEN.findall(tail[7:tail.index(b"startxref")]))[0]

    def object(self, value):
        while isinstance(value, Ref):
            if value not in self.known:
                start = self.places[int(value)]
                end = self.bytes.index(b"endobj", start)
                body = self.bytes[start:end]
                stream = body.find(b"stream")
                head = body if stream < 0 or b"<<" not in body[:stream] else body[:stream]
                self.known[value] = values(TOKEN.findall(head[head.index(b"obj") + 3:]))[0]
            value = self.known[value]
        return value

    def stream(self, reference):
        head = self.object(reference)
        length = self.object(head["Length"])
        start = re.compile(rb"stream\r?\n").search(self.bytes, self.places[int(reference)]).end()
        raw = self.bytes[start:start + length]
        return zlib.decompress(raw) if head.get("Filter") in ("FlateDecode", ["FlateDecode"]) else raw

    def get(self, value, *keys):
        for key in keys:
            value = self.object(value)
            value = value.get(key) if isinstance(value, dict) else None
        return self.object(value)

    @property
    def pages(self):
        def below(node):
            node_value = self.object(node)
            if node_value.get("Type") == "Page":
                return [node]
            return [page for kid in self.object(node_value["Kids"]) for page in below(kid)]
        return below(self.get(self.trailer, "Root")["Pages"])


class Font:
    def __init__(self, pdf, font):
        font = pdf.object(font)
        self.is_wide = font.get("Subtype") == "Type0"
        self.has_unicode = "ToUnicode" in font
        self.letters = {}
        if self.has_unicode:
            source = pdf.stream(font["ToUnicode"])
            for block in re.findall(rb"beginbfchar(.*?)endbfchar", source, re.S):
                for code, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>", block):
                    self.letters[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
            for block in re.findall(rb"beginbfrange(.*?)endbfrange", source, re.S):
                for low, high, text in re.findall(
                        rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                    for step in range(int(high, 16) - int(low, 16) + 1):
                        self.letters[int(low, 16) + step] = chr(int(text, 16) + step)
        self.widths = {}
        if self.is_wide:
            own = pdf.object(pdf.object(font["DescendantFonts"])[0])
            entries = list(pdf.object(own.get("W", [])))
            while entries:
                first = entries.pop(0)
                second = entries.pop(0)
                if isinstance(second, list):
                    self.widths.update({first + step: width for step, width in enumerate(second)})
                else:
                    width = entries.pop(0)
                    self.widths.update({code: width for code in range(first, second + 1)})
            font = own
        else:
            first = font.get("FirstChar", 0)
            self.widths = {first + step: width for step, width in enumerate(pdf.object(font.get("Widths", [])))}
        descriptor = pdf.object(font.get("FontDescriptor", {}))
        self.is_embedded = any(key in descriptor for key in ("FontFile", "FontFile2", "FontFile3"))

    def codes(self, raw):
        return [raw[i] << 8 | raw[i + 1] for i in range(0, len(raw) - 1, 2)] if self.is_wide else list(raw)


class Page:
    """What a page shows: texts and rules with their places in millimetres from its top left, and how it is tagged."""

    def __init__(self, pdf, reference, number):
        self.number = number
        self.texts = []     # (left, baseline, right, size, letters, is artefact)
        self.lines = []     # (left, top, right, bottom, thickness in points) of straight rules
        self.marked = []    # the numbers of what is tagged, in order
        self.mistakes = []
        page = pdf.object(reference)
        self.value = page
        self.height = pdf.object(page["MediaBox"])[3]
        resources = pdf.object(page.get("Resources", {}))
        self.fonts = {name: Font(pdf, font) for name, font in pdf.object(resources.get("Font", {})).items()}
        contents = pdf.object(page["Contents"])
        references = contents if isinstance(contents, list) else [page["Contents"]]
        self.run(b"\n".join(pdf.stream(reference) for reference in references))

    def run(self, source):
        matrix, saved, line = (1, 0, 0, 1, 0, 0), [], (1, 0, 0, 1, 0, 0)
        font, size, thickness, path, tags, operands = None, 0, 1, [], [], []
        for token in TOKEN.findall(source):
            first = token[:1]
            if first in b"/(<[]0123456789.-+" or token in (b">>", b"true", b"false", b"null"):
                operands.append(token)
                continue
            args = values(operands)
            operands = []
            op = token
            if op in (b"BDC", b"BMC"):
                self.begin(args, tags)
            elif op == b"EMC":
                tags.pop()
            elif op == b"q":
                saved.append((matrix, font, size, thickness))
            elif op == b"Q":
                matrix, font, size, thickness = saved.pop()
            elif op == b"cm":
                matrix = product(args, matrix)
            elif op == b"w":
                thickness = args[0]
            elif op == b"BT":
                line = (1, 0, 0, 1, 0, 0)
            elif op in (b"Td", b"TD"):
                line = product((1, 0, 0, 1, args[0], args[1]), line)
            elif op == b"Tm":
                line = tuple(args)
            elif op == b"Tf":
                font, size = self.fonts.get(args[0]), args[1]
            elif op in (b"Tj", b"TJ"):
                line = self.show(args[0], font, size, product(line, matrix), line, tags)
            elif op in (b"m", b"l"):
                path.append(applied(args, matrix))
            elif op == b"re":
                x, y, width, height = args
                path += [applied((x, y), matrix), applied((x + width, y + height), matrix)]
            elif op in (b"c", b"v", b"y"):
                path.append(applied(args[-2:], matrix))
            elif op in (b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"n"):
                if op != b"n" and path:
                    self.rule(path, thickness, tags)
                path = []
            elif op == b"Do" and not tags:
                self.mistakes.append("7.1: a picture neither tagged nor an artefact")
        if tags:
            self.mistakes.append("7.1: marked content is not closed")

    def begin(self, args, tags):
        tag = args[0]
        if tag == "Artifact":
            if "content" in tags:
                self.mistakes.append("7.1: an artefact inside tagged content")
            tags.append("artefact")
        elif len(args) > 1 and isinstance(args[1], dict) and "MCID" in args[1]:
            if tags:
                self.mistakes.append("7.1: tagged content inside other marked content")
            self.marked.append(args[1]["MCID"])
            tags.append("content")
        else:
            # What is written in place of the letters, such as for signs that Arabic letters make together.
            has_words = len(args) > 1 and isinstance(args[1], dict) and "ActualText" in args[1]
            tags.append("words" if has_words else "other")

    def is_loose(self, tags):
        return not any(kind in ("artefact", "content") for kind in tags)

    def show(self, pieces, font, size, place, line, tags):
        if font is None:
            return line
        letters, width = "", 0.0
        for piece in pieces if isinstance(pieces, list) else [pieces]:
            if not isinstance(piece, bytes):
                width -= piece * size / 1000
                continue
            for code in font.codes(piece):
                letters += font.letters.get(code, "")
                if font.has_unicode and "words" not in tags and font.letters.get(code, "\0") in ("\0", "\ufffe", "\ufeff"):
                    self.mistakes.append("7.21.7: a letter without a place in Unicode")
                width += font.widths.get(code, 0) * size / 1000
        if not font.is_embedded:
            self.mistakes.append("7.21.4: a font that is not embedded")
        if not font.has_unicode:
            self.mistakes.append("7.21.7: a font without a map to Unicode")
        if self.is_loose(tags):
            self.mistakes.append("7.1: text neither tagged nor an artefact")
        left, base = place[4] * MM, (self.height - place[5]) * MM
        scale = (place[0] ** 2 + place[1] ** 2) ** 0.5
        self.texts.append((left, base, left + width * scale * MM, size * scale, letters, "artefact" in tags))
        return product((1, 0, 0, 1, width, 0), line)

    def rule(self, path, thickness, tags):
        if self.is_loose(tags):
            self.mistakes.append("7.1: a rule neither tagged nor an artefact")
        xs, ys = [x * MM for x, _ in path], [(self.height - y) * MM for _, y in path]
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if right - left < 1 or bottom - top < 1:
            self.lines.append((left, top, right, bottom, thickness))


def product(first, second):
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def applied(point, matrix):
    return (point[0] * matrix[0] + point[1] * matrix[2] + matrix[4],
            point[0] * matrix[1] + point[1] * matrix[3] + matrix[5])
