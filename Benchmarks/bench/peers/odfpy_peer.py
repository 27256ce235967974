from common import run
from odf import table, text
from odf.element import Element
from odf.opendocument import load


def copy_of(node):
    made = Element(qname=node.qname, check_grammar=False)
    made.attributes = dict(node.attributes)
    for child in node.childNodes:
        if child.nodeType == 1:
            made.addElement(copy_of(child), check_grammar=False)
        else:
            made.addText(child.data, check_grammar=False)
    return made


def fill(node, fields):
    for span in node.getElementsByType(text.Span):
        if span.getAttribute("stylename") != "Angabe" or not span.childNodes:
            continue
        child = span.childNodes[0]
        if child.data in fields:
            child.data = fields[child.data]


def prepare(path):
    def write(values, out):
        # Its tree cannot be copied: each document is read anew.
        document = load(path)
        for paragraph in document.getElementsByType(text.P):
            if paragraph.attributes.get(("http://www.w3.org/XML/1998/namespace", "id")) == "wenn":
                del paragraph.attributes[("http://www.w3.org/XML/1998/namespace", "id")]
                if "hinweis" not in values["fields"]:
                    paragraph.parentNode.removeChild(paragraph)
        for element in document.getElementsByType(table.Table):
            rows = values["tables"][element.getAttribute("name")]
            row = element.getElementsByType(table.TableRow)[-1]
            made = [copy_of(row) for _ in rows]
            element.removeChild(row)
            for cells, copy in zip(rows, made):
                fill(copy, cells)
                element.addElement(copy, check_grammar=False)
        fill(document.text, values["fields"])
        document.save(out)

    return write


run(prepare)
