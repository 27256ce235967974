"""zipfile and lxml: the text of the body and the fields of the metadata."""

import zipfile

from lxml import etree
from reading import run

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
WHITE = {TEXT + "s": " ", TEXT + "tab": "\t", TEXT + "line-break": "\n"}
ENDS = {TEXT + "p", TEXT + "h"}
FIELDS = ("{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}", "{http://purl.org/dc/elements/1.1/}")


def read(path):
    pieces, names = [], []
    with zipfile.ZipFile(path) as archive:
        for part, place in (("content.xml", "{*}body"), ("meta.xml", "{*}meta")):
            root = etree.fromstring(archive.read(part), etree.XMLParser(huge_tree=True))
            for event, node in etree.iterwalk(root.find(place), events=("start", "end")):
                if event == "start":
                    pieces.append(WHITE.get(node.tag) or node.text or "")
                    names += [value for name, value in node.attrib.items() if name.endswith(("}name", "}description"))]
                else:
                    if node.tag in ENDS or node.tag.startswith(FIELDS):
                        pieces.append("\n")
                    pieces.append(node.tail or "")
    return "".join(pieces)


run(read)
