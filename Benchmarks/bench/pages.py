"""The pages that every program fills: one description, written in the marks of each.

A page is a list of blocks. `Paragraph` holds pieces of fixed text and `Value`s; `Rows` is a table whose middle row is
repeated; `Condition` is a paragraph that stands only where a value is there.
"""

import dataclasses
import random
import struct
import zlib
from xml.sax.saxutils import escape

import packages

NAMESPACES = "".join(
    f' xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    }.items()
)


@dataclasses.dataclass
class Value:
    name: str


@dataclasses.dataclass
class Paragraph:
    style: str
    pieces: list


@dataclasses.dataclass
class Rows:
    table: str
    heads: list
    columns: list


@dataclasses.dataclass
class Condition:
    name: str
    paragraph: Paragraph


@dataclasses.dataclass
class Page:
    """A page, and the sets of values that are filled in by turns."""

    name: str
    blocks: list
    sets: list
    logo: int = 0
    # More of what paragraph styles say, as word processors write it.
    layout: str = ""


# MARK: the three pages

WORDS = (
    "Die Familie und die Einrichtung besprechen gemeinsam welche Hilfe am Ort zu finden ist und wer sich bis wann "
    "darum kümmert damit nichts liegen bleibt was für das Kind wichtig ist"
).split()


def sentence(source, words):
    return " ".join(source.choice(WORDS) for _ in range(words)).capitalize() + "."


LAYOUT = (
    'fo:margin-left="0cm" fo:margin-right="0cm" fo:margin-bottom="0.2cm" style:contextual-spacing="false" '
    'style:justify-single-word="false" fo:orphans="2" fo:widows="2" fo:hyphenation-ladder-count="no-limit" '
    'fo:text-indent="0cm" style:auto-text-indent="false" fo:keep-with-next="auto" style:writing-mode="lr-tb"'
)


def letter():
    source = random.Random("letter")
    names = [f"feld{number}" for number in range(1, 28)]
    blocks = [Paragraph("Kopf", ["Stadt Beispielhausen · Jugendamt"])]
    for number, name in enumerate(names):
        text = f"{sentence(source, 3)[:-1]}: " if number < 15 else sentence(source, 40) + " "
        behind = [] if number < 15 else [" " + sentence(source, 8)]
        blocks.append(Paragraph(f"P{number % 20 + 1}", [text, Value(name), *behind]))
        if number == 20:
            blocks.append(Condition("hinweis", Paragraph("P3", ["Hinweis: ", Value("hinweis")])))
    blocks.append(Rows("termine", ["Tag", "Ort", "Wer", "Worum es geht"], ["tag", "ort", "wer", "was"]))
    blocks.append(Paragraph("P9", ["Mit freundlichen Grüßen"]))

    def values(turn):
        fields = {name: f"Müller & Özdemir {turn}-{number}" for number, name in enumerate(names)}
        if turn == 0:
            fields["hinweis"] = "bitte die Bescheinigung mitbringen"
        rows = [
            {"tag": f"{row + 1}. März", "ort": f"Raum {turn}{row}", "wer": "Frau Großjohann", "was": sentence(source, 5)}
            for row in range(10)
        ]
        return {"fields": fields, "tables": {"termine": rows}}

    return Page("letter", blocks, [values(0), values(1)], logo=20_000, layout=LAYOUT)


def note():
    source = random.Random("note")
    names = [f"feld{number}" for number in range(1, 16)]
    blocks = [Paragraph("Kopf", ["Notiz"])]
    blocks += [Paragraph(f"P{number % 4 + 1}", [sentence(source, 18)[:-1] + ": ", Value(name)]) for number, name in enumerate(names)]
    sets = [
        {"fields": {name: f"Çağlayan {turn}-{number} <neu>" for number, name in enumerate(names)}, "tables": {}}
        for turn in range(2)
    ]
    return Page("note", blocks, sets)


def stats(rows):
    columns = ["bezirk", "monat", "anzahl", "anteil", "ort", "bemerkung"]
    blocks = [Rows("zahlen", [column.capitalize() for column in columns], columns)]
    sets = [
        {
            "fields": {},
            "tables": {"zahlen": [{column: f"{column} {turn}{row} & mehr" for column in columns} for row in range(rows)]},
        }
        for turn in range(2)
    ]
    return Page(f"stats{rows}", blocks, sets)


def prose(size):
    """Sentences until content.xml has about `size` bytes."""
    source, count = random.Random("prose"), 0
    while count < size:
        line = sentence(source, 20)
        count += len(line.encode()) + len('<text:p text:style-name="P1"></text:p>')
        yield line


# MARK: writing them

# Named styles of a template as offices have it: styles.xml of 39 KB.
STYLES = 111

