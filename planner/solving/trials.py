"""Try whether activities can be held together, and which rules stand in the way: what explaining asks.

Each trial maximises what is held and reads the verdict from the bound. Rules are left out of a model by fixing the
literal that switches them before the solver begins; assumptions are not to be trusted (OR-Tools issues 3983, 4109 and
5141).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from constraints.catalogue import MUSTS, name_of
from constraints.musts import in_its_window
from constraints.problem import Activity, Problem
from constraints.variables import Variables
from planner.solving.solver import SECOND, fix, most
from planner.solving.strengthen import strengthen_any

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

MOST = 0.3
"""The deterministic time of the longest trial."""


class Blame(NamedTuple):
    """A rule about a subject, as it can be blamed: the sentence is for the reader only."""

    rule: str
    subject: str
    sentence: str


class Trials:
    """How much may still be tried, in seconds, roughly: counted in what the models hold and the solver's own measure.

    Args:
        seconds: how long all trials together may take.
    """

    MADE_A_SECOND, READ_A_SECOND = 14_000, 60_000
    """So many variables are made into a model in a second, or read by the solver."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds

    @contextmanager
    def shared(self, among: int) -> Iterator[Trials]:
        """One of so many equal shares of what may still be tried; what is not used of it is left to the others."""
        share = self.left / among
        mine = Trials(share)
        yield mine
        self.left -= share - mine.left

    def made(self, x: Variables) -> None:
        """Count the making of a model."""
        self.left -= len(x.model.proto.variables) / self.MADE_A_SECOND

    def all_held(self, x: Variables) -> bool | None:
        """Whether everything in a model can be held together; None when a limit came before the answer."""
        if self.left <= 0:
            return None
        wanted = len(x.decisions)
        result = most(x.model, x.total(d.present for d in x.decisions.values()), min(MOST, SECOND * self.left / 3))
        self.left -= result.work / SECOND + len(x.model.proto.variables) / self.READ_A_SECOND
        if result.bound < wanted:
            return False
        return True if result.found == wanted else None


def all_fit(part: Problem, wanted: Collection[str], trials: Trials) -> bool | None:
    """Whether all wanted activities can be held together, whatever the others; None when a limit came first."""
    if trials.left <= 0:
        return None
    x = Variables(_about(part, wanted), prune=True)
    for rule in MUSTS:
        for _ in rule.post(x):
            pass
    strengthen_any(x)
    trials.made(x)
    return trials.all_held(x)


class Alone:
    """One activity beside the fixed sessions only, with a switch for every rule about every subject.

    Its window is no rule here, it is where the activity can stand at all: over half a year that is a tenth of the
    model. ``window`` says afterwards whether the window is to blame too.

    Args:
        part: the problem, or a part of it.
        activity: what is tried.
        trials: what may still be tried; becomes less.
    """

    def __init__(self, part: Problem, activity: Activity, trials: Trials) -> None:
        self._trials, self._activity = trials, activity
        self._problem = _about(part, {activity.id} | part.facts)
        self._x = Variables(self._problem, prune=True)
        self._switches: dict[tuple[str, str], cp_model.IntVar] = {}
        blames: dict[tuple[str, str], Blame] = {}
        for rule in MUSTS:
            for must in rule.post(self._x):
                if rule is not in_its_window:
                    key = (name_of(rule), must.subject)
                    if key not in blames:
                        blames[key] = Blame(*key, must.sentence)
                        self._switches[key] = self._x.literal(" ".join(key))
                    must.constraint.only_enforce_if(self._switches[key])
        self.blames = tuple(blames.values())
        trials.made(self._x)

    def impossible(self, kept: Collection[Blame]) -> bool:
        """Whether it is shown that, within its window, these rules alone leave the activity no place."""
        keys = {(blame.rule, blame.subject) for blame in kept}
        for key, switch in self._switches.items():
            fix(self._x.model, switch, key in keys)
        return self._trials.all_held(self._x) is False

    def window(self, kept: Collection[Blame]) -> Blame | None:
        """The window, if the activity is not shown to be as impossible without it."""
        if not self._activity.windows:
            return None
        x = Variables(self._problem)
        names = {blame.rule for blame in kept}
        keys = {(blame.rule, blame.subject) for blame in kept}
        never = x.model.new_constant(0)
        for rule in MUSTS:
            for must in rule.post(x) if name_of(rule) in names else ():
                if (name_of(rule), must.subject) not in keys:
                    must.constraint.only_enforce_if(never)
        self._trials.made(x)
        if self._trials.all_held(x) is False:
            return None
        return Blame(name_of(in_its_window), self._activity.id, in_its_window.because(self._activity))


def _about(part: Problem, wanted: Collection[str]) -> Problem:
    """The problem of some activities only, with nobody who could not be there: most rules are about each person."""
    problem = part.only(wanted)
    there = {person for fact in problem.fixed for person in fact.people}
    for activity in problem.activities:
        for need in (*activity.needs, *activity.counterparts):
            there.update(person.id for person in problem.eligible(need))
        for candidate in activity.demand.candidates if activity.demand else ():
            there.update(candidate.workers, candidate.cover)
    return problem.changed(people=tuple(person for person in problem.people if person.id in there))
