"""What happened, applied to a review: an area that moves takes along what is dated with it and what comes after it.

With the area move the dates of its own activities and the reviewer-days that it alone holds, so that the day ledger
stays what it was; standing sessions follow, since their ids count the days of the area. What is ordered after
something of the area and has dates of its own moves as far. What closes the review, being of no area and dated after
the last of them, moves as far as the end of the last area does. The review ends later where that is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from planner.intake.diaries import closed_dates
from planner.intake.disruption import Disruption, MoveArea
from planner.intake.nearest import did_you_mean
from planner.intake.review import ActivityEntry, AreaEntry, DayEntry, Review
from samples.errors import InputRefused

FURTHEST = 120
"""Days within which the next possible date is looked for: a season."""

WEEKEND = 5
"""The first weekday that is none of the week's working days, counted from Monday as 0."""


Entry = TypeVar("Entry", AreaEntry, ActivityEntry)

By = Callable[[date], timedelta]
"""How far a date moves."""


class _Moved(NamedTuple):
    """A review after a move, and the dates that have to be open for it."""

    review: Review
    needed: tuple[date, ...]


def on_review(review: Review, disruptions: Iterable[Disruption]) -> Review:
    """The review after its areas moved; an area that is no longer there moves nothing."""
    for said in disruptions:
        if isinstance(said, MoveArea) and said.area in {area.id for area in review.areas}:
            review = _moved(review, said).review
    return review


def refuse_move(review: Review, said: MoveArea) -> None:
    """Refuse a move to where the area cannot stand, and say where it next can.

    Args:
        review: the review as it stands, earlier moves included.
        said: the move.

    Raises:
        InputRefused: there is no such area, it would not move, or a day that is needed is not to be had.
    """
    area = next((one for one in review.areas if one.id == said.area), None)
    if area is None:
        known = [one.id for one in review.areas]
        raise InputRefused("area", f"the review has no area '{said.area}'", did_you_mean(said.area, known))
    if not said.days:
        found = f"it begins on {told(area.start)} already"
        raise InputRefused(f"area {area.id}", found, "Say by how many days it moves, or to which other date.")
    if abs(said.days) > FURTHEST:
        found = f"{told(area.start + timedelta(said.days))} is more than four months from where it is"
        raise InputRefused(f"area {area.id}", found, "Is the date right? A review of another time is another review.")
    against = _against(review, said)
    if not against:
        return
    later = (said.model_copy(update={"days": days}) for days in range(said.days + 1, said.days + FURTHEST))
    free = next((one for one in later if one.days and not _against(review, one)), None)
    hint = "There is no possible date within four months after it; change the review instead."
    if free:
        first = area.start + timedelta(free.days)
        hint = f"The next possible first day is {told(first)}: --to {first.isoformat()}."
    raise InputRefused(
        f"area {area.id}", f"it cannot begin on {told(area.start + timedelta(said.days))}: {against}", hint
    )


def told(on: date) -> str:
    """A date in words: Tuesday 4 May 2021."""
    return f"{on:%A} {on.day} {on:%B %Y}"


def _against(review: Review, said: MoveArea) -> str:
    """What speaks against a move, as part of a sentence that names the day; empty: nothing."""
    after, needed = _moved(review, said)
    closed = closed_dates(after.about)
    for on in needed:
        if on.weekday() >= WEEKEND:
            return f"{told(on)} is at a weekend"
        if on in after.about.closures:
            return f"the council is closed on {told(on)}"
        if on in closed:
            return f"{told(on)} is a bank holiday"
        if on < review.about.start:
            return f"{told(on)} is before the review begins"
    return next(_twice(after), "") or next(_late(after, said), "") or _unworked(after, said)


def _twice(review: Review) -> Iterator[str]:
    """Days of a person that would be declared twice."""
    seen: set[tuple[date, str]] = set()
    names = {member.id: member.name for member in review.staff}
    for entry in review.days:
        for on, person in ((on, person) for on in sorted(entry.dates) for person in entry.people):
            if (on, person) in seen:
                yield f"{told(on)} is a day of {names.get(person, person)} for something else"
            seen.add((on, person))


