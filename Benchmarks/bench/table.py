"""The table of Documentation/Speed.md, between its markers; results are kept in .build until they are written."""

import datetime
import json
import platform
import re
import subprocess

import places
from bars import BARS
from filling import PEERS

RESULTS = places.BUILD / "results.json"
PAGE = places.ROOT / "Documentation" / "Speed.md"
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"


def saved():
    return json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}


def save(found):
    """Adds what was found just now, with day and commit."""
    day = datetime.date.today().isoformat()
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=places.ROOT
    ).stdout.strip()
    results = saved()
    for key, one in found.items():
        results[key] = {**one, "day": day, "commit": commit}
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")


def machine():
    """Kind of processor, number of cores, memory, system: what figures depend on, and no names."""
    cores, memory, processor = 0, 0, platform.machine()
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            cores += line.startswith("processor")
            if line.startswith("model name"):
                processor = line.split(":", 1)[1].strip()
    with open("/proc/meminfo", encoding="utf-8") as file:
        memory = round(int(file.readline().split()[1]) / 1e6)
    with open("/etc/os-release", encoding="utf-8") as file:
        system = re.search(r'PRETTY_NAME="([^"]*)"', file.read())[1]
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    version = re.search(r"Swift version ([\d.]+)", swift)
    return f"{processor}, {cores} cores, {memory} GB, {system}, Swift {version[1] if version else 'unknown'}"


def bars(results):
    yield "| what | before | bar | measured | | when, commit |"
    yield "|---|---|---|---|---|---|"
    for bar in BARS:
        one = results.get(bar.key)
        if one:
            when = f"{one['day']}, `{one['commit']}`"
            yield f"| {bar.what} | {bar.before} | {bar.bar} | {one['words']} | {bar.verdict(one['value'])} | {when} |"
        else:
            yield f"| {bar.what} | {bar.before} | {bar.bar} | not measured | – | – |"


def programs(results):
    """Times the floor, of kiso and every peer."""
    pages = [("letter", "letter"), ("note", "note"), ("stats", "2,000 rows")]

    def cell(name, key):
        return results.get(f"{name}/{key}", {}).get("words", "–")

    yield "| times the floor's CPU: median (least–most) | " + " | ".join(title for _, title in pages) + " |"
    yield "|---|---|---|---|"
    floors = [results.get(f"{name}/floor/µs", {}).get("value") for name, _ in pages]
    yield "| the floor, plain C | " + " | ".join(f"1.00 ({one:,.0f} µs)" if one else "–" for one in floors) + " |"
    yield "| **kiso** | " + " | ".join(f"**{cell(name, 'kiso')}**" for name, _ in pages) + " |"
    for peer in PEERS:
        yield f"| {peer} | " + " | ".join(cell(name, peer) for name, _ in pages) + " |"


def text(results):
    lines = [BEGIN, "", f"Machine of these figures: {machine()}.", "", *bars(results), "", *programs(results), "", END]
    return "\n".join(lines)


def write():
    """Puts the table into the page, between the markers."""
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    PAGE.write_text(before + text(saved()) + after, encoding="utf-8")
