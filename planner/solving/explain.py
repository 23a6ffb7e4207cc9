"""Why an activity is left out: the simplest true sentence.

By deletion. First the activity alone: which rules, about whom, leave it no place at all? If it has places, which other
activities, none of which gives way to it, can it not be held beside?
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from constraints.catalogue import DISTURBED, PLACING
from constraints.density import Density, density
from constraints.problem import Activity, Problem
from constraints.programme import LeftOut, Programme
from planner.solving.beside import not_beside_few, not_beside_many
from planner.solving.no_place import why_no_place
from planner.solving.parts import parts
from planner.solving.trials import Trials

SHARE = 0.1
"""The part of the review's patience that explaining may take: a programme is worth more than its reasons."""

COUNTED_A_SECOND = 4000
"""Activities times days of a part over which it is counted in a second what is asked for more than there is."""


def why_left_out(
    problem: Problem,
    programme: Programme,
    progress: Callable[[str], None],
    known: Mapping[str, LeftOut] = MappingProxyType({}),
) -> tuple[LeftOut, ...]:
    """The simplest true sentence why, for everything that is owed and not held.

    When all that may be tried has been, reasons are no longer the simplest.

    Args:
        problem: the problem that the programme answers.
        programme: the best programme, without what is left out.
        progress: told in a sentence what is looked for.
        known: what is known already and not asked again, by the activity's id.
    """
    owed = [activity for activity in problem.activities if programme.owes(problem, activity)]
    reasons = _Reasons(problem, programme)
    for activity in owed:
        if activity.id not in known:
            progress(f"looking for the reason why {activity.title} is left out")
            reasons.alone(activity)
    reasons.beside_others()
    return tuple(known.get(each.id) or LeftOut(activity=each.id, why=reasons.why(each)) for each in owed)


class _Reasons:
    """Why activities are left out: each alone first, which is quick, then beside others with what may still be tried.

    Activities that are alike have the same reason, told once; whom another names is like nobody.
    """

    def __init__(self, problem: Problem, programme: Programme) -> None:
        self._problem, self._programme = problem, programme
        self._trials = Trials(SHARE * problem.patience)
        self._parts = parts(problem)
        self._named = {other for activity in problem.activities for other in activity.tied_to}
        self._counted: dict[str, tuple[Density, ...]] = {}
        self._told: dict[str, str] = {}
        self._with_a_place: dict[str, tuple[Problem, Activity]] = {}

    def why(self, activity: Activity) -> str:
        """The reason that was found."""
        return self._told[self._likeness(activity)]

    def _likeness(self, activity: Activity) -> str:
        if activity.id in self._named:
            return activity.id
        return activity.model_copy(update={"id": ""}).model_dump_json()

    def alone(self, activity: Activity) -> None:
        """Look for what leaves an activity no place whatever else is planned."""
        likeness = self._likeness(activity)
        if likeness not in self._told and likeness not in self._with_a_place:
            part = self._part(activity)
            if activity.standing:
                part = _as_it_stands(part, self._programme, activity)
            why = _tied(self._problem, self._programme, activity) or why_no_place(part, activity, self._trials)
            if why:
                self._told[likeness] = why
            else:
                self._with_a_place[likeness] = (part, activity)

    def beside_others(self) -> None:
        """Look for what the activities that have a place cannot be held beside: a few others, or else many.

        Many are tried for long; each activity may try as much as any other.
        """
        for likeness, (part, activity) in list(self._with_a_place.items()):
            why = not_beside_few(part, activity, self._rivals(part, activity), self._trials)
            if why:
                self._told[likeness] = why
                del self._with_a_place[likeness]
        for n, (likeness, (part, activity)) in enumerate(self._with_a_place.items()):
            findings = self._findings(activity)
            with self._trials.shared(len(self._with_a_place) - n) as trials:
                why = not_beside_many(part, activity, self._rivals(part, activity), findings, trials)
            self._told[likeness] = why or _not_placed(self._programme, activity)

    def _rivals(self, part: Problem, activity: Activity) -> list[Activity]:
        """What is held and does not give way to an activity; no standing session, for it needs the work of its day."""
        held = (other for other in part.activities if other.id in self._programme.session and not other.standing)
        return [other for other in held if other.id not in part.facts and _tier(other) <= _tier(activity)]

    def _findings(self, activity: Activity) -> tuple[Density, ...]:
        """What is asked for more than there is of the activity's part, where counting it leaves most time to trials."""
        if activity.standing:
            return ()
        part = self._part(activity)
        first = part.activities[0].id
        if first not in self._counted:
            days = {day for other in part.activities for day in part.days_of(other)}
            seconds = len(part.activities) * len(days) / COUNTED_A_SECOND
            affordable = seconds <= self._trials.left / 3
            self._trials.left -= seconds if affordable else 0
            self._counted[first] = density(part) if affordable else ()
        return self._counted[first]

    def _part(self, activity: Activity) -> Problem:
        return next(part for part in self._parts if activity.id in part.activity)


def _tied(problem: Problem, programme: Programme, activity: Activity) -> str | None:
    """That the activity which chooses its case or its reviewers is not held either."""
    for other, tie in ((activity.tracks, "is about the case of"), (activity.same_reviewers_as, "needs those who hold")):
        if other and other not in programme.session:
            return f"{activity.title} {tie} {problem.activity[other].title}, which is not held"
    return None


def _as_it_stands(part: Problem, programme: Programme, activity: Activity) -> Problem:
    """The part with what the programme holds on a standing session's day as facts: those make the day one of work."""
    days = part.days_of(activity)
    there = [s for s in programme.sessions if s.start.date() in days and s.activity in part.activity]
    return part.changed(fixed=(*part.fixed, *(s for s in there if s.activity not in part.facts)))


def _tier(activity: Activity) -> int:
    """Where an activity's tier stands among those that place: it gives way to those before."""
    return next(n for n, wish in enumerate(PLACING.values()) if wish.counts(activity))


def _not_placed(programme: Programme, activity: Activity) -> str:
    """What is known where nothing is found that it cannot be held beside: what comes before its tier was settled first.

    In a repair that is also whom it disturbs.
    """
    tier = list(PLACING)[_tier(activity)]
    proven = {value.tier: value.proven for value in programme.tiers}
    before = list(proven)[: list(proven).index(tier)] if tier in proven else []
    if proven.get(tier) and DISTURBED.name in before:
        return f"{activity.title} could at most be held where more changes for others, or in another one's place"
    if proven.get(tier):
        return f"{activity.title} could at most be held in the place of something that matters as much; this is proven"
    return f"{activity.title} was not placed in the time given to the search"
