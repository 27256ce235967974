"""Measures the workloads; Scripts/bench builds what is measured and says what may be asked for."""

import sys

import gate
import places
import table
import workloads
from rounds import Stopped

# Where the archive's figures are taken, and of how many papers.
VALUES = {"--folder", "--entries"}
SWITCHES = {"--gate", "--record", "--quick", "--without-peers", "--write"}


def say(text):
    print(text, flush=True)


def parsed(words):
    """Switches and the workloads asked for; None when the command line is wrong."""
    switches, only, values = set(), [], {}
    while words:
        word = words.pop(0)
        if word == "--only" and words and words[0] in workloads.NAMES:
            only.append(words.pop(0))
        elif word in VALUES and words:
            values[word] = words.pop(0)
        elif word in SWITCHES:
            switches.add(word)
        else:
            return None
    if "--record" in switches and "--gate" not in switches or "--write" in switches and "--quick" in switches:
        return None
    if not values.get("--entries", "1").isdecimal():
        return None
    return switches, only, values


def main(words):
    asked = parsed(words)
    if asked is None:
        return 64
    switches, only, values = asked
    try:
        with places.Work() as work:
            if "--gate" in switches:
                return gate.run(work, only, "--record" in switches, say)
            bench = workloads.Bench(work, "--quick" in switches, "--without-peers" not in switches, values, say)
            for name in only or workloads.NAMES:
                getattr(bench, name)()
                if "--quick" not in switches:
                    table.save(bench.found)
            if "--write" in switches:
                table.write()
    except Stopped as stop:
        print(f"Scripts/bench: {stop}", file=sys.stderr)
        return 1
    return 0


sys.exit(main(sys.argv[1:]))
