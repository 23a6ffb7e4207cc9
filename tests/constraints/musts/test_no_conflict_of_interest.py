import pytest
from small_reviews import AUDIT, activity, problem, programme, seen, session

from constraints.constraint import Breach
from constraints.musts import no_conflict_of_interest
from constraints.problem import Conflicts

HELD = session("audit", "10:00", "11:00", counterparts=("w1",), cases=seen("c1"))


def under(**conflicts: tuple[str, ...]) -> list[Breach]:
    people = {"r1": {"conflicts": Conflicts(**conflicts)}}
    return list(no_conflict_of_interest.check(problem(activity("audit", demand=AUDIT), people=people), programme(HELD)))


@pytest.mark.parametrize("conflicts", [{"teams": ("North",)}, {"people": ("w1",)}, {"cases": ("c1",)}])
def test_team_person_or_case_of_a_conflict_is_broken(conflicts: dict[str, tuple[str, ...]]) -> None:
    sentence = "First reviewer has declared a conflict of interest that rules out Audit"

    assert under(**conflicts) == [Breach(subject="r1", sentence=sentence, sessions=(HELD,))]


def test_other_teams_people_and_cases_are_kept() -> None:
    assert under(teams=("South", ""), people=("w2",), cases=("c2",)) == []
