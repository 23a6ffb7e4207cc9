"""When a person or a thing can take part in an activity.

Windows, length and notice of the activity; hours, diary, declared days and fixed sessions of the subject. Whatever is
left out makes a count larger, never smaller.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from constraints.counting.diaries import Diaries
from constraints.counting.jobs import Way
from constraints.counting.ranges import ByDay, Ranges, beside, both, since
from constraints.interview_limits import Side
from constraints.musts import day_kind, working_hours
from constraints.musts.needs_met import able
from constraints.problem import EVERYBODY, WORKING, Activity, Mode, Need, Problem, Session, instant
from constraints.ticks import Span, Ticks, common, starts


class Times:
    """The times of a problem's activities, people and things."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self.ticks = Ticks(problem)
        self.diaries = Diaries(problem)
        self._midnights = [span[0] for span in self.ticks.day_spans.values()]
        self._now = self.ticks.up(problem.now) if problem.now else 0
        self._declared = {day.person for day in problem.days}
        self._own = cache(self._own_spans)
        self._works = cache(self._working)
        self.person = cache(self._person)
        self.thing = cache(self._thing)
        self.starts = cache(self._starts)

    def length(self, activity: Activity) -> int:
        """The fewest ticks that an activity takes."""
        return self.ticks.length(activity.shortest)

    def day_of(self, tick: int) -> date:
        """The day on which a tick lies."""
        return self.ticks.days[bisect_right(self._midnights, tick) - 1]

    def fits(self, activity: Activity) -> bool:
        """Whether an activity fits into its own windows at all after its notice, on days of whatever kind."""
        return bool(since(starts(self._own(activity.id), self.length(activity)), self._notice(activity)))

    def _own_spans(self, activity: str) -> list[Span]:
        """The stretches of one day from now on in which an activity may lie; none if no length of it is on the grid."""
        one = self._problem.activity[activity]
        if one.longest // self._problem.grid < self.length(one):
            return []
        days = [(max(start, self._now), end) for start, end in self.ticks.day_spans.values() if end > self._now]
        return common(self.ticks.spans(one.windows), days) if one.windows else days

    def _starts(self, activity: str) -> Ranges:
        """When an activity could start, whoever comes: on days of its kind, after its notice."""
        one = self._problem.activity[activity]
        spans = [span for span in self._own(activity) if self._of_its_kind(one, self.day_of(span[0]))]
        return since(starts(spans, self.length(one)), self._notice(one))

    def _of_its_kind(self, activity: Activity, day: date) -> bool:
        """Whether a day is of the activity's kind for as many as each of its needs asks for."""
        return not activity.day_kinds or all(
            sum(self.suits(activity, person, day) for person in able(self._problem, need))
            >= wanted(self._problem, need)
            for need in activity.needs
        )

    def suits(self, activity: Activity, person: str, day: date) -> bool:
        """Whether a day of a person's is of a kind for an activity that they hold."""
        if not activity.day_kinds or person not in self._declared:
            return True
        return day_kind.suits(self._problem, activity, self._problem.person[person], day)

    def _notice(self, activity: Activity) -> int:
        """The tick before which an activity cannot start, whoever comes: when somebody is asked for certain."""
        demand = activity.demand
        asks = any(wanted(self._problem, need) for need in activity.counterparts)
        certain = asks or (demand is not None and Mode.RECORD not in demand.modes)
        return self.ticks.up(activity.asked_from) if certain and activity.asked_from else 0

    def in_hours(self, activity: Activity, person: str, side: Side) -> Ranges:
        """The starts at which an activity is within a person's days and hours, whatever their diary says."""
        return self._with(activity, person, side, diary=False)

    def _with(self, activity: Activity, person: str, side: Side, *, diary: bool) -> Ranges:
        kinds = activity.day_kinds if side == "holds" else ()
        spans = common(self._works(person, kinds, evening=activity.evening, diary=diary), self._own(activity.id))
        found = starts(spans, self.length(activity))
        if side == "holds":
            return since(found, self._notice(activity))
        asked = self.ticks.up(activity.asked_from) if activity.asked_from else 0
        return both(since(found, asked), self.starts(activity.id))

    def _working(self, person: str, kinds: tuple[str, ...], *, evening: bool, diary: bool) -> list[Span]:
        """When a person works, on days of these kinds (none named: of any); and is free, if their diary counts."""
        problem, who = self._problem, self._problem.person[person]
        days = self.ticks.day_spans
        if person in self._declared:
            kind_of = {day: problem.kind_of_day.get((person, day)) for day in days}
            spans = [span for day, span in days.items() if kind_of[day] and (not kinds or kind_of[day] in kinds)]
        else:
            spans = list(days.values())
        if who.hours:
            (hours,) = (hours for hours in problem.hours if hours.id == who.hours)
            spans = common(spans, self.ticks.spans(working_hours.kept(hours, evening=evening)))
        return spans if who.windows is None or not diary else common(spans, self.ticks.spans(who.windows))

    def _person(self, activity: str, person: str, side: Side) -> Way:
        """How a person can hold or join an activity."""
        one, facts = self._problem.activity[activity], self.diaries.facts(person)
        space = self.ticks.length(one.breathing_space) if side == "holds" else 0
        spaced = [one, *(self._problem.activity[fact.activity] for fact in facts)]
        spaces = any(self._may_hold(other, person) for other in spaced if other.breathing_space)
        busy = [self._touched(fact, spaced=spaces and person in fact.reviewers) for fact in facts]
        ranges = beside(self._with(one, person, side, diary=True), busy, self.length(one) + space)
        paces = tuple(n for n, pace in enumerate(self.diaries.paces(person)) if one.kind in pace.kinds)
        return Way(self.by_day(ranges), space, side if one.interview else None, paces)

    def _may_hold(self, activity: Activity, person: str) -> bool:
        return any(person == one.id for need in activity.needs for one in self._problem.eligible(need))

    def _touched(self, session: Session, *, spaced: bool) -> Span:
        """The ticks that a fixed session touches; spaced: with the breathing space after it."""
        space = self._problem.activity[session.activity].breathing_space if spaced else 0
        return self.ticks.down(session.start), self.ticks.up(instant(session.end) + timedelta(minutes=space))

    def _thing(self, activity: str, thing: str) -> Way:
        """How a thing can serve an activity."""
        one, windows = self._problem.activity[activity], self._problem.resource[thing].windows
        spans = self._own(activity) if windows is None else common(self._own(activity), self.ticks.spans(windows))
        facts = [fact for fact in self._problem.fixed if thing in self._problem.resources_of(fact)]
        busy = [self._touched(fact, spaced=False) for fact in facts]
        ranges = beside(starts(spans, self.length(one)), busy, self.length(one))
        return Way(self.by_day(both(ranges, self.starts(activity))))

    def by_day(self, ranges: Iterable[Span]) -> ByDay:
        """Ranges of starts by the day on which they lie, in order; one that runs over midnight is of both days."""
        found: dict[date, list[Span]] = {}
        for start, last in ranges:
            first = start
            while first <= last:
                day = self.day_of(first)
                end = min(last, self.ticks.day_spans[day][1] - 1)
                found.setdefault(day, []).append((first, end))
                first = end + 1
        return tuple((day, tuple(found[day])) for day in sorted(found))


def wanted(problem: Problem, need: Need) -> int:
    """How many people a need asks for at least."""
    if need.people or need.count == EVERYBODY:
        return len(able(problem, need))
    return 1 if need.count == WORKING else int(need.count)
