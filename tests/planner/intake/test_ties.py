"""What ties activities to each other, what they lend one another, and when they can be asked for."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from constraints.problem import Activity, Gap, Need, Problem, Window
from planner.intake.review import (
    About,
    ActivityEntry,
    ComfortEntry,
    GapEntry,
    KindEntry,
    NeedEntry,
    QuietEntry,
    Review,
    WorkingHours,
)
from planner.intake.statement import statement
from samples.errors import InputRefused

LONDON = ZoneInfo("Europe/London")
ABOUT = About(id="AB", title="Ties", start=date(2021, 5, 4), end=date(2021, 5, 14), seed="12345678901234567890")
VISIT = KindEntry(id="visit", shortest=120, notice=2)
FEEDBACK = KindEntry(id="feedback", shortest=60)
TWO_AND_TWO = (NeedEntry(pool="visiting", count=2), NeedEntry(pool="host", count=2))


def entry(name: str, **other: object) -> ActivityEntry:
    return ActivityEntry.model_validate({"id": name, "title": name, "kind": "feedback"} | other)


def stated(*entries: ActivityEntry, about: About = ABOUT, **other: object) -> Problem:
    review = Review(about=about, kinds=(VISIT, FEEDBACK), activities=entries)
    return statement(review.model_copy(update=other), {}, {})


def activities(*entries: ActivityEntry) -> dict[str, Activity]:
    return stated(*entries).activity


def test_of_repeats_the_nth_is_tied_to_the_nth() -> None:
    gap = GapEntry(after="visit", least_minutes=0, most_days=0)
    found = activities(
        entry("visit", repeat=2, kind="visit", needs=TWO_AND_TWO, rooms=("room",)),
        entry("feedback", repeat=2, gaps=(gap,), same_reviewers_as="visit", same_place_as="visit"),
    )
    assert found["feedback-2"].gaps == (Gap(after="visit-2", least_minutes=0, most_days=0),)
    assert found["feedback-2"].same_reviewers_as == "visit-2"
    assert found["feedback-2"].same_place_as == "visit-2"
    assert (found["visit-2"].gaps, found["visit-2"].same_reviewers_as) == ((), "")


def test_whoever_shares_reviewers_or_a_room_and_names_none_has_those_of_the_other() -> None:
    found = activities(
        entry("last", same_reviewers_as="feedback", same_place_as="feedback"),
        entry("feedback", same_reviewers_as="visit", same_place_as="visit"),
        entry("visit", needs=TWO_AND_TWO, rooms=("room-1", "room-2")),
    )
    lent = (Need(pool="visiting", count=2), Need(pool="host", count=2))
    assert {activity.needs for activity in found.values()} == {lent}
    assert {activity.rooms for activity in found.values()} == {("room-1", "room-2")}


def test_what_an_entry_names_itself_is_not_lent() -> None:
    own = (NeedEntry(people=("lead", "second", "third", "fourth")),)
    found = activities(
        entry("visit", needs=TWO_AND_TWO, rooms=("room-1", "room-2")),
        entry("feedback", same_reviewers_as="visit", same_place_as="visit", needs=own, rooms=("room-2",)),
    )
    assert found["feedback"].needs == (Need(people=("lead", "second", "third", "fourth")),)
    assert found["feedback"].rooms == ("room-2",)


def test_nothing_to_lend_anywhere_is_one_reviewer_even_round_in_a_circle() -> None:
    found = activities(entry("one", same_reviewers_as="other"), entry("other", same_reviewers_as="one"))
    assert {activity.needs for activity in found.values()} == {(Need(pool="reviewers"),)}


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        (3, 2, "it has 3 sessions and 'visit', which it belongs to, has 2"),
        (1, 2, "it has one session and 'visit', which it belongs to, has 2"),
    ],
)
def test_repeats_out_of_step_are_refused(ours: int, theirs: int, found: str) -> None:
    with pytest.raises(InputRefused) as refused:
        activities(entry("visit", repeat=theirs), entry("feedback", repeat=ours, same_reviewers_as="visit"))
    assert refused.value.sentence == f"activity feedback: {found}. Let both repeat as often."


@pytest.mark.parametrize("name", ["vist", "feedback"])
def test_a_tie_to_no_other_entry_is_refused(name: str) -> None:
    with pytest.raises(InputRefused) as refused:
        activities(entry("visit"), entry("feedback", gaps=(GapEntry(after=name, most_days=1),)))
    assert refused.value.sentence.startswith(f"activity feedback: '{name}' is not another activity of the review.")


def test_notice_is_counted_in_working_days_from_the_invitations() -> None:
    # Friday 7 May, then Monday and Tuesday
    about = ABOUT.model_copy(update={"invited": date(2021, 5, 7)})
    found = stated(entry("visit", kind="visit"), entry("feedback"), about=about).activity
    assert found["visit"].asked_from == datetime(2021, 5, 11, tzinfo=LONDON)
    assert found["feedback"].asked_from is None


def test_notice_over_new_year_leaves_out_the_bank_holidays_of_both_years() -> None:
    """Christmas had counted as working days for a review that began in January: only its own years were looked at."""
    about = ABOUT.model_copy(
        update={"start": date(2022, 1, 4), "end": date(2022, 1, 31), "invited": date(2021, 12, 24)}
    )
    # 27 and 28 December and 3 January stand for holidays at weekends
    assert stated(entry("visit", kind="visit"), about=about).activity["visit"].asked_from == datetime(
        2021, 12, 30, tzinfo=LONDON
    )


def test_without_a_day_of_invitations_there_is_no_notice() -> None:
    assert activities(entry("visit", kind="visit"))["visit"].asked_from is None


def test_evening_hours_reach_from_the_morning_to_the_evening_end() -> None:
    hours = WorkingHours(id="h", name="H", weekdays=("Tue",), start=time(9), end=time(17), evening_end=time(20))
    (found,) = stated(hours=(hours,)).hours
    tuesdays = (4, 11)
    assert found.evenings == tuple(
        Window(start=datetime(2021, 5, day, 9, tzinfo=LONDON), end=datetime(2021, 5, day, 20, tzinfo=LONDON))
        for day in tuesdays
    )
    (found,) = stated(hours=(hours.model_copy(update={"evening_end": None}),)).hours
    assert found.evenings == ()


def test_quiet_days_are_those_of_the_review() -> None:
    quiet = (
        QuietEntry(name="Easter", start=date(2021, 4, 1), end=date(2021, 4, 16)),
        QuietEntry(name="Half-term", start=date(2021, 5, 13), end=date(2021, 5, 21)),
    )
    found = stated(quiet=quiet, comfort=ComfortEntry(quiet_days=3)).comfort
    assert found.quiet == (
        Window(start=datetime(2021, 5, 13, tzinfo=LONDON), end=datetime(2021, 5, 15, tzinfo=LONDON)),
    )
    assert found.quiet_days == 3
