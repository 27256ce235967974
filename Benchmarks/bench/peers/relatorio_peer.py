from common import flat, put, run
from relatorio.templates.opendocument import Template


def prepare(path):
    # Its template is compiled once and can be used again.
    template = Template(source=None, filepath=path)

    def write(values, out):
        known = {"hinweis": "", **flat(values)}
        put(out, template.generate(**known).render().getvalue())

    return write


run(prepare)
