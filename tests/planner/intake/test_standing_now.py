from __future__ import annotations

from datetime import date, datetime

import pytest
from small_reviews import AUDIT, LONDON, WEDNESDAY, activity, at, problem, programme, seen, session

from constraints.problem import Person, Pool, Problem, ReviewerDay
from planner.intake.disruption import AwayFrom, Cancel, Disruption, Drop, NoShow, Overran, SwapReviewer, Waive, Withdraw
from planner.intake.disruption_on_problem import on_problem, on_programme
from planner.intake.standing_now import stand

FIRST = session("first", "09:00", "10:00")
TALK = session("talk", "10:00", "11:00", counterparts=("w1",), cases=seen())
LATE = session("late", "15:00", "16:00")
NEXT = session("next", "15:00", "16:00", WEDNESDAY)
BEFORE = programme(FIRST, TALK, LATE, NEXT)
STATED = problem(activity("first"), activity("talk", demand=AUDIT), activity("late"), activity("next"))


def stands(*said: Disruption, now: datetime, pinned: tuple[str, ...] = (), stated: Problem = STATED) -> Problem:
    after = stated
    for one in said:
        after = on_problem(after, one)
    before = on_programme(BEFORE, said)
    return stand(after, before, before.sessions, pinned, said, now)


def fixed(stated: Problem) -> list[str]:
    return [one.activity for one in stated.fixed]


def test_what_began_before_now_is_history_and_what_begins_now_is_not() -> None:
    found = stands(now=at("10:00"))
    assert fixed(found)[0] == "first"
    assert found.now == at("10:00")
    assert found.published == BEFORE.sessions
    assert not found.struck


def test_what_begins_within_the_freeze_is_fixed_for_now_and_later_is_free() -> None:
    found = stands(now=at("10:00"))
    assert found.frozen == ("talk", "late")
    assert fixed(found) == ["first", "talk", "late"]


def test_pinned_session_is_fixed_and_not_only_frozen() -> None:
    found = stands(now=at("10:00"), pinned=("late", "next", "gone"))
    assert found.frozen == ("talk",)
    assert fixed(found) == ["first", "talk", "late", "next"]


def test_freeze_counts_hours_of_the_clock_where_it_changes() -> None:
    """Twenty-four hours of UTC had frozen a session that by the clock was twenty-five hours away."""
    sunday = date(2021, 10, 31)
    stated = Problem(
        title="small",
        start=date(2021, 10, 30),
        end=sunday,
        people=(Person(id="r1", name="First", pools=("reviewers",)),),
        pools=(Pool(id="reviewers", name="Reviewers"),),
        activities=(activity("at-ten"), activity("after")),
        days=(ReviewerDay(person="r1", date=sunday, kind="fieldwork"),),
    )
    before = programme(session("at-ten", "09:45", "10:45", sunday), session("after", "11:00", "12:00", sunday))
    now = datetime(2021, 10, 30, 10, tzinfo=LONDON)
    assert stand(stated, before, before.sessions, (), (), now).frozen == ("at-ten",)


@pytest.mark.parametrize(
    "said",
    [
        Cancel(session="talk", start=TALK.start, end=TALK.end, people=("w1",)),
        AwayFrom(who="w1", start=at("10:30"), end=at("12:00")),
        AwayFrom(who="r1", start=at("10:30"), end=at("12:00")),
        Withdraw(case="c1"),
        Drop(activity="talk"),
        SwapReviewer(session="talk", out="r1"),
    ],
    ids=lambda one: one.kind,
)
def test_struck_session_is_not_fixed_and_its_people_are_excused(said: Disruption) -> None:
    found = stands(said, now=at("09:30"), pinned=("talk",))
    assert found.struck == ("talk",)
    assert found.excused == {"r1", "w1"}
    assert "talk" not in fixed(found)
    assert "talk" not in found.frozen


def test_session_that_was_not_held_is_no_history() -> None:
    found = stands(NoShow(session="talk", start=TALK.start), now=at("12:00"))
    assert found.struck == ("talk",)
    assert fixed(found) == ["first", "late"]


