"""What must not go out and what may: keyed hashes of what a child could be known by, and the problem's own words.

Nothing of a child stands in it in plain: who holds the index and not the review key cannot read or test a name (R-ID).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, timedelta
from functools import cached_property

from constraints.accepted import accepted
from constraints.problem import Problem
from constraints.programme import Programme
from planner.outgoing.places import TEAMS, names_of_places, place_of
from planner.outgoing.source import Source
from planner.outgoing.spoken import sequence
from planner.outgoing.texts import FIXED, PLACES
from planner.outgoing.titles import CODE, NEUTRAL, OTHER
from samples.reference import leak_token

Words = tuple[str, ...]

SHORTEST_PART = 3
"""Words of a part of a theme's title, at least, for it to be a theme of its own."""


@dataclass(frozen=True)
class LeakIndex:
    """What the guard knows.

    Attributes:
        hashes: keyed hashes of identifiers, name tokens and dates of birth.
        prefixes: the letters that labels of cases begin with.
        themes: titles of activities, areas and scope items and ids of strata, as words.
        names, places: the problem's own, as words; addresses: in lower case.
        phrases: everything of the problem's own that may be printed in any view.
        told: what only the reviewer view may print.
        uids, sessions: the invitations' own, and the dates of sessions, of this version and of the revisions.
        first, last: the days that the review's weeks span.
    """

    hashes: frozenset[str]
    prefixes: frozenset[str]
    themes: frozenset[Words]
    names: frozenset[Words]
    addresses: frozenset[str]
    places: frozenset[Words]
    phrases: frozenset[Words]
    told: frozenset[Words]
    uids: frozenset[str]
    sessions: frozenset[date]
    first: date
    last: date
    key: bytes = field(repr=False)
    _seen: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    def knows(self, token: str) -> bool:
        """Whether a token is one of a child's."""
        if token not in self._seen:
            self._seen[token] = leak_token(self.key, token) in self.hashes
        return self._seen[token]

    def own(self, day: date) -> bool:
        """Whether a date is the programme's own: of the review's weeks, or of a version."""
        return self.first <= day <= self.last or day in self.sessions

    @cached_property
    def label(self) -> re.Pattern[str]:
        """How the label of a case looks, however it is joined."""
        letters = "|".join(sorted(map(re.escape, self.prefixes))) or "(?!)"
        return re.compile(rf"(?<![^\W_])(?:{letters})[\W_]{{0,2}}\d{{2,5}}(?![^\W_])", re.IGNORECASE)


def index_of(leaks: frozenset[str], key: bytes, source: Source, themes: Iterable[str] = ()) -> LeakIndex:
    """The index of a version.

    Args:
        leaks: the vault's keyed hashes of what a child could be known by.
        key: the review key they were made with.
        source: the version that goes out.
        themes: titles that the problem does not hold, such as those of strata.
    """
    problem = source.problem
    own = frozenset(filter(None, map(sequence, _own(source))))
    told = frozenset(filter(None, map(sequence, _told(source))))
    named = frozenset(_sought((*_themes(problem), *themes)))
    dates = {session.start.date() for session in source.programme.sessions}
    dates |= {session.end.date() for session in source.programme.sessions}
    stamps = (source.made, *(revision.stamp for revision in source.every_revision()))
    dates |= {when.date() for stamp in stamps for when in (stamp.astimezone(UTC), stamp.astimezone(problem.tz))}
    return LeakIndex(
        hashes=leaks,
        prefixes=frozenset(case.partition("-")[0] for case in _cases(source)),
        themes=named - own - frozenset(map(sequence, FIXED)),
        names=frozenset(map(sequence, _names(source))) - {()},
        addresses=frozenset(filter(None, (*(p.email.casefold() for p in problem.people), source.organiser.casefold()))),
        places=frozenset(map(sequence, (*_places(source), *PLACES))),
        phrases=own,
        told=told,
        uids=frozenset(revision.uid for revision in source.every_revision()),
        sessions=frozenset(dates),
        first=problem.start - timedelta(problem.start.weekday()),
        last=problem.end + timedelta(6 - problem.end.weekday()),
        key=key,
    )


def _names(source: Source) -> Iterator[str]:
    yield source.organiser_name
    yield from (person.name for person in source.problem.people)


def _places(source: Source) -> Iterator[str]:
    for problem, programme in answered(source):
        yield from names_of_places(problem)
        for session in programme.sessions:
            yield from (place_of(problem, session), place_of(problem, session, online=TEAMS))


def answered(source: Source) -> Iterator[tuple[Problem, Programme]]:
    """The version and the one before it, each with the problem that it answers: what changed names both."""
    yield source.problem, source.programme
    if source.before:
        yield source.problem_before or source.problem, source.before


def _own(source: Source) -> Iterator[str]:
    problem = source.problem
    yield from (problem.title, problem.zone, source.organiser, OTHER, *NEUTRAL.values(), *PLACES)
    yield from _names(source)
    yield from _places(source)
    for person in problem.people:
        yield from (person.id, person.role, person.team, person.email)
    yield from (pool.name for pool in problem.pools)
    yield from source.codes.values()
    yield source.head
    yield from (revision.uid for revision in source.every_revision())


def _told(source: Source) -> Iterator[str]:
    """What only reviewers are told: themes, what is left out and why, what an area waits for, accepted rules."""
    yield from _themes(source.problem)
    yield from (area.provisional for area in source.problem.areas)
    yield from (text for activity in source.problem.activities for text in (activity.id, activity.title))
    yield from (out.why for out in source.programme.left_out)
    # who accepted something and why is in somebody's own words: that is looked through
    yield from (one.title for one in accepted(source.problem, source.programme))


def _themes(problem: Problem) -> Iterator[str]:
    for activity in problem.activities:
        if not activity.standing:
            yield activity.title
        if activity.demand:
            yield activity.demand.stratum
    for area in problem.areas:
        yield area.title
        yield from (item.title for item in area.scope)


def _sought(titles: Iterable[str]) -> Iterator[Words]:
    """Titles as words, and their longer parts: ``interim care order`` is a theme with and without who is asked."""
    for title in titles:
        yield from filter(None, (sequence(title),))
        parts = map(sequence, re.split(r"[,:;()]", title))
        yield from (part for part in parts if len(part) >= SHORTEST_PART)


def _cases(source: Source) -> Iterator[str]:
    for activity in source.problem.activities:
        if activity.demand:
            yield from (candidate.case for candidate in activity.demand.candidates)
    for session in source.programme.sessions:
        yield from (seen.case for seen in session.cases or ())


def by_first_word(phrases: Iterable[Words]) -> Mapping[str, tuple[Words, ...]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[Words]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(of, key=len, reverse=True)) for first, of in found.items()}


def codes_only(text: str) -> bool:
    """Whether a value is a session's code, with its generation or without."""
    return re.fullmatch(rf"(?:{CODE.pattern})(?:[#/]g?\d{{1,3}})?", text) is not None
