from common import run
from odfdo import Document

SPANS = "descendant::text:span[@text:style-name='Angabe' and not(ancestor::table:table)]"


def fill(spans, fields):
    for span in spans:
        span.text = fields.get(span.text, "")


def prepare(path):
    template = Document(path)

    def write(values, out):
        document = template.clone
        body = document.body
        for paragraph in body.get_elements("//text:p[@xml:id='wenn']"):
            if "hinweis" not in values["fields"]:
                paragraph.delete()
            else:
                paragraph.del_attribute("xml:id")
        for name, rows in values["tables"].items():
            table = body.get_table(name=name)
            row = table.get_elements("table:table-row")[-1]
            made = []
            for cells in rows:
                copy = row.clone
                fill(copy.get_elements("descendant::text:span"), cells)
                made.append(copy)
            row.delete()
            for copy in made:
                # append_row would read the whole table again for each row.
                table.append(copy)
        fill(body.get_elements(SPANS), values["fields"])
        document.save(out)

    return write


run(prepare)
