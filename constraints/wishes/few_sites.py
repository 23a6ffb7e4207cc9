"""A reviewer's day is spent at few sites.

Each site beyond the first on a declared day costs one: who does not travel sees people. Counted over one person's day,
so that it can be bounded. Online is no site.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from constraints.constraint import Breach, Wish
from constraints.problem import Person, Problem
from constraints.programme import Programme
from constraints.sites_of_a_day import sites_by_day, sites_of

if TYPE_CHECKING:
    from constraints.variables import Variables

READS = ()


def because(person: Person, day: date) -> str:
    """The sentence a person reads."""
    return f"{person.name} is at one site on {day:%A %d %B}"


def post(x: Variables) -> Iterator[Wish]:
    """For each declared day, the sites beyond the first."""
    if not x.problem.comfort.few_sites:
        return
    for person in x.problem.reviewers:
        for day, sites in sites_by_day(x, person.id, 1):
            if (person.id, day) in x.problem.kind_of_day:
                extra = x.model.new_int_var(0, len(sites) - 1, f"{person.id} extra sites {day}")
                x.model.add(extra >= sum(sites) - 1)
                yield Wish(person.id, because(person, day), extra)


def check(problem: Problem, programme: Programme) -> Iterator[Breach]:
    """For each declared day, the sites beyond the first."""
    if not problem.comfort.few_sites:
        return
    for day in problem.days:
        extra = len(sites_of(programme.day_of(day.person, day.date))) - 1
        if extra > 0:
            person = problem.person[day.person]
            yield Breach(subject=person.id, sentence=because(person, day.date), cost=extra)
