"""From working hours, bank holidays and absences to windows: when people and things can be had.

Everything here is in the review's zone and lies between the first and the last day of the review.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from constraints.problem import Hours, Window
from planner.intake.review import WEEKDAYS, About, Away, WorkingHours
from samples.errors import InputRefused

ONE_DAY = timedelta(days=1)


def dates_between(first: date, last: date) -> Iterator[date]:
    """Every date from the first to the last, both included."""
    for nth in range((last - first).days + 1):
        yield first + nth * ONE_DAY


def span(first: date, last: date, zone: ZoneInfo) -> Window:
    """From midnight at the start of the first date to midnight at the end of the last."""
    return Window(
        start=datetime.combine(first, time(), zone),
        end=datetime.combine(last + ONE_DAY, time(), zone),
    )


def hours_of_day(day: date, earliest: time | None, latest: time | None, zone: ZoneInfo) -> Window:
    """A day between two hours of it; without an hour, from or to midnight."""
    whole = span(day, day, zone)
    return Window(
        start=datetime.combine(day, earliest, zone) if earliest else whole.start,
        end=datetime.combine(day, latest, zone) if latest else whole.end,
    )


def in_order(where: str, earliest: time | None, latest: time | None) -> None:
    """Two hours of a day, the earlier first.

    Raises:
        InputRefused: they are not.
    """
    if earliest is not None and latest is not None and earliest >= latest:
        raise InputRefused(
            where, f"its hours end ({latest:%H:%M}) before they start ({earliest:%H:%M})", "Change one of them."
        )


@lru_cache(maxsize=8)
def closed_dates(about: About) -> frozenset[date]:
    """Bank holidays of the review's part of the United Kingdom from the invitations on, and the council's closures."""
    first = min(about.start, about.invited or about.start)
    years = range(first.year, about.end.year + 1)
    return frozenset(holidays.country_holidays("GB", subdiv=about.bank_holidays, years=years)) | set(about.closures)


def working_hours(entries: Sequence[WorkingHours], about: About, zone: ZoneInfo) -> tuple[Hours, ...]:
    """Each entry's windows: its weekdays, without bank holidays and closures.

    Raises:
        InputRefused: an entry's hours end before they start.
    """
    for entry in entries:
        in_order(f"hours {entry.id}", entry.start, entry.end)
    closed = closed_dates(about)
    open_dates = [day for day in dates_between(about.start, about.end) if day not in closed]
    found = []
    for entry in entries:
        dates = [day for day in open_dates if WEEKDAYS[day.weekday()] in entry.weekdays]
        windows = tuple(hours_of_day(day, entry.start, entry.end, zone) for day in dates)
        late = () if entry.evening_end is None else dates
        evenings = tuple(hours_of_day(day, entry.start, entry.evening_end, zone) for day in late)
        found.append(Hours(id=entry.id, name=entry.name, windows=windows, evenings=evenings))
    return tuple(found)


def working_days_after(day: date, count: int, about: About) -> date:
    """The date so many working days (Monday to Friday, no bank holiday or closure) after a day."""
    closed = closed_dates(about)
    while count:
        day += ONE_DAY
        count -= day.weekday() < 5 and day not in closed
    return day


def free_windows(absences: Sequence[Away], about: About, zone: ZoneInfo) -> tuple[Window, ...] | None:
    """What the absences leave of the review: in order, not touching; None where nobody is ever away."""
    if not absences:
        return None
    review = span(about.start, about.end, zone)
    free: list[Window] = []
    since = review.start
    for start, end in sorted((_instant(away.start, zone), _instant(away.end, zone)) for away in absences):
        if since < min(start, review.end):
            free.append(Window(start=since, end=min(start, review.end)))
        since = max(since, end)
    if since < review.end:
        free.append(Window(start=since, end=review.end))
    return tuple(free)


def _instant(moment: datetime, zone: ZoneInfo) -> datetime:
    """A time as written, in the review's zone; one that names another zone is carried over.

    Through UTC and back, so that a wall-clock time which a clock change skips becomes one that exists.
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return aware.astimezone(UTC).astimezone(zone)
