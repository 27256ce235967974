from common import flat, run
from py3o.template import Template


def prepare(path):
    def write(values, out):
        # A template of py3o is good for one document.
        Template(path, out).render({"hinweis": "", **flat(values)})

    return write


run(prepare)
