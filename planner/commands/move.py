"""Move one session to a place by hand, and everything that has to make room for it with the fewest changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from constraints.places import place_at
from constraints.problem import Noun, Session
from planner.commands.ask import Ask
from planner.commands.by_hand import accepting, newly_broken, record_by_hand
from planner.commands.free_text import refuse_child_named
from planner.commands.happened_words import happened
from planner.commands.making_room import room_for
from planner.commands.moving import put, session_to, standing_there
from planner.commands.naming import Names
from planner.commands.recorded import Decided, recorded
from planner.commands.roles import MANAGER, role
from planner.commands.sentences import told
from planner.commands.situation import Situation, situation
from planner.commands.told import Change, changes_told, title_of
from planner.intake.disruption import Pin
from planner.outgoing.own_words import REASON
from samples.errors import InputRefused

BY_HAND = "moved by hand"

Progress = Callable[[str], None]


class Moved(Noun):
    """What a move came to.

    Attributes:
        version: the new version.
        changes: all that changes from the version before, the session itself among it.
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
    who: str = MANAGER,
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
    by, stands = role(who), situation(folder, ask, as_of)
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
        return _overridden(folder, stands, session, why, by)
    return _making_room(folder, stands, session, progress, by)


def _making_room(folder: Path, stands: Situation, session: Session, progress: Progress, who: str) -> Moved:
    where = f"session {session.activity}"
    progress("looking for the fewest changes that make room for it")
    room = room_for(stands, session)
    if isinstance(room, str):
        raise InputRefused(where, f"it cannot be there: {room}", 'To accept that knowingly: --override "reason".')
    if room.too_dear:
        raise InputRefused(where, room.too_dear, "planner places shows others.")
    programme, said = room.offer.programme, (Pin(session=session.activity),)
    stays = tuple(fact for fact in room.problem.fixed if programme.session.get(fact.activity) == fact)
    problem = stands.problem.changed(fixed=stays)
    decided = Decided(problem, programme, stands.answers, stands.now, who, BY_HAND, said)
    return Moved(
        version=recorded(folder, stands, decided),
        changes=changes_told(stands.from_before(room.problem), programme),
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
    number = record_by_hand(folder, stands, programme, (*waivers, *pins), who, why)
    return Moved(
        version=number,
        changes=changes_told(stands.from_before(problem), programme),
        waived=tuple(told(problem, one.breach) for one in broken),
    )
