"""Many papers in one start: checking 10 to 10,000 notes of different cases, and two workers."""

import json
import os
import time

import places
from papers import NOTE
from rounds import Stopped

SIZES = (10, 100, 1000, 10000)
# A run that would take longer is not begun; the largest size that was measured says why.
PATIENCE = 300


def write_notes(folder, count):
    """Notes of as many cases, people invented and all different."""
    folder.mkdir(exist_ok=True)
    source = json.loads((places.ROOT / NOTE).read_text(encoding="utf-8"))
    paths = []
    for number in range(count):
        path = folder / f"{number:05d}.json"
        paths.append(path)
        if path.exists():
            continue
        district = number // 5000 + 1
        source["vorgangsnummer"] = f"KSA-{district}-2025-{number % 5000 + 1:04d}"
        source["stadtbezirk"] = source["fachkraft"]["stadtbezirk"] = str(district)
        source["ratsuchende"][0] |= {"vorname": f"Vorname {letters(number)}", "nachname": f"Nachname {letters(number)}"}
        source["kinder"][0] |= {"vorname": f"Kind {letters(number)}", "nachname": f"Nachname {letters(number)}"}
        source.pop("ortsteil", None)
        path.write_text(json.dumps(source, ensure_ascii=False), encoding="utf-8")
    return paths


def letters(number):
    """A number in letters, since names have no digits."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)).capitalize()


def run(work, *words):
    """Seconds of the clock and of the processor, and megabytes, of one process of kiso; and its status."""
    begin = time.monotonic()
    process = os.fork()
    if process == 0:
        null = os.open("/dev/null", os.O_RDWR)
        errors = os.open(work / "errors", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        for number, target in enumerate((null, null, errors)):
            os.dup2(target, number)
        os.chdir(places.ROOT)
        os.execve(places.KISO, ["kiso", *map(str, words)], places.environment(work))
    _, status, usage = os.wait4(process, 0)
    seconds = usage.ru_utime + usage.ru_stime
    return time.monotonic() - begin, seconds, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def errors(work):
    """The end of what the last process had to say."""
    return (work / "errors").read_text(encoding="utf-8")[-500:]


def check(work, say, most):
    """For each size: processor milliseconds a note, and megabytes; those that would take too long are left out."""
    paths = write_notes(work / "notes", most)
    run(work, "check", *paths[:1], "--as-of", places.DAY)
    result, before = {}, None
    for size in (size for size in SIZES if size <= most):
        # Twice the growth of the last step is assumed to come again.
        if before and before[1] * (size / before[0]) ** before[2] > PATIENCE:
            say(f"{size} notes are not checked: they would take more than {PATIENCE} s")
            break
        _, seconds, memory, status = run(work, "check", *paths[:size], "--as-of", places.DAY)
        if status > 2:
            raise Stopped(f"kiso check of {size} notes ended with status {status}: {errors(work)}")
        power = 2 if before and seconds / before[1] > 3 * size / before[0] else 1
        before = (size, seconds, power)
        result[size] = (seconds * 1000 / size, memory)
        say(f"check of {size} notes: {seconds * 1000 / size:.2f} ms a note, {memory:.0f} MB")
    return result


def workers(work, say, count):
    """Wall seconds of rendering with one worker by those with two; None where the command has no --jobs."""
    paths = write_notes(work / "notes", count)
    times = {}
    for turn in range(3):
        for jobs in (1, 2) if turn % 2 else (2, 1):
            out = work / f"rendered-{jobs}"
            out.mkdir(exist_ok=True)
            wall, _, _, status = run(work, "render", *paths, "-o", out, "--jobs", jobs, "--as-of", places.DAY)
            if status == 64:
                return None
            if status > 1:
                raise Stopped(f"kiso render --jobs {jobs} ended with status {status}: {errors(work)}")
            times.setdefault(jobs, []).append(wall)
    for name in sorted(os.listdir(work / "rendered-1")):
        if (work / "rendered-1" / name).read_bytes() != (work / "rendered-2" / name).read_bytes():
            raise Stopped(f"two workers write other bytes: {name}")
    ratios = [one / two for one, two in zip(times[1], times[2])]
    say(f"two workers: {', '.join(f'{ratio:.2f}' for ratio in ratios)} times as fast as one")
    return ratios