MIMETYPE = "application/vnd.oasis.opendocument.text"


def paragraph(dialect, block, row=None):
    pieces = "".join(
        escape(piece) if isinstance(piece, str) else dialect.cell(row, piece.name) if row else dialect.value(piece.name)
        for piece in block.pieces
    )
    return f'<text:p text:style-name="{block.style}">{pieces}</text:p>'


def table(dialect, block):
    def cells(paragraphs):
        return "".join(
            f'<table:table-cell table:style-name="Zelle.A1" office:value-type="string">{text}</table:table-cell>'
            for text in paragraphs
        )

    head = cells(paragraph(dialect, Paragraph("Kopf", [text])) for text in block.heads)
    before, after = dialect.around_rows(block.table, len(block.columns))
    row = cells(paragraph(dialect, Paragraph("P1", [Value(name)]), block.table) for name in block.columns)
    return (
        f'<table:table table:name="{block.table}" table:style-name="Tafel">'
        f'<table:table-column table:number-columns-repeated="{len(block.columns)}"/>'
        f"<table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>"
        f"{before}<table:table-row>{row}</table:table-row>{after}</table:table>"
    )


def content(page, dialect):
    parts = []
    for block in page.blocks:
        if isinstance(block, Rows):
            parts.append(table(dialect, block))
        elif isinstance(block, Condition):
            parts.append(dialect.condition(block.name, paragraph(dialect, block.paragraph)))
        else:
            parts.append(paragraph(dialect, block))
    if page.logo:
        parts.append(
            '<text:p text:style-name="P1"><draw:frame draw:name="Logo" text:anchor-type="as-char" svg:width="3cm" '
            'svg:height="3cm"><draw:image xlink:href="Pictures/logo.png" xlink:type="simple" xlink:show="embed" '
            'xlink:actuate="onLoad"/></draw:frame></text:p>'
        )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content{NAMESPACES} office:version="1.3">'
        f"{automatic_styles(page)}<office:body><office:text>{dialect.declarations(page)}{''.join(parts)}"
        "</office:text></office:body></office:document-content>"
    )


def automatic_styles(page):
    used = {block.style for block in page.blocks if isinstance(block, Paragraph)}
    paragraphs = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard">'
        f'<style:paragraph-properties fo:margin-top="0.{number}cm" fo:text-align="start" {page.layout}/>'
        f'<style:text-properties fo:font-size="{9 + number % 4}pt" fo:color="#0000{number:02d}"/></style:style>'
        for number, name in enumerate(sorted(used | {"P1", "Kopf"}))
    )
    tables = (
        '<style:style style:name="Tafel" style:family="table"><style:table-properties style:width="16cm"/></style:style>'
        '<style:style style:name="Zelle.A1" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" '
        'fo:border="0.5pt solid #000000"/></style:style>'
    )
    has_table = any(isinstance(block, Rows) for block in page.blocks)
    return f"<office:automatic-styles>{paragraphs}{tables if has_table else ''}</office:automatic-styles>"


def styles():
    named = "".join(
        f'<style:style style:name="Absatz_{number}" style:display-name="Absatz {number}" style:family="paragraph" '
        'style:parent-style-name="Standard" style:class="text"><style:paragraph-properties '
        f'fo:margin-left="{number % 7}mm" fo:margin-bottom="{number % 5}mm" fo:line-height="{100 + number % 9}%"/>'
        f'<style:text-properties fo:font-size="{8 + number % 6}pt" fo:font-weight="bold" fo:color="#{number:06x}"/>'
        "</style:style>"
        for number in range(STYLES)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles{NAMESPACES} office:version="1.3">'
        f'<office:styles><style:style style:name="Standard" style:family="paragraph"/>{named}</office:styles>'
        '<office:automatic-styles><style:page-layout style:name="Seite"><style:page-layout-properties '
        'fo:page-width="210mm" fo:page-height="297mm" fo:margin="20mm"/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Seite"/>'
        "</office:master-styles></office:document-styles>"
    )


def logo(size):
    """A picture of about `size` bytes that does not compress."""
    width, noise = 64, random.Random("logo")
    height = size // width
    lines = b"".join(b"\0" + noise.randbytes(width) for _ in range(height))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines, 1)) + chunk(b"IEND", b"")


META = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta{NAMESPACES} office:version="1.3"><office:meta>'
    "<dc:title>Vorlage</dc:title><dc:language>de-DE</dc:language></office:meta></office:document-meta>"
)


def template(page, dialect):
    """The bytes of a template."""
    parts = {"content.xml": content(page, dialect).encode(), "styles.xml": styles().encode(), "meta.xml": META.encode()}
    if page.logo:
        parts["Pictures/logo.png"] = logo(page.logo)
    return packages.package(MIMETYPE, parts)
