"""Every sentence that an invitation or a meeting request may say, and the words that every document may print.

An invitation's body is made here, and the guard lets no line through that is not made here (R-TITLE, R-CANCEL): the
writer and the guard read the same tuple.
"""

from __future__ import annotations

import re

from planner.outgoing.titles import CODE

PRIVATE = "Please keep the names and details of families out of replies, attachments and the chat."
CASE = "Which case this is about, if any, is told to you separately by your council."
PROVISIONAL = "This time is held provisionally; it will be confirmed or moved under this same invitation."

LINES: tuple[re.Pattern[str], ...] = (
    re.compile(rf"Reference (?P<code>{CODE.pattern})\."),
    re.compile(r"[1-9][0-9]{0,2} minutes, (?P<place>.+)\."),
    re.compile(re.escape(PRIVATE)),
    re.compile(re.escape(CASE)),
    re.compile(re.escape(PROVISIONAL)),
)
"""What a line of a body may be. Named groups hold values, which are judged as fields of that kind."""

PLACES = ("online", "Microsoft Teams meeting", "Microsoft Teams")
"""Places that are nobody's: where a session is held when it is held nowhere else."""


def description(code: str, minutes: int, place: str, *, provisional: bool = False) -> str:
    """The body of an invitation, a sentence a line.

    Args:
        code: the session's neutral code.
        minutes: its length.
        place: where it is held.
        provisional: whether its area still waits for something.
    """
    lines = [f"Reference {code}.", f"{minutes} minutes, {place}.", CASE, PRIVATE]
    return "\n".join([*lines, PROVISIONAL] if provisional else lines)


def allowed_line(line: str) -> re.Match[str] | None:
    """The template that makes a line of a body, with its values; None: there is none."""
    return next((found for template in LINES if (found := template.fullmatch(line))), None)
