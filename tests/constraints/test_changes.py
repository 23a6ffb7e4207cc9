from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from constraints.changes import changes
from constraints.problem import CaseSeen, Mode, Session
from constraints.programme import Changes, Move, Programme

LONDON = ZoneInfo("Europe/London")


def session(activity: str, hour: int = 10, reviewers: tuple[str, ...] = ("r1",), **said: object) -> Session:
    start, end = (datetime(2021, 4, 22, at, tzinfo=LONDON) for at in (hour, hour + 1))
    return Session.model_validate({"activity": activity, "start": start, "end": end, "reviewers": reviewers} | said)


def test_changes_of_a_programme_to_itself_are_none() -> None:
    programme = Programme(sessions=(session("a"), session("b", 12)))
    assert changes(programme, programme) == Changes()


def test_changes_count_each_session_by_what_became_of_it() -> None:
    before = Programme(sessions=(session("gone"), session("later", 11), session("other", 12), session("same", 14)))
    after = Programme(
        sessions=(session("later", 13), session("other", 12, ("r2",)), session("same", 14), session("new", 16))
    )
    assert changes(before, after) == Changes(
        added=(session("new", 16),),
        moved=(Move(before=session("later", 11), after=session("later", 13)),),
        cancelled=(session("gone"),),
        reassigned=(Move(before=session("other", 12), after=session("other", 12, ("r2",))),),
    )


def test_changes_may_move_and_reassign_one_session() -> None:
    made = changes(Programme(sessions=(session("a"),)), Programme(sessions=(session("a", 11, ("r2",)),)))
    assert (len(made.moved), len(made.reassigned)) == (1, 1)


def test_changes_do_not_compare_what_one_side_does_not_state() -> None:
    seen = (CaseSeen(case="HF-001", rank=1, mode=Mode.WORKER),)
    unstated = Programme(sessions=(session("a", counterparts=None, cases=None),))
    stated = Programme(sessions=(session("a", counterparts=("w1",), cases=seen),))
    assert changes(unstated, stated) == Changes()
    assert changes(stated, unstated) == Changes()


def test_changes_see_another_place_and_another_order_of_people_as_they_are() -> None:
    one = Programme(sessions=(session("a", reviewers=("r1", "r2")),))
    assert changes(one, Programme(sessions=(session("a", reviewers=("r2", "r1")),))) == Changes()
    assert (
        len(changes(one, Programme(sessions=(session("a", reviewers=("r1", "r2"), place="civic centre"),))).moved) == 1
    )


def test_changes_see_another_room_of_the_same_place() -> None:
    one, other, unstated = (Programme(sessions=(session("a", room=room),)) for room in ("small", "large", None))
    assert len(changes(one, other).moved) == 1
    assert changes(one, unstated) == changes(unstated, one) == changes(one, one) == Changes()
