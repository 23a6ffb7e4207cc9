"""Judge a review, the version planned for it, or a programme that somebody wrote, by every rule."""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from constraints.check import Judgement, check
from constraints.constraint import Breach
from constraints.density import Density, density
from constraints.problem import Noun, Problem, Waiver, instant
from constraints.programme import Programme
from planner.commands.ask import Ask
from planner.commands.folder import Stated, state
from planner.commands.judged import Judged, judged
from planner.commands.sentences import accepted, counted
from planner.commands.situation import at_moment, situation
from planner.commands.versions import planned_or_none
from planner.intake.disruption import MoveArea, Overran
from planner.intake.disruption_on_problem import OVERRAN, on_problem, on_programme
from planner.intake.programme_file import read_programme
from planner.intake.programme_workbook import is_workbook
from planner.intake.standing_now import at_rest
from planner.store_records import StoredVersion


class Checked(Noun):
    """What was seen of a review, and the judgement of a programme where there is one.

    ``too_much`` is what the review asks for more than there is, whatever is planned; ``notices`` are about the review
    and the programme; ``seen`` is what was read past in the lists and the draws.
    """

    review: str
    activities: int
    evidence: int
    people: int
    cases: int
    too_much: tuple[Density, ...]
    notices: tuple[str, ...]
    seen: tuple[str, ...]
    judged: Judged | None = None

    @property
    def broken(self) -> bool:
        """Whether something is broken."""
        return self.judged is not None and bool(self.judged.broken)


def check_folder(
    folder: Path, ask: Ask, programme: Path | None = None, *, gone: bool = False, as_of: datetime | None = None
) -> Checked:
    """Read and state a review; judge the programme named, else the current version if there is one.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if one is needed.
        programme: a programme that somebody wrote, or the council's workbook as somebody left it.
        gone: whether the sessions whose rows are gone from the workbook are taken out of the programme.
        as_of: when it is judged; without a zone, in the review's. None: now.

    Raises:
        Refusal: something in the folder, or the programme, cannot be used.
    """
    stated = state(folder, ask)
    problem = stated.problem
    if programme is not None and is_workbook(programme):
        return _workbook(folder, stated, programme, ask, gone=gone, as_of=as_of)
    if programme is not None:
        return _checked(stated, *judged(problem, read_programme(programme, problem), programme.name))
    version = planned_or_none(folder)
    if version is None:
        return _checked(stated)
    held, notices = _as_held(stated, version, at_moment(as_of, problem.tz))
    judgement, what = judged(held.problem, held.programme, f"version {version.number}")
    return _checked(stated, judgement, what, (*notices, *accepted(held.problem, judgement)))


class _Held(NamedTuple):
    problem: Problem
    programme: Programme


def _as_held(stated: Stated, version: StoredVersion, at: datetime) -> tuple[_Held, tuple[str, ...]]:
    """A version with all that happened since, whenever it is looked at, and what is to be said of that."""
    pending = [line.said for line in stated.heard.pending(version.number)]
    programme = on_programme(version.programme, [line.said for line in stated.heard.standing])
    then = reduce(on_problem, pending, at_rest(version.problem))
    notices = []
    if pending:
        things = counted(len(pending), "thing")
        notices.append(f"version {version.number} does not answer {things} that happened; repair it, or plan again.")
    # where an area moved, only the review itself can say what that means
    if then != stated.problem and not any(isinstance(said, MoveArea) for said in pending):
        notices.append(f"the review or its lists have changed since version {version.number} was planned; plan again.")
    problem = stated.problem if _speaks_of(stated.problem, programme) else then
    programme = programme.asked_for(problem)
    return _Held(_with_overruns(problem, programme, stated, at), programme), tuple(notices)


def _with_overruns(problem: Problem, programme: Programme, stated: Stated, at: datetime) -> Problem:
    """The problem in which nobody is to blame for what began before a session was over, or went on without its people.

    What ended late has happened, and so has what followed it by then; no repair can undo either.
    """
    late = {one.said.session: one.said.who for one in stated.heard.standing if isinstance(one.said, Overran)}
    if not late:
        return problem
    waivers = tuple(
        Waiver(rule=verdict.rule, sessions=tuple(one.activity for one in breach.sessions), who=who, why=OVERRAN)
        for verdict in check(problem, programme, tiers=()).musts
        for breach in verdict.breaches
        if all(instant(one.start) < instant(at) for one in breach.sessions)
        for who in [late[one.activity] for one in breach.sessions if one.activity in late][:1]
    )
    return problem.changed(waivers=(*problem.waivers, *waivers))


def _workbook(folder: Path, stated: Stated, path: Path, ask: Ask, *, gone: bool, as_of: datetime | None) -> Checked:
    """An edited workbook, each breach with its cells."""
    # what writes workbooks takes longer to load than a review to read
    from planner.commands.edit_cells import with_cells
    from planner.commands.edit_checks import refuse_gone, refuse_history, refuse_outdated
    from planner.commands.edit_judged import problem_for, programme_of
    from planner.commands.edited import take_in

    taken = take_in(folder, path, ask)
    refuse_outdated(taken)
    refuse_gone(taken, dropped=gone)
    stands = situation(folder, ask, as_of)
    refuse_history(taken, stands)
    problem = problem_for(taken, stands)
    programme = programme_of(taken, stands).asked_for(problem)

    def tell(rule: str, breach: Breach) -> str:
        return with_cells(taken.edit, rule, breach, problem)

    judgement, what = judged(problem, programme, path.name, tell)
    return _checked(stated, judgement, what, (*taken.edit.notices, *accepted(problem, judgement)))


def _speaks_of(problem: Problem, programme: Programme) -> bool:
    """Whether all that a programme names is still there."""
    return all(
        session.activity in problem.activity and all(person in problem.person for person in session.people)
        for session in programme.sessions
    )


def _checked(
    stated: Stated, judgement: Judgement | None = None, what: Judged | None = None, notices: tuple[str, ...] = ()
) -> Checked:
    problem = stated.problem
    return Checked(
        review=problem.title,
        activities=len(problem.activities),
        evidence=sum(1 for activity in problem.activities if activity.evidence),
        people=len(problem.people),
        cases=sum(len(each.base) for each in stated.certificates),
        too_much=density(problem),
        notices=(*(judgement.notices if judgement else problem.notices), *notices),
        seen=stated.seen,
        judged=what,
    )
