"""Lists public symbols without a docstring in symbol graphs: undocumented.py FOLDER MODULE..."""

import json
import pathlib
import sys


def undocumented(path):
    graph = json.loads(path.read_text(encoding="utf-8"))
    for symbol in graph["symbols"]:
        # What the compiler makes (rawValue, !=) has no place in a source file.
        place = symbol.get("location")
        if place is None or "docComment" in symbol or "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
            continue
        file = place["uri"].removeprefix("file://")
        line = place["position"]["line"] + 1
        yield f"{file}:{line}: {'.'.join(symbol['pathComponents'])} has no docstring"


def main():
    folder, modules = pathlib.Path(sys.argv[1]), sys.argv[2:]
    found = []
    for module in modules:
        paths = [folder / f"{module}.symbols.json", *sorted(folder.glob(f"{module}@*.symbols.json"))]
        for path in paths:
            found += undocumented(path)
    print("\n".join(sorted(set(found))) or "every public symbol has a docstring")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
