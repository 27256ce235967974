"""Compares legal periods with an independent implementation: EVENT YEARS MONTHS DAYS END DUE on each line of input."""

import calendar
import datetime
import sys

try:
    from dateutil.relativedelta import relativedelta
except ImportError:
    relativedelta = None


def end_of(event, years, months, days):
    """The day of the same number, or the last of its month; weeks and days are added afterwards (§ 188 BGB)."""
    if relativedelta is not None:
        return event + relativedelta(years=years, months=months) + datetime.timedelta(days=days)
    total = event.year * 12 + event.month - 1 + years * 12 + months
    year, month = total // 12, total % 12 + 1
    day = min(event.day, calendar.monthrange(year, month)[1])
    return datetime.date(year, month, day) + datetime.timedelta(days=days)


def main():
    count = 0
    for line in sys.stdin:
        first, years, months, days, end, due = line.split()
        expected = end_of(datetime.date.fromisoformat(first), int(years), int(months), int(days))
        if expected.isoformat() != end or (expected + datetime.timedelta(days=1)).isoformat() != due:
            sys.exit(f"{line.strip()}: expected {expected}")
        count += 1
    by = "python-dateutil" if relativedelta is not None else "Python's calendar"
    print(f"{count} periods agree with {by}")
    if count == 0:
        sys.exit(1)


if __name__ == "__main__":
    main()
