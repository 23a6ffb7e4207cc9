"""The shipped review planned once, and a version after it, as the views, documents and calendars are given them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

import shipped
from pydantic import BaseModel
from shipped import SELF_DIRECTED, self_directed

from constraints.problem import Session
from constraints.programme import Programme, in_time
from planner.demo_key import KEY_FILE, demo_vault
from planner.outgoing.codes import codes, review_name
from planner.outgoing.revisions import Written, revisions
from planner.outgoing.source import Source

ORGANISER, ORGANISER_NAME, DOMAIN = "link.officer@example.org", "Link officer", "example.org"


def planned() -> Programme:
    """The shipped review's programme."""
    return shipped.planned(SELF_DIRECTED.name)


@cache
def source() -> Source:
    """The first version of the shipped review, made on 14 April 2021 at nine."""
    return _source(planned())


@cache
def second_source() -> Source:
    """A version after it, made two days later: the first interview a day later, the last one cancelled."""
    programme = planned()
    first, last = first_and_last_interview()
    kept = [one for one in programme.sessions if one not in (first, last)]
    later = {"start": first.start + timedelta(days=1), "end": first.end + timedelta(days=1)}
    moved: Session = first.model_copy(update=later)
    sessions = tuple(sorted((*kept, moved), key=in_time))
    return _source(programme, programme.model_copy(update={"sessions": sessions}))


def first_and_last_interview() -> tuple[Session, Session]:
    """What the second version moves and what it cancels."""
    problem = self_directed()
    first, *_, last = (one for one in planned().sessions if problem.activity[one.activity].interview)
    return first, last


def _source(*programmes: Programme) -> Source:
    problem = self_directed()
    key = demo_vault(SELF_DIRECTED / KEY_FILE).key_bytes
    coded = codes(key, (activity.id for activity in problem.activities))
    start = datetime(2021, 4, 14, 9, tzinfo=problem.tz)
    versions = [
        Written(number=nth + 1, made=start + timedelta(days=2 * nth), problem=problem, programme=programme)
        for nth, programme in enumerate(programmes)
    ]
    return Source(
        problem=problem,
        programme=programmes[-1],
        number=len(programmes),
        made=versions[-1].made,
        before=programmes[-2] if len(programmes) > 1 else None,
        problem_before=problem if len(programmes) > 1 else None,
        codes=coded,
        revisions=revisions(versions, coded, review_name(key), DOMAIN),
        organiser=ORGANISER,
        organiser_name=ORGANISER_NAME,
    )


def strings(value: object) -> Iterator[str]:
    """Every text that a view holds, at any depth."""
    if isinstance(value, BaseModel):
        yield from strings(value.model_dump())
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in strings(each))
    elif isinstance(value, tuple | list):
        yield from (text for each in value for text in strings(each))
    elif isinstance(value, str):
        yield value
