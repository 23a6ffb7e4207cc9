"""What the body of an invitation says, and the grammar that every outgoing body keeps (R-TITLE).

A body repeats the neutral title and says the time in words with its zone, since a reader's diary may show another one,
and whether it is only held for now. It says what has changed, and gives no reason for it (R-CANCEL). A Teams meeting's
body says no time: to send it again when the time moves would cost the meeting its link.
"""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from planner.outgoing.titles import TITLE

PLEASE = "Please do not name or describe a child in your reply."
HELD = "This time is held for now: it will be confirmed or moved under this invitation."

WITHDRAWN = "This invitation is withdrawn. There is nothing that you need to do."

CHAT = "Please keep names and details of families out of the chat."

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_CLOCK = r"[0-2][0-9]:[0-5][0-9] [A-Z0-9+-]{3,6}"

_WHEN = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [1-3]?[0-9] (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_HOUR = r"[0-2][0-9]\.[0-5][0-9]"

ELSEWHERE = "it is held at another place"
NO_MEETING = "it is no meeting any more"
A_MEETING = "it is a meeting now"
CONFIRMED = "it is confirmed"
UNCONFIRMED = "it is only held for now"
RENAMED = "it has another title"
NOTHING_ELSE = "nothing else changes"

_PART = "|".join(
    (
        rf"was {_WHEN} {_HOUR}, now {_WHEN} {_HOUR}",
        rf"was until {_HOUR}, now until {_HOUR}",
        r"it now takes [1-9][0-9]{0,3} minutes",
        *map(re.escape, (ELSEWHERE, NO_MEETING, A_MEETING, CONFIRMED, UNCONFIRMED, RENAMED, NOTHING_ELSE)),
    )
)
UPDATE = re.compile(rf"(?:{_PART})(?:; (?:{_PART}))*")
"""Everything that can be said of a change to whom it concerns."""

BODY = re.compile(
    rf"(?:{TITLE.pattern})\n"
    rf"{_DAY} [1-3]?[0-9] {_MONTH} [0-9]{{4}}, {_CLOCK} to {_CLOCK} \([A-Za-z0-9_/+-]+\)\n"
    rf"(?:Changed: {UPDATE.pattern}\.\n)?"
    rf"(?:{re.escape(HELD)}\n)?"
    rf"(?:{re.escape(PLEASE)}|{re.escape(WITHDRAWN)})"
)
"""Everything that the body of an invitation can be."""


def body(title: str, start: datetime, end: datetime, zone: str, *, tentative: bool = False, update: str = "") -> str:
    """The body of an invitation: its title, its time and zone, and what a reply must not hold.

    Args:
        title: the neutral title.
        start: when the session begins.
        end: when it ends.
        zone: the review's zone, such as ``Europe/London``.
        tentative: whether it is a hold that is still to be confirmed.
        update: what has changed, as ``UPDATE`` lets it through; empty: it is a first invitation.
    """
    changed = [f"Changed: {update}."] if update else []
    return "\n".join([*_session(title, start, end, zone), *changed, *([HELD] if tentative else []), PLEASE])


def withdrawal(title: str, start: datetime, end: datetime, zone: str) -> str:
    """The body of a cancellation: which session it was, and that nothing has to be done."""
    return "\n".join([*_session(title, start, end, zone), WITHDRAWN])


def _session(title: str, start: datetime, end: datetime, zone: str) -> tuple[str, str]:
    begins, ends = (when.astimezone(ZoneInfo(zone)) for when in (start, end))
    day = f"{begins:%A} {begins.day} {begins:%B %Y}"
    return title, f"{day}, {begins:%H:%M %Z} to {ends:%H:%M %Z} ({zone})"


def meeting(*, tentative: bool = False) -> tuple[str, ...]:
    """The body of a Teams meeting, a sentence each.

    Args:
        tentative: whether it is a hold that is still to be confirmed.
    """
    return (HELD, PLEASE, CHAT) if tentative else (PLEASE, CHAT)


def allowed(text: str) -> bool:
    """Whether a body is one that the grammar makes, or is made of sentences of a Teams meeting's."""
    return BODY.fullmatch(text) is not None or set(text.split("\n")) <= {HELD, PLEASE, CHAT, WITHDRAWN}
