"""The words of office documents, by a program that shares nothing with ours: words.py FILE...

Prints one line per file: its name, a tab, and every word in the paragraphs and headings of its body, in
alphabetical order. Left out is what nobody sees: deleted text, comments, descriptions, form declarations, the
numbers of notes.
"""

import re
import sys
import xml.etree.ElementTree as tree
import zipfile

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}


def name(prefix, local):
    return "{%s}%s" % (NAMES[prefix], local)


SILENT = {
    name("text", "tracked-changes"), name("text", "note-citation"), name("text", "script"), name("text", "number"),
    name("office", "annotation"), name("office", "forms"), name("office", "event-listeners"),
    name("svg", "title"), name("svg", "desc"),
}
PARAGRAPHS = {name("text", "p"), name("text", "h")}
BLANKS = {name("text", "s"), name("text", "tab"), name("text", "line-break")}


def collect(element, pieces, inside):
    if element.tag in SILENT:
        return
    ends = element.tag in PARAGRAPHS
    inside = inside or ends
    if ends or element.tag in BLANKS:
        pieces.append(" ")
    if inside and element.text:
        pieces.append(element.text)
    for child in element:
        collect(child, pieces, inside)
        if inside and child.tail:
            pieces.append(child.tail)
    if ends:
        pieces.append(" ")


def words(path):
    pieces = []
    with zipfile.ZipFile(path) as archive:
        collect(tree.fromstring(archive.read("content.xml")).find(name("office", "body")), pieces, False)
    return sorted(re.findall(r"\w+", "".join(pieces)))


for path in sys.argv[1:]:
    print(path + "\t" + " ".join(words(path)))
