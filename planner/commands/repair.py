"""Repair: what can be done about all that happened since the current version, ranked.

What was offered is a line of the log: the moment it was judged at, and the digest of each programme.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from constraints.problem import Noun, Problem
from constraints.programme import TierValue
from constraints.reserve import Reserve, reserve
from planner.commands.ask import Ask
from planner.commands.effects import Effect, effects_told
from planner.commands.fewest_proven import fewest_proven
from planner.commands.happened_words import happened
from planner.commands.offers import note_offers
from planner.commands.situation import Situation, situation
from planner.commands.stopping import stopping_at_once
from planner.commands.told import Change, Told, changes_told, people_told, title_of
from planner.intake.disruption import Cancel, NoShow
from planner.outgoing.written import tentative
from samples.errors import InputRefused

if TYPE_CHECKING:
    from planner.solving.offer import Offer, Repairs

Progress = Callable[[str], None]

FULL = "a full re-plan: computed only with --replan"
"""What is listed by name alone."""


class OfferTold(Noun):
    """One answer, told.

    Attributes:
        number: by which it is accepted.
        kind: what it does.
        disturbs: the names of those whose diary changes, other than the people of struck sessions.
        changes: session by session.
        told: person by person.
        effects: on coverage, reserve, days and load.
        left_out: what it leaves out that was held, with the reason.
        thawed: the titles of sessions that were about to begin and change all the same.
        out_of_turn: the titles of those that no longer come before everything else of their area.
    """

    number: int
    kind: str
    more: int
    disturbs: tuple[str, ...]
    changes: tuple[Change, ...]
    told: tuple[Told, ...]
    effects: tuple[Effect, ...]
    left_out: tuple[str, ...]
    thawed: tuple[str, ...]
    out_of_turn: tuple[str, ...]
    tiers: tuple[TierValue, ...]


class Repaired(Noun):
    """What happened, and what can be done.

    Attributes:
        happened: what is answered, a sentence each.
        struck: the sessions that cannot stand where they are.
        proof: what is proven of the fewest people.
        short: what is to be said of the reserve; empty: it is enough.
        listed: what could be done beside, by name alone.
    """

    version: int
    happened: tuple[str, ...]
    struck: tuple[str, ...]
    offers: tuple[OfferTold, ...]
    least: int
    proven: bool
    proof: str
    short: str = ""
    listed: tuple[str, ...] = ()


def repair_folder(
    folder: Path, ask: Ask, progress: Progress, as_of: datetime | None = None, *, wider: int = 2, replan: bool = False
) -> Repaired:
    """Look for every kind of answer to what happened; nothing is decided by it.

    Args:
        folder: the review folder.
        ask: asks for the vault's passphrase, if an area moved.
        progress: told in a sentence what is looked for.
        as_of: the moment; without a zone, in the review's. None: now.
        wider: how many people more than the fewest are looked at for a tidier programme.
        replan: whether a full re-plan is looked for too.

    Raises:
        Refusal: nothing has been planned yet, or nothing happened that would need an answer.
    """
    stands = situation(folder, ask, as_of)
    left = reserve(stands.problem, stands.before, fallen(stands))
    if not (stands.pending or stands.problem.struck or left.short):
        raise InputRefused("planner repair", "nothing happened that the programme does not answer", hint=NOTHING)
    found = _repairs(stands, wider, rebuild=bool(left.short), replan=replan, progress=progress)
    note_offers(folder, stands, found, wider)
    return _told(stands, found, left)


def fallen(stands: Situation) -> int:
    """How many evidence sessions with people of the council have fallen through so far."""
    said = [line.said for line in stands.heard.standing]
    sessions = {one.session for one in said if isinstance(one, Cancel | NoShow)}
    known = stands.problem.activity
    return sum(one in known and known[one].evidence for one in sessions)


NOTHING = "Say what happened first, such as: planner cancel SESSION."


def _repairs(stands: Situation, wider: int, *, rebuild: bool, replan: bool, progress: Progress) -> Repairs:
    # the solver takes longer to load than all the rest; what is refused is refused before
    from planner.solving.repair import repair

    with stopping_at_once():
        return repair(stands.problem, stands.before, wider=wider, rebuild=rebuild, replan=replan, progress=progress)


def _told(stands: Situation, found: Repairs, left: Reserve) -> Repaired:
    problem = stands.problem
    return Repaired(
        version=stands.version.number,
        happened=tuple(happened(problem, line.said) for line in stands.pending),
        struck=tuple(_title_before(stands, activity) for activity in problem.struck),
        offers=tuple(_offer(stands, number, offer) for number, offer in enumerate(found.offers, start=1)),
        least=found.least,
        proven=found.proven,
        proof=fewest_proven(found, near=bool(problem.frozen)),
        short=_short(problem, left),
        listed=() if any(offer.kind == "full re-plan" for offer in found.offers) else (FULL,),
    )


def _title_before(stands: Situation, activity: str) -> str:
    """What a session is called where it stood: what recurs is called by its day, and an area may have moved since."""
    known = stands.version.problem
    return _called(known if activity in known.activity else stands.problem, activity)


def _called(problem: Problem, activity: str) -> str:
    """A session by its id and its title: several may have one title."""
    return f"{activity}, {title_of(problem, activity)}"


def _offer(stands: Situation, number: int, offer: Offer) -> OfferTold:
    problem, programme = stands.problem, offer.programme
    telling = stands.telling(problem)
    known = {left.activity for left in stands.before.left_out}
    lost = [left for left in programme.left_out if left.activity not in known]
    return OfferTold(
        number=number,
        kind=offer.kind,
        more=offer.more,
        disturbs=tuple(problem.person[one].name if one in problem.person else one for one in offer.disturbed),
        changes=changes_told(telling, programme),
        told=people_told(telling, programme, tentative(stands.version.problem) - tentative(problem)),
        effects=effects_told(stands.version.problem, stands.before, problem, programme),
        left_out=tuple(f"{_called(problem, left.activity)}: {left.why}" for left in lost),
        thawed=tuple(_called(problem, activity) for activity in offer.thawed),
        out_of_turn=tuple(_called(problem, activity) for activity in offer.out_of_turn),
        tiers=programme.tiers,
    )


def _short(problem: Problem, left: Reserve) -> str:
    """What the reserve lacks, and how it could be had; empty: it is enough."""
    if not left.short:
        return ""
    like = next((one.id for one in reversed(problem.activities) if one.priority == "mop-up"), "")
    how = f" More than there are: planner add {like}-MORE --like {like}, then planner repair." if like else ""
    return f"The reserve is short: {left.sentence}.{how}"
