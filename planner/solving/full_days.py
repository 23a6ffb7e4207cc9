"""What a reviewer holds before a session that closes the day takes its time, in whatever order it stands.

Every programme keeps this, by the order of the day, breathing space and hours together. Said of the sum, the solver
knows how late a day ends once it knows what is held on it, before any start is chosen.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from constraints.musts.order_of_the_day import before

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from constraints.decision import Decision
    from constraints.problem import Person
    from constraints.variables import Variables

FEW = 2
"""So few sessions before another are seen to take their time without being told."""


def fill_days(x: Variables) -> None:
    """Add it to a model on which all hard rules are posted."""
    for person in x.problem.reviewers:
        held = [decision for decision, _ in x.attending(person.id) if person.id in decision.holds]
        for closing in held:
            for day in closing.day:
                earlier = [one for one in held if day in one.day and before(one.activity, closing.activity)]
                if len(earlier) > FEW:
                    taken = x.total(_takes(x, one, person, day) for one in earlier)
                    held_then = x.on(closing, person.id, "holds")[day]
                    x.model.add(closing.start >= _opens(x, person, day) + taken).only_enforce_if(held_then)


def _opens(x: Variables, person: Person, day: date) -> int:
    """The first tick of a day at which a person's hours allow anything; without hours, midnight."""
    midnight, _ = x.ticks.day_spans[day]
    windows = [window for hours in x.problem.hours if hours.id == person.hours for window in hours.windows]
    windows += [window for hours in x.problem.hours if hours.id == person.hours for window in hours.evenings]
    return max(midnight, min((start for start, end in x.ticks.spans(windows) if end > midnight), default=midnight))


def _takes(x: Variables, decision: Decision, person: Person, day: date) -> cp_model.LinearExprT:
    """The ticks that a session and its breathing space take of a person's day; none where they do not hold it then."""
    there, lengths = x.on(decision, person.id, "holds")[day], list(decision.length_is)
    space = x.ticks.length(decision.activity.breathing_space)
    if len(lengths) == 1:
        return (lengths[0] + space) * there
    taken = x.model.new_int_var(0, lengths[-1], f"{decision.activity.id} takes of {person.id} {day}")
    x.model.add(taken >= decision.length).only_enforce_if(there)
    return taken + space * there
