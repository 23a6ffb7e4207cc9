"""A programme with a reserve of another size: mop-ups taken out evenly over its weeks, or more of them put in.

Taking out changes nothing else, so that what is rehearsed with one size can be held against another. Where more do
not fit beside what stands, all is planned afresh: that is what asking for more of them would come to.
"""

from __future__ import annotations

from itertools import cycle, islice
from typing import NamedTuple

from constraints.problem import Activity, Problem
from constraints.programme import LeftOut, Programme
from planner.solving.bench import Bench
from planner.solving.solve import solve
from planner.solving.spare import LIMIT, NOT_ASKED
from planner.solving.touched import in_parts
from planner.solving.ways import LEAST_FIRST


class Resize(NamedTuple):
    """What makes a reserve of another size.

    Attributes:
        gone: the ids of the mop-ups that go.
        more: the ids of those that come, each with that of the one it is like.
    """

    gone: frozenset[str]
    more: tuple[tuple[str, str], ...]

    def problem(self, problem: Problem) -> Problem:
        """A problem with that reserve; the same review with an area moved has it too."""
        kept = {activity.id for activity in problem.activities} - self.gone
        activities = [activity.among(kept) for activity in problem.activities if activity.id in kept]
        activities += [problem.activity[like].model_copy(update={"id": one}) for one, like in self.more]
        return problem.changed(activities=tuple(activities))


def mop_ups(problem: Problem) -> tuple[Activity, ...]:
    """The mop-ups that a problem asks for."""
    return tuple(activity for activity in problem.activities if activity.priority == "mop-up")


def sizes(problem: Problem) -> tuple[int, ...]:
    """The sizes held against each other: none, half of what is asked for, all of it, and half as many again."""
    asked = len(mop_ups(problem))
    return tuple(dict.fromkeys((0, asked // 2, asked, asked + -(-asked // 2))))


def resized(problem: Problem, programme: Programme, size: int) -> tuple[Resize, Programme]:
    """A programme with so many mop-ups, as far as they fit.

    Args:
        problem: what has to happen.
        programme: what stands.
        size: mop-ups. Fewer than are asked for: of those that are held, spread evenly over time. More: like those
            that are asked for, in turn; beside all that stands, or else, if nothing has begun, planned afresh.
    """
    asked = [activity.id for activity in mop_ups(problem)]
    if size < len(asked):
        held = [session.activity for session in programme.sessions if session.activity in asked]
        gone = Resize(frozenset(asked) - frozenset(_spread(held, size)), ())
        return gone, _without(programme, gone.gone)
    likes = list(islice(cycle(asked), size - len(asked))) if asked else []
    more = Resize(frozenset(), tuple((f"{like}-more-{nth}", like) for nth, like in enumerate(likes, start=1)))
    return more, _with(more.problem(problem), programme, frozenset(one for one, _ in more.more))


def _spread(held: list[str], size: int) -> list[str]:
    """So many of those, as evenly as can be."""
    count = len(held)
    return [one for nth, one in enumerate(held) if (nth + 1) * size // count > nth * size // count]


def _without(programme: Programme, gone: frozenset[str]) -> Programme:
    return programme.model_copy(
        update={
            "sessions": tuple(session for session in programme.sessions if session.activity not in gone),
            "left_out": tuple(left for left in programme.left_out if left.activity not in gone),
        }
    )


def _with(problem: Problem, programme: Programme, more: frozenset[str]) -> Programme:
    """The programme with as many of the new mop-ups as fit."""
    if not more:
        return programme
    beside = _beside(problem, programme, more)
    if more <= beside.session.keys() or problem.fixed:
        return beside
    afresh = solve(problem.changed(published=(), struck=(), frozen=(), now=None))
    return max((beside, _told(afresh, problem)), key=lambda one: sum(a.id in one.session for a in mop_ups(problem)))


def _beside(problem: Problem, programme: Programme, more: frozenset[str]) -> Programme:
    """With those that fit beside all that stands; nobody holds anything yet."""
    stated = problem.changed(fixed=programme.sessions, published=(), struck=(), frozen=(), now=None)
    answer = Bench(stated, programme, in_parts(stated, more)).best(LEAST_FIRST, LIMIT)
    return _told(programme.model_copy(update={"sessions": answer.sessions}) if answer else programme, problem)


def _told(programme: Programme, problem: Problem) -> Programme:
    """With all that is left out told."""
    owed = (activity.id for activity in problem.activities if programme.owes(problem, activity))
    return programme.model_copy(update={"left_out": tuple(LeftOut(activity=one, why=NOT_ASKED) for one in owed)})
