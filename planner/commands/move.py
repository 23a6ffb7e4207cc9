"""Move one session to a place by hand, and everything that has to make room for it with the fewest changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import reduce
from pathlib import Path

from constraints.places import place_at
from constraints.problem import Noun, Session
from constraints.programme import Programme
from planner.commands.ask import Ask
from planner.commands.edit_judged import accepting, completed, newly_broken
from planner.commands.free_text import refuse_child_named
from planner.commands.happened_words import happened
from planner.commands.making_room import room_for
from planner.commands.moving import put, session_to, standing_there
from planner.commands.naming import Names
from planner.commands.sentences import told
from planner.commands.situation import Situation, situation
from planner.commands.told import Change, changes_told, title_of
from planner.intake.disruption import Disruption, Pin
from planner.intake.disruption_on_problem import on_problem
from planner.layout import DATABASE
from planner.outgoing.own_words import REASON
from planner.outgoing.wording import dated_title
from planner.store import open_store
from planner.store_records import Answering
from samples.errors import InputRefused

WHO = "review manager"
BY_HAND = "moved by hand"

Progress = Callable[[str], None]


class Moved(Noun):
    """What a move came to.

    Attributes:
        version: the new version.
        changes: all that changes, the session itself among it.
        near: what begins within the freeze and changes for it.
        disturbed: how many people have to move for it, other than those of the session.
        proven: whether it cannot be done with fewer.
        waived: the breaches knowingly accepted, a sentence each.
        answered: what had happened and is answered with it, a sentence each.
    """

    version: int
    changes: tuple[Change, ...]
    near: tuple[str, ...] = ()
    disturbed: int = 0
    proven: bool = True
    waived: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()


def move(
    folder: Path,
    ask: Ask,
    name: str,
    when: str,
    people: tuple[str, ...],
    override: str,
    progress: Progress,
    as_of: datetime | None = None,
    who: str = WHO,
) -> Moved:
    """Put a session where somebody says, and keep it there.

    Without an override everything else makes room, with the fewest changes, and no rule is broken. With one nothing
    else moves: each rule that is broken is recorded as knowingly accepted, and its sessions stay where they are.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if the session is named by its code.
        name: the session, by its activity's id or its code.
        when: the new start; empty: it stays, for other reviewers.
        people: the new reviewers; empty: they stay.
        override: why broken rules are accepted; empty: none may be broken.
        progress: told in a sentence what is looked for.
        as_of: the moment; without a zone, in the review's. None: now.
        who: who moves it, by role.

    Raises:
        Refusal: it cannot stand there, something that has to be held would be left out for it, or the reason names a
            child.
    """
    stands = situation(folder, ask, as_of)
    session = session_to(
        stands, Names(folder, ask, stands.version.number, stands.before).session(name, stands.problem), when, people
    )
    still = stands.still
    session = place_at(stands.problem, still, session).session
    if session in still.sessions:
        hint = f"To keep it there: planner pin {session.activity}."
        raise InputRefused(f"session {session.activity}", "it stands there already", hint)
    why = " ".join(override.split())
    refuse_child_named(folder, ask, REASON, why)
    if why:
        return _overridden(folder, stands, session, why, who)
    return _making_room(folder, stands, session, progress, who)


def _making_room(folder: Path, stands: Situation, session: Session, progress: Progress, who: str) -> Moved:
    where = f"session {session.activity}"
    progress("looking for the fewest changes that make room for it")
    room = room_for(stands, session)
    if isinstance(room, str):
        raise InputRefused(where, f"it cannot be there: {room}", 'To accept that knowingly: --override "reason".')
    needed = [dated_title(room.problem, one) for one in room.lost if one.priority != "mop-up"]
    if needed:
        raise InputRefused(
            where, f"there it leaves no place for {' and '.join(needed)}", "planner places shows others."
        )
    programme, said = room.offer.programme, (Pin(session=session.activity),)
    number = _recorded(folder, stands, programme, said, who, BY_HAND, answers=True)
    return Moved(
        version=number,
        changes=changes_told(stands.telling(room.problem), programme),
        near=tuple(title_of(room.problem, activity) for activity in room.offer.thawed),
        disturbed=len(room.offer.disturbed),
        proven=room.proven,
        answered=tuple(happened(stands.problem, line.said) for line in stands.pending),
    )


def _overridden(folder: Path, stands: Situation, session: Session, why: str, who: str) -> Moved:
    problem = standing_there(stands.problem, session)
    free = problem.changed(fixed=tuple(fact for fact in problem.fixed if fact.activity != session.activity))
    programme = put(stands.before, session)
    broken = newly_broken(stands, free, programme)
    waivers = accepting(broken, who, why)
    kept = dict.fromkeys((session.activity, *(activity for one in waivers for activity in one.sessions)))
    pins = tuple(Pin(session=activity) for activity in kept)
    number = _recorded(folder, stands, programme, (*waivers, *pins), who, why, answers=False)
    return Moved(
        version=number,
        changes=changes_told(stands.telling(problem), programme),
        waived=tuple(told(problem, one.breach) for one in broken),
    )


def _recorded(
    folder: Path,
    stands: Situation,
    programme: Programme,
    said: tuple[Disruption, ...],
    who: str,
    why: str,
    *,
    answers: bool,
) -> int:
    """The number of the new version; one that made room answers all that happened, an override no more than before."""
    stated = stands.problem if answers else stands.version.problem
    problem = reduce(on_problem, said, stated)
    lines = stands.answers if answers else stands.heard.answers.get(stands.version.number, ())
    assert stands.problem.now is not None
    with open_store(folder / DATABASE) as store:
        made = store.record_version(
            problem,
            programme if answers else completed(problem, programme),
            stands.version.number,
            stands.problem.now,
            who,
            why,
            answering=Answering(lines),
            after=stands.last_line,
            said=[one.model_dump(mode="json") for one in said],
        )
    return made.number
