"""A change disturbs as few people as possible.

Whoever holds a programme has arranged their days around it; a second letter costs them more than a first. A person is
disturbed when the sessions they attend, or the time, place or room of one, are no longer those they were told of. Each
costs one, however much changes for them. The people of a session that was struck hear of it anyway and do not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Problem, Session
from constraints.programme import Programme
from constraints.published_diaries import held_by_activity, post_stands
from constraints.same_session import same_time_and_place

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

READS = ("counterparts", "room")


def because(problem: Problem, person: str) -> str:
    """The sentence a person reads."""
    name = problem.person[person].name if person in problem.person else person
    return f"nothing changes for {name}"


def counted(problem: Problem, sessions: tuple[Session, ...]) -> list[str]:
    """The ids of all who may be disturbed: those of the review, and those of these sessions; once each."""
    people = [person.id for person in problem.people]
    people += [person for session in (*problem.published, *sessions) for person in session.people]
    return [person for person in dict.fromkeys(people) if person not in problem.excused]


def post(x: Variables) -> Iterator[Wish]:
    """One for each person for whom anything changes."""
    if not x.problem.published:
        return
    published = held_by_activity(x.problem)
    facts = {fact.activity: fact for fact in x.facts}
    for person in counted(x.problem, x.facts):
        already = any(
            _differs(published.get(activity), facts.get(activity), person)
            for activity in dict.fromkeys((*published, *facts))
            if activity not in x.decisions
        )
        unchanged = list(_unchanged(x, published, person))
        if already:
            yield Wish(person, because(x.problem, person), 1)
        elif unchanged:
            disturbed = x.literal(f"{person} disturbed")
            for literal in unchanged:
                x.model.add_bool_or(literal, disturbed)
            yield Wish(person, because(x.problem, person), disturbed)


def _unchanged(x: Variables, published: Mapping[str, Session], person: str) -> Iterator[cp_model.LiteralT]:
    """What has to be true for a person if nothing is to change for them."""
    for decision in x.decisions.values():
        session = published.get(decision.activity.id)
        if session and person in session.people:
            yield decision.attends.get(person, x.model.new_constant(0))
            yield post_stands(x, decision, session)
        elif person in decision.attends:
            yield decision.attends[person].negated()


def _differs(published: Session | None, session: Session | None, person: str) -> bool:
    """Whether what a person holds of an activity is not what is asked of them."""
    held = published if published and person in published.people else None
    asked = session if session and person in session.people else None
    if held is None or asked is None:
        return held is not asked
    return not same_time_and_place(held, asked)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """One for each person for whom anything changes."""
    if not problem.published:
        return
    published = held_by_activity(problem)
    activities = dict.fromkeys((*published, *programme.session))
    # a session that is as it was differs for nobody
    changed = [one for one in activities if published.get(one) != programme.session.get(one)]
    for person in counted(problem, programme.sessions):
        if any(_differs(published.get(one), programme.session.get(one), person) for one in changed):
            yield Breach(subject=person, sentence=because(problem, person))
