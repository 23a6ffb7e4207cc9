from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.store_chain import GENESIS, LogRow, first_broken, head, next_row, row_hash

WORDS = st.text(max_size=12)
LINES = st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS, WORDS), min_size=1, max_size=6)


def chain(lines: list[tuple[str, str, str, str, str]]) -> list[LogRow]:
    rows: list[LogRow] = []
    for at, what, who, why, detail in lines:
        last = rows[-1] if rows else None
        rows.append(next_row(last, at=at, what=what, who=who, why=why, detail=detail))
    return rows


@given(LINES)
def test_first_broken_finds_nothing_in_a_chain_as_written(lines: list[tuple[str, str, str, str, str]]) -> None:
    rows = chain(lines)
    assert first_broken(rows) is None
    assert head(rows) == rows[-1].hash


@given(LINES, st.data())
def test_first_broken_finds_any_edited_character(
    lines: list[tuple[str, str, str, str, str]], data: st.DataObject
) -> None:
    rows = chain(lines)
    at = data.draw(st.integers(0, len(rows) - 1))
    field = data.draw(st.sampled_from(LogRow._fields[1:]))
    text = getattr(rows[at], field)
    place = data.draw(st.integers(0, len(text)))
    edited = text[:place] + data.draw(st.characters()) + text[place + data.draw(st.integers(0, 1)) :]
    rows[at] = rows[at]._replace(**{field: edited})
    assert first_broken(rows) == (None if edited == text else at + 1)


@given(LINES, st.data())
def test_first_broken_finds_a_removed_line_unless_it_is_the_last(
    lines: list[tuple[str, str, str, str, str]], data: st.DataObject
) -> None:
    rows = chain(lines)
    at = data.draw(st.integers(0, len(rows) - 1))
    whole = head(rows)
    del rows[at]
    assert first_broken(rows) == (None if at == len(rows) else at + 1)
    assert head(rows) != whole or at < len(rows)


@given(LINES, st.data())
def test_first_broken_finds_lines_that_changed_places(
    lines: list[tuple[str, str, str, str, str]], data: st.DataObject
) -> None:
    rows = chain([*lines, *lines])
    one = data.draw(st.integers(0, len(rows) - 2))
    rows[one], rows[one + 1] = rows[one + 1], rows[one]
    assert first_broken(rows) == one + 1


def test_first_broken_finds_a_line_rehashed_without_those_after_it() -> None:
    rows = chain([("1", "a", "x", "", "{}"), ("2", "b", "x", "", "{}")])
    edited = rows[0]._replace(who="y")
    rows[0] = edited._replace(hash=row_hash(edited))
    assert first_broken(rows) == 2


def test_first_broken_finds_bytes_where_text_was_written() -> None:
    (row,) = chain([("1", "a", "x", "", "{}")])
    edited = row._replace(who=b"x")  # type: ignore[arg-type]
    assert first_broken([edited]) == 1


def test_next_row_begins_at_the_genesis() -> None:
    (row,) = chain([("2021-04-15T09:00:00+00:00", "a", "x", "", "{}")])
    assert (row.n, row.previous) == (1, GENESIS)
    assert head([]) == GENESIS
