"""The review's own words, before they pass everywhere for its own: a place must not be "Room 3, HF-017".

The guard lets out whatever is the problem's own: titles, places, roles, teams, names of staff. So those are looked
through first for what is never anybody's own: the label of a case, a child's identifier, whole name or date of birth.
Single words of a name are not looked for, since a team may well be called as a child is.
"""

from __future__ import annotations

from collections.abc import Iterator

from planner.outgoing.leaks import LeakIndex, answered
from planner.outgoing.places import names_of_places, place_of
from planner.outgoing.rules import LeakRefused, Rule
from planner.outgoing.source import Source
from planner.outgoing.spoken import dates, plain, words

REASON = "the reason for which a rule was knowingly broken"
TITLE = "the title of a session"

_LONGEST = 5
"""Words that an identifier or a name may be written with."""

_JOINTS = ("", "-", "/", ".", "_")


def refuse_own_words(source: Source, index: LeakIndex) -> None:
    """Refuse a version whose own words name a child or a case.

    Raises:
        LeakRefused: they do; the sentence says which kind of word it is, and nothing of the child.
    """
    for what, text in _texts(source):
        refuse_words(what, text, index)
    for what, text in _staff(source):
        if broken := _broken(plain(text), index, of_staff=True):
            raise LeakRefused(broken, what)


def refuse_words(what: str, text: str, index: LeakIndex) -> None:
    """Refuse a text that names a child or a case.

    Raises:
        LeakRefused: it does; the sentence says ``what`` it is, and nothing of the child.
    """
    if broken := _broken(plain(text), index, of_staff=False):
        raise LeakRefused(broken, what)


def _texts(source: Source) -> Iterator[tuple[str, str]]:
    problem = source.problem
    yield "the review's title", problem.title
    for stated, programme in answered(source):
        for name in names_of_places(stated):
            yield "the name of a site or a room", name
        for session in programme.sessions:
            yield "the place of a session", place_of(stated, session)
        for activity in stated.activities:
            yield TITLE, activity.title
        for waiver in stated.waivers:
            yield REASON, waiver.why
    for pool in problem.pools:
        yield "the name of a pool", pool.name
    for person in problem.people:
        yield from (("a role on the staff list", person.role), ("a team on the staff list", person.team))


def _staff(source: Source) -> Iterator[tuple[str, str]]:
    yield "the organiser's name", source.organiser_name
    for person in source.problem.people:
        yield from (("a name on the staff list", person.name), ("an id on the staff list", person.id))


def _broken(text: str, index: LeakIndex, *, of_staff: bool) -> Rule | None:
    if index.label.search(text):
        return Rule.CASE
    if any(day.whole and index.knows(day.whole.isoformat()) for day in dates(text)):
        return Rule.BORN
    return Rule.CHILD if any(map(index.knows, _tokens(text, with_digits=of_staff))) else None


def _tokens(text: str, *, with_digits: bool) -> Iterator[str]:
    """Words beside each other as one, and single words with a digit: an identifier, or a whole name."""
    said = [word.said for word in words(text)]
    for at in range(len(said)):
        for upto in range(at + 1, min(at + _LONGEST, len(said)) + 1):
            window = said[at:upto]
            digit = any(one.isdigit() for word in window for one in word)
            if digit or (len(window) > 1 and not with_digits):
                yield from {joint.join(window) for joint in _JOINTS}
