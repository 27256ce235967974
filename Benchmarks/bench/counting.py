"""Instructions under cachegrind: they do not depend on what else the machine does."""

import os
import re
import subprocess
import time

import papers
import places
from rounds import Stopped

FOUND = re.compile(r"I\s+refs:\s+([\d,]+)")


def instructions(command, environment=None):
    """The instructions of a whole process."""
    # Swift's dictionaries are seeded anew in each process unless they are told not to.
    surroundings = dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1", **(environment or {}))
    result = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", *map(str, command)],
        capture_output=True, text=True, env=surroundings, cwd=places.ROOT,
    )
    found = FOUND.search(result.stderr)
    if result.returncode > 1 or not found:
        raise Stopped(f"{command[0]} under cachegrind ended with status {result.returncode}:\n{result.stderr[-2000:]}")
    return int(found[1].replace(",", ""))


def each(contestant, many=120, few=20):
    """The instructions of one document: what `many` take more than `few`."""
    counts = [instructions(contestant.command(count), contestant.environment) for count in (many, few)]
    return (counts[0] - counts[1]) / (many - few)


def cold(work):
    """One note from process start: instructions of kiso, and of a C process that packs its `content.xml` alone."""
    note = papers.notes(work)[0]
    floor = papers.job(work)[2]
    render = ["render", note, "-o", work / "cold.odt", "--as-of", places.DAY]
    # What is prepared at a first start is there at every later one.
    papers.kiso(work, *render[:-2])
    ours = instructions([places.KISO, *render], places.environment(work))
    return ours, instructions(floor.command(1))


def milliseconds(work, runs):
    """The clock's milliseconds of so many starts, the fastest first."""
    note = papers.notes(work)[0]
    command = [places.KISO, "render", note, "-o", work / "cold.odt", "--as-of", places.DAY]
    environment, times = places.environment(work), []
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run([str(word) for word in command], capture_output=True, env=environment, cwd=places.ROOT)
        times.append((time.perf_counter() - begin) * 1000)
    return sorted(times)
