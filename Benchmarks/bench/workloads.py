"""The workloads by name. Each gives rows for the table: key, the number compared with its bar, the words for it."""

import os
import re
import subprocess
import tempfile

import counting
import filling
import many
import pages
import papers
import places
from rounds import Ratio, Stopped, compete, shown

ROUNDS, QUICK_ROUNDS = 9, 3


class Bench:
    """One run: where it works, how many rounds, what it found so far."""

    def __init__(self, work, is_quick, with_peers, values, say):
        self.work = work
        self.rounds = QUICK_ROUNDS if is_quick else ROUNDS
        self.is_quick = is_quick
        self.with_peers = with_peers
        self.values = values
        self.say = say
        self.found = {}

    def keep(self, key, value, words=None):
        if isinstance(value, Ratio):
            value, words = value.median, str(value)
        self.found[key] = {"value": value, "words": words or shown(value)}

    def race(self, name, contestants):
        """Measures contestants and keeps kiso's proportion to the floor, and those of the peers to kiso."""
        measured = compete(contestants, self.rounds)
        floor, kiso = measured["floor"], measured["kiso"]
        for one, its in measured.items():
            self.say(f"{name}: {one} {its.microseconds:,.0f} µs, {its.by(floor)} × floor")
            self.keep(f"{name}/{one}", its.by(floor))
            if its not in (floor, kiso):
                self.keep(f"{name}/{one}/kiso", its.by(kiso))
        self.keep(f"{name}/floor/µs", floor.microseconds)
        return measured

    # MARK: pages that kiso, the floor and the peers fill

    def fill(self, page, name):
        contestants = filling.contestants(page, self.work, self.with_peers)
        filling.compare(page, contestants)
        return self.race(name, contestants)

    def letter(self):
        self.fill(pages.letter(), "letter")

    def note(self):
        self.fill(pages.note(), "note")

    def stats(self):
        self.fill(pages.stats(2000), "stats")
        few = filling.contestants(pages.stats(2000), self.work, False)[1]
        self.keep("stats/memory", memory(few.command(1)[:-1]))
        if self.is_quick:
            return
        page = pages.stats(20000)
        contestants = filling.contestants(page, self.work, False)
        filling.compare(page, contestants)
        few.name = "few"
        measured = compete([few, contestants[1]], self.rounds)
        growth = measured["kiso"].by(measured["few"])
        self.keep("stats/growth", growth)
        self.say(f"stats: 20,000 rows take {growth} times as long as 2,000")

    # MARK: whole papers

    def job(self):
        measured = self.race("job", papers.job(self.work))
        self.keep("job/content", measured["kiso"].by(measured["content.xml alone"]))

    def check(self):
        self.race("check", papers.check(self.work))

    def read(self):
        self.race("read", papers.read_note(self.work, self.with_peers))
        self.race("read-letter", papers.read_letter(self.work, self.with_peers))

    def text(self):
        self.race("text", papers.text(self.work, self.with_peers))

    def cold(self):
        ours, floor = counting.cold(self.work)
        self.keep("cold/instructions", ours / floor, f"{shown(ours / floor)} ({ours / 1e6:.1f} M : {floor / 1e6:.1f} M)")
        self.say(f"cold: kiso {ours:,} instructions, the C process {floor:,}: {ours / floor:.2f}")
        times = counting.milliseconds(self.work, 20 if self.is_quick else 100)
        self.keep("cold/milliseconds", times[0], f"{times[0]:.1f} (median {times[len(times) // 2]:.1f})")
        self.say(f"cold: fastest {times[0]:.1f} ms of {len(times)}, median {times[len(times) // 2]:.1f} ms")

    # MARK: many papers

    def many(self):
        result = many.check(self.work, self.say, 1000 if self.is_quick else 10000)
        largest = max(result)
        if 100 in result and largest > 100:
            linear = result[largest][0] / result[100][0]
            self.keep("many/linear", linear, f"{linear:.2f} ({largest:,} : 100)")
        self.keep("many/milliseconds", result[largest][0], f"{result[largest][0]:.2f} ({largest:,} notes)")
        if 10000 in result:
            some, all = result[1000][1], result[10000][1]
            self.keep("many/memory", all / some, f"{all / some:.2f} ({some:.0f} → {all:.0f} MB)")

    def workers(self):
        ratios = many.workers(self.work, self.say, 200 if self.is_quick else 2000)
        if ratios is None:
            self.say("workers: this kiso has no --jobs")
            return
        middle = sorted(ratios)[len(ratios) // 2]
        self.keep("workers/ratio", middle, f"{middle:.2f} ({min(ratios):.2f}–{max(ratios):.2f})")

    def archive(self):
        count = self.values.get("--entries", "500" if self.is_quick else "10000")
        with tempfile.TemporaryDirectory(prefix="kiso-bench-", dir=self.values.get("--folder", self.work)) as folder:
            result = subprocess.run(
                [str(places.ARCHIVE_FIGURES), folder, ".", count], capture_output=True, text=True, cwd=places.ROOT
            )
        if result.returncode:
            raise Stopped(f"archive-figures ended with status {result.returncode}:\n{result.stdout}{result.stderr}")
        self.say("archive: " + result.stdout.strip().replace("\n", "\narchive: "))
        used = re.search(r"processor: ours ([\d.]+) ms, bare ([\d.]+) ms", result.stdout)
        ours, bare = float(used[1]), float(used[2])
        self.keep("archive/ratio", ours / bare, f"{ours / bare:.2f} ({ours:.2f} : {bare:.2f} ms)")


NAMES = ["letter", "note", "stats", "job", "check", "read", "text", "cold", "many", "workers", "archive"]


def memory(command):
    """The largest resident set of a process in megabytes."""
    process = os.fork()
    if process == 0:
        os.dup2(os.open("/dev/null", os.O_WRONLY), 1)
        os.chdir(places.ROOT)
        os.execv(command[0], [str(word) for word in command])
    _, status, usage = os.wait4(process, 0)
    if status:
        raise Stopped(f"{command[0]} ended with status {os.waitstatus_to_exitcode(status)}")
    return usage.ru_maxrss / 1024
