"""Writes papers of many cases into a folder: notes, a release, a letter or a revocation for each."""

import json
import os
import sys


def main():
    examples, folder, cases = sys.argv[1], sys.argv[2], int(sys.argv[3])
    read = {name: open(os.path.join(examples, name), encoding="utf-8").read() for name in os.listdir(examples)}
    os.makedirs(folder, exist_ok=True)
    second = json.loads(read["1-erstkontakt.json"])
    second.update(notiz_nr=2, datum="2024-10-15", erstkontakt=False, unterlagen_kopiert=False)
    for gone in ("unterlagen", "vereinbarungen"):
        second.pop(gone, None)
    last = json.loads(read["3-abschluss.json"])
    last["notiz_nr"] = 3
    running = {key: value for key, value in last.items() if key not in ("beendet_am", "beendigungsgrund")}
    running.update(fallstatus="laufend", phase="3")
    for case in range(1, cases + 1):
        number = f"KSA-{1 + case % 6}-2025-{case:04d}"
        papers = [
            read["1-erstkontakt.json"],
            read["2-schweigepflichtentbindung.json"],
            json.dumps(second, ensure_ascii=False),
            json.dumps(running if case % 3 else last, ensure_ascii=False),
            read["4-rueckmeldung.json" if case % 10 else "5-widerruf.json"],
        ]
        for place, paper in enumerate(papers, 1):
            text = paper.replace("KSA-5-2024-0031", number).replace('"2024-', '"2025-')
            with open(os.path.join(folder, f"{case:05d}-{place}.json"), "w", encoding="utf-8") as file:
                file.write(text)


main()
