"""What happened, as a sentence for whoever runs the review: the session's id and time, people by name, no theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from constraints.problem import Noun, Problem, Session
from planner.commands.sentences import counted, day_of, hour_of
from planner.intake.disruption import (
    Add,
    AwayFrom,
    Cancel,
    Confirm,
    Disruption,
    Done,
    Drop,
    MoveArea,
    NoShow,
    OutOfTurn,
    Overran,
    Pin,
    SwapReviewer,
    Unpin,
    Waive,
    Withdraw,
)

NO_MORE, AGAIN = "taken back", "counts again"
"""What became of what was said, in the log and when it is undone."""


def happened(problem: Problem, said: Disruption) -> str:
    """What happened, in a sentence without its full stop."""
    return _SENTENCES[type(said)](problem, said)


def at_time(at: datetime) -> str:
    """A day and a time in words: Tuesday 4 May, 10.00."""
    return f"{day_of(at)}, {hour_of(at)}"


def session_at(session: Session) -> str:
    """A session by its id and its time."""
    return f"{session.activity}, {at_time(session.start)}"


def named(problem: Problem, people: Iterable[str]) -> str:
    """People or resources by name, by id where they are no longer there."""
    names = [_name(problem, one) for one in people]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else "nobody"


def _name(problem: Problem, who: str) -> str:
    if who in problem.person:
        return problem.person[who].name
    return problem.resource[who].name if who in problem.resource else who


def _cancel(problem: Problem, said: Cancel) -> str:
    return f"{said.session} of {at_time(said.start)} fell through: {_not_there(problem, said.people)} then"


def _not_there(problem: Problem, people: tuple[str, ...]) -> str:
    return f"{named(problem, people)} {'is' if len(people) == 1 else 'are'} not to be had"


def _no_show(_: Problem, said: NoShow) -> str:
    return f"{said.session} of {at_time(said.start)} was not held"


def _away(problem: Problem, said: AwayFrom) -> str:
    start = day_of(said.start) if said.start.time() == time() else at_time(said.start)
    end = f"the end of {day_of(said.end - timedelta(days=1))}" if said.end.time() == time() else at_time(said.end)
    return f"{_not_there(problem, (said.who,))} from {start} to {end}"


def _add(problem: Problem, said: Add) -> str:
    met = f", with {named(problem, said.people)}" if said.people else ""
    return f"{said.activity} is added, like {said.like}{met}"


def _drop(_: Problem, said: Drop) -> str:
    return f"{said.activity} is dropped"


def _withdraw(_: Problem, said: Withdraw) -> str:
    return f"case {said.case} is withdrawn"


def _move_area(problem: Problem, said: MoveArea) -> str:
    way = "later" if said.days > 0 else "earlier"
    return f"area {_area(problem, said.area)} stands {counted(abs(said.days), 'day')} {way}"


def _confirm(problem: Problem, said: Confirm) -> str:
    return f"area {_area(problem, said.area)} is confirmed"


def _area(problem: Problem, name: str) -> str:
    return next((area.title for area in problem.areas if area.id == name), name)


def _done(_: Problem, said: Done) -> str:
    return f"{said.session} was held"


def _overran(_: Problem, said: Overran) -> str:
    return f"{said.session} of {at_time(said.start)} ended at {hour_of(said.until)}"


def _swap(problem: Problem, said: SwapReviewer) -> str:
    instead = named(problem, (said.to,)) if said.to else "another reviewer"
    return f"{instead} holds {said.session} instead of {named(problem, (said.out,))}"


def _out_of_turn(_: Problem, said: OutOfTurn) -> str:
    return f"{said.activity} no longer comes before everything else of its area"


def _pin(_: Problem, said: Pin) -> str:
    return f"{said.session} stays where it is"


def _unpin(_: Problem, said: Unpin) -> str:
    return f"{said.session} may move again"


def _waive(_: Problem, said: Waive) -> str:
    rule = said.rule.replace("_", " ")
    return f"{' and '.join(said.sessions)} may break the rule '{rule}', knowingly"


_SENTENCES: Mapping[type[Noun], Callable[[Problem, Any], str]] = {
    Cancel: _cancel,
    NoShow: _no_show,
    AwayFrom: _away,
    Add: _add,
    Drop: _drop,
    Withdraw: _withdraw,
    MoveArea: _move_area,
    Confirm: _confirm,
    Done: _done,
    Overran: _overran,
    SwapReviewer: _swap,
    OutOfTurn: _out_of_turn,
    Pin: _pin,
    Unpin: _unpin,
    Waive: _waive,
}
