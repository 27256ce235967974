"""Packages of ODF: writing them plainly, and the text of one, to compare."""

import io
import zipfile
from xml.etree import ElementTree

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
KINDS = {".xml": "text/xml", ".png": "image/png"}


def manifest(mimetype, names):
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{KINDS[name[name.rfind("."):]]}"/>'
        for name in names
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{mimetype}"/>'
        f"{entries}</manifest:manifest>"
    ).encode()


def package(mimetype, parts, listed=None):
    """A package; `listed` takes the place of the manifest."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        def add(name, content, method):
            archive.writestr(zipfile.ZipInfo(name), content, method)

        add("mimetype", mimetype, zipfile.ZIP_STORED)
        for name, content in parts.items():
            add(name, content, zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED)
        add("META-INF/manifest.xml", listed or manifest(mimetype, parts), zipfile.ZIP_DEFLATED)
    return output.getvalue()


def paragraphs(path):
    """The text of every paragraph of the body, in order; empty ones are left out."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    result = []

    def text(node):
        pieces = [node.text or ""]
        for child in node:
            if child.tag in (TEXT + "s", TEXT + "tab", TEXT + "line-break"):
                pieces.append(" " * int(child.get(TEXT + "c", "1")))
            elif child.tag != OFFICE + "annotation":
                pieces.append(text(child))
            pieces.append(child.tail or "")
        return "".join(pieces)

    for node in root.find(OFFICE + "body").iter():
        if node.tag in (TEXT + "p", TEXT + "h"):
            line = " ".join(text(node).split())
            if line:
                result.append(line)
    return result


def size(path, name):
    """The unpacked size of an entry."""
    with zipfile.ZipFile(path) as archive:
        return archive.getinfo(name).file_size
