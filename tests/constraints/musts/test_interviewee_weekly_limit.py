from datetime import date

from agreement import refused
from small_reviews import TUESDAY, WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import interviewee_weekly_limit
from constraints.problem import Activity, Limits, Need, Problem, Session

THEIRS: dict[str, object] = {"counterparts": ("w1",)}
WORKER = Need(pool="workers")
INTERVIEWS: tuple[Activity, ...] = (
    *(activity(f"i{n}", interview=True, counterparts=(WORKER,)) for n in (1, 2, 3)),
    activity("talk", counterparts=(WORKER,)),
)
SUNDAY, MONDAY = date(2021, 5, 9), date(2021, 5, 10)


def asked(name: str, start: str, end: str, day: date) -> Session:
    return session(name, start, end, day=day, **THEIRS)


HELD = (asked("i1", "10:00", "11:00", TUESDAY), asked("i2", "10:00", "11:00", WEDNESDAY))
THIRD = asked("i3", "13:00", "14:00", SUNDAY)


def two_a_week(*fixed: Session) -> Problem:
    limits = Limits(interviews_per_interviewee_per_week=2)
    return problem(*INTERVIEWS, end=MONDAY, days=(), limits=limits, fixed=fixed)


def test_as_many_as_the_limit_are_kept_and_talks_are_not_counted() -> None:
    talk = asked("talk", "15:00", "16:00", WEDNESDAY)

    assert list(interviewee_weekly_limit.check(two_a_week(), programme(*HELD, talk))) == []
    assert not refused(interviewee_weekly_limit, two_a_week(), programme(*HELD, talk))


def test_third_of_a_week_is_broken_on_its_sunday() -> None:
    held = programme(*HELD, THIRD)

    found = list(interviewee_weekly_limit.check(two_a_week(), held))

    sentence = "First worker is asked for at most 2 interviews in the week of Monday 03 May"
    assert found == [Breach(subject="w1", sentence=sentence, sessions=(*HELD, THIRD))]
    assert refused(interviewee_weekly_limit, two_a_week(), held)


def test_monday_counts_afresh() -> None:
    held = programme(*HELD, asked("i3", "13:00", "14:00", MONDAY))

    assert list(interviewee_weekly_limit.check(two_a_week(), held)) == []
    assert not refused(interviewee_weekly_limit, two_a_week(), held)


def test_fixed_interviews_are_counted() -> None:
    fixed = two_a_week(*HELD)

    assert refused(interviewee_weekly_limit, fixed, programme(*HELD, THIRD))
    assert not refused(interviewee_weekly_limit, fixed, programme(*HELD))


def test_fixed_interviews_above_the_limit_refuse_nothing_but_more() -> None:
    above = problem(*INTERVIEWS, limits=Limits(interviews_per_interviewee_per_week=1), fixed=HELD)

    assert not refused(interviewee_weekly_limit, above, programme(*HELD))
    assert refused(interviewee_weekly_limit, above, programme(*HELD, asked("i3", "13:00", "14:00", WEDNESDAY)))


def test_review_without_a_limit_has_none() -> None:
    none = problem(*INTERVIEWS, end=MONDAY)

    assert list(interviewee_weekly_limit.check(none, programme(*HELD, THIRD))) == []
    assert not refused(interviewee_weekly_limit, none, programme(*HELD, THIRD))
