"""The host view: who of the council is asked for, when and where; a theme, a case or a stratum has no place in it."""

from __future__ import annotations

from itertools import groupby

from constraints.problem import Person, Problem, Session
from planner.outgoing.changed import changed_for_host
from planner.outgoing.places import place_of, usual_places
from planner.outgoing.revisions import tentative
from planner.outgoing.source import Source
from planner.outgoing.titles import title
from planner.outgoing.views import Choices, HostDay, HostLine, HostPerson, HostView
from planner.outgoing.wording import edition, minutes, staff_role


def host_view(source: Source) -> HostView:
    """Every session that somebody of the council attends, in order of time."""
    problem = source.problem
    waiting = tentative(problem)
    attended = [session for session in source.programme.sessions if session.counterparts]
    return HostView(
        edition=edition(source, (person.name for person in problem.reviewers)),
        days=tuple(
            HostDay(
                date=day, lines=tuple(_line(source, session, held=session.activity in waiting) for session in sessions)
            )
            for day, sessions in groupby(attended, key=lambda session: session.start.date())
        ),
        changed=changed_for_host(source),
        choices=_choices(problem),
    )


def _choices(problem: Problem) -> Choices:
    reviewers = {person.id for person in problem.reviewers}
    return Choices(
        first=problem.start,
        last=problem.end,
        people=tuple(_person(person) for person in problem.people if person.id not in reviewers),
        reviewers=tuple(_person(person) for person in problem.reviewers),
        places=usual_places(problem),
    )


def _line(source: Source, session: Session, *, held: bool) -> HostLine:
    problem, code = source.problem, source.codes[session.activity]
    return HostLine(
        code=code,
        start=session.start,
        end=session.end,
        title=title(problem.activity[session.activity], code, minutes(session)),
        reviewers=tuple(problem.person[person].name for person in session.reviewers),
        people=tuple(_person(problem.person[person]) for person in session.counterparts or ()),
        place=place_of(problem, session),
        tentative=held,
    )


def _person(person: Person) -> HostPerson:
    return HostPerson(id=person.id, name=person.name, role=staff_role(person), team=person.team, email=person.email)
