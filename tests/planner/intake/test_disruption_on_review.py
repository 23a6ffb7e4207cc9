from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.intake.disruption import MoveArea
from planner.intake.disruption_on_review import on_review, refuse_move
from planner.intake.review import Review
from planner.intake.review_file import read_review
from samples.errors import InputRefused

SHIPPED = Path(__file__).parents[3] / "planner" / "formats"


@pytest.fixture(scope="module")
def review() -> Review:
    """The four-week review: four areas of three days, and a last day for the report."""
    return read_review(SHIPPED / "self-directed-review")


def moved(review: Review, area: str, days: int) -> Review:
    said = MoveArea(area=area, days=days)
    refuse_move(review, said)
    return on_review(review, [said])


def days_of(review: Review) -> dict[str, list[date]]:
    found: dict[str, list[date]] = {}
    for entry in review.days:
        for person in entry.people:
            found.setdefault(f"{person} {entry.kind}", []).extend(entry.dates)
    return {who: sorted(dates) for who, dates in found.items()}


def test_last_area_takes_its_days_its_own_dates_and_what_closes_the_review_along(review: Review) -> None:
    after = moved(review, "children-in-care", 7)
    week = timedelta(days=7)
    area = next(one for one in after.areas if one.id == "children-in-care")
    assert (area.start, area.end) == (date(2021, 5, 18), date(2021, 5, 20))
    dates = {one.id: (one.start, one.end) for one in after.activities}
    before = {one.id: (one.start, one.end) for one in review.activities}
    for name in ("MOP-CIC", "MOPL-CIC", "REPORT-LEAD", "REPORT-SECOND", "FINAL", "FEEDBACK"):
        assert dates[name] == tuple(on and on + week for on in before[name])
    for name in ("HOS", "MOP-CIN", "S24"):
        assert dates[name] == before[name]
    assert after.about.end == date(2021, 5, 21)
    assert days_of(after)["second-reviewer report"] == [date(2021, 5, 21)]


@pytest.mark.parametrize(("area", "days"), [("children-in-care", 7), ("cin-cp-plo", 14), ("leadership", 28)])
def test_ledger_stays_what_it_was(review: Review, area: str, days: int) -> None:
    was, now = days_of(review), days_of(moved(review, area, days))
    assert {who: len(dates) for who, dates in was.items()} == {who: len(dates) for who, dates in now.items()}
    assert all(len(dates) == len(set(dates)) for dates in now.values())


def test_earlier_area_that_is_put_last_pushes_the_end_only_as_far_as_the_last_area_moves(review: Review) -> None:
    after = moved(review, "cin-cp-plo", 14)
    assert next(one.start for one in after.activities if one.id == "FEEDBACK") == date(2021, 5, 21)
    assert next(one.start for one in after.areas if one.id == "children-in-care") == date(2021, 5, 11)


@pytest.mark.parametrize(
    ("area", "days", "told"),
    [
        ("children-in-care", 20, "Monday 31 May 2021 is a bank holiday. The next possible first day is Tuesday 1 June"),
        ("children-in-care", 5, "Sunday 16 May 2021 is at a weekend. The next possible first day is Monday 17 May"),
        ("cin-cp-plo", 7, "Tuesday 11 May 2021 is a day of Lead reviewer for something else. The next possible"),
        ("leadership", -7, "Tuesday 13 April 2021 is before the review begins"),
        ("leadership", 0, "it begins on Tuesday 20 April 2021 already"),
        ("children", 7, "the review has no area 'children'. Did you mean 'children-in-care'?"),
    ],
)
def test_move_that_cannot_be_names_the_day_and_where_it_next_can(
    review: Review, area: str, days: int, told: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        refuse_move(review, MoveArea(area=area, days=days))
    assert told in refused.value.sentence


def test_next_possible_date_is_one(review: Review) -> None:
    for days in range(1, 30):
        try:
            refuse_move(review, MoveArea(area="cin-cp-plo", days=days))
        except InputRefused as refused:
            offered = date.fromisoformat(refused.hint.rpartition("--to ")[2].rstrip("."))
            assert offered > date(2021, 5, 4) + timedelta(days=days)
            refuse_move(review, MoveArea(area="cin-cp-plo", days=(offered - date(2021, 5, 4)).days))


def test_closure_of_the_council_is_told_as_that(review: Review) -> None:
    closed = review.model_copy(update={"about": review.about.model_copy(update={"closures": (date(2021, 5, 19),)})})
    with pytest.raises(InputRefused, match="the council is closed on Wednesday 19 May 2021"):
        refuse_move(closed, MoveArea(area="children-in-care", days=7))


def test_two_moves_are_one_after_the_other(review: Review) -> None:
    both = [MoveArea(area="children-in-care", days=7), MoveArea(area="cin-cp-plo", days=7)]
    after = moved(moved(review, "children-in-care", 7), "cin-cp-plo", 7)
    assert on_review(review, both) == after
    assert [(one.start.month, one.start.day) for one in after.areas] == [(4, 20), (4, 27), (5, 11), (5, 18)]


def test_area_that_is_gone_moves_nothing(review: Review) -> None:
    assert on_review(review, [MoveArea(area="gone", days=7)]) == review


def test_days_that_another_area_holds_too_stay(review: Review) -> None:
    """An area that shares its week took the other's reviewer-days away."""
    wide = tuple(
        one.model_copy(update={"end": date(2021, 5, 13)}) if one.id == "cin-cp-plo" else one for one in review.areas
    )
    shared = review.model_copy(update={"areas": wide})
    after = on_review(shared, [MoveArea(area="children-in-care", days=7)])
    assert days_of(after)["lead-reviewer fieldwork"] == days_of(shared)["lead-reviewer fieldwork"]


def test_what_is_ordered_after_the_area_and_has_its_own_dates_moves_along(review: Review) -> None:
    activities = tuple(
        one.model_copy(update={"after": ("EVAL-3",)}) if one.id == "MOP-CIC" else one for one in review.activities
    )
    ordered = review.model_copy(update={"activities": activities})
    after = on_review(ordered, [MoveArea(area="cin-cp-plo", days=14)])
    assert next(one.start for one in after.activities if one.id == "MOP-CIC") == date(2021, 5, 27)


def test_what_has_to_be_over_before_the_area_begins_speaks_against_its_move(review: Review) -> None:
    activities = tuple(
        one.model_copy(update={"after": ("EVAL-3",)}) if one.id == "MAN-CIC" else one for one in review.activities
    )
    ordered = review.model_copy(update={"activities": activities})
    with pytest.raises(InputRefused, match="'MAN-CIC' comes after something of it and has to be over by"):
        refuse_move(ordered, MoveArea(area="cin-cp-plo", days=14))
