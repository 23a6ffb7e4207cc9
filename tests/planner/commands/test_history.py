"""Undo, redo and restore over logs of every shape, and the fold of the log on any part of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from small_reviews import activity, at, problem, programme, session

from constraints.problem import Session
from planner.commands.history import redo, restore, undo
from planner.commands.verified import verified
from planner.commands.version_list import versions
from planner.intake.disruption import AwayFrom, Cancel, Disruption, Done, NoShow, Pin, Unpin, Waive
from planner.intake.heard import Heard, heard
from planner.layout import DATABASE
from planner.store import open_store
from planner.store_reader import read_store
from planner.store_records import Answering, LogLine
from samples.errors import InputRefused, Refusal, StoreRefused

STATED = problem(activity("talk"), activity("late"))
EARLY = at("08:00") - timedelta(days=3)
"""Before anything has begun."""


def held(hour: int) -> tuple[Session, ...]:
    """A programme whose talk is at this hour."""
    return (session("talk", f"{hour:02}:00", f"{hour + 1:02}:00"), session("late", "18:00", "19:00"))


def plan(folder: Path, hour: int, said: Sequence[Disruption] = ()) -> None:
    """Record a version that answers all that counts, as a plan or a repair does."""
    with open_store(folder / DATABASE) as store:
        answers = tuple(line.n for line in heard(store.log(), STATED.tz).standing)
        store.record_version(
            STATED,
            programme(*held(hour)),
            (),
            EARLY,
            "manager",
            answering=Answering(answers),
            said=[one.model_dump(mode="json") for one in said],
        )


def say(folder: Path, *said: Disruption) -> None:
    with open_store(folder / DATABASE) as store:
        store.record_said([one.model_dump(mode="json") for one in said], [""] * len(said), EARLY, "manager")


def log_of(folder: Path) -> tuple[LogLine, ...]:
    with read_store(folder / DATABASE) as store:
        return store.log()


def told(folder: Path) -> Heard:
    return heard(log_of(folder), STATED.tz)


class State(NamedTuple):
    """All that a person sees of a review: the programme, what counts, what is pending, what is pinned."""

    sessions: tuple[Session, ...]
    counting: frozenset[int]
    pending: tuple[int, ...]
    pinned: frozenset[str]


def state(folder: Path) -> State:
    with read_store(folder / DATABASE) as store:
        current = store.version()
        log = heard(store.log(), STATED.tz)
    pending = tuple(line.n for line in log.pending(current.number))
    return State(current.programme.sessions, log.counting, pending, log.pinned)


CANCEL = Cancel(session="talk", start=at("09:00"), end=at("10:00"), people=("r1",))
AWAY = AwayFrom(who="r2", start=at("00:00"), end=at("12:00"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A review with one version."""
    plan(tmp_path, 9)
    return tmp_path


def test_undo_takes_back_what_was_said_last_and_redo_says_it_again(folder: Path) -> None:
    before = state(folder)
    say(folder, AWAY)
    after = state(folder)
    assert after.pending == (2,)
    undo(folder, as_of=EARLY)
    assert state(folder) == before
    redo(folder, as_of=EARLY)
    assert state(folder) == after


def test_a_batch_is_taken_back_at_once(folder: Path) -> None:
    say(folder, AWAY, CANCEL)
    say(folder, Pin(session="late"))
    undo(folder, as_of=EARLY)
    assert state(folder).pending == (2, 3)
    undo(folder, as_of=EARLY)
    assert state(folder).pending == ()


def test_undo_of_a_version_is_the_one_before_and_what_it_answered_is_pending(folder: Path) -> None:
    before = state(folder)
    say(folder, CANCEL)
    plan(folder, 13)
    assert state(folder).pending == ()
    done = undo(folder, as_of=EARLY)
    assert (done.version, done.like, done.pending) == (3, 1, 1)
    assert state(folder).sessions == before.sessions
    assert state(folder).pending == (2,)
    redo(folder, as_of=EARLY)
    assert state(folder).sessions == held(13)
    assert state(folder).pending == ()


def test_what_is_said_with_a_version_is_undone_with_it(folder: Path) -> None:
    before = state(folder)
    plan(folder, 13, [Pin(session="talk")])
    after = state(folder)
    assert after.pinned == {"talk"}
    undo(folder, as_of=EARLY)
    assert state(folder) == before
    redo(folder, as_of=EARLY)
    assert state(folder) == after


def test_what_was_decided_with_later_versions_is_gone_when_an_earlier_one_is_restored(folder: Path) -> None:
    """Waivers were to be answered, and sessions stayed pinned where nobody had pinned them."""
    knowingly = Waive(rule="no_clashes", sessions=("talk", "late"), who="manager", why="agreed")
    plan(folder, 13, [knowingly, Pin(session="talk")])
    decided = state(folder)

    restore(folder, 1, as_of=EARLY)

    assert (state(folder).pending, state(folder).pinned) == ((), frozenset())
    undo(folder, as_of=EARLY)
    assert state(folder) == decided
    redo(folder, as_of=EARLY)
    assert (state(folder).sessions, state(folder).pinned) == (held(9), frozenset())


def test_restored_version_answers_what_it_answered_then_and_nothing_pending_is_forgotten(folder: Path) -> None:
    say(folder, CANCEL)
    plan(folder, 13)
    say(folder, AWAY)
    done = restore(folder, 1, as_of=EARLY)
    assert done.pending == 2
    assert restore(folder, 2, as_of=EARLY).pending == 1
    assert state(folder).sessions == held(13)


