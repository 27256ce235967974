"""Holds the pages of kiso in a real Chromium against the program, in one start of it.

Usage: browser_check.py PART,… SAMPLES FOLDER
  findings  the same findings and records as the program, for lines of samples
  filling   every field filled in by its label gives the program's record
  access    labels, roles, names, order, contrast, widths of all pages
  using     opening, asking before leaving, rows, saving a file that the program ($KISO) takes
FOLDER holds a page FORM.html of each form, SAMPLES what `prove samples` says. For each part a line with what was looked
at and how many complaints there are, each of them before it; the status is 1 where there are any.
"""

import json
import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chromium import Chromium, find  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))

JUDGE = r"""(sample) => {
  const line = (finding) => [finding.id, finding.strength, finding.path, finding.place, finding.message, finding.remedy]
    .map((text) => text.replaceAll("\n", " ")).join(" | ");
  const day = Days.read(Library.day);
  const findings = (options) => new Paper(Records.read(sample.xml, day), day, options).findings.map(line).join("\n");
  Page.open(sample.xml);
  return { findings: findings({}), findingsWithDefaults: findings({ withDefaults: true }), given: Page.file() };
}"""


def samples(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("{"):
                yield json.loads(line)


def pages(browser, folder, lines):
    """The lines by their forms, each with its page open."""
    by_form = {}
    for sample in lines:
        by_form.setdefault(sample["form"], []).append(sample)
    for form, own in sorted(by_form.items()):
        browser.open(os.path.join(folder, form + ".html"))
        for number, sample in enumerate(own):
            yield form, number, sample


def difference(ours, theirs):
    one, other = ours.split("\n"), theirs.split("\n")
    lines = ["    page:    " + line for line in one if line not in other]
    lines += ["    program: " + line for line in other if line not in one]
    if not lines:
        lines = [f"    page:    {a}\n    program: {b}" for a, b in zip(one, other) if a != b]
    return "\n".join(lines[:8])


def findings(browser, samples_path, folder):
    complaints, count, told = [], 0, 0
    for form, number, sample in pages(browser, folder, samples(samples_path)):
        count += 1
        told += len(sample["findings"].split("\n")) if sample["findings"] else 0
        try:
            answer = browser.run(f"({JUDGE})({json.dumps(sample)})")
        except RuntimeError as error:
            complaints.append(f"{form} {number}: {str(error)[:600]}")
            continue
        for name in ("findings", "findingsWithDefaults", "given"):
            if answer[name] != sample[name]:
                complaints.append(f"{form} {number}: {name}\n{difference(answer[name], sample[name])}")
    return f"{count} records, {told} findings compared", complaints


def filling(browser, samples_path, folder):
    with open(os.path.join(HERE, "browser_fill.js"), encoding="utf-8") as file:
        driver = file.read()
    complaints, count, values = [], 0, 0
    for form, number, sample in pages(browser, folder, samples(samples_path)):
        browser.open(os.path.join(folder, form + ".html"))
        try:
            answer = browser.run(f"({driver})({json.dumps(sample['xml'])})")
        except RuntimeError as error:
            complaints.append(f"{form} {number}: {str(error)[:600]}")
            continue
        if answer is None:
            continue
        count += 1
        values += answer["values"]
        complaints += [f"{form} {number}: {text}" for text in answer["complaints"]]
        # A new paper has no id yet.
        wanted = re.sub(r'^(<record[^>]*) id="[^"]*"', r"\1", sample["given"], count=1, flags=re.MULTILINE)
        if answer["given"] != wanted:
            complaints.append(f"{form} {number}: another record\n{difference(answer['given'], wanted)}")
    return f"{count} records filled in by their labels, {values} values", complaints


def access(browser, _, folder):
    with open(os.path.join(HERE, "browser_access.js"), encoding="utf-8") as file:
        check = file.read()
    complaints, count = [], 0
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".html"):
            continue
        count += 1
        browser.size(1280, 900)
        browser.open(os.path.join(folder, name))
        for state in ("Page.record", "Page.check()"):
            browser.run(f"(() => {{ {state}; }})()")
            complaints += [f"{name}: {text}" for text in browser.run(f"({check})()")]
        # 320 CSS pixels are a wide screen at 400 % (WCAG 2.2, 1.4.10).
        browser.size(320, 800)
        wide = browser.run("document.documentElement.scrollWidth")
        if wide > 320:
            complaints.append(f"{name}: {wide} pixels wide on a screen of 320")
        complaints += [f"{name}: {text}" for text in browser.trouble()]
    browser.size(1280, 900)
    return f"{count} pages looked at", complaints


