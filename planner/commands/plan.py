"""Plan a review and write a version; none if the programme is unchanged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from constraints.density import Density, density
from constraints.outcomes import outcomes
from constraints.problem import Noun, Problem
from constraints.programme import Programme, TierValue
from planner.commands.ask import Ask
from planner.commands.drawn import Drawn, told_of
from planner.commands.folder import Stated, state
from planner.commands.proof import proof
from planner.commands.roles import MANAGER
from planner.commands.situation import at_moment, held_in
from planner.commands.stopping import stopping_at_once
from planner.commands.versions import planned_or_none
from planner.intake.disruption_on_problem import on_programme
from planner.intake.standing_now import stand
from planner.keys import Vault, with_leaks
from planner.layout import CASES, DATABASE
from planner.outgoing.wording import dated_title
from planner.store import open_store
from planner.store_reader import read_store
from planner.store_records import Answering
from samples.sensitive import sensitive_values

Progress = Callable[[str], None]


class LeftOutSaid(Noun):
    """An activity without a session, by its title and, for a standing one, its day; and why."""

    activity: str
    title: str
    why: str


class Planned(Noun):
    """What planning came to.

    Attributes:
        version: the current version's number.
        created: whether it was made now.
        drawn: base cases that no session sees and reserves used, with their codes.
        too_much: what is asked for more than there is, whatever is planned.
        proof: what it came to in one line.
        lies: where things lie: what, and the path.
    """

    version: int
    created: bool
    sessions: int
    left_out: tuple[LeftOutSaid, ...]
    drawn: Drawn
    draw_proven: bool
    tiers: tuple[TierValue, ...]
    too_much: tuple[Density, ...]
    notices: tuple[str, ...]
    seen: tuple[str, ...]
    proof: str
    lies: dict[str, str]


def plan_folder(folder: Path, ask: Ask, progress: Progress, as_of: datetime | None = None) -> Planned:
    """Plan a review folder and write the version.

    What is asked for more than there is, is told first; then the best programme is looked for all the same.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if one is needed.
        progress: told in a sentence what is being done.
        as_of: when it is said to be made; without a zone, in the review's. None: now.

    Raises:
        Refusal: something in the folder cannot be used, or nothing can be written there.
    """
    stated = state(folder, ask, writing=True)
    at = at_moment(as_of, stated.problem.tz)
    stated = _as_it_stands(folder, stated, at)
    too_much = density(stated.problem)
    for one in too_much:
        progress(one.sentence)
    progress("looking for the best programme")
    problem, programme = _planned(stated.problem, progress)
    progress("writing the version")
    return record(folder, replace(stated, problem=problem), programme, at, too_much)


def _as_it_stands(folder: Path, stated: Stated, at: datetime) -> Stated:
    """The same, with history, what is pinned and what people hold.

    Until something was published or said to have happened there is none of it: a plan is made anew then, even of a
    review that lies in the past.
    """
    if planned_or_none(folder) is None or not (stated.heard.published or stated.heard.standing):
        return stated
    with read_store(folder / DATABASE) as store:
        version = store.version()
        held = held_in(store, version, stated.heard)
    said = [line.said for line in stated.heard.standing]
    before = on_programme(version.programme, said)
    return replace(stated, problem=stand(stated.problem, before, held, stated.heard.pinned, said, at))


def _planned(problem: Problem, progress: Progress) -> tuple[Problem, Programme]:
    """The best programme, and the problem that it answers: what is about to begin moves where a must asks for it."""
    # the solver takes longer to load than the review to read; what is refused is refused before
    from planner.solving.plan import plan

    with stopping_at_once():
        programme = plan(problem, progress=progress)
        without = _musts_left_out(problem, programme)
        if not (problem.frozen and without):
            return problem, programme
        progress("looking whether it all fits if what is about to begin may move")
        thawed = problem.freed()
        other = plan(thawed, progress=progress)
        if _musts_left_out(thawed, other) >= without:
            return problem, programme
        hours = problem.limits.freeze
        progress(f"Something that begins within {hours} hours moves: otherwise a must would be left out.")
        return thawed, other


def _musts_left_out(problem: Problem, programme: Programme) -> int:
    return sum(1 for one in programme.left_out if problem.activity[one.activity].priority == "must")


def record(
    folder: Path, stated: Stated, programme: Programme, at: datetime, too_much: tuple[Density, ...] = ()
) -> Planned:
    """Save the vault, write the version, and say what it came to; a time without a zone is in the review's."""
    problem, made = stated.problem, at_moment(at, stated.problem.tz)
    answers = tuple(line.n for line in stated.heard.standing)
    stated.opened.save(_knowing_leaks(stated, folder / CASES))
    with open_store(folder / DATABASE) as store:
        version = store.record_version(
            problem,
            programme,
            stated.certificates,
            made,
            MANAGER,
            answering=Answering(answers),
            after=stated.heard.last,
        )
    became = outcomes(problem, programme)
    return Planned(
        version=version.number,
        created=version.created,
        sessions=len(programme.sessions),
        left_out=tuple(
            LeftOutSaid(activity=one.activity, title=dated_title(problem, problem.activity[one.activity]), why=one.why)
            for one in programme.left_out
        ),
        drawn=told_of(became),
        draw_proven=all(tier.proven for tier in programme.tiers if tier.tier == "base cases seen"),
        tiers=programme.tiers,
        too_much=too_much,
        notices=problem.notices,
        seen=stated.seen,
        proof=proof(problem, programme, became),
        lies={
            "the review": str(folder),
            "programme, draws and log": str(folder / DATABASE),
            "key and labels": str(stated.opened.place),
        },
    )


def _knowing_leaks(stated: Stated, cases: Path) -> Vault:
    """The vault whose leak index knows all that the lists say of any child."""
    return with_leaks(stated.vault, sensitive_values(cases, stated.review.lists))
