"""What stands at a moment: history, what is pinned, what is near, what people hold, and what cannot stand any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Set
from datetime import datetime, timedelta

from constraints.catalogue import name_of
from constraints.check import check
from constraints.musts import (
    cases_seen,
    counterpart_attends,
    day_kind,
    in_its_window,
    its_length,
    needs_met,
    no_clashes,
    no_conflict_of_interest,
    only_when_free,
    resource_there,
    working_days,
    working_hours,
)
from constraints.problem import Problem, Session, Window, instant
from constraints.programme import Programme
from planner.intake.decided import by_now, decided, who_hears
from planner.intake.disruption import (
    AwayFrom,
    Cancel,
    Disruption,
    Drop,
    NoShow,
    SwapReviewer,
    Waive,
    Withdraw,
)

OF_ONE_SESSION = (
    in_its_window,
    its_length,
    only_when_free,
    working_hours,
    working_days,
    day_kind,
    needs_met,
    no_conflict_of_interest,
    counterpart_attends,
    cases_seen,
    resource_there,
)
"""The rules that a session on its own keeps or breaks, wherever others stand."""

ACCEPTS_ABSENCE = (name_of(only_when_free), name_of(resource_there))
"""The rules whose breach is knowingly accepted where somebody comes, or something is there, all the same."""


def stand(
    problem: Problem,
    programme: Programme,
    held: Iterable[Session],
    pinned: Collection[str],
    said: Iterable[Disruption],
    now: datetime,
) -> Problem:
    """The problem as it stands at a moment.

    Fixed is what has begun, what is pinned, and what is frozen: what people hold and starts within the freeze. None of
    it is fixed if it was struck, by something that was said or because it breaks a rule where it is.

    Args:
        problem: what has to happen, everything said applied.
        programme: the current version's, as it was held.
        held: what people hold.
        pinned: the sessions that stay where they are.
        said: all that happened and was not taken back.
        now: the moment; an aware time.
    """
    happened, held, here = tuple(said), tuple(held), now.astimezone(problem.tz)
    known = tuple(one for one in programme.sessions if _speaks_of(problem, one))
    history = tuple(
        one for one in known if instant(one.start) < instant(here) and not is_struck(problem, one, happened)
    )
    begun = {session.activity for session in history}
    ahead = tuple(one for one in known if one.activity not in begun)
    stands = {one.activity: one for one in _standing(problem, ahead, history, happened)}
    # counted on the wall clock: a day is a day even where the clocks change
    near = instant(here + timedelta(hours=problem.limits.freeze))
    frozen = tuple(
        one.activity
        for one in held
        if stands.get(one.activity) == one and instant(one.start) < near and one.activity not in pinned
    )
    stays = {*pinned, *frozen}
    by = problem.changed(now=here, fixed=())
    known_by_now = tuple(by_now(held, {one.activity: one for one in history}, here))
    base = tuple(decided(by, known_by_now, programme, stands))
    return by.changed(
        fixed=(*history, *(one for one in stands.values() if one.activity in stays)),
        published=base,
        struck=tuple(one.activity for one in programme.sessions if one.activity not in begun | stands.keys()),
        spoken_to=who_hears(known_by_now, base),
        frozen=frozen,
    )


def at_rest(problem: Problem) -> Problem:
    """The problem without what only says when it is looked at, and what stands then."""
    return problem.changed(now=None, fixed=(), published=(), struck=(), spoken_to=(), frozen=())


def is_struck(problem: Problem, session: Session, said: Iterable[Disruption]) -> bool:
    """Whether something that was said means this very session: its time and its people as they were then.

    What was said later may take that back: a reviewer who takes over again, or an absence knowingly accepted.
    """
    used = problem.resources_of(session) if session.activity in problem.activity else ()
    happened = tuple(said)
    return any(
        _strikes(one, session, {*session.people, *used})
        and not any(_overtakes(later, one, session) for later in happened[nth + 1 :])
        for nth, one in enumerate(happened)
    )


def _overtakes(later: Disruption, said: Disruption, session: Session) -> bool:
    match said, later:
        case SwapReviewer(), SwapReviewer():
            return later.session == said.session and later.to == said.out
        case AwayFrom(), Waive():
            return later.rule in ACCEPTS_ABSENCE and session.activity in later.sessions
        case _:
            return False


def _strikes(said: Disruption, session: Session, takes: Set[str]) -> bool:
    """Whether what was said means a session that takes these people and things."""
    own = said.session == session.activity if isinstance(said, Cancel | NoShow | SwapReviewer) else False
    match said:
        case Cancel():
            strikes = own and instant(session.start) == instant(said.start) and not takes.isdisjoint(said.people)
        case NoShow():
            strikes = own and instant(session.start) == instant(said.start)
        case SwapReviewer():
            strikes = own and said.out in session.reviewers
        case AwayFrom():
            strikes = said.who in takes and Window(start=said.start, end=said.end).meets(session.start, session.end)
        case Withdraw():
            seen = any(one.case == said.case for one in session.cases or ())
            strikes = seen and session.activity not in said.kept
        case Drop():
            strikes = session.activity == said.activity
        case _:
            strikes = False
    return strikes


def _standing(
    problem: Problem, sessions: tuple[Session, ...], history: tuple[Session, ...], said: Collection[Disruption]
) -> Iterator[Session]:
    """Those of the sessions ahead that can stand as they are.

    Each is judged among all of them, struck or not: who works on a day is told by the sessions that were to be held.
    """
    ours = tuple(one for one in sessions if _speaks_of(problem, one))
    rules = (*OF_ONE_SESSION, no_clashes)
    judged = check(problem, Programme(sessions=(*history, *ours)), musts=rules, tiers=())
    broken: set[str] = set()
    for verdict in judged.musts:
        for breach in verdict.breaches:
            ahead = [one.activity for one in breach.sessions if one not in history]
            # two sessions ahead that clash are no more wrong today than they were
            broken.update(ahead if len(ahead) == 1 else ())
    yield from (one for one in ours if one.activity not in broken and not is_struck(problem, one, said))


def _speaks_of(problem: Problem, session: Session) -> bool:
    """Whether all that a session names is still there."""
    return session.activity in problem.activity and all(person in problem.person for person in session.people)
