"""An activity stands so long after another one: no sooner and no later.

Managers hear the verbal feedback on the day of the team visit (the Essex/Worcestershire report); about a tracked case
people are seen in a sensible order. Minutes run from the end of the one to the start of the other, days from date to
date; any of them says that it comes after. Where one of the two is not held, the other is free of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Activity, Gap, Problem, Session, instant
from constraints.programme import Programme

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.variables import Variables

    End = Decision | Session

READS = ()


def because(earlier: Activity, later: Activity, gap: Gap) -> str:
    """The sentence a person reads."""
    return ", ".join([f"{later.title} comes after {earlier.title}", *in_words(gap)])


def in_words(gap: Gap) -> Iterator[str]:
    """The bounds of a gap in words."""
    if gap.least_minutes:
        yield f"at least {gap.least_minutes} minutes"
    if gap.most_minutes is not None:
        yield f"at most {gap.most_minutes} minutes"
    if gap.least_days:
        yield f"at least {_days(gap.least_days)}"
    if gap.most_days is not None:
        yield f"at most {_days(gap.most_days)}" if gap.most_days else "on the same day"


def _days(number: int) -> str:
    return "one day" if number == 1 else f"{number} days"


def gaps(problem: Problem) -> Iterator[tuple[Activity, Activity, Gap]]:
    """Every gap with the activity before it and the one after it."""
    for later in problem.activities:
        for gap in later.gaps:
            yield problem.activity[gap.after], later, gap


def post(x: Variables) -> Iterator[Must]:
    """If both are held, the minutes and days between them are within the bounds."""
    facts = {fact.activity: fact for fact in x.facts}
    for earlier, later, gap in gaps(x.problem):
        one = x.decisions.get(earlier.id) or facts[earlier.id]
        other = x.decisions.get(later.id) or facts[later.id]
        held = [end.present for end in (one, other) if not isinstance(end, Session)]
        if held:
            for constraint in (*_post_minutes(x, one, other, gap), *_post_days(x, one, other, gap)):
                constraint.only_enforce_if(*held)
                yield Must(later.id, because(earlier, later, gap), constraint)


def _post_minutes(x: Variables, one: End, other: End, gap: Gap) -> Iterator[cp_model.Constraint]:
    """A fixed session may be off the grid: the bound is added to its time before that is rounded."""
    least, most = timedelta(minutes=gap.least_minutes or 0), timedelta(minutes=gap.most_minutes or 0)
    if isinstance(one, Session):
        assert not isinstance(other, Session)
        yield x.model.add(other.start >= x.ticks.up(instant(one.end) + least))
        if gap.most_minutes is not None:
            yield x.model.add(other.start <= x.ticks.down(instant(one.end) + most))
    elif isinstance(other, Session):
        yield x.model.add(one.end <= x.ticks.down(instant(other.start) - least))
        if gap.most_minutes is not None:
            yield x.model.add(one.end >= x.ticks.up(instant(other.start) - most))
    else:
        between = x.total([other.start]) - x.total([one.end])
        yield x.model.add(between >= x.ticks.length(gap.least_minutes or 0))
        if gap.most_minutes is not None:
            yield x.model.add(between <= gap.most_minutes // x.problem.grid)


def _post_days(x: Variables, one: End, other: End, gap: Gap) -> Iterator[cp_model.Constraint]:
    between = _day(x, other) - _day(x, one)
    if gap.least_days:
        yield x.model.add(between >= gap.least_days)
    if gap.most_days is not None:
        yield x.model.add(between <= gap.most_days)


def _day(x: Variables, end: End) -> cp_model.LinearExpr:
    return x.total([(end.start.date() - x.problem.start).days if isinstance(end, Session) else x.day_number(end)])


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Between two sessions are as many minutes and days as their gap allows."""
    for earlier, later, gap in gaps(problem):
        one, other = programme.session.get(earlier.id), programme.session.get(later.id)
        if one and other and not _fits(gap, one, other):
            yield Breach(subject=later.id, sentence=because(earlier, later, gap), sessions=(one, other))


def _fits(gap: Gap, one: Session, other: Session) -> bool:
    minutes = instant(other.start) - instant(one.end)
    days = (other.start.date() - one.start.date()).days
    return (
        minutes >= timedelta(minutes=gap.least_minutes or 0)
        and (gap.most_minutes is None or minutes <= timedelta(minutes=gap.most_minutes))
        and days >= (gap.least_days or 0)
        and (gap.most_days is None or days <= gap.most_days)
    )
