"""Writes the manual's chapter of words: the schema's own documentation, its uses in forms, and the functions.

Usage: words.py ROOT
Prints the chapter. Status 1, with what is missing, when a word, an attribute, a value or a function is not described.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

RNG = "{http://relaxng.org/ns/structure/1.0}"
DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"

# What an attribute takes, as its documentation begins.
KINDS = {
    "Kennung": "die id von etwas, das anderswo steht, oder die eigene",
    "Kennungen": "mehrere davon, mit Leerzeichen dazwischen",
    "Text": "irgendein Text",
    "Wort": "ein Wort, das festgelegt ist",
    "Wörter": "mehrere Wörter; was sie trennt, steht dabei",
    "Zahl": "eine Zahl",
    "Schalter": "`true` oder `false`",
    "Datum": "ein fester Tag: `2027-01-01`",
    "Dauer": "`P7D` Tage, `P3M` Monate, `P1Y` Jahre",
    "Muster": "ein regulärer Ausdruck über den ganzen Text",
    "Bedingung": "ein Ausdruck, der gilt oder nicht: `fallstatus = 'beendet'`",
    "Ausdruck": "ein Ausdruck, der Werte ergibt: `kinder/vorname`",
    "Tag": "ein Ausdruck, der einen Tag ergibt: `datum`, `today()`",
    "Pfad": "ein Ausdruck, der Felder nennt: `../datum`",
}

# The chapter's sections: what a file begins with, in the order of the manual.
SECTIONS = [
    ("form", "Formulare"),
    ("field", "Felder, Gruppen, Zeilen"),
    ("rule", "Regeln und Meldungen"),
    ("counting", "Statistik"),
    ("papers", "Papiere, die voneinander wissen"),
    ("codelist", "Listen"),
    ("types", "Bausteine"),
    ("profile", "Die Stadt"),
    ("process", "Vorgänge und Pflichten"),
    ("retention", "Fristen"),
    ("language", "Sprachen"),
    ("settings", "Einstellungen"),
    ("layer", "Was eine Stadt anders macht"),
]
PLACES = {
    "form": "form", "take": "form", "filing": "form", "field": "field", "group": "field", "rows": "field",
    "line": "field", "notes": "field", "mask": "field", "condition": "rule", "unique": "rule", "finding": "rule",
    "relation": "counting", "counts": "counting", "movements": "counting", "grants": "papers", "revokes": "papers",
    "uses": "papers", "codelist": "codelist", "types": "types", "profile": "profile", "number": "profile",
    "process": "process", "retention": "retention", "language": "language", "settings": "settings",
    "layer": "layer", "steps": "layer",
}


class Attribute:
    def __init__(self, node, text, optional):
        self.name = node.get("name")
        self.node = node
        self.text = text
        self.optional = optional


class Element:
    """One place of an element in the schema."""

    def __init__(self, node, define):
        self.node = node
        self.define = define
        self.name = node.get("name")
        self.text = documentation(node)
        self.attributes = []
        self.children = []
        self.parents = set()
        self.has_text = False


def documentation(node):
    found = node.find(DOCUMENTATION)
    return " ".join(found.text.split()) if found is not None and found.text else ""


class Schema:
    def __init__(self, path):
        self.root = ElementTree.parse(path).getroot()
        self.defines = {d.get("name"): d for d in self.root.findall(RNG + "define")}
        self.elements = []
        self.missing = []
        self.by_node = {}
        for name, define in self.defines.items():
            for node in define.iter(RNG + "element"):
                if node.get("name") is None:
                    continue
                element = Element(node, name)
                self.elements.append(element)
                self.by_node[node] = element
        for element in self.elements:
            self.collect(element.node, element, False)
        for element in self.elements:
            for child in element.children:
                child.parents.add(element.name)
        self.check()

    def collect(self, node, element, optional):
        for child in node:
            kind = child.tag.removeprefix(RNG)
            if kind == "attribute":
                element.attributes.append(Attribute(child, documentation(child), optional))
            elif kind == "element":
                if child in self.by_node:
                    element.children.append(self.by_node[child])
            elif kind == "text":
                element.has_text = True
            elif kind == "ref":
                count = len(element.attributes)
                name = child.get("name")
                if name != "part":
                    self.collect(self.defines[name], element, optional)
                # A place may say what a shared attribute means there.
                if documentation(child) and len(element.attributes) == count + 1:
                    element.attributes[-1].text = documentation(child)
            elif kind in ("optional", "zeroOrMore", "oneOrMore", "choice", "list"):
                self.collect(child, element, optional or kind in ("optional", "zeroOrMore", "choice"))

    def check(self):
        """Everything has its documentation, and that of an attribute begins with what it takes."""
        for define in self.root.iter(RNG + "define"):
            for node in define.iter():
                kind = node.tag.removeprefix(RNG)
                if kind not in ("element", "attribute"):
                    continue
                name, text = node.get("name", "*"), documentation(node)
                place = f"{define.get('name')}: {kind} {name}"
                if not text:
                    self.missing.append(f"{place} has no documentation")
                elif kind == "attribute" and text.split(":")[0] not in KINDS:
                    self.missing.append(f"{place} does not begin with what it takes: {text}")
                elif kind == "attribute" and (text.startswith("Schalter:") != self.is_switch(node)):
                    self.missing.append(f"{place} must begin with „Schalter“ where it is true or false")
                elif kind == "attribute":
                    self.missing += [f"{place}={value} has no documentation" for value, text in values(node) if not text]
        for element in self.elements:
            if element.define not in PLACES:
                self.missing.append(f"{element.define}: {element.name} has no place in the chapter")

    def is_switch(self, node):
        return any(ref.get("name") == "boolean" for ref in node.iter(RNG + "ref"))


def values(attribute):
    """The values of an attribute that has a choice of them, each with what it means."""
    found = []
    for parent in attribute.iter():
        nodes = list(parent)
        for index, node in enumerate(nodes):
            if node.tag == RNG + "value":
                after = nodes[index + 1] if index + 1 < len(nodes) else None
                text = after.text if after is not None and after.tag == DOCUMENTATION else ""
                found.append((node.text, " ".join((text or "").split())))
    return found


class Uses:
    """Where words are used: Bochum's files first, the shared ones, other towns, then the blocks of the manual."""

    def __init__(self, root):
        self.found = []
        for folder in ("Forms/bochum", "Forms/bochum/lists", "Forms/bochum/languages", "Forms"):
            for path in sorted((root / folder).glob("*.xml")):
                self.add(path.read_text(), str(path.relative_to(root)))
        for path in sorted((root / "Forms").glob("*/**/*.xml")):
            if not str(path.relative_to(root)).startswith("Forms/bochum/"):
                self.add(path.read_text(), str(path.relative_to(root)))
        for path in sorted((root / "Documentation/Handbuch").glob("*.md")):
            if path.name.startswith("21-"):
                continue
            for block in re.findall(r"```xml\n(.*?)```", path.read_text(), re.DOTALL):
                self.add(f"<beispiel>{re.sub(r'<[?].*?[?]>', '', block)}</beispiel>", f"Kapitel {path.name.split('-')[0]}")

    def add(self, text, place):
        try:
            root = ElementTree.fromstring(text)
        except ElementTree.ParseError:
            return
        self.walk(root, None, place)

    def walk(self, node, parent, place):
        if node.tag != "beispiel":
            self.found.append((node, parent.tag if parent is not None else None, place))
        for child in node:
            self.walk(child, node, place)

    def of(self, element, schema):
        """The uses of an element in its place of the schema."""
        is_layer = element.define == "layer"
        for node, parent, place in self.found:
            if node.tag != element.name:
                continue
            if is_layer != (parent in (None, "beispiel") and "extends" in node.attrib and element.name != "profile"):
                if is_layer or element.define == element.name:
                    continue
            known = element.parents | ({None, "beispiel"} if not element.parents or element.define == "layer" else set())
            if element.define == "steps":
                known = {"form", "types", "codelist", "retention", "process", "language", "settings"}
            in_manual = place.startswith("Kapitel") and parent == "beispiel"
            if parent in known or in_manual and self.fits(node, element):
                yield node, place

    @staticmethod
    def fits(node, element):
        return set(node.attrib) <= {a.name for a in element.attributes if a.name}