def using(browser, samples_path, folder):
    """What somebody does with a page, from the first word to the file; the sample is the first sound one with a child."""
    complaints, count = [], 0

    def holds(what, answer, wanted=True):
        nonlocal count
        count += 1
        if answer != wanted:
            complaints.append(f"{what}: {answer!r} instead of {wanted!r}")

    asks = """(() => { const event = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(event); return event.defaultPrevented; })()"""
    state = "document.getElementById('state').textContent"
    for form in sorted({sample["form"] for sample in samples(samples_path)}):
        browser.open(os.path.join(folder, form + ".html"))
        holds(f"{form}: an empty page lets one leave", browser.run(asks), False)
        holds(f"{form}: nothing is complained about before anything is done",
              browser.run("[...document.querySelectorAll('ul.findings li')].filter((line) => line.checkVisibility()).length"), 0)
        holds(f"{form}: the summary is closed", browser.run("document.getElementById('summary').hidden"))
        browser.run("document.querySelector('button[data-action=check]').click()")
        holds(f"{form}: the check leads to its summary", browser.run("document.activeElement.id"), "summary")
        links = browser.run("""[...document.querySelectorAll('#summary-list a')].filter((link) => { link.click();
          return !document.activeElement.closest('#sections'); }).length""")
        holds(f"{form}: each entry leads to its field", links, 0)
        browser.run("""(() => { const field = document.querySelector('#sections input[type=text], #sections textarea');
          if (field) { field.value = 'x'; field.dispatchEvent(new Event('input', { bubbles: true })); } })()""")
        if browser.run("Boolean(document.querySelector('#sections input[type=text], #sections textarea'))"):
            holds(f"{form}: what is typed makes leaving ask", browser.run(asks))
        holds(f"{form}: rows come and go", browser.run("""(() => {
          for (const add of [...document.querySelectorAll('#sections button.add')].filter((button) => button.checkVisibility())) {
            const rows = () => add.parentElement.querySelectorAll(':scope > .rows > .row').length;
            const before = rows();
            add.click();
            if (rows() !== before + 1) return 'not added: ' + add.textContent;
            if (!add.parentElement.contains(document.activeElement)) return 'no focus: ' + add.textContent;
            [...add.parentElement.querySelectorAll(':scope > .rows > .row')].at(-1).lastElementChild.click();
            if (rows() !== before) return 'not removed: ' + add.textContent;
          }
          return true;
        })()"""))
    folder_of_files = os.path.join(folder, "saved")
    os.makedirs(folder_of_files, exist_ok=True)
    browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=os.path.abspath(folder_of_files))
    done = set()
    for sample in samples(samples_path):
        if sample["form"] in done:
            continue
        done.add(sample["form"])
        browser.open(os.path.join(folder, sample["form"] + ".html"))
        browser.run(f"Page.open({json.dumps(sample['xml'])})")
        known = set(os.listdir(folder_of_files))
        browser.run("document.querySelectorAll('button[data-action=save]')[1].click()")
        path = wait_for(folder_of_files, known)
        holds(f"{sample['form']}: a file is saved", path is not None)
        if path is None:
            continue
        holds(f"{sample['form']}: the page says what it is called", os.path.basename(path) in browser.run(state))
        with open(path, encoding="utf-8") as file:
            holds(f"{sample['form']}: the file is the program's", file.read() == sample["given"])
        holds(f"{sample['form']}: saved, one may leave", browser.run(asks), False)
        program = os.environ.get("KISO")
        if program:
            answer = subprocess.run([program, "check", "--as-of", browser.run("Library.day"), path], capture_output=True, text=True)
            holds(f"{sample['form']}: kiso check takes it", answer.returncode in (0, 1, 2))
    return f"{count} claims", complaints


def wait_for(folder, known):
    for _ in range(100):
        new = [name for name in os.listdir(folder) if name not in known and not name.endswith(".crdownload")]
        if new:
            return os.path.join(folder, new[0])
        time.sleep(0.05)
    return None


def main(words):
    if len(words) != 3:
        print(__doc__)
        return 64
    if not find():
        print("Chromium is not installed.")
        return 69
    parts, result = {"findings": findings, "filling": filling, "access": access, "using": using}, 0
    with Chromium() as browser:
        for name in words[0].split(","):
            summary, complaints = parts[name](browser, words[1], words[2])
            complaints += browser.trouble()
            for complaint in complaints[:60]:
                print(complaint)
            print(f"{name}: {summary}, {len(complaints)} complaints", flush=True)
            result = result or (1 if complaints else 0)
    return result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