def _late(review: Review, said: MoveArea) -> Iterator[str]:
    """What comes after something of the area and would have to be over before the area begins."""
    areas = {area.id: area for area in review.areas}
    moved = areas[said.area]
    after = _after(review.activities, said.area)
    for entry in review.activities:
        if entry.id in after and entry.area != said.area:
            last = entry.end or (areas[entry.area].end if entry.area in areas else review.about.end)
            if last < moved.start:
                yield f"'{entry.id}' comes after something of it and has to be over by {told(last)}"


def _unworked(review: Review, said: MoveArea) -> str:
    """An area on none of whose days anybody works."""
    area = next(one for one in review.areas if one.id == said.area)
    worked = any(area.start <= on <= area.end for entry in review.days for on in entry.dates)
    return "" if worked else f"nobody works on any day from {told(area.start)} to {told(area.end)}"


def _moved(review: Review, said: MoveArea) -> _Moved:
    """The review with an area moved, and the days that have to be open where those before were."""
    area = next(one for one in review.areas if one.id == said.area)
    by = timedelta(said.days)
    areas = tuple(_shifted(one, by) if one is area else one for one in review.areas)
    last = max(one.end for one in review.areas)
    closing = max(timedelta(), max(one.end for one in areas) - last)
    along = _after(review.activities, area.id)

    def entry_by(entry: ActivityEntry) -> timedelta:
        if not entry.area and entry.start and entry.start > last:
            return closing
        return by if entry.area == area.id or entry.id in along else timedelta()

    def day_by(on: date) -> timedelta:
        alone = area.start <= on <= area.end and not _elsewhere(review.areas, area, on)
        return by if alone else closing if on > last else timedelta()

    activities = tuple(_shifted(entry, entry_by(entry)) for entry in review.activities)
    days = tuple(_days(entry, day_by) for entry in review.days)
    moved = review.model_copy(update={"areas": areas, "activities": activities, "days": days})
    end = max([review.about.end, *_dates(moved)])
    moved = moved.model_copy(update={"about": review.about.model_copy(update={"end": end})})
    return _Moved(moved, tuple(_needed(review, area, by, entry_by, day_by)))


def _needed(
    review: Review, area: AreaEntry, by: timedelta, entry_by: Callable[[ActivityEntry], timedelta], day_by: By
) -> Iterator[date]:
    """The new dates of what moves that stood on an open day; of an activity's several dates, the first will do."""
    open_before = _open(review)
    if open_before(area.start):
        yield area.start + by
    for on in sorted({on for entry in review.days for on in entry.dates}):
        if day_by(on) and open_before(on):
            yield on + day_by(on)
    for entry in review.activities:
        if entry.start and entry.start == entry.end and entry_by(entry) and open_before(entry.start):
            yield entry.start + entry_by(entry)


def _open(review: Review) -> Callable[[date], bool]:
    closed = closed_dates(review.about)
    return lambda on: on.weekday() < WEEKEND and on not in closed


def _elsewhere(areas: Iterable[AreaEntry], area: AreaEntry, on: date) -> bool:
    """Whether another area holds a date, too."""
    return any(one.start <= on <= one.end for one in areas if one is not area)


def _after(entries: tuple[ActivityEntry, ...], area: str) -> frozenset[str]:
    """The entries outside an area that come after something of it, over however many others."""
    within = {entry.id for entry in entries if entry.area == area}
    found = set(within)
    while True:
        more = {entry.id for entry in entries if found & {*entry.after, *(gap.after for gap in entry.gaps)}} - found
        if not more:
            return frozenset(found - within)
        found |= more


def _shifted(entry: Entry, by: timedelta) -> Entry:
    """An area or an activity with the dates that it states moved."""
    dates = {name: getattr(entry, name) for name in ("start", "end")}
    return entry.model_copy(update={name: on and on + by for name, on in dates.items()}) if by else entry


def _days(entry: DayEntry, by: By) -> DayEntry:
    dates = tuple(on + by(on) for on in entry.dates)
    return entry if dates == entry.dates else entry.model_copy(update={"dates": dates})


def _dates(review: Review) -> Iterator[date]:
    """The last dates of all that is dated."""
    yield from (area.end for area in review.areas)
    yield from (entry.end for entry in review.activities if entry.end)
    yield from (on for entry in review.days for on in entry.dates)