def test_restored_version_counts_again_what_was_taken_back_since(folder: Path) -> None:
    say(folder, CANCEL)
    plan(folder, 13)
    undo(folder, as_of=EARLY)
    undo(folder, as_of=EARLY)
    assert state(folder).counting == frozenset()
    restore(folder, 2, as_of=EARLY)
    assert state(folder).counting == {2}
    assert state(folder).pending == ()
    undo(folder, as_of=EARLY)
    assert state(folder).counting == frozenset()


def test_pin_is_never_pending_and_unpin_takes_it_off(folder: Path) -> None:
    say(folder, Pin(session="talk"), Pin(session="late"))
    say(folder, Done(session="talk"))
    assert (state(folder).pending, state(folder).pinned) == ((), {"talk", "late"})
    say(folder, Unpin(session="talk"))
    assert state(folder).pinned == {"late"}
    undo(folder, as_of=EARLY)
    assert state(folder).pinned == {"talk", "late"}


def test_nothing_to_undo_or_to_do_again_is_one_sentence(folder: Path) -> None:
    with pytest.raises(InputRefused, match="version 1 is the first"):
        undo(folder, as_of=EARLY)
    with pytest.raises(InputRefused, match="there is nothing to do again"):
        redo(folder, as_of=EARLY)
    with pytest.raises(InputRefused, match="version 1 is the current one"):
        restore(folder, 1, as_of=EARLY)
    with pytest.raises(StoreRefused, match="there is no version 7"):
        restore(folder, 7, as_of=EARLY)
    assert len(log_of(folder)) == 1


def test_what_has_begun_cannot_be_otherwise_in_another_version(folder: Path) -> None:
    say(folder, CANCEL)
    plan(folder, 13)
    with pytest.raises(InputRefused, match=r"history: talk, Tuesday 4 May, 13\.00, has begun"):
        undo(folder, as_of=at("14:00"))
    with pytest.raises(InputRefused, match="What has happened stays"):
        restore(folder, 1, as_of=at("14:00"))
    assert undo(folder, as_of=at("08:00")).like == 1


def test_session_that_was_not_held_may_stand_elsewhere_in_another_version(folder: Path) -> None:
    say(folder, NoShow(session="talk", start=at("09:00")))
    plan(folder, 13)
    assert undo(folder, as_of=at("10:30")).pending == 1


def test_until_something_was_said_or_published_nothing_has_happened(folder: Path) -> None:
    """A review of the past that is only tried out could not be undone."""
    plan(folder, 13)
    assert undo(folder, as_of=at("22:00")).like == 1


def test_versions_say_what_made_them(folder: Path) -> None:
    plan(folder, 13)
    undo(folder, as_of=EARLY)
    redo(folder, as_of=EARLY)
    restore(folder, 1, as_of=EARLY)
    listed = versions(folder).versions
    said = ["planned", "planned", "undoes version 2", "brings version 2 back", "restores version 1"]
    assert [one.what for one in listed] == said
    assert [one.current for one in listed] == [False] * 4 + [True]


def walk(folder: Path, random: Random, steps: int) -> None:
    """Do so many things, whatever can be done."""
    for _ in range(steps):
        what = random.randrange(8)
        if what < 2:
            hour = random.randrange(9, 16)
            start, end = at(f"{hour:02}:00"), at(f"{hour + 1:02}:00")
            some = (Cancel(session="talk", start=start, end=end, people=("r1",)), Pin(session="talk"), AWAY, CANCEL)
            say(folder, *random.sample(some, random.choice((1, 1, 2, 3))))
        elif what == 2:
            plan(folder, random.randrange(9, 16))
        elif what == 3:
            plan(folder, random.randrange(9, 16), random.sample((Pin(session="late"), Unpin(session="late")), 1))
        else:
            try:
                if what < 6:
                    undo(folder, as_of=EARLY)
                elif what == 6:
                    redo(folder, as_of=EARLY)
                else:
                    restore(folder, random.randint(1, len(versions(folder).versions)), as_of=EARLY)
            except Refusal:
                continue


@pytest.mark.parametrize("seed", range(6))
def test_undo_then_redo_is_the_identity_after_any_history(folder: Path, seed: int) -> None:
    random = Random(seed)
    for _ in range(5):
        walk(folder, random, 4)
        before, deeds = state(folder), told(folder).done
        done = 0
        for _ in range(random.randint(1, 4)):
            if told(folder).done[-1].before or (told(folder).done[-1].lines and not told(folder).done[-1].version):
                undo(folder, as_of=EARLY)
                done += 1
        for _ in range(done):
            redo(folder, as_of=EARLY)
        assert state(folder) == before
        assert told(folder).done == deeds
    verified(folder)


@pytest.mark.parametrize("seed", range(3))
def test_any_beginning_of_a_log_can_be_told(folder: Path, seed: int) -> None:
    walk(folder, Random(seed), 25)
    log = log_of(folder)
    for end in range(len(log) + 1):
        found = heard(log[:end], STATED.tz)
        assert found.counting <= {line.n for line in found.lines}
        assert all(set(lines) <= {line.n for line in found.lines} for lines in found.answers.values())
        for version in found.answers:
            found.pending(version)
        assert found.last == end


def test_line_that_nobody_knows_is_one_sentence(folder: Path) -> None:
    with open_store(folder / DATABASE) as store:
        store.record_said([{"kind": "meteor"}], [""], EARLY, "manager")
    with pytest.raises(StoreRefused, match="line 2 of its log says something that this planner does not know"):
        told(folder)


def test_somebody_else_who_wrote_meanwhile_is_told(folder: Path) -> None:
    with open_store(folder / DATABASE) as store, pytest.raises(StoreRefused, match="somebody else has written"):
        store.record_said([AWAY.model_dump(mode="json")], [""], EARLY, "manager", after=0)
    assert len(log_of(folder)) == 1
