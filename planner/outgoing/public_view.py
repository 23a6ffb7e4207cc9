"""The public view: when, of what general kind, and which roles take part; nobody's name, no theme, no case."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from itertools import groupby

from constraints.problem import Session
from planner.outgoing.revisions import tentative
from planner.outgoing.source import Source
from planner.outgoing.titles import neutral
from planner.outgoing.views import PublicDay, PublicLine, PublicView
from planner.outgoing.wording import edition, reviewer_role, staff_role


def public_view(source: Source) -> PublicView:
    """Every session by its neutral noun and the roles that take part; those of reviewers only that are alike as one."""
    problem, programme = source.problem, source.programme
    waiting = tentative(problem)
    by_day = groupby(programme.sessions, key=lambda session: session.start.date())
    days = [(day, list(sessions)) for day, sessions in by_day]
    return PublicView(
        edition=edition(source, map(reviewer_role, problem.reviewers)),
        days=tuple(
            PublicDay(
                date=day,
                provisional=any(session.activity in waiting for session in sessions),
                lines=_lines(source, sessions),
            )
            for day, sessions in days
        ),
        changed=source.before is not None and source.before.sessions != programme.sessions,
    )


def _lines(source: Source, sessions: Iterable[Session]) -> tuple[PublicLine, ...]:
    found: dict[Hashable, PublicLine] = {}
    for session in sessions:
        line = _line(source, session)
        alike = session.activity if session.counterparts else (line.start, line.end, line.title)
        roles = {*line.roles, *(found[alike].roles if alike in found else ())}
        found[alike] = line.model_copy(update={"roles": tuple(sorted(roles))})
    return tuple(found.values())


def _line(source: Source, session: Session) -> PublicLine:
    problem = source.problem
    held = {reviewer_role(problem.person[person]) for person in session.reviewers}
    met = {staff_role(problem.person[person]) for person in session.counterparts or ()}
    return PublicLine(
        start=session.start,
        end=session.end,
        title=neutral(problem.activity[session.activity]),
        roles=tuple(sorted(held | met)),
    )
