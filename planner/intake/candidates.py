"""Drawn cases as candidates: who of the staff can speak about each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from constraints.problem import Candidate, Mode
from planner.intake.nearest import did_you_mean
from planner.intake.review import CaseEntry, Review
from planner.intake.staff_names import StaffNames
from samples.draw import Drawn
from samples.errors import InputRefused
from samples.strata import Holder, Stratum


class Candidates:
    """Candidates with people of one review's staff."""

    def __init__(self, review: Review, labels: Mapping[str, str]) -> None:
        self._staff = StaffNames(review.staff)
        self._cover = {member.id: member.cover for member in review.staff}
        self._labels = labels

    def of(self, cases: Iterable[Drawn], stratum: Stratum, asked: CaseEntry) -> tuple[Candidate, ...]:
        """The cases in their order, each with those who can speak about it; with nobody where only records are seen.

        Args:
            cases: the cases drawn.
            stratum: what they were drawn for.
            asked: how an activity wants to see them, and who is to speak.

        Raises:
            InputRefused: a role that nobody has, or a name that the staff list lacks.
        """
        speaker = _speaker(stratum, asked.role)
        return tuple(self._candidate(each, stratum, speaker, asked.modes) for each in cases)

    def _candidate(self, drawn: Drawn, stratum: Stratum, speaker: Holder, modes: tuple[Mode, ...]) -> Candidate:
        asks = Mode.WORKER in modes or Mode.COVER in modes
        workers = self._workers(drawn, stratum, speaker) if asks else ()
        instead = self._cover.get(workers[0], "") if workers and Mode.COVER in modes else ""
        return Candidate(
            case=self._labels[drawn.reference],
            rank=drawn.rank,
            workers=workers,
            cover=(instead,) if instead and instead not in workers else (),
        )

    def _workers(self, drawn: Drawn, stratum: Stratum, speaker: Holder) -> tuple[str, ...]:
        where = f"list {speaker.list or stratum.list}, {' or '.join(speaker.columns)} ({stratum.id})"
        # the team stands beside the holder's name: it tells nobody else apart
        if speaker == stratum.holder:
            names, team = drawn.holders, drawn.team
        else:
            names, team = drawn.others.get(speaker.role, ()), ""
        found = (self._staff.find(name, team, where).id for name in names if name.strip())
        return tuple(dict.fromkeys(found))


def _speaker(stratum: Stratum, role: str) -> Holder:
    """Who speaks about a stratum's cases: the holder, unless a role names one of the others."""
    there = {holder.role: holder for holder in (*stratum.others, stratum.holder)}
    if role and role not in there:
        found = f"nobody has the role '{role}'"
        raise InputRefused(f"stratum {stratum.id}", found, did_you_mean(role, there))
    return there[role] if role else stratum.holder