def start_tag(node, without=()):
    text = "<" + node.tag
    for name, value in node.attrib.items():
        if name not in without:
            text += f' {name}="{escaped(value)}"'
    return text


def escaped(text):
    """As it is written in an attribute."""
    return content(text).replace('"', "&quot;")


def content(text):
    """As it is written between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def snippet(node):
    """An element as it is written, with what it contains as far as that is short."""
    text = " ".join((node.text or "").split())
    tag = start_tag(node)
    if not len(node):
        shown = text if len(text) <= 160 else text[:160].rsplit(" ", 1)[0] + " …"
        return [f"{tag}>{content(shown)}</{node.tag}>" if text else f"{tag}/>"]
    lines = [tag + ">"]
    for child in list(node)[:3]:
        inner = " ".join((child.text or "").split())
        if len(child):
            lines.append(f"  {start_tag(child)}> … </{child.tag}>")
        elif inner:
            lines.append(f"  {start_tag(child)}>{content(inner)}</{child.tag}>")
        else:
            lines.append(f"  {start_tag(child)}/>")
    if len(node) > 3:
        lines.append("  …")
    return lines + [f"</{node.tag}>"]


def cell(text):
    return text.replace("|", "\\|")


def code(text):
    return f"`{cell(text)}`" if "`" not in text else f"`` {cell(text)} ``"


def attribute_row(attribute, element, uses):
    kind, _, text = attribute.text.partition(": ")
    listed = [f"`{value}`: {said}" for value, said in values(attribute.node)]
    if len(listed) <= 4 and listed:
        text += " " + "; ".join(listed) + "."
    example = "–"
    if attribute.name:
        found = [node.get(attribute.name) for node in uses if attribute.name in node.attrib]
        short = [value for value in found if len(value) <= 60]
        chosen = (short or sorted(found, key=len))[:1]
        example = "`" + cell(f'{attribute.name}="{escaped(chosen[0])}"') + "`" if chosen else "–"
    name = f"`{attribute.name}`" if attribute.name else "jedes andere"
    needed = "" if attribute.optional else " (Pflicht)"
    return f"| {name}{needed} | {kind} | {cell(text)} | {example} |", listed if len(listed) > 4 else []


def element_section(element, schema, uses):
    found = list(uses.of(element, schema))
    parents = sorted(element.parents)
    lines = [f"### {title(element)}", "", element.text, ""]
    facts = []
    if parents:
        facts.append("Steht in: " + ", ".join(f"`{p}`" for p in parents) + ".")
    children = sorted({child.name for child in element.children})
    if children:
        facts.append("Darin: " + ", ".join(f"`{c}`" for c in children) + ".")
    if element.has_text:
        facts.append("Darin: Text.")
    if facts:
        lines += [" ".join(facts), ""]
    long_values = []
    if element.attributes:
        lines += ["| Angabe | Art | Bedeutung | Beispiel |", "|---|---|---|---|"]
        seen = set()
        for attribute in element.attributes:
            key = (attribute.name, attribute.text)
            if key in seen:
                continue
            seen.add(key)
            row, listed = attribute_row(attribute, element, [node for node, _ in found])
            lines.append(row)
            if listed:
                long_values.append((attribute.name, values(attribute.node)))
        lines.append("")
    for name, listed in long_values:
        lines += [f"| `{name}` | |", "|---|---|"] + [f"| `{value}` | {cell(said)} |" for value, said in listed] + [""]
    example = next((entry for entry in found if sum(map(len, snippet(entry[0]))) <= 700), found[0] if found else None)
    if example:
        node, place = example
        where = f"aus [Kapitel {place.split()[1]}]({chapter(place)})" if place.startswith("Kapitel") else f"aus `{place}`"
        lines += [f"Beispiel {where}:", "", "```xml"] + snippet(node) + ["```", ""]
    return lines


CHAPTERS = {}


def chapter(place):
    return CHAPTERS[place.split()[1]]


def title(element):
    inside = f" in `{sorted(element.parents)[0]}`" if len(element.parents) == 1 else ""
    return f"`<{element.name}>`{inside}"


def layer_section(first, elements, schema, uses):
    """The files that change those of another town, in one entry: they differ in nothing but what they change."""
    layers = [element for element in elements if element.define == "layer"]
    lines = element_section(first, schema, uses)
    lines[0] = "### " + ", ".join(f"`<{element.name}>`" for element in layers) + " mit `extends`"
    lines[2] = "\n".join(f"- `{element.name}`: {element.text}" for element in layers)
    return lines


def functions_section(root):
    tree = ElementTree.parse(root / "Documentation/functions.xml").getroot()
    places = {place.get("id"): " ".join(place.text.split()) for place in tree.findall("place")}
    lines = [
        "## Funktionen", "",
        "In Ausdrücken heißen sie überall gleich; in Vorlagen geht auch der deutsche Name, wo einer dabeisteht. Was in eckigen",
        "Klammern steht, kann fehlen; … heißt: auch mehrere. Jedes Beispiel rechnet ein Test nach, mit dem Stichtag 20.11.2025,",
        "sofern nichts anderes dabeisteht, über:", "", "| Stelle | was gemeint ist |", "|---|---|",
    ]
    lines += [f"| {name} | {text} |" for name, text in places.items()] + [""]
    types = [
        ("Bedingung", "gilt oder gilt nicht"), ("Text, Zahl, Tag, Uhrzeit, Nummer", "ein Wert dieser Art"),
        ("Wert", "ein Wert irgendeiner Art"), ("Gedrucktes", "ein oder mehrere Werte, wie sie gedruckt werden"),
        ("Beliebiges", "irgendetwas, auch mehrere Werte"), ("Stelle, Stellen", "Felder, Zeilen oder Papiere"),
        ("Zahlen, Tage", "Felder dieser Art, auch mehrere"), ("Auswahl", "das Feld einer Auswahl"),
        ("Name", "ein Wort in Anführungszeichen, das etwas nennt: ein Formular, eine Liste, eine Menge"),
        ("Fundstelle", "ein Text, leer, wenn nichts gefunden wurde; als Bedingung gilt er, wenn er nicht leer ist"),
        ("Wort", "eines von festen Wörtern"),
    ]
    lines += ["| Art | was gemeint ist |", "|---|---|"] + [f"| {name} | {text} |" for name, text in types] + [""]
    missing = []
    for group in tree.findall("group"):
        lines += [f"### {group.get('label')}", "", "| Funktion | was sie tut | Beispiel | Ergebnis |", "|---|---|---|---|"]
        for function in group.findall("function"):
            example = function.find("example")
            if not (function.findtext("does") and example is not None and example.text):
                missing.append(f"function {function.get('name')} is not described")
                continue
            arguments = []
            for argument in function.findall("argument"):
                text = argument.get("name") + ("…" if argument.get("more") else "")
                text += f": {argument.get('type')}"
                arguments.append(f"[{text}]" if argument.get("optional") else text)
            call = f"**`{function.get('name')}`**({'; '.join(arguments)}) → {function.get('result')}"
            if function.get("german"):
                call += "; in Vorlagen " + ", ".join(f"`{name}`" for name in function.get("german").split())
            result = example.get("result")
            shown = f"{cell(result)}" if result else "(leer)"
            at = "" if example.get("at") == "notiz" else f" ({example.get('at')})"
            lines.append(f"| {call} | {cell(function.findtext('does'))} | {code(example.text)}{at} | {shown} |")
        lines.append("")
    return lines, missing


def marks_section(root):
    """The marks of templates, from the table of their chapter."""
    text = (root / "Documentation/Handbuch/4-Vorlagen.md").read_text()
    table = re.search(r"\n(\| Marke \| Bedeutung \|\n(?:\|.*\n)+)", text)
    lines = ["## Marken der Vorlagen", "", "Wie man eine Marke setzt, steht in [Kapitel 4](4-Vorlagen.md#platzhalter).", ""]
    return lines + table.group(1).rstrip("\n").split("\n") + [""] if table else []


def main():
    root = pathlib.Path(sys.argv[1])
    for path in (root / "Documentation/Handbuch").glob("*.md"):
        CHAPTERS[path.name.split("-")[0]] = path.name
    schema = Schema(root / "Forms/form.rng")
    uses = Uses(root)
    functions, missing = functions_section(root)
    missing += schema.missing
    if missing:
        print("\n".join(missing), file=sys.stderr)
        sys.exit(1)
    lines = [
        "# 21 Alle Wörter und Funktionen", "",
        "Dieses Kapitel entsteht mit `Scripts/words` aus `Forms/form.rng` und `Documentation/functions.xml`; bitte ändern Sie es",
        "nicht von Hand. Wie man ein Formular macht, steht in [Kapitel 20](20-Von-Grund-auf.md), wie man eines ändert, in",
        "[Kapitel 5](5-Formulare.md). Hier schlagen Sie nach.", "",
        "Was eine Angabe enthält, sagt ihre Art:", "", "| Art | was hineinkommt |", "|---|---|",
    ]
    lines += [f"| {kind} | {text} |" for kind, text in KINDS.items()] + [""]
    groups = {key: [] for key, _ in SECTIONS}
    for element in schema.elements:
        groups[PLACES[element.define]].append(element)
    for key, label in SECTIONS:
        lines += [f"## {label}", ""]
        for element in groups[key]:
            if element.define != "layer":
                lines += element_section(element, schema, uses)
            elif element is groups[key][0]:
                lines += layer_section(element, groups[key], schema, uses)
    lines += functions + marks_section(root)
    print("\n".join(lines).rstrip("\n"))


if __name__ == "__main__":
    main()
