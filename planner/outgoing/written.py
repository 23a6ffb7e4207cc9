"""A version as it was written down, and what its invitations are named by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from uuid import NAMESPACE_DNS, uuid5

from pydantic import AwareDatetime

from constraints.problem import Noun, Problem
from constraints.programme import Programme


class Written(Noun):
    """A version as it was written down.

    Attributes:
        number, made: the version, and when it was made.
        problem: what it answered.
        programme: its sessions.
    """

    number: int
    made: AwareDatetime
    problem: Problem
    programme: Programme


class Naming(NamedTuple):
    """What invitations are named by.

    Attributes:
        codes: the code of each activity.
        review: a name of the review that no other review of the organiser's has.
        organiser: the organiser's address; its domain is the right-hand side of a UID (RFC 5545, 3.8.4.7).
    """

    codes: Mapping[str, str]
    review: str
    organiser: str

    def uid(self, activity: str, generation: int) -> str:
        """The UID of a session's generation; none is ever used again."""
        domain = self.organiser.rpartition("@")[2].lower()
        return f"{uuid5(uuid5(NAMESPACE_DNS, domain), f'{self.review}/{self.codes[activity]}/{generation}')}@{domain}"


def tentative(problem: Problem) -> frozenset[str]:
    """The ids of the activities that stand in an area which is still provisional."""
    waiting = {area.id for area in problem.areas if area.provisional}
    return frozenset(activity.id for activity in problem.activities if activity.area in waiting)
