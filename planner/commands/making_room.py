"""What it takes that a session stands somewhere: whether it can, and what makes room for it with the fewest changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from constraints.places import alone_blocked
from constraints.problem import Activity, Problem, Session
from planner.commands.by_hand import newly_broken
from planner.commands.moving import put, standing_there
from planner.commands.sentences import told
from planner.commands.situation import Situation
from planner.commands.stopping import stopping_at_once
from planner.outgoing.wording import dated_title

if TYPE_CHECKING:
    from planner.solving.offer import Offer


class Room(NamedTuple):
    """The fewest changes that make room for a session.

    Attributes:
        problem: what has to happen once it stands there.
        offer: the programme, with whoever has to move for it.
        least: nobody can make it with fewer people.
        proven: whether the offer needs no more.
        lost: the activities that were held and would be left out for it.
    """

    problem: Problem
    offer: Offer
    least: int
    proven: bool
    lost: tuple[Activity, ...]

    @property
    def too_dear(self) -> str:
        """What loses its place for it and is no hold of the reserve, as part of a sentence; empty: nothing."""
        needed = [dated_title(self.problem, one) for one in self.lost if one.priority != "mop-up"]
        return f"there it leaves no place for {' and '.join(needed)}" if needed else ""


def room_for(stands: Situation, session: Session) -> Room | str:
    """The fewest changes that make room for a session; or, as a sentence, why it cannot be there whatever else moves.

    What has begun or is pinned does not move; what begins within the freeze does where it cannot stay beside it. No
    rule is posted between two that stay, so the answer is judged once more.
    """
    if why := alone_blocked(stands.problem, session):
        return why
    # the solver takes longer to load than all the rest; what needs none does without
    from planner.solving.repair import smallest

    problem = _unkept(stands, standing_there(stands.problem, session), session)
    with stopping_at_once():
        found = smallest(problem, stands.before)
    (offer,) = found.offers
    free = problem.freed() if offer.thawed else problem
    broken = newly_broken(stands, free, offer.programme)
    if broken:
        return told(problem, broken[0].breach)
    known = {left.activity for left in stands.before.left_out}
    lost = tuple(problem.activity[one.activity] for one in offer.programme.left_out if one.activity not in known)
    return Room(problem, offer, found.least, found.proven, lost)


def _unkept(stands: Situation, problem: Problem, session: Session) -> Problem:
    """The problem in which nothing near is fixed that cannot be kept beside the session."""
    if not problem.frozen:
        return problem
    broken = newly_broken(stands, problem, put(stands.before, session))
    beside = {one.activity for each in broken for one in each.breach.sessions} & set(problem.frozen)
    return problem.changed(fixed=tuple(fact for fact in problem.fixed if fact.activity not in beside))
