"""Measures how much of our own pages `kiso read` gets back from their text.

Each example is made a final page by kiso and a PDF by LibreOffice. Its text comes from `pdftotext -layout` and from
tesseract at 200 and 300 dpi. What the document itself holds is the truth; of that, what stands on the page counts.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

WAYS = ["pdftotext", "300 dpi", "200 dpi"]


def leaves(value, path=""):
    """The values of a record in JSON, each with its path; several answers are one value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if path or key not in ("form", "version", "unconfirmed", "id", "edition"):
                yield from leaves(inner, f"{path}/{key}" if path else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{number + 1}]")
    elif isinstance(value, list):
        yield path, json.dumps(sorted(map(str, value)), ensure_ascii=False)
    else:
        yield path, value


def folded(text):
    """A text with single blanks, without marks of direction and soft hyphens."""
    text = unicodedata.normalize("NFC", str(text))
    return " ".join(re.sub("[\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text).split())


def shown(value):
    day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", str(value))
    return f"{day[3]}.{day[2]}.{day[1]}" if day else str(value)


class Kiso:
    def __init__(self, program):
        self.program = program

    def run(self, *words):
        return subprocess.run(
            [self.program, *words, "--as-of", "2025-11-20"], capture_output=True, text=True, check=False
        )

    def values(self, *words, out):
        self.run("read", *words, "-o", out)
        if not os.path.exists(out):
            return {}, set()
        with open(out, encoding="utf-8") as file:
            record = json.load(file)
        return dict(leaves(record)), set(record.get("unconfirmed", []))


def printed(kiso, document, out):
    """The values that stand on a page."""
    truth, _ = kiso.values(document, out=out)
    changes = json.loads(kiso.run("read", "--changes", "--format", "json", document).stdout)
    fields = {field["path"]: field for field in changes["fields"]}
    with zipfile.ZipFile(document) as package:
        page = folded(re.sub(r"<[^>]+>", "", package.read("Record/page.xml").decode()))
    result = {}
    for path, value in truth.items():
        text = folded(shown(value))
        groups = [field for name, field in fields.items() if path.startswith(name + "/")]
        if path in fields:
            if fields[path].get("value") not in (None, ""):
                result[path] = value
        elif any(text and text in folded(group.get("found") or "") for group in groups):
            result[path] = value
        elif isinstance(value, str) and len(text) >= 3 and not text.startswith("[") and text in page:
            result[path] = value
    return truth, result


def texts(pdf, folder, ways):
    """The texts of a PDF, by the way they came."""
    stem = os.path.join(folder, os.path.basename(pdf)[:-4])
    if "pdftotext" in ways:
        subprocess.run(["pdftotext", "-layout", pdf, stem + ".txt"], check=True)
        yield "pdftotext", stem + ".txt"
    for dots in (300, 200):
        if f"{dots} dpi" not in ways:
            continue
        subprocess.run(["pdftoppm", "-r", str(dots), "-gray", "-png", pdf, f"{stem}.{dots}"], check=True)
        pages = sorted(name for name in os.listdir(folder) if name.startswith(os.path.basename(stem) + f".{dots}-"))
        whole = ""
        for page in pages:
            run = subprocess.run(
                ["tesseract", os.path.join(folder, page), "-", "-l", "deu"], capture_output=True, check=True
            )
            whole += run.stdout.decode()
        with open(f"{stem}.{dots}.txt", "w", encoding="utf-8") as file:
            file.write(whole)
        yield f"{dots} dpi", f"{stem}.{dots}.txt"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kiso", required=True)
    parser.add_argument("--examples", nargs="+", required=True)
    parser.add_argument("--soffice", default="soffice")
    arguments = parser.parse_args()
    kiso = Kiso(arguments.kiso)
    needed = {"pdftotext": ["pdftotext"], "300 dpi": ["pdftoppm", "tesseract"], "200 dpi": ["pdftoppm", "tesseract"]}
    ways = [way for way in WAYS if all(shutil.which(tool) for tool in needed[way])]
    for way in set(WAYS) - set(ways):
        print(f"left out: {way}; there is no {' or no '.join(needed[way])}", file=sys.stderr)
    sums = {}
    with tempfile.TemporaryDirectory() as folder:
        for example in arguments.examples:
            name = os.path.splitext(os.path.basename(example))[0]
            kiso.run("render", example, "-o", os.path.join(folder, name + ".odt"))
        documents = sorted(name for name in os.listdir(folder) if name.endswith(".odt"))
        profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
        paths = [os.path.join(folder, name) for name in documents]
        subprocess.run(
            [arguments.soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *paths],
            capture_output=True,
            check=True,
        )
        for path in paths:
            name = os.path.basename(path)[:-4]
            truth, wanted = printed(kiso, path, os.path.join(folder, name + ".truth.json"))
            cells = []
            for way, text in texts(path[:-4] + ".pdf", folder, ways):
                values, unconfirmed = kiso.values(text, out=text + ".json")
                right = sum(1 for key, value in wanted.items() if folded(values.get(key, "")) == folded(value))
                wrong = [key for key, value in values.items() if folded(truth.get(key, "\0")) != folded(value)]
                silent = sum(1 for key in wrong if re.sub(r"\[\d+\]$", "", key) not in unconfirmed and key not in unconfirmed and not any(u.startswith(key) or key.startswith(u + "/") for u in unconfirmed))
                cells.append(f"{right} ({100 * right // max(1, len(wanted))} %), {len(wrong)}, {silent}")
                form = name.split("-")[0]
                for key in (form, "all"):
                    total = sums.setdefault((key, way), [0, 0, 0, 0])
                    for place, count in enumerate((len(wanted), right, len(wrong), silent)):
                        total[place] += count
            print(f"| {name} | {len(wanted)} | " + " | ".join(cells) + " |", flush=True)
        for key in sorted({key for key, _ in sums}):
            cells = []
            for way in ways:
                count, right, wrong, silent = sums.get((key, way), [0, 0, 0, 0])
                cells.append(f"{right} ({100 * right // max(1, count)} %), {wrong}, {silent}")
            print(f"| **{key}** | {sums[(key, ways[0])][0]} | " + " | ".join(cells) + " |")
    return 1 if any(total[3] for total in sums.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
