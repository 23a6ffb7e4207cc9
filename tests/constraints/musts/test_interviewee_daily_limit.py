from small_reviews import WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import interviewee_daily_limit
from constraints.problem import Activity, Limits, Session

THEIRS: dict[str, object] = {"counterparts": ("w1",)}
INTERVIEWS: tuple[Activity, ...] = (
    *(activity(f"i{n}", interview=True) for n in (1, 2, 3)),
    activity("talk"),
)
TWO = problem(*INTERVIEWS, limits=Limits(interviews_per_interviewee_per_day=2))
HELD: tuple[Session, ...] = tuple(session(f"i{n}", f"1{n}:00", f"1{n}:45", **THEIRS) for n in (1, 2, 3))


def test_as_many_as_the_limit_are_kept() -> None:
    assert (
        list(interviewee_daily_limit.check(TWO, programme(*HELD[:2], session("talk", "15:00", "16:00", **THEIRS))))
        == []
    )


def test_one_more_is_broken() -> None:
    found = list(interviewee_daily_limit.check(TWO, programme(*HELD)))

    sentence = "First worker is asked for at most 2 interviews on Tuesday 04 May"
    assert found == [Breach(subject="w1", sentence=sentence, sessions=HELD)]


def test_another_day_counts_afresh() -> None:
    tomorrow = session("i3", "13:00", "13:45", day=WEDNESDAY, **THEIRS)

    assert list(interviewee_daily_limit.check(TWO, programme(*HELD[:2], tomorrow))) == []


def test_limit_of_ones_own_stands_before_the_reviews() -> None:
    own = problem(*INTERVIEWS, limits=Limits(interviews_per_interviewee_per_day=2), people={"w1": {"daily_limit": 1}})

    found = list(interviewee_daily_limit.check(own, programme(*HELD[:2])))

    assert [breach.sentence for breach in found] == ["First worker is asked for at most 1 interview on Tuesday 04 May"]


def test_limit_of_none_a_day_is_a_limit() -> None:
    """It was once read as no limit of one's own, and gave way to the review's."""
    none = problem(*INTERVIEWS, limits=Limits(interviews_per_interviewee_per_day=2), people={"w1": {"daily_limit": 0}})

    assert len(list(interviewee_daily_limit.check(none, programme(HELD[0])))) == 1


def test_review_without_a_limit_has_none() -> None:
    assert list(interviewee_daily_limit.check(problem(*INTERVIEWS), programme(*HELD))) == []
