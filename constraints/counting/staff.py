"""Who attends a session that a count has placed: the subjects who take part in it, and otherwise anybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from constraints.counting.jobs import THINGS, Ask, Held
from constraints.counting.maker import CaseWay, Maker, case_ways, required, sides
from constraints.counting.times import wanted
from constraints.interview_limits import Side
from constraints.musts.needs_met import able
from constraints.musts.no_conflict_of_interest import conflicts_with
from constraints.problem import Activity, CaseSeen, Mode, Need, Session


class Staff:
    """Finds the people and cases for one session: the subjects who take part in it, and otherwise anybody."""

    def __init__(self, maker: Maker, ask: Ask, held: Held) -> None:
        self._times, self._problem, self._held = maker.times, maker.problem, held
        self._activity = maker.problem.activity[held.job]
        self._subjects = frozenset(ask.subjects)
        self._members = frozenset(held.option.members)
        self._own_hours = ask.kind in THINGS
        starts = maker.times.starts(held.job)
        self._start = held.start if held.option.members or not starts else starts[0][0]
        self._there: dict[Side, list[str]] = {"holds": [], "joins": []}

    def session(self) -> Session | None:
        """The session; None if nobody could be found for something that it needs."""
        needs = sorted(sides(self._activity), key=lambda asked: (asked[0], len(able(self._problem, asked[1]))))
        if not all(self._fill(side, need) for side, need in needs):
            return None
        cases = self._cases()
        if cases is None:
            return None
        ticks, start = self._times.ticks, self._start
        return Session(
            activity=self._activity.id,
            start=ticks.time(start),
            end=ticks.time(start + self._times.length(self._activity)),
            reviewers=tuple(self._there["holds"]),
            counterparts=tuple(self._there["joins"]),
            cases=cases,
            place=self._activity.place,
            room=self._room(),
        )

    def _fill(self, side: Side, need: Need) -> bool:
        fit = able(self._problem, need)
        many = wanted(self._problem, need)
        least = required(self._problem, need, self._subjects)
        open_to = [person for person in fit if person not in self._taken() and self._may_come(side, person)]
        chosen = [person for person in open_to if person in self._members][:least]
        chosen += [person for person in open_to if person not in self._subjects][: many - len(chosen)]
        self._there[side] += chosen
        return len(chosen) == many

    def _taken(self) -> list[str]:
        return [*self._there["holds"], *self._there["joins"]]

    def _may_come(self, side: Side, person: str) -> bool:
        if side == "joins" and self._in_conflict((person,)):
            return False
        if side == "holds" and not self._times.suits(self._activity, person, self._day()):
            return False
        hours = self._times.in_hours(self._activity, person, side)
        return not self._own_hours or any(first <= self._start <= last for first, last in hours)

    def _day(self) -> date:
        return self._times.day_of(self._start)

    def _in_conflict(self, people: Sequence[str]) -> bool:
        held = [self._problem.person[one] for one in self._there["holds"] if one in self._subjects]
        return any(conflicts_with(one, self._problem.person[other]) for one in held for other in people)

    def _cases(self) -> tuple[CaseSeen, ...] | None:
        """Cases that nobody there may not see, with whom they bring; None if there are too few."""
        demand = self._activity.demand
        if demand is None:
            return ()
        ranks = {candidate.case: candidate.rank for candidate in demand.candidates}
        chosen: dict[str, Mode] = {}
        for case, mode, people in self._ways(self._activity):
            if case not in chosen and len(chosen) < demand.count and not set(people) & set(self._taken()):
                chosen[case] = mode
                self._there["joins"] += people
        found = [CaseSeen(case=case, rank=ranks[case], mode=mode) for case, mode in chosen.items()]
        return tuple(found) if len(found) == demand.count else None

    def _ways(self, activity: Activity) -> Iterator[CaseWay]:
        """Ways to see cases that the session could be about."""
        demand = activity.demand
        ours = [self._problem.person[one] for one in self._there["holds"] if one in self._subjects]
        barred = {case for person in ours for case in person.conflicts.cases}
        for case, mode, people in case_ways(activity):
            things = {demand.record_resource} - {""} if demand and mode is Mode.RECORD else set()
            taken = (set(people) | things) & self._subjects
            asked_for = not self._held.option.cases or case in self._held.option.cases
            may_come = all(self._may_come("joins", person) for person in people)
            if asked_for and case not in barred and may_come and taken <= self._members:
                yield case, mode, people

    def _room(self) -> str:
        rooms = [room for room in self._activity.rooms if room in self._members] or list(self._activity.rooms)
        seats = {room: self._problem.resource[room].seats for room in rooms}
        return max(rooms, key=lambda room: seats[room] or len(self._problem.people), default="")
