from datetime import date

from agreement import refused
from small_reviews import TUESDAY, WEDNESDAY, activity, problem, programme, session

from constraints.constraint import Breach
from constraints.musts import evenings
from constraints.problem import Limits, Problem, Session

SUNDAY, MONDAY = date(2021, 5, 9), date(2021, 5, 10)


def review(most: int | None, *fixed: Session) -> Problem:
    late = (activity(f"carers{n}", evening=True) for n in (1, 2, 3))
    limits = Limits(evenings_per_reviewer_per_week=most)
    return problem(*late, activity("talk"), end=MONDAY, days=(), limits=limits, fixed=fixed)


def carers(n: int, day: date, start: str = "18:00", end: str = "19:00", who: str = "r1") -> Session:
    return session(f"carers{n}", start, end, day=day, reviewers=(who,))


def kept(stated: Problem, *held: Session) -> bool:
    found = not list(evenings.check(stated, programme(*held)))
    assert found != refused(evenings, stated, programme(*held))
    return found


def test_two_sessions_of_one_evening_are_one_evening() -> None:
    assert kept(review(1), carers(1, TUESDAY), carers(2, TUESDAY, "19:00", "20:00"))


def test_second_evening_of_a_week_is_broken_on_its_sunday() -> None:
    held = (carers(1, TUESDAY), carers(2, SUNDAY))

    found = list(evenings.check(review(1), programme(*held)))

    sentence = "First reviewer works on at most 1 evening in the week of Monday 03 May"
    assert found == [Breach(subject="r1", sentence=sentence, sessions=held)]
    assert not kept(review(1), *held)


def test_as_many_as_the_limit_are_kept_and_monday_counts_afresh() -> None:
    assert kept(review(2), carers(1, TUESDAY), carers(2, SUNDAY), carers(3, MONDAY))


def test_evenings_are_each_reviewers_own() -> None:
    assert kept(review(1), carers(1, TUESDAY), carers(2, WEDNESDAY, who="r2"))


def test_other_sessions_make_no_evening_however_late() -> None:
    assert kept(review(1), carers(1, TUESDAY), session("talk", "20:00", "21:00", day=WEDNESDAY))


def test_fixed_evening_is_counted_and_may_be_joined() -> None:
    fixed = review(1, carers(1, TUESDAY))

    assert kept(fixed, carers(1, TUESDAY), carers(2, TUESDAY, "19:00", "20:00"))
    assert not kept(fixed, carers(1, TUESDAY), carers(2, WEDNESDAY))


def test_fixed_evenings_above_the_limit_refuse_only_more_of_them() -> None:
    fixed = (carers(1, TUESDAY), carers(2, WEDNESDAY))
    joined, third = carers(3, WEDNESDAY, "19:00", "20:00"), carers(3, SUNDAY)

    above = list(evenings.check(review(1, *fixed), programme(*fixed, joined)))

    assert [breach.sessions for breach in above] == [fixed]
    assert not refused(evenings, review(1, *fixed), programme(*fixed, joined))
    assert refused(evenings, review(1, *fixed), programme(*fixed, third))


def test_review_without_a_limit_has_none() -> None:
    assert kept(review(None), carers(1, TUESDAY), carers(2, WEDNESDAY), carers(3, SUNDAY))
