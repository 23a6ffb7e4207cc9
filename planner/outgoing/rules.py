"""The rules that everything outgoing keeps, each with the sentence that a refusal says."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """What a field broke; its value completes ``nothing was written: ...``."""

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
    CASE = "the label or the reference of a case stands where only reviewers may see it"
    THEME = "a theme or a stratum stands where only reviewers may see it"
    UNREAD = "the file cannot be read back, so it cannot be checked"
