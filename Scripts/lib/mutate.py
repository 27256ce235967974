"""Works off Tests/Mutants.txt; see Scripts/mutate."""

import argparse
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIMIT = 15 * 60


class Mutant:
    def __init__(self, name):
        self.name, self.file, self.tests, self.lives = name, "", "", ""
        self.old, self.new = [], []
        self.result, self.by = "", ""

    def changed(self, text):
        """The text with the change; says what is wrong when it cannot be made exactly once."""
        # The last line may go on in the file.
        old, new = "\n".join(self.old), "\n".join(self.new)
        count = text.count(old)
        if count != 1:
            raise ValueError(f"{self.file}: the text of ›{self.name}‹ stands there {count} times, not once:\n{old}")
        return text.replace(old, new)


def read(path):
    mutants = []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.startswith("== "):
            mutants.append(Mutant(line[3:]))
        elif not line or line.startswith("#"):
            continue
        elif not mutants:
            sys.exit(f"{path}:{number}: no mutant has begun")
        elif line[0] == "-":
            mutants[-1].old.append(line[1:])
        elif line[0] == "+":
            mutants[-1].new.append(line[1:])
        else:
            key, _, value = line.partition(": ")
            if key not in ("file", "tests", "lives"):
                sys.exit(f"{path}:{number}: ›file:‹, ›tests:‹, ›lives:‹, - or + was expected")
            setattr(mutants[-1], key, value)
    return mutants


def run(words, folder, log, limit=None):
    try:
        done = subprocess.run(
            words, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=limit)
    except subprocess.TimeoutExpired:
        return None, ""
    text = done.stdout.decode(errors="replace")
    log.write(text)
    log.flush()
    return done.returncode, text


def test(mutant, folder, log):
    """Whether a test fails, and which is the first one."""
    status, text = run(
        ["swift", "test", "--skip-build", "--disable-xctest", "--filter", mutant.tests], folder, log, LIMIT)
    if status is None:
        return True, "does not end"
    if not re.search(r"Test run with [1-9][0-9]* tests?", text):
        # A crash ends the run before it is summed up.
        return status != 0, "crashes" if status != 0 else "no test was run"
    names = re.findall(r"✘ Test (?:\"?)(.*?)(?:\(|\"| recorded| with | failed)", text)
    return status != 0, names[0].strip() if names else "?"


def known(page):
    """What an earlier run found, by name."""
    rows = re.findall(r"^\| [^|]* \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$", page.read_text(), re.M) if page.exists() else []
    return {name: (result, by) for name, result, by in rows}


def write(page, mutants):
    """Writes the table; what was not tried now stands there as it was found before."""
    before = known(page)
    for mutant in mutants:
        if not mutant.result:
            mutant.result, mutant.by = before.get(mutant.name, ("not tried", ""))
    rows = ["| room | changed on purpose | result | noticed by, or why by none |", "|---|---|---|---|"]
    for mutant in mutants:
        room = mutant.file.split("/")[1]
        by = mutant.lives if mutant.result == "lives" else mutant.by
        rows.append(f"| {room} | {mutant.name} | {mutant.result} | {by} |")
    counts = {result: sum(m.result == result for m in mutants) for result in ("found", "lives", "not tried")}
    page.write_text(
        "# Mutations\n\n"
        "Places changed on purpose, one at a time, with the tests that are about them. `Scripts/mutate --write` works off\n"
        "`Tests/Mutants.txt` and writes this table. A change that no test notices is one that could be made by mistake.\n\n"
        f"{len(mutants)} places: {counts['found']} found, {counts['lives']} live, {counts['not tried']} not tried.\n\n"
        + "\n".join(rows) + "\n")


def main():
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / ".build/mutants")
    parser.add_argument("--write", action="store_true")
    try:
        chosen = parser.parse_args()
    except SystemExit:
        sys.exit(64)
    mutants = read(ROOT / "Tests/Mutants.txt")
    gone = []
    for mutant in mutants:
        try:
            mutant.changed((ROOT / mutant.file).read_text())
        except (OSError, ValueError) as error:
            gone.append(str(error))
    for line in gone:
        print(line, file=sys.stderr)
    print(f"{len(mutants)} mutants, {len(gone)} of which cannot be made")
    if chosen.check or gone:
        sys.exit(1 if gone else 0)
    everything = mutants
    if chosen.words:
        mutants = [m for m in mutants if any(w in m.name or w in m.file for w in chosen.words)]

    folder = chosen.folder
    if not (folder / ".git").exists():
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    for words in (["fetch", "--quiet", str(ROOT), head], ["checkout", "--quiet", "--force", "--detach", head]):
        subprocess.run(["git"] + words, cwd=folder, check=True)
    build = ["swift", "build", "--build-tests"]
    bad = 0
    with open(folder / "mutants.log", "w") as log:
        status, _ = run(build, folder, log)
        if status != 0:
            sys.exit(f"what is committed does not build: {folder}/mutants.log")
        sound = Mutant("unchanged")
        sound.tests = "|".join(sorted({m.tests for m in mutants}))
        fails, by = test(sound, folder, log)
        if fails:
            sys.exit(f"without any change ›{by}‹ fails already: {folder}/mutants.log")
        for mutant in mutants:
            start = time.monotonic()
            place = folder / mutant.file
            text = place.read_text()
            place.write_text(mutant.changed(text))
            log.write(f"\n== {mutant.name}\n")
            status, _ = run(build, folder, log)
            if status != 0:
                mutant.result, mutant.by = "does not compile", ""
                bad += 1
            else:
                fails, mutant.by = test(mutant, folder, log)
                mutant.result = "found" if fails else "lives"
                if not fails:
                    mutant.by = "" if mutant.by == "?" else mutant.by
                    bad += 0 if mutant.lives else 1
            place.write_text(text)
            print(f"{mutant.result:8} {mutant.name} ({mutant.by}) {time.monotonic() - start:.0f} s", flush=True)
            # After each, so that a run may be broken off.
            if chosen.write:
                write(ROOT / "Documentation/Mutations.md", everything)
    found = sum(m.result == "found" for m in mutants)
    print(f"{found} of {len(mutants)} found")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