def test_what_was_said_of_a_session_elsewhere_does_not_strike_the_one_that_took_its_place() -> None:
    """A session cancelled and placed again was struck for ever, since its name was."""
    cancelled = Cancel(session="talk", start=at("13:00"), end=at("14:00"), people=("w1",))
    assert stands(cancelled, NoShow(session="talk", start=at("08:00")), now=at("09:30")).struck == ()
    by_others = Cancel(session="talk", start=TALK.start, end=TALK.end, people=("w2",))
    assert stands(by_others, now=at("09:30")).struck == ()


def test_session_whose_person_is_not_free_by_the_review_is_struck_without_a_word() -> None:
    people = {"w1": {"windows": ()}}
    away = problem(*STATED.activities, people=people)
    assert stands(now=at("09:30"), stated=away).struck == ("talk",)


def test_history_is_not_struck_by_what_the_review_says_now() -> None:
    away = problem(*STATED.activities, people={"w1": {"windows": ()}})
    found = stands(now=at("10:30"), stated=away)
    assert (found.struck, "talk" in fixed(found)) == ((), True)


def test_overrun_strikes_what_it_runs_into() -> None:
    said = Overran(session="first", start=FIRST.start, until=at("10:15"), who="review manager")
    found = stands(said, now=at("09:50"))
    assert found.struck == ("talk",)
    assert found.fixed[0].end == at("10:15")


def test_session_of_an_activity_that_is_gone_is_struck_and_not_fixed() -> None:
    without = problem(*(one for one in STATED.activities if one.id not in {"first", "next"}))
    found = stands(now=at("09:30"), stated=without)
    assert set(found.struck) >= {"next"}
    assert fixed(found) == ["talk", "late"]


def test_what_the_current_version_moved_since_it_was_published_is_not_frozen_where_it_was() -> None:
    moved = programme(FIRST, TALK.model_copy(update={"start": at("13:00"), "end": at("14:00")}), LATE, NEXT)
    found = stand(STATED, moved, BEFORE.sessions, (), (), at("09:30"))
    assert found.frozen == ("late",)
    assert found.published == moved.sessions
    assert found.spoken_to == ("r1", "w1")


def test_reviewer_who_would_no_longer_work_that_day_strikes_no_shared_session() -> None:
    """Keep-in-touch was struck with the only interview of one of its reviewers, and its people excused."""
    kit = activity("kit", standing="kit", needs=({"pool": "reviewers", "count": "all who work that day"},))
    both = session("kit", "09:00", "10:00", WEDNESDAY, reviewers=("r1", "r2"))
    own = session("solo", "11:00", "12:00", WEDNESDAY, reviewers=("r2",), counterparts=("w2",))
    stated = problem(kit, activity("next"), activity("solo", counterparts=({"people": ("w2",)},)))
    before = programme(both, NEXT, own)
    said = Cancel(session="solo", start=own.start, end=own.end, people=("w2",))
    found = stand(on_problem(stated, said), before, before.sessions, (), (said,), at("08:00"))
    assert found.struck == ("solo",)


def test_reviewer_who_takes_a_session_over_again_holds_it() -> None:
    """It was struck for ever: after it had been held, a repair moved it to the next day."""
    there, back = SwapReviewer(session="talk", out="r1", to="r2"), SwapReviewer(session="talk", out="r2", to="r1")

    assert stands(there, now=at("08:00")).struck == ("talk",)
    assert stands(there, back, now=at("08:00")).struck == ()
    assert "talk" in fixed(stands(there, back, now=at("10:30")))


def test_session_stands_in_an_absence_that_was_knowingly_accepted() -> None:
    """The next repair moved it away, although it was pinned and somebody had said that she comes all the same."""
    away = AwayFrom(who="w1", start=at("00:00"), end=at("23:00"))
    knowingly = Waive(rule="only_when_free", sessions=("talk",), who="manager", why="she comes all the same")

    assert stands(away, now=at("08:00"), pinned=("talk",)).struck == ("talk",)
    assert stands(away, knowingly, now=at("08:00"), pinned=("talk",)).struck == ()
    assert stands(knowingly, away, now=at("08:00"), pinned=("talk",)).struck == ("talk",)
    assert "talk" in fixed(stands(away, knowingly, now=at("08:00"), pinned=("talk",)))
