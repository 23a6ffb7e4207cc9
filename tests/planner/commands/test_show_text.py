"""A programme in the terminal: a column a reviewer, or a row a session where many hold sessions."""

from __future__ import annotations

from datetime import UTC, date, datetime

from planner.commands.show import DayShown, ReviewerDayShown, Shown, WeekShown
from planner.commands.tables import show_text
from planner.outgoing.views import AcceptedRow

FIRST, LAST = date(2018, 6, 14), date(2018, 7, 2)


def shown(*reviewers: tuple[str, ...]) -> Shown:
    """A day of these reviewers, and more than two weeks later a day on which the first reports."""
    names = tuple(f"Peer {nth}" for nth in range(1, len(reviewers) + 1))

    def day(on: date, *lines: tuple[str, ...]) -> DayShown:
        columns = zip(names, lines, strict=True)
        return DayShown(date=on, reviewers=tuple(ReviewerDayShown(reviewer=name, lines=said) for name, said in columns))

    def week(monday: date, held: DayShown) -> WeekShown:
        return WeekShown(monday=monday, areas=("Early help",), provisional=(), days=(held,))

    last = (("09.00 Report",), *[()] * (len(names) - 1))
    return Shown(
        review="A review",
        version=1,
        made=datetime(2018, 6, 1, tzinfo=UTC),
        by="review manager",
        reviewers=names,
        weeks=(week(date(2018, 6, 11), day(FIRST, *reviewers)), week(date(2018, 7, 2), day(LAST, *last))),
    )


def rows(text: str) -> list[list[str]]:
    """The cells of every line of a table."""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]


def test_few_have_a_column_each() -> None:
    found = rows(show_text(shown(("09.00 Head",), ("09.00 Head", "12.00 Lunch")), 80))
    assert found[:3] == [
        ["Date", "Peer 1", "Peer 2"],
        ["Thursday", "09.00 Head", "09.00 Head"],
        ["14 June", "", "12.00 Lunch"],
    ]


def test_many_have_a_row_a_session_with_who_holds_it() -> None:
    """Seven columns of nine letters each cut every word."""
    lunch = "12.00 Lunch"
    found = rows(show_text(shown(("09.00 Head", lunch), ("09.00 Head", lunch), (lunch,), (lunch,), (lunch,)), 80))
    assert found[:4] == [
        ["Date", "Session", "Held by"],
        ["Thursday", "09.00 Head", "Peer 1; Peer 2"],
        ["14 June", "", ""],
        ["", "12.00 Lunch", "Everyone"],
    ]


def test_weeks_are_counted_from_the_first_and_those_that_hold_nothing_are_told_in_a_line() -> None:
    lines = show_text(shown(("09.00 Head",)), 80).splitlines()
    assert [line for line in lines if line.startswith(("Week", "Nothing"))] == [
        "Week 1: Early help",
        "Nothing is held from Monday 18 June 2018 to Sunday 1 July 2018.",
        "Week 4: Early help",
    ]


def test_what_was_accepted_stands_below_the_tables() -> None:
    row = AcceptedRow(rule="Nobody stays late.", sessions=("Thu 14 Jun 18.30 Head",), who="manager", why="agreed")
    few = shown(("09.00 Head",), ("09.00 Head",))

    text = show_text(few.model_copy(update={"accepted": (row,)}), 80)

    assert text.endswith("\n\nKnowingly accepted\n  Nobody stays late: Thu 14 Jun 18.30 Head (manager: agreed)")
    assert "Knowingly accepted" not in show_text(few, 80)
