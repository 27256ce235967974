"""odfdo: the text of every paragraph and the fields of the metadata."""

from odfdo import Document
from reading import run

PARAGRAPHS = "descendant::*[self::text:p or self::text:h][not(ancestor::text:p)]"


def read(path):
    document = Document(path)
    paragraphs = document.body.get_elements(PARAGRAPHS)
    pieces = [paragraph.text_recursive for paragraph in paragraphs]
    meta = document.meta
    pieces += [element.text_recursive for element in meta.get_elements("//office:meta/*")]
    return "\n".join(pieces)


run(read)
