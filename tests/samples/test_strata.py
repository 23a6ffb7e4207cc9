"""Strata as written, and their rule in words."""

from __future__ import annotations

import tomllib

import pytest
from pydantic import ValidationError

from samples.strata import Condition, Holder, Stratum, columns_of, rule


def test_rule_says_list_conditions_and_pick() -> None:
    where = (
        Condition(column="Child's Legal Status", test="is", value="C1"),
        Condition(column="Placement Type", test="is one of", value=("U1", "U2")),
        Condition(column="Date of Birth", test="age below", value=8, at="Started"),
        Condition(column="Ended", test="is on or after", at="Started", way="step-down"),
        Condition(list="cin", column="CIN Closure Date", test="is blank", way="step-up"),
        Condition(test="in list", value="edge-of-care"),
    )
    stratum = Stratum(id="S04", title="Edge of care", list="care", where=where, pick="most recent", by="Started")
    assert rule(stratum) == (
        "cases on list care",
        "Child's Legal Status is C1",
        "Placement Type is one of U1, U2",
        "Date of Birth age below 8 at Started",
        "step-down: Ended is on or after Started",
        "step-up: CIN Closure Date on list cin is blank",
        "in list edge-of-care",
        "picked by rule, most recent by Started, equals by ticket",
    )


def test_random_pick_says_so() -> None:
    assert rule(Stratum(id="S12", title="CiN", list="cin")) == ("cases on list cin", "picked at random, by ticket")


def test_dates_of_a_toml_file_are_taken_as_text_and_survive_json() -> None:
    written = tomllib.loads('column = "Started"\ntest = "is before"\nvalue = 2021-02-01\n')
    condition = Condition(**written)
    assert condition.value == "2021-02-01"
    assert Condition.model_validate_json(condition.model_dump_json()) == condition


def test_unknown_test_is_refused() -> None:
    with pytest.raises(ValidationError, match="test"):
        Condition.model_validate({"column": "Started", "test": "looks like", "value": "x"})


def test_columns_of_strata_are_those_they_name_and_the_teams() -> None:
    where = (
        Condition(column="Date of Birth", test="age below", value=8, at="Started"),
        Condition(list="cin", column="CIN Closure Date", test="is blank"),
        Condition(test="in list", value="edge-of-care"),
    )
    young = Stratum(id="S04", title="Young", list="care", where=where, pick="most recent", by="Ended")
    audited = Stratum(id="S01", title="Audited", list="audits", holder=Holder(list="care", columns=("IRO",)))
    teams = {"Allocated Team", "Team"}
    assert columns_of((young, audited)) == {
        "care": teams | {"Date of Birth", "Started", "Ended", "Allocated Worker", "IRO"},
        "cin": {"CIN Closure Date"},
        "audits": teams,
    }


def test_columns_of_strata_are_those_of_others_too_on_whichever_list() -> None:
    others = (Holder(columns=("IRO",), role="IRO"), Holder(list="carers", columns=("Supervising",), role="supervising"))
    stratum = Stratum(id="S04", title="Tracked", list="care", others=others)
    assert columns_of((stratum,)) == {
        "care": {"Allocated Team", "Team", "Allocated Worker", "IRO"},
        "carers": {"Supervising"},
    }
