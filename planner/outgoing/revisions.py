"""Where each invitation stands: its UID, SEQUENCE and DTSTAMP, continued from what people hold.

They rise with publications, not with every version that was only drafted. Nothing is drawn at random and no clock is
read: whoever continues from the same holdings finds the same revisions, so what is previewed is what is sent, and the
documents of a version agree with its publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from constraints.problem import Problem
from planner.outgoing.continued import people, sessions
from planner.outgoing.holdings import Holding, Holdings, Standing, holder
from planner.outgoing.source import Revision
from planner.outgoing.written import Naming, Written, tentative

__all__ = ["Naming", "Written", "asked_of", "drafted", "revisions", "revisions_of", "tentative"]


def drafted(before: Holdings, versions: Iterable[Written], naming: Naming) -> Holdings:
    """What stands if the last of these versions is published on what people hold.

    What is sent first stood in one of the versions written since; its stamp is when that one was made.

    Args:
        before: what people hold.
        versions: those written since it was published, the first one first, up to the one to be published.
        naming: what new invitations are named by.
    """
    so_far = before
    for version in versions:
        so_far = _restamped(_told(before, version, naming), so_far)
    return so_far


def revisions(
    versions: Sequence[Written], codes: Mapping[str, str], review: str, domain: str
) -> Mapping[str, Revision]:
    """The revision of every session of the last version, by its activity's id, if each version was published.

    Args:
        versions: the versions that were published and the one that is shown, the first one first.
        codes: the code of each activity.
        review: a name of the review that no other review of the organiser's has.
        domain: the organiser's domain.
    """
    held = Holdings()
    for version in versions:
        held = drafted(held, [version], Naming(codes, review, f"@{domain}"))
    return revisions_of(held)


def revisions_of(held: Holdings) -> Mapping[str, Revision]:
    """The revision of every session that stands, by its activity's id."""
    return {row.activity: row.revision for row in held.sessions if row.stands}


def asked_of(held: Holdings, problem: Problem) -> Mapping[str, Mapping[str, Revision]]:
    """The revision of every invitation that stands, by whom it was sent to and its activity's id."""
    by_holder: dict[str, dict[str, Revision]] = {}
    for row in held.people:
        if row.stands:
            by_holder.setdefault(row.holder, {})[row.activity] = row.revision
    return {person.id: by_holder[holder(person)] for person in problem.people if holder(person) in by_holder}


def _told(before: Holdings, version: Written, naming: Naming) -> Holdings:
    now = before.then(Holdings(sessions=tuple(sessions(before, version, naming))))
    return now.then(Holdings(people=tuple(people(before, now, version, naming))))


Row = TypeVar("Row", Standing, Holding)


def _restamped(now: Holdings, so_far: Holdings) -> Holdings:
    """The same, with the stamps of the draft in which each row was first as it is."""
    return Holdings(
        sessions=tuple(_first_stamp(row, so_far.session.get(row.key)) for row in now.sessions),
        people=tuple(_first_stamp(row, so_far.held.get(row.key)) for row in now.people),
        meetings=now.meetings,
    )


def _first_stamp(row: Row, draft: Row | None) -> Row:
    return draft if draft and draft.model_copy(update={"stamp": row.stamp}) == row else row
