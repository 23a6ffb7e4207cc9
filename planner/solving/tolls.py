"""What bad luck comes to: a toll of each stroke and its answer, and what is lost at the end of a sequence."""

from __future__ import annotations

from constraints.problem import Mode, Noun, Problem, Session, instant
from constraints.programme import Programme
from planner.solving.spare import Answered


class Toll(Noun):
    """What happenings of one kind came to.

    Attributes:
        times: how often something happened; of cancellations, sessions.
        struck: the musts that could not stand where they were, mop-ups and standing sessions apart.
        placed: those of them that were placed again.
        spared: the struck musts for which there was still a mop-up to come in their time.
        placed_spared: those of them that were placed again.
        disturbed: people other than those of struck sessions whose diary changed, counted anew for each answer.
        proven: answers that are proven to leave out least and to disturb fewest.
        answers: how many there were.
    """

    times: int = 0
    struck: int = 0
    placed: int = 0
    spared: int = 0
    placed_spared: int = 0
    disturbed: int = 0
    proven: int = 0
    answers: int = 0

    def __add__(self, other: Toll) -> Toll:
        return Toll(**{name: getattr(self, name) + getattr(other, name) for name in Toll.model_fields})


class Walked(Noun):
    """What became of a programme in one sequence.

    Attributes:
        cancelled: what cancellations came to.
        opening: what those of them came to that struck a session which opens an area, for all of it waits for that.
        ill: what illness came to.
        late: what late judgements came to.
        out_of_turn: sessions held out of their turn, because what they open would have had to move otherwise.
        lost: the musts that were held at first and were not at the end.
        unserved: the scope items that were served at first and were not at the end.
        skipped: base cases of the draw that were seen at first and were not at the end.
        on_record: sessions that somebody was to be met in and that are held on the record alone.
        unused: the mop-ups that were still held when their time came.
    """

    cancelled: Toll = Toll()
    opening: Toll = Toll()
    ill: Toll = Toll()
    late: Toll = Toll()
    out_of_turn: int = 0
    lost: int = 0
    unserved: int = 0
    skipped: int = 0
    on_record: int = 0
    unused: int = 0


def toll_of(times: int, after: Problem, before: Programme, done: Answered) -> Toll:
    """The toll of one stroke.

    Args:
        times: how much happened at once.
        after: the problem as it stood then.
        before: the programme that stood.
        done: the answer.
    """
    struck = [after.activity[one] for one in after.struck if one in after.activity]
    musts = [one.id for one in struck if one.priority == "must" and not one.standing]
    spared = [one for one in musts if _reserve_for(after, before, one)]
    held = done.programme.session
    return Toll(
        times=times,
        struck=len(musts),
        placed=sum(one in held for one in musts),
        spared=len(spared),
        placed_spared=sum(one in held for one in spared),
        disturbed=len(done.disturbed),
        proven=done.proven,
        answers=1,
    )


def lost_between(problem: Problem, first: Programme, last: Programme) -> dict[str, int]:
    """What a programme held at first and does not at the end, by the fields of ``Walked``."""
    final = last.session
    musts = [s.activity for s in first.sessions if problem.activity[s.activity].priority == "must"]
    met = [s.activity for s in first.sessions if s.cases and not _on_record(s)]
    return {
        "lost": sum(one not in final for one in musts),
        "unserved": len(_served(problem, first) - _served(problem, last)),
        "skipped": len(_base_seen(problem, first) - _base_seen(problem, last)),
        "on_record": sum(one in final and _on_record(final[one]) for one in met),
        "unused": sum(problem.activity[one].priority == "mop-up" for one in final),
    }


def _reserve_for(problem: Problem, programme: Programme, activity: str) -> bool:
    """Whether a mop-up is still to come at a time at which this activity may stand."""
    windows = problem.activity[activity].windows
    return any(
        not windows or any(window.meets(session.start, session.end) for window in windows)
        for session in programme.sessions
        if session.activity not in problem.struck
        and problem.activity[session.activity].priority == "mop-up"
        and problem.now
        and instant(session.start) >= instant(problem.now)
    )


def _on_record(session: Session) -> bool:
    """Whether a session sees its cases on the record alone."""
    return bool(session.cases) and all(seen.mode is Mode.RECORD for seen in session.cases or ())


def _base_seen(problem: Problem, programme: Programme) -> set[tuple[str, str]]:
    """The base cases that a programme sees, each with its stratum."""
    return {
        (activity.demand.stratum, seen.case)
        for session in programme.sessions
        for activity in (problem.activity[session.activity],)
        for seen in session.cases or ()
        if activity.demand and seen.rank <= activity.demand.base
    }


def _served(problem: Problem, programme: Programme) -> set[str]:
    return {item for session in programme.sessions for item in problem.activity[session.activity].serves}
