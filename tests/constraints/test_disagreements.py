"""Where the two halves of a rule once differed, each with what went wrong."""

from agreement import charged, refused
from small_reviews import WEDNESDAY, activity, at, problem, programme, session, window

from constraints.musts import breathing_space, first_of_area, in_its_window, last_of_area
from constraints.problem import Comfort, Need
from constraints.wishes import no_idle


def test_breathing_space_after_a_fixed_session_off_the_grid() -> None:
    """The space was counted from the step after the end: 10:50 and ten minutes came to 11:15."""
    fixed = session("interview", "10:00", "10:50")
    review = problem(activity("interview", breathing_space=10), activity("talk"), fixed=(fixed,))

    assert not refused(breathing_space, review, programme(fixed, session("talk", "11:00", "12:00")))
    assert refused(breathing_space, review, programme(fixed, session("talk", "10:45", "11:45")))


def test_breathing_space_is_for_whoever_holds_the_session() -> None:
    """Somebody who could hold a session or be asked for in it was given the space either way."""
    either = {"pools": ("reviewers", "workers")}
    asked = (Need(pool="workers"),)
    review = problem(
        activity("interview", breathing_space=15, counterparts=asked), activity("talk"), people={"r2": either}
    )
    asked_for = session("interview", "10:00", "11:00", counterparts=("r2",))
    next_one = session("talk", "11:00", "12:00", reviewers=("r2",))

    assert not refused(breathing_space, review, programme(asked_for, next_one))
    assert list(breathing_space.check(review, programme(asked_for, next_one))) == []


def test_first_of_area_fixed_off_the_grid() -> None:
    """The start of the fixed session was rounded down, so that a step before it was allowed."""
    fixed = session("manager", "10:05", "11:05")
    review = problem(activity("manager", area="a", first_of_area=True), activity("talk", area="a"), fixed=(fixed,))
    before = session("talk", "10:00", "11:00", reviewers=("r2",))
    after = session("talk", "10:15", "11:15", reviewers=("r2",))

    assert refused(first_of_area, review, programme(fixed, before))
    assert not refused(first_of_area, review, programme(fixed, after))


def test_last_of_area_fixed_off_the_grid() -> None:
    """The end of the fixed session was rounded up, so that a step after it was allowed."""
    fixed = session("evaluation", "10:55", "11:55")
    review = problem(activity("evaluation", area="a", last_of_area=True), activity("talk", area="a"), fixed=(fixed,))
    after = session("talk", "11:00", "12:00", reviewers=("r2",))
    before = session("talk", "10:45", "11:45", reviewers=("r2",))

    assert refused(last_of_area, review, programme(fixed, after))
    assert not refused(last_of_area, review, programme(fixed, before))


def test_windows_that_touch_off_the_grid() -> None:
    """Each window was rounded inwards before they were joined, and the variables refused the joint."""
    review = problem(activity("talk", windows=(window("09:00", "10:05"), window("10:05", "12:00"))))

    assert not refused(in_its_window, review, programme(session("talk", "09:30", "10:30")))


def test_breathing_space_past_the_last_midnight() -> None:
    """The end of a reviewer's day had to lie before the review's last midnight, or nearly: the model had no answer."""
    review = problem(
        activity("interview", breathing_space=60),
        activity("talk"),
        days=problem().days[:2],
        comfort=Comfort(idle=1),
    )
    late = session("interview", "22:00", "23:00", day=WEDNESDAY).model_copy(
        update={"start": at("23:00", WEDNESDAY), "end": at("00:00", WEDNESDAY.replace(day=6))}
    )
    before = session("talk", "21:45", "22:45", day=WEDNESDAY)

    assert charged(no_idle, review, programme(before, late)) == 1
    assert [breach.cost for breach in no_idle.check(review, programme(before, late))] == [1]
