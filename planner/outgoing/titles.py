"""Neutral titles: what an invitation may be called, and the grammar that every outgoing title keeps (R-TITLE).

A title says the general kind of a session, its code and its length. It has no place for a theme, a case, a legal
status, a judgement or a kind of team.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from constraints.problem import Activity

NEUTRAL: Mapping[str, str] = {
    "interview": "Practice discussion",
    "case-record": "Practice discussion",
    "tracking": "Practice discussion",
    "perspective": "Practice discussion",
    "manager": "Service discussion",
    "call": "Call",
    "group": "Group discussion",
    "focus-group": "Group discussion",
    "evening": "Evening session",
    "visit": "Visit",
    "team-visit": "Team visit",
    "deep-dive": "Service visit",
    "observation": "Observation",
    "laptop": "Records reading",
    "records": "Records reading",
    "reading": "Document reading",
    "documents": "Document reading",
    "keep-in-touch": "Keep in touch",
    "heads-up": "End-of-day discussion",
    "meeting": "Meeting",
    "team-meeting": "Team meeting",
    "review-meeting": "Review meeting",
    "workshop": "Workshop",
    "lunch": "Lunch",
    "record": "Writing up",
    "evaluation": "Reviewers' evaluation",
    "preparation": "Preparation",
    "writing": "Report writing",
    "verbal-feedback": "Feedback",
    "feedback": "Feedback",
    "presentation": "Presentation",
}
"""The neutral noun of each kind that a shipped format has, or another review is likely to have; any other kind is a
review session. Who is seen about a case and who is seen about practice are asked to the same.
"""

OTHER = "Review session"

CODE = re.compile(r"R-[0-9BCDFGHJKMNPQRSTVWXZ]{4,8}")
"""A session's code: digits and consonants, so that no word comes out."""

TITLE = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, {*NEUTRAL.values(), OTHER}), key=len, reverse=True))})"
    rf"(?: - ref {CODE.pattern})?(?: - [1-9][0-9]{{0,2}} min)?"
)
"""Everything that a title of an invitation, a meeting request or a line of the host's and public views can be."""


def neutral(activity: Activity) -> str:
    """The neutral noun of an activity's kind."""
    return NEUTRAL.get(activity.kind, OTHER)


def title(activity: Activity, code: str, minutes: int) -> str:
    """The title of an invitation: ``Practice discussion - ref R-7F3K - 60 min``."""
    return f"{neutral(activity)} - ref {code} - {minutes} min"


def allowed(text: str) -> bool:
    """Whether a title is one that the grammar makes."""
    return TITLE.fullmatch(text) is not None
