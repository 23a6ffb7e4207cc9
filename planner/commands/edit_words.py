"""What changed of a session, in plain words for whoever plans: when, by whom, with whom, where; never why.

Sessions are named as the council's documents name them, by general kind and code, since people are named beside them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from constraints.noun import instant
from constraints.problem import Problem, Session
from constraints.programme import Programme
from planner.outgoing.places import place_of
from planner.outgoing.source import Source
from planner.outgoing.titles import OTHER, neutral
from planner.outgoing.wording import when


def named(source: Source, activity: str) -> str:
    """A session by its general kind and its code: ``Practice discussion R-7F3K``."""
    known = source.problem.activity.get(activity)
    return f"{neutral(known) if known else OTHER} {source.codes[activity]}"


def told_changes(source: Source, before: Programme, after: Programme, problem: Problem) -> tuple[str, ...]:
    """What turns one programme into another, a sentence a session, in the order of time.

    Args:
        source: names the sessions, and the people of the programme before.
        before: a programme.
        after: another one.
        problem: the problem of the one after.
    """
    found = []
    for activity in {**before.session, **after.session}:
        one, other = before.session.get(activity), after.session.get(activity)
        said = "; ".join(_told(source.problem, problem, one, other))
        if said:
            at = instant((other or before.session[activity]).start)
            found.append((at, f"{_called(source, problem, activity)}: {said}"))
    return tuple(sentence for _, sentence in sorted(found))


def _called(source: Source, problem: Problem, activity: str) -> str:
    """A session by its kind and code; one that the workbook's version never had has no code in it."""
    if activity in source.codes:
        return named(source, activity)
    added = problem.activity.get(activity)
    return neutral(added) if added else OTHER


def _told(stood: Problem, stands: Problem, one: Session | None, other: Session | None) -> Iterator[str]:
    if one is None or other is None:
        if other:
            yield f"new, {when(other.start)}"
        if one:
            yield f"taken out, was {when(one.start)}"
        return
    if instant(one.start) != instant(other.start):
        yield f"was {when(one.start)}, now {when(other.start)}"
        if one.end - one.start != other.end - other.start:
            yield f"until {other.end:%H.%M}"
    elif instant(one.end) != instant(other.end):
        yield f"{when(other.start)}, was until {one.end:%H.%M}, now until {other.end:%H.%M}"
    yield from _people(stood, stands, one.reviewers, other.reviewers, "held by")
    yield from _people(stood, stands, one.counterparts or (), other.counterparts or (), "with")
    was, now = place_of(stood, one), place_of(stands, other)
    if was != now:
        yield f"was {was or 'nowhere'}, now {now or 'nowhere'}"
    if one.cases is not None and other.cases is not None and set(one.cases) != set(other.cases):
        yield "other cases"


def _people(
    stood: Problem, stands: Problem, before: Collection[str], after: Collection[str], how: str
) -> Iterator[str]:
    gone = [stood.person[one].name for one in before if one not in after]
    new = [stands.person[one].name for one in after if one not in before]
    if new:
        yield f"now {how} {' and '.join(new)}"
    if gone:
        yield f"no longer {how} {' and '.join(gone)}"
