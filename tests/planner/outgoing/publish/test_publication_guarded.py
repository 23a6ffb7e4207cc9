"""A publication before the guard: whatever children are called its own words pass, and nothing else does."""

from __future__ import annotations

import pytest
from publications import Office, stated
from small_reviews import WEDNESDAY, session

from constraints.problem import Session
from planner.outgoing.decoding.files import outgoing
from planner.outgoing.guard import guard
from planner.outgoing.leaks import LeakIndex, index_of
from planner.outgoing.publish.publication import Publication, knowing
from planner.outgoing.rules import LeakRefused, Rule

HELD = session("a", "10:00", "11:00", counterparts=("w1",))
MOVED = session("b", "13:30", "14:45", WEDNESDAY, counterparts=("w2",), place="hall")
ONLINE = session("b", "13:30", "14:30", counterparts=("w2",))
THIRD = session("c", "09:00", "10:00", WEDNESDAY, counterparts=("w1", "w2"))


class EveryWord(LeakIndex):
    """An index to which every word of three letters is a child's name, and every longer number an identifier."""

    def knows(self, token: str) -> bool:
        return len(token) >= 3 and not (token.isdigit() and len(token) < 5)


def second(*drafts: list[Session]) -> tuple[Publication, LeakIndex]:
    """A publication with something new, changed and cancelled, after one that went to an old address.

    Args:
        drafts: the versions since then; none: one.
    """
    office = Office()
    people = {"w1": {"email": "before@example.org", "id": "w1"}}
    office.draft([HELD, ONLINE], stated(people=people))
    office.publish()
    before = office.holdings
    source, *_ = [office.draft(sessions) for sessions in drafts or ([MOVED, THIRD],)][::-1]
    known = index_of(frozenset(), b"key", source)
    every = {name: getattr(known, name) for name in LeakIndex.__dataclass_fields__ if name != "_seen"}
    made = office.preview()
    return made, knowing(EveryWord(**every), source, before, made)


def judged(files: dict[str, bytes], index: LeakIndex) -> None:
    guard([outgoing(f"publish/{path}", content) for path, content in files.items()], index)


def test_publication_passes_whatever_children_are_called() -> None:
    made, index = second()
    assert {one.what for one in made.told} == {"new", "changed", "cancelled"}
    assert {path.rpartition("-")[2] for path in made.files if path.startswith("graph/")} == {
        "cancel.json",
        "create.json",
    }
    judged(dict(made.files), index)


def test_session_given_up_in_an_earlier_draft_is_cancelled() -> None:
    """Nothing could be published: the cancellation's stamp was of a day on which nothing else was made or held."""
    made, index = second([ONLINE], [MOVED, THIRD])
    (cancelled,) = [one for one in made.told if one.what == "cancelled" and one.now.code == "R-0000"][:1]
    assert cancelled.now.stamp.date() not in {one.now.stamp.date() for one in made.told if one.what != "cancelled"}
    judged(dict(made.files), index)


@pytest.mark.parametrize(
    ("kind", "said", "instead", "rule"),
    [
        ("cancel.json", b"This invitation is withdrawn.", b"Sam is ill.", Rule.BODY),
        ("cancel.json", b"#g1", b"#g1 Sam", Rule.CODE),
        ("cancel.json", b"small review", b"Sam's review", Rule.CHILD),
        (".ics", b"Changed: was Tue", b"Changed: Sam was Tue", Rule.BODY),
        (".ics", b"SEQUENCE:", b"COMMENT:Sam\r\nSEQUENCE:", Rule.BODY),
        (".ics", b"LOCATION:County Hall", b"LOCATION:Sam Hall", Rule.PLACE),
        (".ics", b"w2@example.org", b"sam@example.org", Rule.RECIPIENT),
    ],
)
def test_anything_else_is_stopped(kind: str, said: bytes, instead: bytes, rule: Rule) -> None:
    made, index = second()
    path = next(path for path, content in made.files.items() if path.endswith(kind) and said in content)
    with pytest.raises(LeakRefused) as refused:
        judged({path: made.files[path].replace(said, instead)}, index)
    assert refused.value.rule is rule


def test_old_address_passes_for_its_cancellation_only_because_it_was_written_to() -> None:
    made, index = second()
    path = next(path for path, content in made.files.items() if b"before@example.org" in content)
    judged({path: made.files[path]}, index)
    office = Office()
    source = office.draft([HELD])
    with pytest.raises(LeakRefused):
        judged({path: made.files[path]}, index_of(frozenset(), b"key", source))
