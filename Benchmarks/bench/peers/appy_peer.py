import os

from appy.pod.renderer import Renderer
from common import flat, run


def prepare(path):
    def write(values, out):
        if os.path.exists(out):
            os.remove(out)
        Renderer(path, {"hinweis": "", **flat(values)}, out).run()

    return write


run(prepare)
