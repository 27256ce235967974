"""Runs a command many times: measure.py [--runs N] [--memory] -- COMMAND...

Prints the fastest, the median and the 90th percentile in milliseconds, and with --memory the largest
resident set in megabytes. What the command prints is thrown away; it must end with status 0 or 1.
"""

import os
import statistics
import sys
import time


def run(command):
    """Wall time in seconds and the largest resident set in kibibytes."""
    quiet = [(os.POSIX_SPAWN_OPEN, stream, "/dev/null", os.O_WRONLY, 0) for stream in (1, 2)]
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[0]} failed with status {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss


def main():
    arguments = sys.argv[1:]
    split = arguments.index("--")
    options, command = arguments[:split], arguments[split + 1 :]
    runs = int(options[options.index("--runs") + 1]) if "--runs" in options else 200
    for _ in range(5):
        run(command)
    results = [run(command) for _ in range(runs)]
    times = sorted(seconds * 1000 for seconds, _ in results)
    line = f"min {times[0]:.1f} ms · median {statistics.median(times):.1f} ms · 90 % {times[int(len(times) * 0.9)]:.1f} ms"
    if "--memory" in options:
        line += f" · {max(memory for _, memory in results) / 1024:.1f} MB"
    print(line)


if __name__ == "__main__":
    main()
