"""From what somebody wrote to what happened: names looked up, times read, and whatever cannot be refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from planner.commands import on_others, on_sessions
from planner.commands.ears import Ears
from planner.commands.requests import Request, refuse_unsaid
from planner.intake.disruption import Disruption, MoveArea, Pin, SwapReviewer, Unpin
from samples.errors import InputRefused, Refusal

READERS: Mapping[str, Callable[[Request, Ears], Disruption]] = {
    "cancel": on_sessions.cancel,
    "away": on_others.away,
    "add": on_others.add,
    "drop": on_others.drop,
    "withdraw": on_others.withdraw,
    "move-area": on_others.move_area,
    "confirm": on_others.confirm,
    "done": on_sessions.done,
    "overran": on_sessions.overran,
    "no-show": on_sessions.no_show,
    "swap-reviewer": on_sessions.swap,
    "pin": on_sessions.pin,
    "unpin": on_sessions.unpin,
}
"""How each kind of happening is understood."""

AGAIN = (MoveArea, SwapReviewer)
"""What may happen once more in the same words, once it is answered: an area slips, a reviewer hands over."""


def understood(request: Request, ears: Ears) -> Disruption:
    """What a request says happened.

    Raises:
        Refusal: it names what is not there, or says what cannot be; a row of a table says which row.
    """
    try:
        refuse_unsaid(request)
        said = READERS[request.what](request, ears)
        known = ears.unanswered if isinstance(said, AGAIN) else ears.everything
        if said in known and not isinstance(said, Pin | Unpin):
            raise InputRefused(request.name, "this was said already", "planner disruptions lists what was noted.")
    except Refusal as refused:
        if not request.where or refused.where.startswith(request.where):
            raise
        raise InputRefused(f"{request.where}, {refused.where}", refused.found, refused.hint) from None
    return said
