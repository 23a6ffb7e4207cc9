"""What a repair is measured by: what people hold, and what was decided since though nobody has heard of it yet.

An answer that was accepted is the programme, published or not: the next one starts from it, and who hears of it anyway
is not counted again. What is over is as it was held: nobody is told of it any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from constraints.musts import time_to_be_told
from constraints.problem import Problem, Session, instant
from constraints.programme import Programme

ById = Mapping[str, Session]


def by_now(held: Iterable[Session], over: ById, now: datetime) -> Iterator[Session]:
    """What people hold; what has begun, as it was told and as it is, is as it was held.

    Args:
        held: the sessions that people were told of.
        over: what has begun, by its activity, as it was held.
        now: the moment.
    """
    known = set[str]()
    for session in held:
        known.add(session.activity)
        yield over.get(session.activity, session) if instant(session.start) < instant(now) else session
    yield from (session for activity, session in over.items() if activity not in known)


def decided(problem: Problem, held: tuple[Session, ...], programme: Programme, stands: ById) -> Iterator[Session]:
    """The sessions by which a repair is measured.

    Args:
        problem: at the moment in question.
        held: what people hold by now.
        programme: the current version's.
        stands: those of its sessions that lie ahead and can stand, by their activity.
    """
    assert problem.now is not None
    holds = {session.activity: session for session in held}
    new = tuple(session for activity, session in stands.items() if holds.get(activity) != session)
    asked = problem.changed(published=held) if new else problem
    too_late = {breach.subject for breach in time_to_be_told.check(asked, Programme(sessions=new))}
    for activity in dict.fromkeys((*holds, *stands)):
        was, now = holds.get(activity), stands.get(activity)
        if now and activity not in too_late:
            yield now
        elif was and activity in programme.session:
            yield was


def who_hears(held: Iterable[Session], base: Iterable[Session]) -> tuple[str, ...]:
    """The people of what was decided otherwise than they hold it: they hear of that, whatever is done."""
    apart = set(held) ^ set(base)
    return tuple(sorted({person for session in apart for person in session.people}))
