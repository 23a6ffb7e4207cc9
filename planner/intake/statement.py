"""The statement: what the manager wrote and what was drawn, as a problem.

Weeks and patterns become activities and windows, names become people. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from constraints.problem import (
    Area,
    Comfort,
    LedgerLine,
    Limits,
    Pace,
    Pool,
    Problem,
    Rates,
    ReviewerDay,
    Rotation,
    ScopeItem,
    Session,
    Site,
    Team,
    Travel,
    Waiver,
    Window,
)
from planner.intake.activities import own_activities
from planner.intake.case_demands import case_demands
from planner.intake.diaries import dates_between, hours_of_day, in_order, span, working_hours
from planner.intake.people import people_of, resources_of
from planner.intake.review import About, AreaEntry, ComfortEntry, DayEntry, QuietEntry, Review
from planner.intake.standing_sessions import standing_activities
from samples.draw import Draw
from samples.errors import InputRefused


def statement(
    review: Review,
    draws: Mapping[str, Draw],
    labels: Mapping[str, str],
    *,
    fixed: tuple[Session, ...] = (),
    published: tuple[Session, ...] = (),
    waivers: tuple[Waiver, ...] = (),
) -> Problem:
    """State the problem that a review poses.

    Args:
        review: what the manager wrote.
        draws: the draw of each stratum, by the stratum's id.
        labels: the label (HF-017) of each reference that was drawn.
        fixed: sessions that are facts.
        published: sessions that somebody has been told of.
        waivers: breaches knowingly accepted.

    Raises:
        InputRefused: something that is named does not exist, or cannot be as it is written.
    """
    about = review.about
    zone = ZoneInfo(about.zone)
    days = _declared_days(review.days)
    demands = case_demands(review, draws, labels)
    kinds = {kind.id: kind for kind in review.kinds}
    areas = {area.id: area for area in review.areas}
    own = own_activities(review.activities, about, areas=areas, kinds=kinds, demands=demands.of, zone=zone)
    standing = (
        activity
        for entry in review.standing
        for activity in standing_activities(
            entry, kinds, days=days, areas=review.areas, members=_members(review, entry.pool), zone=zone
        )
    )
    return Problem(
        title=about.title,
        zone=about.zone,
        grid=about.grid,
        patience=about.patience,
        start=about.start,
        end=about.end,
        people=people_of(review, zone),
        pools=tuple(Pool(id=pool.id, name=pool.name) for pool in review.pools),
        hours=working_hours(review.hours, about, zone),
        areas=tuple(_area(area, zone) for area in review.areas),
        activities=(*own, *standing),
        resources=resources_of(review, zone),
        days=days,
        contracted={line.kind: line.days for line in review.contract},
        outside=tuple(
            LedgerLine(person=line.person, date=line.date, days=line.days, what=line.what) for line in review.outside
        ),
        teams=tuple(Team(id=team.id, district=team.district) for team in review.teams),
        sites=tuple(Site(id=site.id, name=site.name) for site in review.sites),
        travel=tuple(Travel(between=(way.between[0], way.between[1]), minutes=way.minutes) for way in review.travel),
        rotations=tuple(Rotation.model_validate(entry.model_dump()) for entry in review.rotations),
        paces=tuple(Pace.model_validate(entry.model_dump()) for entry in review.paces),
        limits=Limits.model_validate(review.limits.model_dump()),
        rates=Rates.model_validate(review.repairs.model_dump()),
        comfort=_comfort(review.comfort, review.quiet, about, zone),
        fixed=fixed,
        published=published,
        waivers=waivers,
        notices=(*review.notices, *demands.notices, *_contradicting_dates(about)),
    )


def _declared_days(entries: Sequence[DayEntry]) -> tuple[ReviewerDay, ...]:
    """Every reviewer-day with its kind, in the order in which they are declared.

    Raises:
        InputRefused: a person's day is declared twice.
    """
    declared: dict[tuple[str, date], ReviewerDay] = {}
    for entry in entries:
        for person in entry.people:
            for on in entry.dates:
                if (person, on) in declared:
                    raise InputRefused(
                        f"days of the kind {entry.kind}",
                        f"{on:%d %B %Y} is already declared for '{person}' ({declared[person, on].kind})",
                        "Declare a day of a person once.",
                    )
                declared[person, on] = ReviewerDay(person=person, date=on, kind=entry.kind)
    return tuple(declared.values())


def _members(review: Review, pool: str) -> frozenset[str]:
    return frozenset(member.id for member in review.staff if pool in member.pools)


def _area(entry: AreaEntry, zone: ZoneInfo) -> Area:
    return Area(
        id=entry.id,
        title=entry.title,
        windows=(span(entry.start, entry.end, zone),),
        scope=tuple(ScopeItem(id=item.id, title=item.title) for item in entry.scope),
        provisional=entry.provisional,
    )


def _comfort(entry: ComfortEntry, quiet: Sequence[QuietEntry], about: About, zone: ZoneInfo) -> Comfort:
    in_order("comfort, preferred hours", entry.preferred_start, entry.preferred_end)
    preferred: tuple[Window, ...] = tuple(
        hours_of_day(day, entry.preferred_start, entry.preferred_end, zone)
        for day in dates_between(about.start, about.end)
    )
    weights = entry.model_dump(exclude={"preferred_start", "preferred_end"})
    inside = [(max(one.start, about.start), min(one.end, about.end)) for one in quiet]
    stretches = tuple(span(first, last, zone) for first, last in inside if first <= last)
    return Comfort.model_validate({**weights, "preferred": preferred, "quiet": stretches})


def _contradicting_dates(about: About) -> tuple[str, ...]:
    """The dates of the terms of reference where the programme's differ."""
    first, last = about.declared_start or about.start, about.declared_end or about.end
    if (first, last) == (about.start, about.end):
        return ()
    return (
        f"the terms of reference say {_stretch(first, last)}; the programme runs from "
        f"{_stretch(about.start, about.end)}.",
    )


def _stretch(first: date, last: date) -> str:
    """Two dates in words, the year once where it is the same."""
    start = f"{first.day} {first:%B}" if first.year == last.year else f"{first.day} {first:%B %Y}"
    return f"{start} to {last.day} {last:%B %Y}"
