"""A resource is used only when it is there.

The council lends one laptop, and takes it back at times.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Must
from constraints.problem import Problem, Resource, inside
from constraints.programme import Programme

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ("cases", "room")


def because(resource: Resource) -> str:
    """The sentence a person reads."""
    return f"{resource.name} is not there then"


def post(x: Variables) -> Iterator[Must]:
    """A session that uses a resource lies inside a window in which it is there."""
    for resource in x.problem.resources:
        if resource.windows is not None:
            spans = x.ticks.spans(resource.windows)
            for decision, uses in x.using(resource.id):
                for constraint in x.post_inside(decision, spans, uses):
                    yield Must(resource.id, because(resource), constraint)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """Every session that uses a resource lies inside a window in which it is there."""
    for resource in problem.resources:
        for session in programme.sessions:
            used = resource.windows is not None and resource.id in problem.resources_of(session)
            if used and not inside(resource.windows or (), session.start, session.end):
                yield Breach(subject=resource.id, sentence=because(resource), sessions=(session,))
