"""Which cases a stratum draws from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samples.errors import InputRefused
from samples.frame import Lists
from samples.predicate import age, frame, in_month
from samples.reference import reference
from samples.strata import Condition, Stratum

KEY = b"a key for tests only"

CARE = """Child Unique ID,Date of Birth,Child's Legal Status,Placement Type,Started,Ended
C1,10/03/2013,C1: ICO,f) U6: Foster placement - not FFA,10/03/2021,
C2,11/03/2013,C1,P1,10/03/2021,
C3,01/01/2005,V2: Single period under S20,n) H5: Residential accommodation,2021-01-31,
C4,,C2: FCO,U4,2019-05-01,2021-02-01
"""


def stratum(*where: Condition) -> Stratum:
    return Stratum(id="S04", title="Edge of care", list="care", where=where)


@pytest.fixture
def fitting(read: Callable[..., Lists]) -> Callable[..., list[str]]:
    """The identifiers of the cases that fit conditions on the list above."""

    def fit(*where: Condition, **others: str) -> list[str]:
        known = {reference(KEY, name): name for name in ("C1", "C2", "C3", "C4")}
        return sorted(known[each] for each in frame(stratum(*where), read(care=CARE, **others)))

    return fit


def when(column: str, test: str, value: object = "", **more: str) -> Condition:
    return Condition.model_validate({"column": column, "test": test, "value": value, **more})


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (when("Child's Legal Status", "is", "c1"), ["C1", "C2"]),
        (when("childs legal status", "is", "C1: ICO"), ["C1", "C2"]),
        (when("Child's Legal Status", "is not", "C1"), ["C3", "C4"]),
        (when("Placement Type", "is one of", ["U6", "H5"]), ["C1", "C3"]),
        (when("Ended", "is blank"), ["C1", "C2", "C3"]),
        (when("Ended", "is not blank"), ["C4"]),
        (when("Started", "is before", "2021-03-10"), ["C3", "C4"]),
        (when("Started", "is on or after", "2021-03-10"), ["C1", "C2"]),
        (when("Started", "is on or after", date(2021, 3, 10)), ["C1", "C2"]),
        (when("Started", "in month", "2021-01"), ["C3"]),
        (when("Ended", "is on or after", at="Started"), ["C4"]),
        (when("Date of Birth", "age below", 8, at="Started"), ["C2"]),
        (when("Date of Birth", "age at least", 8, at="Started"), ["C1", "C3"]),
        (when("Date of Birth", "age below", 9), ["C1", "C2"]),
    ],
)
def test_condition_holds_for_these_cases(
    fitting: Callable[..., list[str]], condition: Condition, found: list[str]
) -> None:
    assert fitting(condition) == found


def test_conditions_of_a_stratum_all_hold(fitting: Callable[..., list[str]]) -> None:
    assert fitting(when("Child's Legal Status", "is", "C1"), when("Placement Type", "is", "P1")) == ["C2"]


def test_case_fits_by_one_of_the_ways(fitting: Callable[..., list[str]]) -> None:
    ways = (
        when("Placement Type", "is", "P1", way="at home"),
        when("Started", "is before", "2020-01-01", way="long ago"),
        when("Ended", "is not blank", way="long ago"),
    )
    assert fitting(*ways) == ["C2", "C4"]
    assert fitting(when("Child's Legal Status", "is", "C1"), *ways) == ["C2"]


LOG = "Child Unique ID,Episode Start,Level\nC1,2021-01-05,Low\nC1,2021-02-05,High\nC3,2021-02-09, low \n"


def test_case_stands_on_another_list_or_not(fitting: Callable[..., list[str]]) -> None:
    assert fitting(Condition(test="in list", value="missing"), missing=LOG) == ["C1", "C3"]
    assert fitting(Condition(test="not in list", value="missing"), missing=LOG) == ["C2", "C4"]


def test_conditions_on_another_list_hold_for_one_row_of_it(fitting: Callable[..., list[str]]) -> None:
    late = when("Episode Start", "is on or after", "2021-02-01", list="missing")
    assert fitting(late, missing=LOG) == ["C1", "C3"]
    assert fitting(late, when("Level", "is", "LOW", list="missing"), missing=LOG) == ["C3"]


def test_first_in_month_looks_at_all_rows_of_the_child(fitting: Callable[..., list[str]]) -> None:
    assert fitting(when("Episode Start", "first in month", "2021-02", list="missing"), missing=LOG) == ["C3"]


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (
            when("Legal", "is", "C1"),
            "stratum S04: list care has no column 'Legal'. "
            "Its columns are: Date of Birth, Child's Legal Status, Placement Type, Started, Ended.",
        ),
        (
            when("Placement Type", "is one of", ["U6", "Q9"]),
            "stratum S04, 'Placement Type' is one of: 'Q9' is no placement type. The codes are U1, U2, U3, U4, U5, U6, "
            "A3, A4, A5, A6, P1, P2, P3, H5, K1, K2, K3, R1, R2, R3, R5, S1, Z1, Z11, Z12, Z13, Z14, "
            "T0, T1, T2, T3, T4.",
        ),
        (
            when("Placement Type", "is"),
            "stratum S04, 'Placement Type' is: it names no value to compare with. Write one, or test 'is blank'.",
        ),
        (
            when("Started", "is before", "2021-02-30"),
            "stratum S04, 'Started' is before: '2021-02-30' is no date. Write it as 2021-04-14.",
        ),
        (
            when("Started", "in month", "2021-13"),
            "stratum S04, 'Started' in month: '2021-13' is no month. Write it as 2021-02.",
        ),
        (
            when("Date of Birth", "age below", "eight"),
            "stratum S04, 'Date of Birth' age below: 'eight' is no age in years. Write a whole number.",
        ),
        (
            Condition(test="in list", value="edge-of-care"),
            "stratum S04: there is no list 'edge-of-care'. The lists are care.",
        ),
        (
            when("Placement Type", "in month", "2021-01"),
            "stratum S04, list care (care.csv), column 'Placement Type': 4 of 4 rows hold no date that exists "
            "(rows 2, 3, 4, 5). The column decides who is drawn: have these cells put right in the list.",
        ),
    ],
)
def test_condition_that_cannot_be_decided_is_refused(
    fitting: Callable[..., list[str]], condition: Condition, sentence: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        fitting(condition)
    assert refused.value.sentence == sentence


def test_deciding_column_with_an_unmatched_code_is_refused_without_naming_a_child(read: Callable[..., Lists]) -> None:
    lists = read(care=CARE.replace("C1,P1", "L30 Interim Care Order S38,P1"))
    with pytest.raises(InputRefused) as refused:
        frame(stratum(when("Child's Legal Status", "is", "C1")), lists)
    assert refused.value.sentence == (
        "stratum S04, list care (care.csv), column 'Child's Legal Status': 1 of 4 rows hold no code for certain "
        "(rows 3). The column decides who is drawn: have these cells put right in the list."
    )


def test_unmatched_code_in_a_column_that_decides_nothing_is_let_pass(read: Callable[..., Lists]) -> None:
    lists = read(care=CARE.replace("C1,P1", "L30 Interim Care Order S38,P1"))
    assert len(frame(stratum(when("Ended", "is blank")), lists)) == 3


def test_age_turns_on_the_birthday_and_on_1_march_for_a_leap_day() -> None:
    assert (age(date(2013, 3, 11), date(2021, 3, 10)), age(date(2013, 3, 11), date(2021, 3, 11))) == (7, 8)
    assert (age(date(2012, 2, 29), date(2021, 2, 28)), age(date(2012, 2, 29), date(2021, 3, 1))) == (8, 9)
    assert age(date(2021, 8, 1), date(2021, 4, 14)) == -1


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_day_falls_in_exactly_its_own_month(day: date) -> None:
    assert [month for month in range(1, 13) if in_month(day, f"{day.year}-{month:02d}")] == [day.month]
