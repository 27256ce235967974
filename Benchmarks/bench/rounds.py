"""Interleaved, shuffled rounds: in each round every program runs once, so that what
else the machine does meets all of them."""

import os
import random
import statistics
import subprocess

import places

# What one program should take in a round, so that the clock is read in fine enough steps.
SECONDS = 0.25


class Stopped(Exception):
    """The bench cannot go on; the message says why."""


class Contestant:
    """A program that does a workload `count` times and prints the processor's seconds."""

    def __init__(self, name, command, environment=None, output=None):
        self.name = name
        self.command = command  # a function of count
        self.environment = environment or {}
        self.output = output  # the file that it writes last
        self.count = 1

    def run(self, count):
        result = subprocess.run(
            [str(word) for word in self.command(count)],
            capture_output=True, text=True, env=dict(os.environ, **self.environment), cwd=places.ROOT,
        )
        if result.returncode != 0:
            raise Stopped(f"{self.name} ended with status {result.returncode}:\n{(result.stdout + result.stderr)[-2000:]}")
        return float(result.stdout.split()[-1])

    def settle(self, most):
        """Finds how many documents fill a round."""
        count = 1
        while True:
            seconds = self.run(count)
            if seconds >= SECONDS / 5 or count >= most:
                break
            count = min(most, count * 5)
        self.count = max(1, min(most, round(count * SECONDS / max(seconds, 1e-6))))


class Measured:
    """What one program took for each document, in seconds of the processor, a number for each round."""

    def __init__(self, times):
        self.times = times

    @property
    def microseconds(self):
        return statistics.median(self.times) * 1e6

    def by(self, other):
        """This one's time divided by another's, round by round."""
        return Ratio([mine / least for mine, least in zip(self.times, other.times)])


class Ratio:
    """A proportion that was measured several times."""

    def __init__(self, values):
        self.values = sorted(values)

    @property
    def median(self):
        return statistics.median(self.values)

    def __str__(self):
        return f"{shown(self.median)} ({shown(self.values[0])}–{shown(self.values[-1])})"


def shown(number):
    """Two digits below ten, one below a hundred."""
    return f"{number:.2f}" if number < 10 else f"{number:.1f}" if number < 100 else f"{number:.0f}"


def compete(contestants, rounds, most=20000, seed=1):
    """Measures all by turns. A dictionary of names to `Measured`."""
    for contestant in contestants:
        contestant.settle(most)
    source = random.Random(seed)
    times = {contestant.name: [] for contestant in contestants}
    for _ in range(rounds):
        for contestant in source.sample(contestants, len(contestants)):
            times[contestant.name].append(contestant.run(contestant.count) / contestant.count)
    return {name: Measured(own) for name, own in times.items()}
