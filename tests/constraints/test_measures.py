"""The measures of a programme: their values, and that ours is at least as good as the one made by hand on each."""

from __future__ import annotations

from shipped import SELF_DIRECTED, planned, self_directed
from small_reviews import activity, problem, programme, session

from constraints.measures import MEASURES, measures
from constraints.problem import Problem
from constraints.programme import Programme
from planner.intake.programme_file import read_programme


def values(stated: Problem, made: Programme) -> dict[str, float | None]:
    return {measure.id: measure.value for measure in measures(stated, made)}


def test_measures_have_a_title_and_a_formula_of_their_own() -> None:
    found = measures(problem(activity("a")), programme())

    assert len({measure.id for measure in found}) == len(MEASURES)
    assert all(measure.formula.endswith(".") and measure.title for measure in found)


def test_measures_count_what_is_held_and_what_is_not() -> None:
    stated = problem(
        activity("a", evidence=True, interview=True),
        activity("b", evidence=True, priority="mop-up"),
        activity("c", priority="should"),
    )

    found = values(stated, programme(session("a", "10:00", "11:00"), session("b", "11:00", "12:00")))

    assert (found["evidence_held"], found["reserve_held"], found["reserve_share"]) == (2, 1, 50.0)
    assert (found["others_missed"], found["busiest_day"], found["musts_broken"]) == (1, 1, 0)


def test_measures_of_an_empty_programme_divide_by_nothing() -> None:
    assert values(problem(activity("a")), programme())["reserve_share"] == 0.0


def test_our_programme_is_at_least_as_good_as_the_one_made_by_hand_on_each_measure() -> None:
    stated = self_directed()
    by_hand = measures(stated, read_programme(SELF_DIRECTED / "handmade.csv", stated))
    ours = measures(stated, planned(SELF_DIRECTED.name))

    worse = [
        (mine.title, mine.value, theirs.value)
        for mine, theirs in zip(ours, by_hand, strict=True)
        if mine.value is not None
        and theirs.value is not None
        and (mine.value < theirs.value if mine.better == "higher" else mine.value > theirs.value)
    ]
    assert worse == []
    assert [one.id for one in by_hand if one.value is None] == [
        "base_skipped",
        "later_modes",
        "ranks_beyond",
        "extra_days",
    ]
    assert values(stated, planned(SELF_DIRECTED.name))["musts_broken"] == 0
