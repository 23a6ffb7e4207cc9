"""The variables of one activity that has no fixed session yet.

Structure only: it starts on the grid and lies within one day, is as long as its activity allows, its people come from
the pools that its needs name, and a case brings its own people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple
from typing import Literal as OneOf

from constraints.problem import Activity, CaseDemand, CaseSeen, Mode, Need
from constraints.ticks import Span

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.variables import Variables

    Literal = cp_model.IntVar
    People = dict[str, Literal]


Role = OneOf["holds", "joins", "attends"]
"""As what somebody is there: as a reviewer, as a counterpart, or at all."""


class Option(NamedTuple):
    """One way to see one case: the case, its rank, the mode, who comes, and the literal that says so."""

    case: str
    rank: int
    mode: Mode
    people: tuple[str, ...]
    literal: Literal


class Decision:
    """When, by whom, with whom and about which cases one activity is held, if it is held at all.

    Attributes:
        could: the spans of each day in which it could lie.
        present: it is held.
        start, length, end: in ticks; without meaning when it is not held.
        length_is: the literal of each possible length.
        day: the literal of each day it could stand on.
        fills: for each of its needs, the literal of each person who could fill it.
        meets: the same for each need on the other side of the table.
        options: the ways to see each candidate case.
        holds, joins, attends: who is there as a reviewer, as a counterpart, at all.
        takes: the literal of each room it could take; at most one is taken.
    """

    def __init__(self, x: Variables, activity: Activity, could: Mapping[date, Sequence[Span]]) -> None:
        self.activity = activity
        self.could = could
        self.present = x.literal(f"{activity.id} held")
        spans = [span for room in could.values() for span in room]
        self.start = x.start_var(spans, x.ticks.length(activity.shortest), f"{activity.id} start")
        self._measure(x)
        self.day = self._on_days(x)
        self.fills = [self._people(x, need, f"need {n}") for n, need in enumerate(activity.needs)]
        self.meets = [self._people(x, need, f"counterpart {n}") for n, need in enumerate(activity.counterparts)]
        self.options = tuple(self._ways(x, activity.demand)) if activity.demand else ()
        self.holds = self._joined(x, self.fills, "reviewer")
        self.joins = self._joined(x, [*self.meets, self._brought(x)], "counterpart")
        self.attends = self._joined(x, [self.holds, self.joins], "attending")
        self.takes = self._rooms(x)

    def there(self, role: Role) -> People:
        """Everyone who could be there in a role, each with the literal that says so."""
        return {"holds": self.holds, "joins": self.joins, "attends": self.attends}[role]

    def _measure(self, x: Variables) -> None:
        shortest = x.ticks.length(self.activity.shortest)
        longest = self.activity.longest // x.problem.grid
        if longest < shortest:
            # no whole number of steps is a length it may have
            x.model.add(self.present == 0)
        self.length: cp_model.LinearExprT = shortest
        self.end: cp_model.LinearExprT = self.start + shortest
        self.length_is: dict[int, Literal] = {shortest: x.true}
        if shortest < longest:
            name = f"{self.activity.id} length"
            self.length_is = {n: x.literal(f"{name} {n}") for n in range(shortest, longest + 1)}
            x.model.add_exactly_one(self.length_is.values())
            self.length = x.model.new_int_var(shortest, longest, name)
            x.model.add(self.length == sum(n * literal for n, literal in self.length_is.items()))
            self.end = x.model.new_int_var(*x.ticks.horizon, f"{self.activity.id} end")
            x.model.add(self.end == self.start + self.length)

    def _on_days(self, x: Variables) -> dict[date, Literal]:
        found: dict[date, Literal] = {}
        for day, room in self.could.items():
            found[day] = x.literal(f"{self.activity.id} on {day}") if len(self.could) > 1 else self.present
            x.model.add(self.start >= room[0][0]).only_enforce_if(found[day])
            x.model.add(self.end <= room[-1][1]).only_enforce_if(found[day])
        x.model.add(sum(found.values()) == self.present)
        return found

    def _people(self, x: Variables, need: Need, what: str) -> People:
        if need.people:
            return dict.fromkeys(need.people, self.present)
        found = {p.id: x.literal(f"{self.activity.id} {what} {p.id}") for p in x.problem.eligible(need)}
        for literal in found.values():
            x.model.add_implication(literal, self.present)
        return found

    def _ways(self, x: Variables, demand: CaseDemand) -> Iterator[Option]:
        for candidate in demand.candidates:
            ways = []
            for mode, people in ways_to_see(demand, candidate.workers, candidate.cover):
                ways.append(x.literal(f"{self.activity.id} {candidate.case} {mode} {' '.join(people)}"))
                x.model.add_implication(ways[-1], self.present)
                yield Option(candidate.case, candidate.rank, mode, people, ways[-1])
            x.model.add_at_most_one(ways)

    def _brought(self, x: Variables) -> People:
        by_person: dict[str, list[Literal]] = {}
        for option in self.options:
            for person in option.people:
                by_person.setdefault(person, []).append(option.literal)
        return {p: x.either(literals, f"{self.activity.id} brings {p}") for p, literals in by_person.items()}

    def _rooms(self, x: Variables) -> dict[str, Literal]:
        rooms = self.activity.rooms
        found = {room: x.literal(f"{self.activity.id} in {room}") for room in rooms}
        for literal in found.values():
            x.model.add_implication(literal, self.present)
        x.model.add_at_most_one(found.values())
        return found

    def _joined(self, x: Variables, parts: Sequence[People], what: str) -> People:
        """Everyone in any of the parts; nobody is in two of them."""
        by_person: dict[str, list[Literal]] = {}
        for part in parts:
            for person, literal in part.items():
                by_person.setdefault(person, []).append(literal)
        found = {}
        for person, literals in by_person.items():
            found[person] = literals[0] if len(literals) == 1 else x.literal(f"{self.activity.id} {what} {person}")
            if len(literals) > 1:
                x.model.add(sum(literals) == found[person])
        return found


def ways_to_see(
    demand: CaseDemand, workers: tuple[str, ...], cover: tuple[str, ...]
) -> Iterator[tuple[Mode, tuple[str, ...]]]:
    """Every way a demand allows for a case, in order: its own workers (each group that is enough), cover, record."""
    for mode in demand.modes:
        if mode is Mode.WORKER:
            for size in range(len(workers), demand.enough - 1, -1):
                yield from ((mode, group) for group in combinations(workers, size))
        elif mode is Mode.COVER:
            yield from ((mode, (person,)) for person in cover)
        else:
            yield mode, ()


def groups_brought(demand: CaseDemand | None, seen: tuple[CaseSeen, ...]) -> list[tuple[str, ...]]:
    """Every group of people whom cases could bring in the modes in which they are seen; without cases, nobody."""
    groups: list[tuple[str, ...]] = [()]
    by_case = {candidate.case: candidate for candidate in demand.candidates} if demand else {}
    for case in seen:
        candidate = by_case.get(case.case)
        ways = ways_to_see(demand, candidate.workers, candidate.cover) if demand and candidate else ()
        people = [group for mode, group in ways if mode == case.mode]
        groups = [(*before, *group) for before in groups for group in people]
    return groups
