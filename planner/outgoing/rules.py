"""The rules that everything outgoing keeps, each with the sentence that a refusal says."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePosixPath

from samples.errors import Refusal

HINT = "Nothing was written; take it out of the review's titles, places, staff or texts, and try again."
_VIEWS = frozenset({"reviewer", "host", "public"})
_KINDS = frozenset({".docx", ".xlsx", ".html", ".ics", ".json"})


class Rule(StrEnum):
    """What a field broke; its value is the refusal's sentence."""

    TITLE = "a title is not one that the grammar of neutral titles makes"
    BODY = "a body is not one that the grammar of bodies makes"
    PLACE = "a place is not one of the review's own"
    NAME = "a name in a place for staff names is not that of anybody in the review"
    RECIPIENT = "an address is not that of anybody in the review"
    TIME = "a date is not one of the programme's own"
    UID = "an identifier of an invitation is not one that the planner made"
    CODE = "a code is not one that the planner made"
    CHILD = "a word or number is one that a child could be known by"
    BORN = "a date is one on which a child on the lists was born"
    CASE = "the label or the reference of a case, which only reviewers may see, stands where others see it"
    THEME = "a theme or a stratum, which only reviewers may see, stands where others see it"
    UNREAD = "the file cannot be read back, so it cannot be checked"


class LeakRefused(Refusal):
    """Something outgoing breaks a rule of confidentiality; ``rule`` says which."""

    def __init__(self, rule: Rule, where: str, hint: str = HINT) -> None:
        self.rule = rule
        super().__init__(where, rule.value, hint)


def shown(path: str, number: int | None = None) -> str:
    """A file by its view, its number among those to be written, and its kind: its name may be what must not be said."""
    parts, kind = PurePosixPath(path).parts, PurePosixPath(path).suffix
    view = parts[0] if parts and parts[0] in _VIEWS else "out"
    file = "a file" if number is None else f"file {number}"
    return f"{view}, {file} ({kind})" if kind in _KINDS else f"{view}, {file}"
