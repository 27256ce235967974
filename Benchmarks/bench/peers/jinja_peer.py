"""content.xml as a template of Jinja, the other entries packed again by zipfile."""

import zipfile

from common import flat, run
from jinja2 import Environment, StrictUndefined


def prepare(path):
    with zipfile.ZipFile(path) as archive:
        entries = [(entry, archive.read(entry)) for entry in archive.infolist()]
    content = dict((entry.filename, data) for entry, data in entries)["content.xml"].decode()
    template = Environment(autoescape=True).from_string(content)

    def write(values, out):
        filled = template.render(flat(values)).encode()
        with zipfile.ZipFile(out, "w") as archive:
            for entry, data in entries:
                method = entry.compress_type
                archive.writestr(entry.filename, filled if entry.filename == "content.xml" else data, method)

    return write


run(prepare)
