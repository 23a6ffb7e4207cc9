"""At which sites somebody is on a day: what the limit on sites and the wish for few of them count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from constraints.problem import Session

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.variables import Variables

ONLINE = "online"
"""The place that is no site."""


def sites_of(sessions: Iterable[Session]) -> tuple[str, ...]:
    """The sites at which sessions are held, in order, each once."""
    return tuple(dict.fromkeys(session.place for session in sessions if session.place != ONLINE))


def sites_by_day(x: Variables, person: str, more_than: int) -> Iterator[tuple[date, list[cp_model.IntVar]]]:
    """Each day on which a person could be at more sites than so many, with a literal for each of these sites.

    A site at which a fixed session has them is certain.
    """
    held: dict[date, dict[str, list[Decision]]] = {}
    for decision, _ in x.attending(person):
        for day in decision.day if decision.activity.place != ONLINE else ():
            held.setdefault(day, {}).setdefault(decision.activity.place, []).append(decision)
    for fact in x.facts_of(person):
        for site in sites_of([fact]):
            held.setdefault(fact.start.date(), {})[site] = []
    for day, sites in held.items():
        if len(sites) > more_than:
            yield day, [_there(x, person, day, site, undecided) for site, undecided in sites.items()]


def _there(x: Variables, person: str, day: date, site: str, undecided: list[Decision]) -> cp_model.IntVar:
    """Whether a person is at a site; they are where nothing about it is left to decide."""
    return x.either([x.on(d, person)[day] for d in undecided] or [x.true], f"{person} at {site} {day}")
