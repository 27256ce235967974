#!/usr/bin/python3
"""Lets LibreOffice open and store documents with passwords, as a person at its dialogues does.

Reads jobs from standard input and writes one answer for each to standard output, both JSON:

    [{"open": "/a.odt", "password": "x", "store": "/b.odt", "protect": "y"}]  ->  [{"text": "…"}]

Each key but "open" may be missing; the answer is {"refused": true} when LibreOffice does not open the document. One
LibreOffice serves all jobs, in a profile of its own. Needs Debian's python3-uno.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.task import ErrorCodeIOException
from com.sun.star.uno import Exception as UnoException


def properties(**values):
    made = []
    for name, value in values.items():
        prop = PropertyValue()
        prop.Name, prop.Value = name, value
        made.append(prop)
    return tuple(made)


def start(profile, pipe):
    return subprocess.Popen(
        [
            "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nologo",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, "HOME": profile},
    )


def desktop(office, profile, pipe):
    """The desktop, once it listens; the first start with a fresh profile may end at once."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except UnoException:
            time.sleep(0.25)
            if office.poll() is not None:
                office = start(profile, pipe)
    raise SystemExit("LibreOffice does not listen")


def run(job, frame):
    options = {"Hidden": True}
    if "password" in job:
        options["Password"] = job["password"]
    try:
        document = frame.loadComponentFromURL(uno.systemPathToFileUrl(job["open"]), "_blank", 0, properties(**options))
    except (UnoException, ErrorCodeIOException):
        document = None
    if document is None:
        return {"refused": True}
    try:
        if "store" in job:
            options = {"FilterName": "writer8"}
            if "protect" in job:
                options["Password"] = job["protect"]
            document.storeToURL(uno.systemPathToFileUrl(job["store"]), properties(**options))
        return {"text": document.Text.String}
    finally:
        document.close(True)


def main():
    jobs = json.load(sys.stdin)
    profile = tempfile.mkdtemp()
    pipe = os.path.basename(profile)
    office = start(profile, pipe)
    try:
        office, frame = desktop(office, profile, pipe)
        json.dump([run(job, frame) for job in jobs], sys.stdout)
    finally:
        try:
            os.killpg(office.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        office.wait()
        shutil.rmtree(profile, ignore_errors=True)


if __name__ == "__main__":
    main()
