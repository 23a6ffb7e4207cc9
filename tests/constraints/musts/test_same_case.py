from agreement import refused
from small_reviews import AUDIT, activity, problem, programme, seen, session

from constraints.check import check
from constraints.constraint import Breach
from constraints.musts import same_case
from constraints.problem import Mode, Problem, Session

FOLLOWED = problem(
    activity("worker", demand=AUDIT), activity("manager", demand=AUDIT.model_copy(update={"tracks": "worker"}))
)
WORKER = session("worker", "10:00", "11:00", cases=seen("c1"), counterparts=("w1",))


def manager(case: str = "c1", **other: object) -> Session:
    brought = {"c1": "w1", "c2": "w2"}
    held = {"cases": seen(case, rank=int(case[1])), "counterparts": (brought[case],)}
    return session("manager", "11:00", "12:00", **held | other)


def kept(stated: Problem, *sessions: Session) -> bool:
    found = not list(same_case.check(stated, programme(*sessions)))
    assert found != refused(same_case, stated, programme(*sessions))
    return found


def test_case_that_was_chosen_is_followed() -> None:
    assert kept(FOLLOWED, WORKER, manager("c1"))


def test_case_may_be_followed_in_another_mode() -> None:
    assert kept(FOLLOWED, WORKER, manager("c1", cases=seen("c1", mode=Mode.RECORD), counterparts=()))


def test_another_case_is_broken() -> None:
    found = list(same_case.check(FOLLOWED, programme(WORKER, manager("c2"))))

    sentence = "Manager is about the same case as Worker"
    assert found == [Breach(subject="manager", sentence=sentence, sessions=(WORKER, manager("c2")))]
    assert not kept(FOLLOWED, WORKER, manager("c2"))


def test_case_that_nobody_chose_is_not_followed() -> None:
    assert not kept(FOLLOWED, manager("c1"))


def test_case_that_nobody_follows_may_be_seen() -> None:
    assert kept(FOLLOWED, WORKER)


def test_all_of_several_cases_are_followed() -> None:
    both = (*seen("c1"), *seen("c2", rank=2))
    one = WORKER.model_copy(update={"cases": both, "counterparts": ("w1", "w2")})

    assert kept(FOLLOWED, one, manager(cases=both, counterparts=("w1", "w2")))
    assert not kept(FOLLOWED, one, manager("c1"))


def test_candidate_of_the_leader_alone_is_not_chosen_where_it_is_followed() -> None:
    narrow = AUDIT.model_copy(update={"tracks": "worker", "candidates": AUDIT.candidates[1:]})
    stated = problem(activity("worker", demand=AUDIT), activity("manager", demand=narrow))

    assert not kept(stated, WORKER, manager("c2"))
    assert kept(
        stated, session("worker", "10:00", "11:00", cases=seen("c2", rank=2), counterparts=("w2",)), manager("c2")
    )


def test_case_of_a_fixed_session_is_followed() -> None:
    stated = FOLLOWED.changed(fixed=(WORKER,))

    assert kept(stated, WORKER, manager("c1"))
    assert not kept(stated, WORKER, manager("c2"))


def test_fixed_session_that_follows_decides_what_its_leader_sees() -> None:
    stated = FOLLOWED.changed(fixed=(manager("c1"),))

    assert kept(stated, WORKER, manager("c1"))
    assert not kept(
        stated, session("worker", "10:00", "11:00", cases=seen("c2", rank=2), counterparts=("w2",)), manager("c1")
    )


def test_fixed_session_that_follows_nothing_is_reported_and_refuses_nothing() -> None:
    stated = FOLLOWED.changed(fixed=(manager("c1"),))

    assert len(list(same_case.check(stated, programme(manager("c1"))))) == 1
    assert not refused(same_case, stated, programme(manager("c1")))


def test_fixed_sessions_about_two_cases_are_reported_and_refuse_nothing() -> None:
    stated = FOLLOWED.changed(fixed=(WORKER, manager("c2")))

    assert len(list(same_case.check(stated, programme(*stated.fixed)))) == 1
    assert not refused(same_case, stated, programme(*stated.fixed))


def test_case_that_is_not_stated_cannot_be_told() -> None:
    untold = WORKER.model_copy(update={"cases": None})
    stated = FOLLOWED.changed(fixed=(untold,))

    assert kept(stated, untold, manager("c2"))
    (verdict,) = (one for one in check(stated, programme(untold)).musts if one.rule == "same_case")
    assert verdict.says == "cannot tell"


def test_activities_that_track_nothing_choose_for_themselves() -> None:
    assert kept(problem(activity("worker", demand=AUDIT), activity("manager", demand=AUDIT)), WORKER, manager("c2"))
