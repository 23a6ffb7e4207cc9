"""What changed since the version before, a sentence a session: for reviewers by title, for the council by code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from constraints.changes import changes
from constraints.noun import instant
from constraints.problem import Activity, Problem, Session
from planner.outgoing.places import held_online, place_of, room_of
from planner.outgoing.source import Source
from planner.outgoing.titles import OTHER, neutral
from planner.outgoing.wording import cases_of, dated_title, heading, when

Said = tuple[datetime, str]
"""When a session is or was held, and the sentence about it."""


def changed_for_reviewers(source: Source) -> tuple[str, ...]:
    """Sentences that name sessions by title and cases by label, and nobody of the council."""

    def named(activity: str) -> str:
        found = _activity(source, activity)
        if found is None:
            return f"{OTHER} {source.codes[activity]}"
        return dated_title(source.problem, found) if found.standing else heading(found)

    return _told(_sentences(source, named, _with_cases))


def changed_for_host(source: Source) -> tuple[str, ...]:
    """Sentences that name sessions by neutral noun and code, of those that somebody of the council attends."""

    def named(activity: str) -> str:
        found = _activity(source, activity)
        return f"{neutral(found) if found else OTHER} {source.codes[activity]}"

    return _told(_sentences(source, named, _people_only, council=True))


def _sentences(
    source: Source,
    named: Callable[[str], str],
    others: Callable[[Source, Session, Session], Iterator[str]],
    *,
    council: bool = False,
) -> Iterator[Said]:
    if source.before is None:
        return
    made = changes(source.before, source.programme)
    for session in made.added:
        if session.counterparts or not council:
            yield instant(session.start), f"{named(session.activity)}: new, {when(session.start)}"
    for session in made.cancelled:
        if session.counterparts or not council:
            yield instant(session.start), f"{named(session.activity)}: cancelled, was {when(session.start)}"
    both = {move.after.activity: move for move in (*made.moved, *made.reassigned)}
    for activity, move in both.items():
        if move.before.counterparts or move.after.counterparts or not council:
            parts = (*_moved(source, move.before, move.after), *others(source, move.before, move.after))
            if parts:
                yield instant(move.after.start), f"{named(activity)}: {'; '.join(parts)}"


def _moved(source: Source, before: Session, after: Session) -> Iterator[str]:
    if instant(before.start) != instant(after.start):
        yield f"was {when(before.start)}, now {when(after.start)}"
    elif instant(before.end) != instant(after.end):
        yield f"{when(after.start)}, was until {before.end:%H.%M}, now until {after.end:%H.%M}"
    yield from _elsewhere(source, before, after)


def _elsewhere(source: Source, before: Session, after: Session) -> Iterator[str]:
    """From where to where, by name; a room alone where the site stays."""
    stood, stands = source.problem_before or source.problem, source.problem
    rooms = room_of(stood, before), room_of(stands, after)
    was, now = _at(stood, before), _at(stands, after)
    if before.place == after.place and all(rooms):
        was, now = (f"in {room}" for room in rooms)
    if was and now and was != now:
        yield f"was {was}, now {now}"
    elif was != now:
        yield f"now {now}" if now else f"no longer {was}"


def _at(problem: Problem, session: Session) -> str:
    place = place_of(problem, session)
    return place if held_online(session) or not place else f"at {place}"


def _people_only(_: Source, before: Session, after: Session) -> Iterator[str]:
    if set(before.reviewers) != set(after.reviewers):
        yield f"{when(after.start)}, with other reviewers"
    if set(before.counterparts or ()) != set(after.counterparts or ()):
        yield f"{when(after.start)}, other people are asked for"


def _with_cases(source: Source, before: Session, after: Session) -> Iterator[str]:
    yield from _people_only(source, before, after)
    activity = _activity(source, after.activity)
    if activity and set(before.cases or ()) != set(after.cases or ()):
        was, now = (", ".join(cases_of(activity, each.cases or ())) or "none" for each in (before, after))
        yield f"cases were {was}, now {now}"


def _activity(source: Source, activity: str) -> Activity | None:
    """The activity as it is now, or as it was before it was dropped."""
    known = source.problem.activity.get(activity)
    if known is None and source.problem_before is not None:
        return source.problem_before.activity.get(activity)
    return known


def _told(sentences: Iterator[Said]) -> tuple[str, ...]:
    return tuple(sentence for _, sentence in sorted(sentences))
