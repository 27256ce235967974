"""How fast `kiso fill` answers: answers.py [--runs N] KISO ANSWERS

Types the lines of the file ANSWERS (a literal \\n is a line end, sent with Ctrl-D at the end) into a conversation at
a pseudo-terminal of 80 by 24, and measures the time from Enter until the next question stands complete on the screen.
Prints the number of answers, the median, the 90th percentile and the largest time in milliseconds, and the answer with
the largest median over the runs; fails when that one takes longer than 50 ms.
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time

# An answer that takes longer, in milliseconds, is felt as waiting.
LIMIT = 50
# A frame is complete when the cursor is shown again.
SHOWN = b"\x1b[?25h"


class Terminal:
    def __init__(self, command, environment):
        self.process, self.end = pty.fork()
        if self.process == 0:
            os.execve(command[0], command, environment)
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def wait(self):
        """Reads until a frame is complete and nothing more comes; gives the time of the last byte, or None at the end."""
        text, last = b"", None
        while True:
            ready, _, _ = select.select([self.end], [], [], 0.03 if text.endswith(SHOWN) else 20)
            if not ready:
                return last
            try:
                part = os.read(self.end, 65536)
            except OSError:
                return None
            if not part:
                return None
            text, last = text + part, time.perf_counter()

    def send(self, text):
        os.write(self.end, text)


def talk(kiso, answers):
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, TERM="xterm-256color", XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
        terminal = Terminal(
            [kiso, "fill", "gespraechsnotiz", "--as-of", "2025-11-20", "-o", os.path.join(home, "notiz.json")],
            environment,
        )
        terminal.wait()
        times = []
        for answer in answers:
            lines = answer.split("\\n")
            for line in lines[:-1]:
                terminal.send(line.encode() + b"\r")
                terminal.wait()
            terminal.send(lines[-1].encode())
            if lines[-1]:
                terminal.wait()
            begin = time.perf_counter()
            terminal.send(b"\x04" if len(lines) > 1 else b"\r")
            end = terminal.wait()
            if end is not None:
                times.append((end - begin) * 1000)
        _, status = os.waitpid(terminal.process, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f"kiso fill ended with status {os.waitstatus_to_exitcode(status)}")
        return times


def main():
    arguments = sys.argv[1:]
    runs = 5
    if arguments[0] == "--runs":
        runs, arguments = int(arguments[1]), arguments[2:]
    kiso, path = arguments
    with open(path, encoding="utf-8") as file:
        answers = file.read().removesuffix("\n").split("\n")
    measured = [talk(kiso, answers) for _ in range(runs)]
    times = sorted(time for times in measured for time in times)
    # One run may be held up by another program; an answer that is slow is slow in most of them.
    slowest, answer = max((statistics.median(run), place) for place, run in enumerate(zip(*measured), 1))
    print(
        f"{len(answers)} answers · median {statistics.median(times):.1f} ms · "
        f"90 % {times[int(len(times) * 0.9)]:.1f} ms · largest {times[-1]:.1f} ms · "
        f"slowest answer: number {answer}, median {slowest:.1f} ms"
    )
    if slowest > LIMIT:
        sys.exit(f"answer {answer} takes longer than {LIMIT} ms")


if __name__ == "__main__":
    main()
