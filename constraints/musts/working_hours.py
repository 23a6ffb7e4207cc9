"""Nobody is asked outside working days and hours.

Weekends, bank holidays and closure days hold no hours. Reviewers and the council may keep different hours
(defaults of the design: reviewers 09:00-18:00, council 09:00-17:30). Foster carers and young people are met in the
evening: for such an activity the evening hours hold instead, where there are any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Hours, Person, Problem, Window, inside
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("counterparts",)


def because(person: Person, hours: Hours) -> str:
    """The sentence a person reads."""
    return f"{person.name} keeps {hours.name}"


def keepers(problem: Problem, people: Iterable[Person]) -> Iterator[tuple[Person, Hours]]:
    """Those of some people who keep hours, with the hours they keep."""
    by_id = {hours.id: hours for hours in problem.hours}
    for person in people:
        if person.hours:
            yield person, by_id[person.hours]


def kept(hours: Hours, *, evening: bool) -> tuple[Window, ...]:
    """The windows that hold for activities of the evening, or for all others."""
    return hours.evenings if evening and hours.evenings else hours.windows


def post(x: Variables) -> Iterator[Must]:
    """Whoever attends is within their hours for all of the session."""
    spans = {
        (hours.id, evening): x.ticks.spans(kept(hours, evening=evening))
        for hours in x.problem.hours
        for evening in (False, True)
    }
    for person, hours in keepers(x.problem, x.problem.people):
        for decision, attends in x.attending(person.id):
            for constraint in x.post_inside(decision, spans[hours.id, decision.activity.evening], attends):
                yield Must(person.id, because(person, hours), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Every session of a person lies inside their working hours."""
    for person, hours in keepers(problem, programme.people_of(problem)):
        for session in programme.sessions_of(person.id):
            windows = kept(hours, evening=problem.activity[session.activity].evening)
            if not inside(windows, session.start, session.end):
                yield Breach(subject=person.id, sentence=because(person, hours), sessions=(session,))
