"""Whether a programme near the one that stands would disturb fewer people: every place of the struck session tried.

Where one session of the review's own is to be held anew, all programmes are written down that give it a place (every
start, length, group of people, room, case and way to see it) and leave every other session as it stands; and those that
beside this take away or place anew one session that is in its way, wherever that alone makes room. Judged by the rules'
own checks, the draw's order among them. What this finds is no proof for programmes that change more; a programme of
this kind that is better than the first offer proves it wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from itertools import combinations, product
from typing import NamedTuple

from disruptions import Standing
from every_programme import LASTING, broken
from repair_faults import disturbed, follows_the_draw, placed

from constraints.decision import ways_to_see
from constraints.musts import (
    day_kind,
    in_its_window,
    its_length,
    no_clashes,
    not_in_the_past,
    only_when_free,
    working_days,
    working_hours,
)
from constraints.musts.needs_met import able
from constraints.problem import EVERYBODY, WORKING, Activity, CaseSeen, Need, Problem, Session, instant
from constraints.programme import Programme, in_time
from planner.solving.offer import Offer

OF_A_TIME = (in_its_window, its_length, not_in_the_past, working_days, working_hours, day_kind, only_when_free)
"""Rules that a session on its own breaks by its time and its people, whatever it is about."""


class Tired(Exception):
    """There is more to try than was asked for."""


class Looked(NamedTuple):
    """How many places were tried, and the first programme that is better; None: there is none."""

    tried: int
    better: Programme | None


def better(standing: Standing, first: Offer, most: int) -> Looked | None:
    """A programme near the one that stands that leaves out less, or as little and disturbs fewer people.

    Args:
        standing: how things stand.
        first: what was offered as disturbing fewest.
        most: so many programmes are judged, and so many hundred times as many places looked at.

    Returns:
        None where several sessions are to be held anew, or there is more to try than that.
    """
    problem, _ = standing
    stands = _stands(standing)
    missing = [a for a in problem.activities if a.id not in {one.activity for one in stands} and _own(a)]
    if len(missing) != 1 or broken(problem, stands) or not _can_be_tried(missing[0]):
        return None
    as_complete = not any(placed(problem, first.programme)) and not first.thawed
    fewer = len(first.disturbed) - 1 if as_complete else len(problem.people)
    search = _Search(standing, stands, fewer, most)
    try:
        found = next(search.all_of(missing[0]), None) if fewer >= 0 else None
    except Tired:
        return None
    return Looked(search.tried, found)


def _stands(standing: Standing) -> tuple[Session, ...]:
    """The sessions that stand as they are: what was not struck, and the facts."""
    problem, before = standing
    kept = {
        one.activity: one
        for one in before.sessions
        if one.activity in problem.activity and one.activity not in problem.struck
    }
    kept |= {fact.activity: fact for fact in problem.fixed}
    return tuple(sorted(kept.values(), key=in_time))


def _own(activity: Activity) -> bool:
    return not activity.standing and activity.priority != "mop-up"


def _can_be_tried(activity: Activity) -> bool:
    """Whether its people and its cases can be written down one way after the other."""
    alone = activity.demand is None or activity.demand.count == 1
    return alone and all(need.count != WORKING for need in (*activity.needs, *activity.counterparts))


class _Way(NamedTuple):
    reviewers: tuple[str, ...]
    counterparts: tuple[str, ...]
    cases: tuple[CaseSeen, ...]


class _Search:
    def __init__(self, standing: Standing, stands: Sequence[Session], fewer: int, most: int) -> None:
        self.problem, self.before = standing
        self.stands, self.fewer, self.most = stands, fewer, most
        self.tried = self.judged = 0

    def all_of(self, activity: Activity) -> Iterator[Programme]:
        """Every programme that is better, with one place more, or with one session out of its way too."""
        near: list[tuple[Session, Session]] = []
        for session in self.places(activity, ()):
            clashing = self.clashing(session, self.stands)
            if not clashing and self.kept((*self.stands, session)):
                yield self.programme((*self.stands, session))
            elif len(clashing) == 1 and clashing[0].activity not in self.problem.facts:
                near.append((session, clashing[0]))
        for session, other in near:
            yield from self.without(session, other)

    def without(self, session: Session, other: Session) -> Iterator[Programme]:
        """Every better programme in which one session has another's place, which goes or is held elsewhere."""
        left = (*(one for one in self.stands if one is not other), session)
        activity = self.problem.activity[other.activity]
        if self.broken_on_its_day(left, session):
            return
        if not _own(activity):
            if self.kept(left):
                yield self.programme(left)
        elif _can_be_tried(activity):
            for elsewhere in self.places(activity, session.people, was=other):
                if not self.clashing(elsewhere, left) and self.kept((*left, elsewhere)):
                    yield self.programme((*left, elsewhere))

    def kept(self, sessions: Sequence[Session]) -> bool:
        """Whether sessions keep every hard rule and the draw's order, and disturb few enough."""
        found = self.programme(sessions)
        if len(disturbed(self.problem, found)) > self.fewer or self.broken_on_its_day(sessions, sessions[-1]):
            return False
        self.judged += 1
        if self.judged > self.most:
            raise Tired
        return not broken(self.problem, sessions) and follows_the_draw(self.problem, self.before, found)

    def broken_on_its_day(self, sessions: Sequence[Session], session: Session) -> bool:
        """Whether a session breaks a rule beside those of its day: then it does beside any others."""
        day = [one for one in sessions if one.start.date() == session.start.date()]
        return broken(self.problem, day, LASTING)

    def programme(self, sessions: Sequence[Session]) -> Programme:
        return Programme(sessions=tuple(sorted(sessions, key=in_time)))

    def clashing(self, session: Session, others: Sequence[Session]) -> list[Session]:
        """The sessions that want somebody at the same time."""
        near = [one for one in others if one.overlaps(session) and not set(one.people).isdisjoint(session.people)]
        return [one for one in near if any(no_clashes.check(self.problem, Programme(sessions=(one, session))))]

    def places(self, activity: Activity, disturbing: Sequence[str], was: Session | None = None) -> Iterator[Session]:
        """Every session of an activity that may stand by its own time, and would disturb few enough."""
        by_people: dict[tuple[tuple[str, ...], tuple[str, ...]], list[_Way]] = {}
        for way in _ways(self.problem, activity):
            by_people.setdefault((way.reviewers, way.counterparts), []).append(way)
        for (reviewers, counterparts), ways in by_people.items():
            people = {*reviewers, *counterparts}
            moved, stays = people | {*(was.people if was else ())}, people ^ {*(was.people if was else ())}
            for start, end, room in self.times(activity):
                as_it_was = was is not None and (start, end, room) == (was.start, was.end, was.room)
                told = {*(stays if as_it_was else moved), *disturbing} - self.problem.excused
                if len(told) <= self.fewer:
                    session = Session(
                        activity=activity.id,
                        start=start,
                        end=end,
                        reviewers=reviewers,
                        counterparts=counterparts,
                        place=activity.place,
                        room=room,
                    )
                    if self.by_itself(session):
                        yield from (session.model_copy(update={"cases": way.cases}) for way in ways)

    def by_itself(self, session: Session) -> bool:
        """Whether a session keeps the rules about its own time."""
        self.tried += 1
        if self.tried > 100 * self.most:
            raise Tired
        alone = Programme(sessions=(session,))
        return not any(breach for rule in OF_A_TIME for breach in rule.check(self.problem, alone))

    def times(self, activity: Activity) -> Iterator[tuple[datetime, datetime, str]]:
        """Every start on the grid inside its windows with every length and room."""
        grid = self.problem.grid
        for day in self.problem.days_of(activity):
            midnight = instant(datetime.combine(day, time(), self.problem.tz))
            for n in range(25 * 60 // grid):
                start = (midnight + timedelta(minutes=n * grid)).astimezone(self.problem.tz)
                if start.date() != day:
                    continue
                for minutes in range(activity.shortest, activity.longest + 1, grid):
                    end = (instant(start) + timedelta(minutes=minutes)).astimezone(self.problem.tz)
                    if not activity.windows or any(window.holds(start, end) for window in activity.windows):
                        yield from ((start, end, room) for room in activity.rooms or ("",))


def _ways(problem: Problem, activity: Activity) -> Iterator[_Way]:
    """Every group of people on either side, and every case with every way to see it."""
    asking = list(_groups(problem, activity.needs))
    asked = list(_groups(problem, activity.counterparts))
    for reviewers, others, (cases, brought) in product(asking, asked, list(_cases(activity))):
        yield _Way(reviewers, tuple(dict.fromkeys((*others, *brought))), cases)


def _cases(activity: Activity) -> Iterator[tuple[tuple[CaseSeen, ...], tuple[str, ...]]]:
    demand = activity.demand
    if demand is None:
        yield (), ()
        return
    for candidate in demand.candidates:
        for mode, people in ways_to_see(demand, candidate.workers, candidate.cover):
            yield (CaseSeen(case=candidate.case, rank=candidate.rank, mode=mode),), people


def _groups(problem: Problem, needs: Sequence[Need]) -> Iterator[tuple[str, ...]]:
    for chosen in product(*(list(_fillings(problem, need)) for need in needs)):
        people = [person for group in chosen for person in group]
        if len(people) == len(set(people)):
            yield tuple(people)


def _fillings(problem: Problem, need: Need) -> Iterator[tuple[str, ...]]:
    fit = able(problem, need)
    if need.people or need.count == EVERYBODY:
        yield tuple(fit)
    else:
        yield from combinations(fit, int(need.count))
