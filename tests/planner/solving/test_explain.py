"""Why something is left out: small problems whose only true reason is known."""

from __future__ import annotations

from datetime import date, timedelta

from constraints.problem import (
    WORKING,
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
from planner.solving.beside import not_beside_many
from planner.solving.explain import why_left_out
from planner.solving.no_place import why_no_place
from planner.solving.plan import plan
from planner.solving.smallest import smallest
from planner.solving.solve import quiet
from planner.solving.trials import Trials, all_fit

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


def test_explain_says_who_is_asked_for_too_much_where_rivals_are_many() -> None:
    every_hour = [interview(f"S{n}", f"Interview {n}", "r2") for n in range(8)]
    one_more = interview("S9", "One more interview", "r2", priority="should")
    base = problem_of(*every_hour, one_more)
    free_all_day = Person(id="r2", name="Worker D", windows=(window(9, 17),))

    planned = plan(base.changed(people=(*base.people, free_all_day)))

    assert reasons(planned) == {
        "S9": "One more interview does not fit: Lead reviewer is free for 8 sessions on Tuesday 27 April; 9 are asked "
        "for (Interview 0; Interview 1; Interview 2; 6 more)"
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


def test_explain_counts_rivals_where_they_are_many() -> None:
    """Eight hours hold six sessions of an hour with a quarter after each; without findings, rivals are counted."""
    spaced = [interview(f"S{n}", f"Interview {n}", "r2", breathing_space=15) for n in range(6)]
    one_more = interview("S9", "One more interview", "r2", priority="should", breathing_space=15)
    base = problem_of(*spaced, one_more)
    free_all_day = Person(id="r2", name="Worker D", windows=(window(9, 17),))
    problem = base.changed(people=(*base.people, free_all_day))

    why = not_beside_many(problem, one_more, spaced, (), Trials(10))

    assert why == (
        "One more interview does not fit: of it and 6 others, from Interview 0 to Interview 5, at most 6 can be held"
    )


def test_standing_session_of_another_day_does_not_stand_in_the_way() -> None:
    """Nobody was owed the record of that day: a trial took it for impossible, and mop-ups were told to yield to it."""
    night = Window.model_validate({"start": "2021-04-28T09:00:00+01:00", "end": "2021-04-28T17:00:00+01:00"})
    record = interview("R1", "Record of evidence", "r", windows=(night,)).model_copy(
        update={"standing": "record", "counterparts": (), "kind": "record"}
    )
    mop_up = interview("S1", "Mop-up interview", "a", priority="mop-up", windows=(window(9, 17),))
    reviewer = Person(id="r", name="Lead reviewer", pools=("reviewers",), windows=(window(9, 17), night))
    base = problem_of(record, mop_up)
    both_days = base.changed(
        end=date(2021, 4, 28),
        people=(reviewer, *base.people[1:]),
        days=(*base.days, ReviewerDay(person="r", date=date(2021, 4, 28), kind="fieldwork")),
    )

    assert all_fit(both_days, {"R1", "S1"}, Trials(1)) is True


def test_those_who_are_alike_have_the_same_reason() -> None:
    alike = [interview(f"S{n}", "Interview", "never") for n in range(3)]

    planned = plan(problem_of(*alike))

    assert reasons(planned) == {f"S{n}": "Interview has no place at all: Worker C is not free for it" for n in range(3)}


def test_window_is_blamed_only_where_the_rest_would_not_do() -> None:
    """The window is no switch in the trials: it is blamed afterwards, where the others leave a place outside it."""
    early = Window.model_validate({"start": f"{DAY}T08:00:00+01:00", "end": f"{DAY}T10:00:00+01:00"})
    away_then = interview("S1", "First interview", "a", windows=(early,))
    away_always = interview("S2", "Second interview", "never", windows=(early,))

    assert reasons(plan(problem_of(away_then, away_always))) == {
        "S1": "First interview has no place at all: Worker A is not free for it; First interview belongs on "
        "27 April between 08:00 and 10:00",
        "S2": "Second interview has no place at all: Worker C is not free for it",
    }


def test_reasons_that_may_not_be_tried_are_not_claimed() -> None:
    nothing_tried = Trials(0)

    assert all_fit(problem_of(interview("S1", "First interview", "a")), {"S1"}, nothing_tried) is None
    assert why_no_place(problem_of(), interview("S1", "First interview", "never"), nothing_tried) is None


def test_explaining_tries_no_more_than_its_share_of_the_patience() -> None:
    """A review with half its reviewers was explained for longer than it had been planned."""
    trials = Trials(0.2)
    problem = problem_of(*(interview(f"S{n}", f"Interview {n}", "a") for n in range(6)))

    tried = 0
    while all_fit(problem, set(problem.activity), trials) is not None:
        tried += 1

    assert 1 <= tried < 1000


def test_smallest_keeps_what_cannot_do_without_one_another() -> None:
    needed = {3, 11, 12}

    assert set(smallest(range(20), lambda kept: needed <= set(kept), 100)) == needed
    assert needed <= set(smallest(range(20), lambda kept: needed <= set(kept), 2))


def test_explain_never_blames_a_meeting_torn_from_the_work_of_its_day() -> None:
    """A hold of the reserve could not be held beside a lunch, it said: without that day's work the lunch could not."""
    next_day, whole = DAY + timedelta(1), window(9, 17)
    then = Window(start=whole.start + timedelta(1), end=whole.end + timedelta(1))
    shorter, deputy = {"shortest": 15, "longest": 15}, (Need(people=("deputy",)),)
    work = interview("S0", "Short call", "a", counterparts=(), windows=(then,), **shorter)
    lunch = interview("L", "Lunch", "a", windows=(then,), standing="lunch", priority="should").model_copy(
        update={"needs": (Need(pool="reviewers", count=WORKING),)}
    )
    others = [interview(f"S{n}", f"Interview {n}", "a", windows=(whole,)) for n in (1, 2, 3)]
    others = [one.model_copy(update={"needs": deputy}) for one in others]
    hold = interview("H", "A hold", "a", priority="mop-up").model_copy(update={"needs": deputy})
    names = {"r": ("reviewers",), "deputy": (), "a": ()}
    people = tuple(Person(id=one, name=one, pools=pools, windows=(whole, then)) for one, pools in names.items())
    days = tuple(
        ReviewerDay(person=who, date=day, kind="fieldwork") for who in ("r", "deputy") for day in (DAY, next_day)
    )
    stated = problem_of(work, lunch, *others, hold, end=next_day, people=people, days=days)
    programme = plan(stated)
    without = Programme(sessions=tuple(one for one in programme.sessions if one.activity != "H"))

    (left,) = why_left_out(stated, without, quiet)

    assert {"L", "H"} <= programme.session.keys()
    assert "cannot be held beside" not in left.why
    assert "does not fit" not in left.why
