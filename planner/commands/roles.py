"""Who does something, by role, as the log has it."""

from __future__ import annotations

from samples.errors import InputRefused

MANAGER = "review manager"
"""Who plans, decides and says what happened, if nobody else is named."""

LINK_OFFICER = "link officer"
"""Who publishes, and opens the list of cases, if nobody else is named."""


def role(who: str, usual: str = MANAGER) -> str:
    """A role as it is written into the log, on one line; ``usual``: who mostly does this.

    Raises:
        InputRefused: it says nothing.
    """
    named = " ".join(who.split())
    if not named:
        raise InputRefused("--who", "nobody is named", f"Say by role who does so, such as '{usual}'.")
    return named
