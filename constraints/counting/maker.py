"""Makes jobs of activities: who could take part in each, seen from the side of some subjects."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from constraints.counting.jobs import Job, Option, Pick, Way
from constraints.counting.ranges import ByDay, Ranges, at_least, both, within
from constraints.counting.times import Times, wanted
from constraints.decision import ways_to_see
from constraints.interview_limits import Side
from constraints.musts.host_independence import is_their_own
from constraints.musts.needs_met import able
from constraints.musts.no_conflict_of_interest import conflicts_with
from constraints.problem import Activity, Mode, Need, Problem

CaseWay = tuple[str, Mode, tuple[str, ...]]
"""A case, how it is seen, and whom it brings."""


def required(problem: Problem, need: Need, people: Collection[str]) -> int:
    """How many of some people a need takes at least, however it is filled."""
    return max(0, wanted(problem, need) - sum(person not in people for person in able(problem, need)))


def sides(activity: Activity) -> Iterator[tuple[Side, Need]]:
    """Every need of an activity, with its side of the table."""
    yield from (("holds", need) for need in activity.needs)
    yield from (("joins", need) for need in activity.counterparts)


def case_ways(activity: Activity) -> list[CaseWay]:
    """Every way to see each case that an activity could be about, with no more people than are enough."""
    demand = activity.demand
    if demand is None:
        return []
    return [
        (candidate.case, mode, people)
        for candidate in demand.candidates
        for mode, people in ways_to_see(demand, candidate.workers, candidate.cover)
        if mode is not Mode.WORKER or len(people) == demand.enough
    ]


def may_hold(problem: Problem, activity: Activity, person: str) -> bool:
    """Whether a reviewer's independence and conflicts of interest leave them people and cases to meet."""
    who = problem.person[person]
    if is_their_own(problem, who, activity):
        return False
    for need in activity.counterparts:
        barred = [one for one in able(problem, need) if conflicts_with(who, problem.person[one])]
        if required(problem, need, barred):
            return False
    left = {
        case
        for case, _, people in case_ways(activity)
        if case not in who.conflicts.cases and not any(conflicts_with(who, problem.person[one]) for one in people)
    }
    return activity.demand is None or len(left) >= activity.demand.count


