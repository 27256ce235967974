"""What every peer does alike: `PEER.py TEMPLATE OUT COUNT DATA.json...`, documents by turns, the processor's seconds."""

import json
import sys
import time


def run(prepare):
    """`prepare(template path)` gives a function of the values and the output's path that writes one document."""
    template, out, count, *data = sys.argv[1:]
    sets = []
    for path in data:
        with open(path, encoding="utf-8") as file:
            sets.append(json.load(file))
    write = prepare(template)
    begin = time.process_time()
    for number in range(int(count)):
        write(sets[number % len(sets)], out)
    print(time.process_time() - begin)


def flat(values):
    """Fields and tables under their names, as template engines want them."""
    return {**values["fields"], **values["tables"]}


def put(path, content):
    with open(path, "wb") as file:
        file.write(content)
