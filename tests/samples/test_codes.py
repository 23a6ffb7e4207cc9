"""Reading a cell to its code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samples.code_set import Coded, CodeSet
from samples.codes import (
    CASE_STATUS,
    CODE_SETS,
    GENDER,
    LEGAL_STATUS,
    NEED,
    PERMANENCE,
    PLACEMENT,
    PROVIDER,
    codes_of,
)

ANNEX_A = Path(__file__).parents[2] / ".." / "shared" / "data" / "annex_a_2019-08_official_headers_codes.json"


@pytest.mark.parametrize(
    ("codes", "raw", "code", "how"),
    [
        (LEGAL_STATUS, "C1: ICO", "C1", "code with label"),
        (LEGAL_STATUS, "C1", "C1", "code"),
        (LEGAL_STATUS, " c1 ", "C1", "code"),
        (LEGAL_STATUS, "C1 - Interim care order", "C1", "code with label"),
        (LEGAL_STATUS, "C1 Interim care order", "C1", "code with label"),
        (LEGAL_STATUS, "Interim Care Order", "C1", "label"),
        (LEGAL_STATUS, "V2: Single period under S20", "V2", "code with label"),
        (GENDER, "a) Male", "a", "code with label"),
        (GENDER, "Female", "b", "label"),
        (PLACEMENT, "f) U6: Foster placement - not FFA", "U6", "code with label"),
        (PLACEMENT, "H5", "H5", "code"),
        (PROVIDER, "b) PR1: Own provision", "PR1", "code with label"),
        (NEED, "N2 - Child\u2019s disability", "N2", "code with label"),
        (CASE_STATUS, "c) Child in need plan", "c", "code with label"),
        (CASE_STATUS, "C. CIN", "c", "code with label"),
        (PERMANENCE, "", "", "blank"),
    ],
)
def test_cell_with_a_code_is_read(codes: CodeSet, raw: str, code: str, how: str) -> None:
    assert codes.read(raw) == Coded(code, how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("codes", "raw"),
    [
        (LEGAL_STATUS, "L30 Interim Care Order S38"),
        (LEGAL_STATUS, "Code 'C1' is not mapped"),
        (LEGAL_STATUS, "E1 placement order AND C2 full care order"),
        (LEGAL_STATUS, "s20"),
        (LEGAL_STATUS, "C2: Interim care order"),
        (PLACEMENT, "H5 - Placed with own parents"),
        (CASE_STATUS, "CLA&CP"),
        (CASE_STATUS, "c) Closed episode"),
        (CASE_STATUS, "Care leaver"),
    ],
)
def test_cell_without_a_certain_code_is_unmatched(codes: CodeSet, raw: str) -> None:
    assert codes.read(raw) == Coded(raw, "unmatched")


def test_column_is_known_by_its_header_however_spelled() -> None:
    assert codes_of(" CHILD\u2019S  legal status ") is LEGAL_STATUS
    assert codes_of("What is the permanence plan for this child") is PERMANENCE
    assert codes_of("Allocated Worker") is None


def test_every_label_of_ours_reads_to_its_code() -> None:
    for codes in CODE_SETS:
        for code, labels in codes.labels.items():
            assert [codes.read(label).code for label in labels] == [code] * len(labels)
            assert codes.read(code) == Coded(code, "code")


@pytest.mark.skipif(not ANNEX_A.exists(), reason="the reference data stands beside the project only while it is built")
def test_every_official_code_of_lists_6_to_8_is_read() -> None:
    official = json.loads(ANNEX_A.read_text(encoding="utf-8"))["codes"]
    read = {
        name: [codes.read(value).how for value in official[name]["values"]]
        for name in official
        if (codes := codes_of(name))
    }
    assert {name: set(hows) for name, hows in read.items()} == {name: {"code with label"} for name in read}
    assert len(read) >= 10
