import pytest
from pydantic import ValidationError
from small_reviews import LONDON, PEOPLE, TUESDAY, WEDNESDAY, activity, at, problem, session, window

from constraints.problem import Activity, CaseSeen, Mode, Need, Window, inside


def test_window_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValidationError, match=r"it ends \(04 May 09:00\) before it starts"):
        window("10:00", "09:00")


def test_window_of_no_length_is_refused() -> None:
    with pytest.raises(ValidationError, match="before it starts"):
        window("10:00", "10:00")


def test_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValidationError, match="timezone"):
        Window(start=at("10:00").replace(tzinfo=None), end=at("11:00"))


@pytest.mark.parametrize("need", [{}, {"pool": "reviewers", "people": ("r1",)}])
def test_need_names_either_a_pool_or_people(need: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="either a pool or people"):
        Need.model_validate(need)


def test_activity_with_its_shortest_above_its_longest_is_refused() -> None:
    with pytest.raises(ValidationError, match=r"its shortest length \(60\) is above its longest \(30\)"):
        activity("talk", longest=30)


@pytest.mark.parametrize("grid", [7, 25, 45, 90])
def test_grid_that_does_not_divide_an_hour_is_refused(grid: int) -> None:
    with pytest.raises(ValidationError, match=rf"its grid \({grid} minutes\) does not divide an hour"):
        problem(grid=grid)


def test_field_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Activity.model_validate(activity("talk").model_dump() | {"room": "12"})


def test_nouns_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        activity("talk").title = "Chat"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("start", "end", "is_inside"),
    [
        ("09:00", "10:00", True),
        ("09:30", "11:00", True),
        ("08:45", "09:45", False),
        ("10:45", "11:15", False),
        ("11:15", "11:45", False),
        ("12:00", "13:00", True),
    ],
)
def test_inside_takes_windows_together_where_they_touch(start: str, end: str, is_inside: bool) -> None:
    windows = [window("12:00", "13:00"), window("09:00", "10:00"), window("10:00", "11:00")]

    assert inside(windows, at(start), at(end)) is is_inside


def test_back_to_back_sessions_do_not_overlap() -> None:
    one = session("talk", "10:00", "11:00")

    assert not one.overlaps(session("visit", "11:00", "12:00"))
    assert one.overlaps(session("visit", "10:45", "11:45"))


def test_eligible_are_the_people_named_or_the_members_of_the_pool() -> None:
    review = problem()

    assert review.eligible(Need(people=("w2", "r1"))) == (PEOPLE["w2"], PEOPLE["r1"])
    assert review.eligible(Need(pool="workers")) == (PEOPLE["w1"], PEOPLE["w2"])
    assert review.eligible(Need(pool="nobody")) == ()


def test_reviewers_are_those_with_declared_days() -> None:
    assert problem().reviewers == (PEOPLE["r1"], PEOPLE["r2"])
    assert problem(days=()).reviewers == ()


def test_days_of_an_activity_are_those_on_which_its_windows_begin() -> None:
    both = activity("talk", windows=(window("10:00", "11:00", WEDNESDAY), window("10:00", "11:00")))

    assert problem().days_of(both) == (TUESDAY, WEDNESDAY)


def test_facts_are_the_activities_whose_sessions_are_fixed() -> None:
    fixed = session("talk", "10:00", "11:00")

    assert problem(activity("talk"), activity("visit"), fixed=(fixed,)).facts == {"talk"}


def test_copy_with_other_activities_looks_them_up_afresh() -> None:
    one = problem(activity("talk"))
    assert list(one.activity) == ["talk"]

    assert list(one.model_copy(update={"activities": (activity("visit"),)}).activity) == ["visit"]


def test_record_is_a_resource_only_where_a_case_is_read_on_record() -> None:
    demand = {"stratum": "audit", "record_resource": "laptop"}
    review = problem(activity("audit", resources=("room",), demand=demand))
    cases = {mode: (CaseSeen(case="c1", rank=1, mode=mode),) for mode in Mode}

    used = {mode: review.resources_of(session("audit", "10:00", "11:00", cases=cases[mode])) for mode in Mode}

    assert used == {Mode.WORKER: ("room",), Mode.COVER: ("room",), Mode.RECORD: ("room", "laptop")}
    assert review.tz == LONDON


def test_need_that_bars_somebody_of_its_pool_asks_the_others() -> None:
    need = Need(pool="reviewers", without=("r1",))
    assert [person.id for person in problem().eligible(need)] == ["r2"]
