"""Rehearse: what chance may do to the programme, many times over, with reserves of several sizes side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

from constraints.problem import Problem
from planner.commands.ask import Ask
from planner.commands.folder import state
from planner.commands.out_folder import replace_views
from planner.commands.rehearsal_figures import REHEARSAL, Rehearsed, figures_of
from planner.commands.rehearsal_plot import plot
from planner.commands.rehearsing import Rehearsal, Sized, walk_all
from planner.commands.situation import Situation, at_moment, situation
from planner.intake.disruption import Disruption, MoveArea
from planner.intake.disruption_on_review import on_review, refuse_move
from planner.intake.review_file import read_review
from planner.intake.standing_now import stand
from planner.layout import OUT
from planner.solving.reserves import mop_ups, resized, sizes
from samples.errors import InputRefused

Progress = Callable[[str], None]

SEQUENCES, SEED = 100, 1
"""How often a programme is rehearsed, and what chance is drawn from, if nothing else is said."""

BEFORE = timedelta(days=7)
"""So long before the review begins a rehearsal does, if no moment is named: everybody has been invited."""


def rehearse_folder(
    folder: Path,
    ask: Ask,
    progress: Progress,
    as_of: datetime | None = None,
    *,
    sequences: int = SEQUENCES,
    seed: int = SEED,
    reserves: Sequence[int] = (),
) -> Rehearsed:
    """Rehearse the current version, and write the table and the plot to out/rehearsal.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if an area may have to move and the case lists have to be read.
        progress: told how far it is.
        as_of: when a sequence begins; without a zone, in the review's. None: a week before the review.
        sequences: how often.
        seed: what chance is drawn from.
        reserves: the sizes, in mop-ups; empty: none, half of those asked for, all, and half as many again.

    Raises:
        Refusal: nothing has been planned, something that happened is not answered yet, or it cannot be written.
    """
    from planner.commands.rehearse_text import rehearsed_text

    stands = situation(folder, ask, as_of)
    if stands.pending:
        raise InputRefused("planner rehearse", "something happened that the programme does not answer", hint=ANSWER)
    start = at_moment(as_of, stands.problem.tz) if as_of else _before(stands.problem)
    problem = stand(stands.problem, stands.before, stands.held, stands.pinned, said_of(stands), start)
    moved, notices = _moved(folder, ask, problem, said_of(stands))
    progress("making the reserves of other sizes")
    rehearsal = Rehearsal(
        problem=problem,
        moved=moved,
        sizes=tuple(Sized(*resized(problem, stands.before, size)) for size in reserves or sizes(problem)),
        said=said_of(stands),
        pinned=stands.pinned,
        start=start,
        seed=seed,
        rates=problem.rates,
    )
    figures = figures_of(rehearsal, walk_all(rehearsal, sequences, progress))
    told = Rehearsed(
        version=stands.version.number,
        asked=len(mop_ups(problem)),
        sequences=sequences,
        seed=seed,
        rates=problem.rates,
        start=start,
        sizes=figures,
        notices=notices,
        lies=f"{OUT}/{REHEARSAL}",
    )
    files = {"rehearsal.svg": plot(told), "rehearsal.txt": rehearsed_text(told)}
    replace_views(folder / OUT, [REHEARSAL], {f"{REHEARSAL}/{name}": text.encode() for name, text in files.items()})
    return told


ANSWER = "Answer it first: planner repair, then planner accept."


def said_of(stands: Situation) -> tuple[Disruption, ...]:
    """All that happened so far and was not taken back."""
    return tuple(line.said for line in stands.heard.standing)


def _before(problem: Problem) -> datetime:
    return datetime.combine(problem.start, time(), problem.tz) - BEFORE


def _moved(
    folder: Path, ask: Ask, problem: Problem, said: Sequence[Disruption]
) -> tuple[dict[str, Problem], tuple[str, ...]]:
    """The problem with each provisional area where it stands if it is late; and which cannot be late, and why."""
    waiting = [area for area in problem.areas if area.provisional] if problem.rates.late else []
    found: dict[str, Problem] = {}
    notices: list[str] = []
    for area in waiting:
        late = MoveArea(area=area.id, days=problem.rates.late_days)
        try:
            refuse_move(on_review(read_review(folder), said), late)
        except InputRefused as refused:
            notices.append(f"{area.title} is never late here: {refused.found}.")
        else:
            found[area.id] = state(folder, ask, also=(late,)).problem
    return found, tuple(notices)
