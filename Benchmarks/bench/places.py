"""Where everything lies: inputs and outputs on tmpfs where there is one, programs in .build."""

import os
import pathlib
import shutil
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / ".build" / "bench"
FLOOR = BUILD / "floor"
KISO_BENCH = BUILD / "release" / "kiso-bench"
ARCHIVE_FIGURES = BUILD / "release" / "archive-figures"
KISO = ROOT / ".build" / "kiso"
PYTHON = ROOT / ".build" / "bench-venv" / "bin" / "python"
PEERS = pathlib.Path(__file__).resolve().parent / "peers"
# The day that all papers of the examples refer to.
DAY = "2025-11-20"


def environment(work):
    """For kiso itself: the forms of this folder, and a cache of its own that is kept between starts."""
    return dict(os.environ, KISO_HOME=str(ROOT), KISO_CACHE=str(work / "cache"), XDG_CONFIG_HOME=str(work))


class Work:
    """A private folder that vanishes; on tmpfs, so that no disk is measured."""

    def __enter__(self):
        parent = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="kiso-bench-", dir=parent))
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)
