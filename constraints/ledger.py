"""The day ledger: reviewer-days used of those contracted, by kind and person, and the days outside the contract."""

from __future__ import annotations

from datetime import date

from constraints.problem import Noun, Problem
from constraints.programme import Programme


class PersonDays(Noun):
    """The reviewer-days of one kind that a person uses."""

    person: str
    name: str
    used: int


class KindDays(Noun):
    """The reviewer-days of one kind: contracted, used, and by whom."""

    kind: str
    contracted: float
    used: int
    people: tuple[PersonDays, ...]


class OutsideDays(Noun):
    """Days of a person outside the contract, and what for."""

    person: str
    name: str
    date: date
    days: float
    what: str


class Ledger(Noun):
    """All reviewer-days of a programme, and what lies outside the contract."""

    kinds: tuple[KindDays, ...]
    outside: tuple[OutsideDays, ...]

    @property
    def contracted(self) -> float:
        """All reviewer-days that the contract holds."""
        return sum(line.contracted for line in self.kinds)

    @property
    def used(self) -> int:
        """All reviewer-days used."""
        return sum(line.used for line in self.kinds)

    @property
    def sentence(self) -> str:
        """Whether the days used are the days contracted: ``closes: 20.0 = 2 + 16 + 2``."""
        if not self.kinds:
            return "no days are contracted"
        if all(line.used == line.contracted for line in self.kinds):
            return f"closes: {self.contracted:.1f} = {' + '.join(str(line.used) for line in self.kinds)}"
        parts = ", ".join(f"{line.used} of {line.contracted:g} {line.kind}" for line in self.kinds)
        return f"does not close: {self.used:.1f} of {self.contracted:.1f} used ({parts})"


def ledger(problem: Problem, programme: Programme) -> Ledger:
    """The day ledger of a programme; a day is used when its reviewer has a session other than a standing one."""
    return Ledger(
        kinds=tuple(_kind(problem, programme, kind, days) for kind, days in problem.contracted.items()),
        outside=tuple(
            OutsideDays(
                person=line.person,
                name=problem.person[line.person].name,
                date=line.date,
                days=line.days,
                what=line.what,
            )
            for line in problem.outside
        ),
    )


def _kind(problem: Problem, programme: Programme, kind: str, contracted: float) -> KindDays:
    used = [day.person for day in problem.days if day.kind == kind and programme.works(problem, day.person, day.date)]
    people = tuple(
        PersonDays(person=person.id, name=person.name, used=used.count(person.id))
        for person in problem.reviewers
        if person.id in used
    )
    return KindDays(kind=kind, contracted=contracted, used=len(used), people=people)
