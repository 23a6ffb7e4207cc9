"""Why something is left out: small problems whose only true reason is known."""

from __future__ import annotations

from datetime import date

from constraints.problem import (
    Activity,
    Candidate,
    CaseDemand,
    Mode,
    Need,
    Person,
    Pool,
    Problem,
    Resource,
    ReviewerDay,
    Window,
)
from constraints.programme import Programme
from planner.solving.plan import plan

DAY = date(2021, 4, 27)


def window(start: int, end: int) -> Window:
    return Window.model_validate({"start": f"{DAY}T{start:02}:00:00+01:00", "end": f"{DAY}T{end:02}:00:00+01:00"})


def interview(name: str, title: str, worker: str, **more: object) -> Activity:
    return Activity.model_validate(
        {
            "id": name,
            "title": title,
            "kind": "interview",
            "shortest": 60,
            "longest": 60,
            "needs": (Need(pool="reviewers"),),
            "counterparts": (Need(people=(worker,)),),
            **more,
        }
    )


def problem_of(*activities: Activity, **more: object) -> Problem:
    return Problem(
        title="One day",
        start=DAY,
        end=DAY,
        pools=(Pool(id="reviewers", name="Reviewers"),),
        people=(
            Person(id="r", name="Lead reviewer", pools=("reviewers",), windows=(window(9, 17),)),
            Person(id="a", name="Worker A", windows=(window(10, 11),)),
            Person(id="b", name="Worker B", windows=(window(10, 11),)),
            Person(id="never", name="Worker C", windows=()),
        ),
        days=(ReviewerDay(person="r", date=DAY, kind="fieldwork"),),
        activities=activities,
    ).changed(**more)


def reasons(programme: Programme) -> dict[str, str]:
    return {left.activity: left.why for left in programme.left_out}


def test_explain_names_the_only_person_who_is_not_free() -> None:
    planned = plan(problem_of(interview("S1", "First interview", "never")))

    assert reasons(planned) == {"S1": "First interview has no place at all: Worker C is not free for it"}


def test_explain_names_the_resource_that_is_away() -> None:
    laptop = Resource(id="laptop", name="Council laptop", windows=())

    planned = plan(problem_of(interview("S1", "First interview", "a", resources=("laptop",)), resources=(laptop,)))

    assert reasons(planned) == {"S1": "First interview has no place at all: Council laptop is not there then"}


def test_explain_names_what_it_cannot_be_held_beside() -> None:
    planned = plan(
        problem_of(interview("S1", "First interview", "a"), interview("S2", "Second interview", "b", priority="should"))
    )

    assert reasons(planned) == {"S2": "Second interview cannot be held beside First interview"}


def test_explain_blames_no_more_than_it_needs() -> None:
    others = [interview(f"S{n}", f"Interview {n}", "r2") for n in range(3, 6)]
    free_all_day = Person(id="r2", name="Worker D", windows=(window(9, 17),))
    base = problem_of(
        interview("S1", "First interview", "a"),
        *others,
        interview("S2", "Second interview", "b", priority="mop-up"),
    )

    planned = plan(base.changed(people=(*base.people, free_all_day)))

    assert reasons(planned) == {"S2": "Second interview cannot be held beside First interview"}


def test_explain_counts_rivals_where_they_are_many() -> None:
    every_hour = [interview(f"S{n}", f"Interview {n}", "r2") for n in range(8)]
    one_more = interview("S9", "One more interview", "r2", priority="should")
    base = problem_of(*every_hour, one_more)
    free_all_day = Person(id="r2", name="Worker D", windows=(window(9, 17),))

    planned = plan(base.changed(people=(*base.people, free_all_day)))

    assert reasons(planned) == {
        "S9": "One more interview does not fit: of it and 8 others, from Interview 0 to Interview 7, at most 8 "
        "can be held"
    }


def test_explain_says_of_who_follows_a_case_that_nobody_chose_it() -> None:
    """Without its leader it fitted beside all that was held, and seemed to have given way to something else."""
    case = CaseDemand(
        stratum="S", candidates=(Candidate(case="HF-001", rank=1, workers=("never",)),), modes=(Mode.WORKER,)
    )
    about = case.model_copy(update={"tracks": "S1", "candidates": (Candidate(case="HF-001", rank=1, workers=("a",)),)})
    chosen = interview("S1", "Case discussion", "a").model_copy(update={"counterparts": (), "demand": case})
    follower = interview("S2", "Manager's view", "a").model_copy(update={"counterparts": (), "demand": about})

    planned = plan(problem_of(chosen, follower))

    assert reasons(planned) == {
        "S1": "Case discussion has no place at all: Worker C is not free for it",
        "S2": "Manager's view is about the case of Case discussion, which is not held",
    }