class Maker:
    """Makes jobs of a problem's activities.

    Attributes:
        activities: those that are owed and have no fixed session; standing sessions do not compete.
        without_room: those of them that do not fit into their own windows, and are nobody's to be short of.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.times = Times(problem)
        owed = [a for a in problem.activities if not a.standing and a.id not in problem.facts]
        self.activities = tuple(activity for activity in owed if self.times.fits(activity))
        self.without_room = tuple(activity for activity in owed if not self.times.fits(activity))
        choosing = [fact for fact in problem.fixed if not problem.activity[fact.activity].tracks]
        self._seen = frozenset(seen.case for fact in choosing for seen in fact.cases or ())

    def of_people(self, activity: Activity, people: Sequence[str]) -> Job | None:
        """The job that an activity is for some people; None if it can do without them.

        Whoever is met has no part in the kinds of a reviewer's days: where no day is of the activity's kind, it is not
        theirs to be short of.
        """
        among = frozenset(people)
        asked = [(side, need, required(self.problem, need, among)) for side, need in sides(activity)]
        taken = [
            (side, [one for one in able(self.problem, need) if one in among], count)
            for side, need, count in asked
            if count
        ]
        if not taken or (not any(side == "holds" for side, *_ in taken) and not self.times.starts(activity.id)):
            return None
        units = sum(count for *_, count in taken)
        ways = self._ways(activity, taken, units)
        picks = (Pick(count, tuple(one for one in fit if one in ways)) for _, fit, count in taken)
        return self._job(activity, units, ways, picks=sorted(picks, key=lambda pick: len(pick.of)))

    def _ways(self, activity: Activity, taken: Sequence[tuple[Side, list[str], int]], units: int) -> dict[str, Way]:
        found: dict[str, Way] = {}
        for side, fit, _ in taken:
            for person in fit:
                if side == "joins" or may_hold(self.problem, activity, person):
                    way = self.times.person(activity.id, person, side)
                    found[person] = _either(found[person], way) if person in found else way
        if units == 1:
            return _possible(found)
        free = {person: _all_of(way.days) for person, way in found.items()}
        together = at_least(units, free.values())
        for _, fit, count in taken:
            together = both(together, at_least(count, (free[person] for person in fit if person in free)))
        return _possible({one: way._replace(days=within(way.days, together)) for one, way in found.items()})

    def of_one_person(self, activity: Activity, person: str) -> Job | None:
        """The job that an activity is for somebody whom it needs, or whom every case that it could see brings."""
        job = self.of_people(activity, (person,))
        ways = case_ways(activity)
        if job is not None or not ways or not all(person in people for *_, people in ways):
            return job
        if not self.times.starts(activity.id):
            return None
        return self._one_of(activity, _possible({person: self.times.person(activity.id, person, "joins")}))

    def of_nobody(self, activity: Activity) -> Job | None:
        """The job that an activity is for people of whom there are none; None if it asks for none of them."""
        wanting = any(not able(self.problem, need) and wanted(self.problem, need) for _, need in sides(activity))
        return self._one_of(activity, {}) if wanting else None

    def of_no_room(self, activity: Activity) -> Job:
        """The job that an activity is where its own windows have no room for it."""
        return self._one_of(activity, {})

    def of_things(self, activity: Activity, things: Sequence[str]) -> Job | None:
        """The job that an activity is for some things, one of which it takes; None if nobody has hours to hold it."""
        hours = self._hours(activity)
        ways = {thing: self.times.thing(activity.id, thing) for thing in things}
        ways = _possible({thing: way._replace(days=within(way.days, hours)) for thing, way in ways.items()})
        return self._one_of(activity, ways) if hours else None

    def of_team(self, activity: Activity, places: Sequence[str]) -> Job | None:
        """The job that an activity is for a team, which has so many places at once; None if nobody has hours for it."""
        hours = self._hours(activity)
        return self._one_of(activity, dict.fromkeys(places, Way(self.times.by_day(hours)))) if hours else None

    def of_draw(self, activity: Activity) -> Job | None:
        """The job that an activity is for the draw: it asks for cases that no other one sees."""
        demand = activity.demand
        if demand is None or not self.times.starts(activity.id):
            return None
        cases = dict.fromkeys(case for case, *_ in case_ways(activity) if case not in self._seen)
        return self._job(activity, demand.count, {}, options=[Option((), (case,)) for case in cases])

    def of_cases(self, activity: Activity) -> Job | None:
        """The job that an activity about one case is for those who can speak about it, and what its record takes."""
        demand = activity.demand
        if demand is None or demand.count > 1 or not self.times.starts(activity.id):
            return None
        ways: dict[str, Way] = {}
        options = []
        for case, mode, people in case_ways(activity):
            if demand.tracks or case not in self._seen:
                things = (demand.record_resource,) if mode is Mode.RECORD and demand.record_resource else ()
                ways |= {person: self.times.person(activity.id, person, "joins") for person in people}
                ways |= {thing: self.times.thing(activity.id, thing) for thing in things}
                options.append(Option((*people, *things), () if demand.tracks else (case,)))
        ways = _possible(ways)
        possible = [option for option in dict.fromkeys(options) if all(one in ways for one in option.members)]
        return self._job(activity, 1, ways, options=possible)

    def attending(self, activity: Activity) -> int:
        """The fewest people who attend an activity."""
        needed = sum(wanted(self.problem, need) for _, need in sides(activity))
        return needed + min((len(people) for *_, people in case_ways(activity)), default=0)

    def _one_of(self, activity: Activity, ways: Mapping[str, Way]) -> Job:
        return self._job(activity, 1, ways, picks=[Pick(1, tuple(ways))])

    def _job(
        self,
        activity: Activity,
        units: int,
        ways: Mapping[str, Way],
        *,
        picks: Sequence[Pick] = (),
        options: Sequence[Option] = (),
    ) -> Job:
        length, days = self.times.length(activity), self.problem.days_of(activity)
        return Job(activity.id, length, units, days, ways, tuple(picks), tuple(options), by_case=not picks)

    def _hours(self, activity: Activity) -> Ranges:
        """The starts at which everybody an activity needs is within working days and hours, whatever diaries say."""
        found = self.times.starts(activity.id)
        for side, need in sides(activity):
            if wanted(self.problem, need):
                there = (self.times.in_hours(activity, person, side) for person in able(self.problem, need))
                found = both(found, at_least(wanted(self.problem, need), there))
        ways = case_ways(activity)
        if activity.demand and all(people for *_, people in ways):
            found = both(found, at_least(1, (self._hours_of(activity, people) for *_, people in ways)))
        return found

    def _hours_of(self, activity: Activity, people: Sequence[str]) -> Ranges:
        return at_least(len(people), (self.times.in_hours(activity, person, "joins") for person in people))


def _either(one: Way, other: Way) -> Way:
    """What either of two ways allows."""
    days = dict(one.days)
    for day, ranges in other.days:
        days[day] = at_least(1, (days.get(day, ()), ranges))
    return Way(tuple(sorted(days.items())), min(one.space, other.space), None, one.paces)


def _possible(ways: Mapping[str, Way]) -> dict[str, Way]:
    return {one: way for one, way in ways.items() if way.days}


def _all_of(days: ByDay) -> Ranges:
    return tuple(span for _, ranges in days for span in ranges)
