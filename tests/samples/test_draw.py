"""Tickets and picks: published vectors, laws, and tiny lists by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samples.cells import read_cell
from samples.certificate import certificate
from samples.draw import Draw, draw, first_fraction, sha256_hex, ticket
from samples.errors import InputRefused
from samples.frame import CaseList, Lists, ListSource, Row
from samples.headers import key
from samples.strata import Condition, Holder, Stratum

SEED = "20210414202104142021"
RANDOM = Stratum(id="S12", title="Child in need", list="cin", holder=Holder(columns=("Worker",)))
RECENT = RANDOM.model_copy(update={"pick": "most recent", "by": "Start"})
MOST = RANDOM.model_copy(update={"pick": "most episodes", "by": "Start", "month": "2021-02"})
FIRST = RANDOM.model_copy(update={"pick": "first in month", "by": "Start", "month": "2021-02"})

Written = tuple[str, str, str]
"""A row: reference, start, worker."""


def lists_of(rows: Sequence[Written]) -> Lists:
    source = ListSource(id="cin", title="Children in need", file="cin.csv", as_at=date(2021, 4, 14))
    made = [
        Row(reference, number, {key("Start"): read_cell(start), key("Worker"): read_cell(worker)})
        for number, (reference, start, worker) in enumerate(rows, start=2)
    ]
    return Lists({"cin": CaseList(source, ("Start", "Worker"), tuple(made))})


def of(*references: str) -> Lists:
    return lists_of([(each, "", "Worker A") for each in references])


def order(drawn: Draw) -> list[str]:
    return [each.reference for each in drawn.drawn]


def test_sha256_of_a_published_text() -> None:
    assert sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_first_fraction_of_the_published_vector() -> None:
    published = "0.26299714122838008416507544297546663599715395525154425586041245287750224561854"
    assert first_fraction("AB-130", "01382438112797316654") == published
    hashed = sha256_hex(sha256_hex("01382438112797316654") + "AB-130")
    assert hashed == "654b3e71876e34e6e350128e0e20df65f0e285727c12837a8c7fdd28ff907b5e"


def test_order_of_the_published_sampler() -> None:
    published = ["B-2", "B-3", "A-3", "A-2", "B-1", "A-1"]
    assert sorted(sorted(published), key=lambda each: first_fraction(each, "314159")) == published


def test_order_of_the_published_sampler_when_cases_leave() -> None:
    cases = [f"C{number:03d}" for number in range(40)]

    def first(cases: list[str], count: int) -> list[str]:
        return sorted(cases, key=lambda each: first_fraction(each, "20237331128159211123"))[:count]

    assert first(cases, 6) == ["C019", "C032", "C026", "C006", "C036", "C031"]
    cases = [each for each in cases if each not in {"C032", "C026"}]
    assert first(cases, 4) == ["C019", "C006", "C036", "C031"]


def test_seed_is_a_text_whose_leading_zeros_count() -> None:
    assert first_fraction("A", "0138") != first_fraction("A", "138")


def test_ticket_holds_the_stratum() -> None:
    assert ticket(SEED, "S12", "abc") == first_fraction("S12:abc", SEED)
    assert ticket(SEED, "S12", "abc") != ticket(SEED, "S13", "abc")


REFERENCES = st.sets(st.text("0123456789abcdef", min_size=3, max_size=6), min_size=1, max_size=25)


@settings(deadline=None)
@given(REFERENCES, st.data())
def test_cases_that_leave_never_reorder_the_others(references: set[str], data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from(sorted(references))))
    whole = order(draw(RANDOM, of(*references), SEED, 100))
    assert order(draw(RANDOM, of(*references - gone), SEED, 100)) == [each for each in whole if each not in gone]


ROWS = st.lists(
    st.tuples(
        st.sampled_from("abcdefgh"),
        st.sampled_from(["", "2021-01-31", "01/02/2021", "2021-02-01", "28/02/2021", "2021-03-01"]),
        st.sampled_from(["Worker A", "Worker B", ""]),
    ),
    min_size=1,
    max_size=15,
)


@settings(deadline=None)
@given(ROWS, st.randoms(use_true_random=False), st.sampled_from([RANDOM, RECENT, MOST, FIRST]))
def test_order_of_rows_never_changes_a_draw(rows: list[Written], chance: object, stratum: Stratum) -> None:
    mixed = list(rows)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert draw(stratum, lists_of(mixed), SEED, 5) == draw(stratum, lists_of(rows), SEED, 5)


@settings(deadline=None)
@given(ROWS, st.integers(1, 6), st.integers(0, 6), st.sampled_from([RANDOM, RECENT, MOST, FIRST]))
def test_deeper_draw_begins_with_the_shallower(rows: list[Written], depth: int, more: int, stratum: Stratum) -> None:
    lists = lists_of(rows)
    deep = draw(stratum, lists, SEED, depth + more)
    assert draw(stratum, lists, SEED, depth).drawn == deep.drawn[:depth]
    assert [each.rank for each in deep.drawn] == list(range(1, len(deep.drawn) + 1))


def test_most_recent_comes_first_and_equals_by_ticket() -> None:
    rows = [("a", "2021-01-05", ""), ("b", "2021-03-01", ""), ("c", "01/03/2021", ""), ("d", "", "")]
    made = draw(RECENT, lists_of(rows), SEED, 5)
    equals = sorted("bc", key=lambda each: ticket(SEED, "S12", each))
    assert [(each.reference, each.by) for each in made.drawn] == [
        (equals[0], "2021-03-01"),
        (equals[1], "2021-03-01"),
        ("a", "2021-01-05"),
    ]
    assert made.population == 3
    assert "stratum S12: left out without a date in 'Start': 1." in made.notices


def test_most_recent_goes_by_a_childs_last_row() -> None:
    rows = [("a", "2021-01-05", ""), ("b", "2021-02-01", ""), ("a", "2021-03-01", "")]
    assert order(draw(RECENT, lists_of(rows), SEED, 5)) == ["a", "b"]


def test_most_episodes_counts_those_of_the_month_only() -> None:
    rows = [
        *[("a", "2021-02-03", "")] * 2,
        *[("b", "2021-01-31", "")] * 5,
        *[("b", "2021-02-28", "")] * 3,
        ("c", "2021-03-01", ""),
    ]
    made = draw(MOST, lists_of(rows), SEED, 5)
    assert [(each.reference, each.by) for each in made.drawn] == [("b", "3"), ("a", "2")]
    assert made.population == 2


def test_first_in_month_comes_first_and_other_months_do_not_count() -> None:
    rows = [("a", "2021-02-10", ""), ("b", "2021-02-01", ""), ("c", "2021-01-31", ""), ("d", "2021-03-01", "")]
    made = draw(FIRST, lists_of(rows), SEED, 5)
    assert [(each.reference, each.by) for each in made.drawn] == [("b", "2021-02-01"), ("a", "2021-02-10")]


def test_random_pick_shows_the_ticket_and_nothing_it_was_ranked_by() -> None:
    made = draw(RANDOM, of("a"), SEED, 5).drawn[0]
    assert (made.by, made.ticket) == ("", ticket(SEED, "S12", "a")[:22])


def test_holders_stand_in_the_order_of_the_columns_and_once() -> None:
    stratum = RANDOM.model_copy(update={"holder": Holder(columns=("Worker", "Start", "Worker"))})
    rows = [("a", "Worker B", "Worker\u00a0 C"), ("a", "Worker A", "Worker C")]
    assert draw(stratum, lists_of(rows), SEED, 5).drawn[0].holders == ("Worker C", "Worker A", "Worker B")


def test_holders_come_from_another_list_by_reference(read: Callable[..., Lists]) -> None:
    lists = read(
        care="Child Unique ID,Allocated Worker,Allocated Team\nC1,Worker A,Team A\nC2,Worker B,Team B\n",
        iros="Child Unique ID,IRO,Team\nC1,Officer A,Reviewing\n",
    )
    stratum = Stratum(id="S22", title="IRO", list="care", holder=Holder(list="iros", columns=("IRO",), role="IRO"))
    made = draw(stratum, lists, SEED, 5)
    assert {(each.holders, each.team) for each in made.drawn} == {(("Officer A",), "Reviewing"), ((), "Team B")}
    assert "stratum S22: 1 of 2 cases drawn name no IRO." in made.notices


CARE = "Child Unique ID,Allocated Worker,Allocated Team\nC1,Worker A,Team A\nC2,Worker B,Team B\nC3,Worker C,Team B\n"
IROS = "Child Unique ID,Officer,Deputy\nC2,Officer B,Deputy B\nC1,Officer A,\n"
TRACKED = Stratum(
    id="S22",
    title="Tracked",
    list="care",
    others=(
        Holder(list="iros", columns=("Deputy", "Officer"), role="IRO"),
        Holder(columns=("Allocated Team",), role="team"),
    ),
)


def test_others_are_named_by_role_from_their_own_list_by_reference(read: Callable[..., Lists]) -> None:
    made = draw(TRACKED, read(care=CARE, iros=IROS), SEED, 5)
    assert {each.holders[0]: each.others for each in made.drawn} == {
        "Worker A": {"IRO": ("Officer A",), "team": ("Team A",)},
        "Worker B": {"IRO": ("Deputy B", "Officer B"), "team": ("Team B",)},
        "Worker C": {"IRO": (), "team": ("Team B",)},
    }
    assert "stratum S22: 1 of 3 cases drawn name no IRO." in made.notices


def test_others_change_no_ticket_no_order_and_no_certificate(read: Callable[..., Lists]) -> None:
    lists = read(care=CARE, iros=IROS)
    alone = TRACKED.model_copy(update={"others": ()})
    with_others, without = draw(TRACKED, lists, SEED, 5), draw(alone, lists, SEED, 5)
    assert [each.model_copy(update={"others": {}}) for each in with_others.drawn] == list(without.drawn)
    assert with_others.frame_hash == without.frame_hash
    assert certificate(with_others, SEED, 1) == certificate(without, SEED, 1)


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (Holder(list="irs", role="IRO"), "stratum S22, IRO: there is no list 'irs'. The lists are care, iros."),
        (
            Holder(list="iros", columns=("IRO",), role="IRO"),
            "stratum S22, IRO: list iros has no column 'IRO'. Its columns are: Officer, Deputy.",
        ),
    ],
)
def test_others_who_stand_nowhere_are_refused_by_their_role(
    other: Holder, sentence: str, read: Callable[..., Lists]
) -> None:
    with pytest.raises(InputRefused) as refused:
        draw(TRACKED.model_copy(update={"others": (other,)}), read(care=CARE, iros=IROS), SEED, 5)
    assert refused.value.sentence == sentence


def test_frame_hash_tells_frames_and_rules_apart() -> None:
    one = draw(RANDOM, of("a", "b"), SEED, 1).frame_hash
    assert draw(RANDOM, of("b", "a"), "another seed", 5).frame_hash == one
    assert draw(RANDOM, of("a", "c"), SEED, 1).frame_hash != one
    assert draw(RANDOM.model_copy(update={"id": "S13"}), of("a", "b"), SEED, 1).frame_hash != one


def test_small_and_empty_frames_are_told() -> None:
    nobody = RANDOM.model_copy(update={"where": (Condition(column="Worker", test="is", value="Nobody"),)})
    assert draw(nobody, of("a"), SEED, 5).notices == ("stratum S12: no case fits its rule.",)
    assert draw(RANDOM, of("a", "b"), SEED, 5).notices == (
        "stratum S12: its frame holds only 2, which may identify a child.",
    )


def test_pick_by_rule_is_said_not_to_be_random() -> None:
    lists = lists_of([(each, "2021-02-03", "Worker A") for each in "abcdef"])
    said = "stratum S12: picked by rule (most recent), not at random; it may identify a child."
    assert draw(RECENT, lists, SEED, 5).notices == (said,)


@pytest.mark.parametrize(
    ("stratum", "sentence"),
    [
        (
            RANDOM.model_copy(update={"list": "care"}),
            "stratum S12: there is no list 'care'. The lists are cin.",
        ),
        (
            RECENT.model_copy(update={"by": "Begin"}),
            "stratum S12: list cin has no column 'Begin'. Its columns are: Start, Worker.",
        ),
        (
            RECENT.model_copy(update={"by": ""}),
            "stratum S12: the pick 'most recent' names no date column to rank by. Fill in 'by'.",
        ),
        (
            MOST.model_copy(update={"month": "February 2021"}),
            "stratum S12, month: 'February 2021' is no month. Write it as 2021-02.",
        ),
        (
            RANDOM.model_copy(update={"holder": Holder()}),
            "stratum S12, holder: list cin has no column 'Allocated Worker'. Its columns are: Start, Worker.",
        ),
        (
            RANDOM.model_copy(update={"holder": Holder(list="iros")}),
            "stratum S12, holder: there is no list 'iros'. The lists are cin.",
        ),
    ],
)
def test_stratum_that_names_what_is_not_there_is_refused(stratum: Stratum, sentence: str) -> None:
    with pytest.raises(InputRefused) as refused:
        draw(stratum, of("a"), SEED, 5)
    assert refused.value.sentence == sentence


def test_ranking_column_with_impossible_dates_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        draw(RECENT, lists_of([("a", "31/02/2021", ""), ("b", "2021-02-01", ""), ("c", "soon", "")]), SEED, 5)
    assert refused.value.sentence == (
        "stratum S12, list cin (cin.csv), column 'Start': 2 of 3 rows hold no date that exists (rows 2, 4). "
        "The column decides who is drawn: have these cells put right in the list."
    )
