"""What several views say in the same words: titles, cases, roles, and sentences without anybody's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from constraints.noun import instant
from constraints.problem import Activity, CaseSeen, Mode, Person, Problem, Session
from planner.outgoing.source import Source
from planner.outgoing.views import Edition

HOW: Mapping[Mode, str] = {Mode.WORKER: " with its worker", Mode.COVER: " with cover", Mode.RECORD: " on record only"}
"""How a case is seen."""

ITS_OWN_KIND = ("interview", "case record", "tracked case")
"""Words by which the title of an interview says already what it is."""

REVIEWER_ROLE = "Reviewer"
"""The role of a reviewer for whom none is written."""

STAFF_ROLE = "Member of staff"
"""The role of somebody of the council for whom none is written."""


def heading(activity: Activity) -> str:
    """An activity's title as the programme prints it for reviewers."""
    says_so = any(word in activity.title.casefold() for word in ITS_OWN_KIND)
    return f"Interview: {activity.title}" if activity.interview and not says_so else activity.title


def dated_title(problem: Problem, activity: Activity) -> str:
    """An activity's title; with its day where it is a standing one, whose title is the same every day."""
    days = problem.days_of(activity)
    return (
        f"{activity.title}, {days[0]:%A} {days[0].day} {days[0]:%B}" if activity.standing and days else activity.title
    )


def cases_of(activity: Activity, seen: Iterable[CaseSeen]) -> tuple[str, ...]:
    """The labels of cases, each with how it is seen where that is not the way its demand asks for first."""
    usual = activity.demand.modes[0] if activity.demand else Mode.WORKER
    return tuple(case.case if case.mode == usual else f"{case.case}{HOW[case.mode]}" for case in seen)


def when(at: datetime) -> str:
    """A day and a time in few letters: Wed 5 May 10.00."""
    return f"{at:%a} {at.day} {at:%b %H.%M}"


def minutes(session: Session) -> int:
    """How long a session lasts, also over a change of the clocks."""
    return (instant(session.end) - instant(session.start)) // timedelta(minutes=1)


def reviewer_role(person: Person) -> str:
    """A reviewer by role."""
    return person.role or REVIEWER_ROLE


def staff_role(person: Person) -> str:
    """Somebody of the council by role."""
    return person.role or STAFF_ROLE


def met_by_role(problem: Problem, session: Session) -> str:
    """Whom reviewers meet: roles only, which may hold commas, each with its number where there are several."""
    roles = Counter(staff_role(problem.person[person]) for person in session.counterparts or ())
    return "; ".join(role if count == 1 else f"{role} ({count})" for role, count in roles.items())


def without_names(problem: Problem, sentence: str) -> str:
    """A sentence in which everybody of the council is called by role."""
    reviewers = {person.id for person in problem.reviewers}
    roles = {
        person.name.casefold(): staff_role(person)
        for person in problem.people
        if person.id not in reviewers and person.name.strip() and person.name.casefold() != person.role.casefold()
    }
    if not roles:
        return sentence
    longest_first = sorted(roles, key=len, reverse=True)
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    return named.sub(lambda found: roles[found[0].casefold()], sentence)


def edition(source: Source, reviewers: Iterable[str]) -> Edition:
    """Which programme a view shows, with these columns."""
    return Edition(
        review=source.problem.title,
        version=source.number,
        made=source.made,
        zone=source.problem.zone,
        reviewers=tuple(reviewers),
        head=source.head,
    )
