from datetime import date

from agreement import charged
from small_reviews import activity, problem, programme, session

from constraints.check import check
from constraints.constraint import Breach
from constraints.problem import Limits, Problem, Session
from constraints.wishes import reserve_per_week

MONDAY, SUNDAY = date(2021, 5, 10), date(2021, 5, 9)
STATED = problem(
    *(activity(f"talk{n}", evidence=True) for n in range(2)),
    *(activity(f"hold{n}", evidence=True, priority="mop-up") for n in range(3)),
    activity("reading"),
    activity("kit", evidence=True, standing="kit"),
    end=MONDAY,
    limits=Limits(reserve_per_week=2),
)
TALK = session("talk0", "10:00", "11:00", day=SUNDAY)


def hold(n: int, day: date) -> Session:
    return session(f"hold{n}", f"1{n + 2}:00", f"1{n + 3}:00", day=day)


def cost(stated: Problem, *sessions: Session) -> int:
    found = sum(breach.cost for breach in reserve_per_week.check(stated, programme(*sessions)))
    assert found == charged(reserve_per_week, stated, programme(*sessions))
    return found


def test_week_with_its_mop_ups_costs_nothing() -> None:
    assert cost(STATED, TALK, hold(0, SUNDAY), hold(1, date(2021, 5, 4))) == 0


def test_each_mop_up_that_a_week_lacks_costs_one() -> None:
    assert cost(STATED, TALK, hold(0, SUNDAY)) == 1

    found = list(reserve_per_week.check(STATED, programme(TALK)))

    assert found == [Breach(subject="2021-W18", sentence="week 18 holds 2 mop-ups in reserve", cost=2)]


def test_monday_is_of_the_next_week() -> None:
    assert cost(STATED, TALK, hold(0, MONDAY), hold(1, MONDAY)) == 2


def test_each_week_with_evidence_needs_its_own() -> None:
    both = (TALK, session("talk1", "10:00", "11:00", day=MONDAY))

    assert cost(STATED, *both, hold(0, SUNDAY), hold(1, SUNDAY), hold(2, MONDAY)) == 1


def test_mop_ups_to_spare_make_up_for_no_other_week() -> None:
    both = (TALK, session("talk1", "10:00", "11:00", day=MONDAY))

    assert cost(STATED, *both, *(hold(n, SUNDAY) for n in range(3))) == 2


def test_week_without_evidence_of_its_own_needs_none() -> None:
    assert cost(STATED, session("reading", "10:00", "11:00"), session("kit", "09:00", "10:00")) == 0
    assert cost(STATED, hold(0, SUNDAY)) == 0
    assert cost(STATED) == 0


def test_fixed_sessions_count_on_either_side() -> None:
    stated = STATED.changed(fixed=(TALK, hold(0, SUNDAY)))

    assert cost(stated, *stated.fixed) == 1
    assert cost(stated, *stated.fixed, hold(1, SUNDAY)) == 0


def test_review_without_the_setting_is_not_asked() -> None:
    unasked = STATED.changed(limits=Limits())

    assert cost(unasked, TALK) == 0
    (tier,) = (one for one in check(unasked, programme(TALK)).tiers if one.tier == "reserve in each week")
    assert (tier.cost, [verdict.says for verdict in tier.verdicts]) == (0, ["kept"])
