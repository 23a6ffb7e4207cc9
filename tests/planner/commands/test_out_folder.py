"""The folder out: replaced whole, or as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.commands.out_folder import replace_views
from samples.errors import InputRefused

VIEWS = ("reviewer", "host")
FIRST = {"reviewer/programme.html": b"1", "host/calendars/a.ics": b"2", "host/calendars/b.ics": b"3"}


def test_files_take_the_place_of_those_before(tmp_path: Path, bytes_of: Callable[[Path], dict[str, bytes]]) -> None:
    out = tmp_path / "out"
    replace_views(out, VIEWS, FIRST)
    assert bytes_of(out) == FIRST
    (out / "mine.txt").write_bytes(b"kept")
    replace_views(out, VIEWS, {"host/calendars/a.ics": b"4"})
    assert bytes_of(out) == {"host/calendars/a.ics": b"4", "mine.txt": b"kept"}
    assert sorted(each.name for each in out.iterdir()) == ["host", "mine.txt"]


def test_what_a_crash_left_is_removed(tmp_path: Path, bytes_of: Callable[[Path], dict[str, bytes]]) -> None:
    (tmp_path / "out" / ".new-abc" / "old" / "host").mkdir(parents=True)
    (tmp_path / "out" / ".new-abc" / "old" / "host" / "a.ics").write_bytes(b"old")
    replace_views(tmp_path / "out", VIEWS, FIRST)
    assert bytes_of(tmp_path / "out") == FIRST


def test_folder_that_cannot_be_written_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(InputRefused) as refused:
        replace_views(tmp_path / "out", VIEWS, FIRST)
    assert refused.value.sentence == (
        "out: its files cannot be replaced, so it stands as it was. "
        "Close the programs that show files from it, see that it can be written and the disk has room."
    )
    assert (tmp_path / "out").read_bytes() == b"a file"


def test_failure_half_way_leaves_all_views_as_they_were(
    tmp_path: Path, bytes_of: Callable[[Path], dict[str, bytes]]
) -> None:
    out = tmp_path / "out"
    replace_views(out, VIEWS, FIRST)
    with pytest.raises(InputRefused):
        # the second name is no folder's: no system lets anything be renamed to it
        replace_views(out, ("reviewer", "host/no/such/folder"), {"reviewer/new": b"5", "host/no/such/folder/x": b"6"})
    assert bytes_of(out) == FIRST
    assert sorted(each.name for each in out.iterdir()) == ["host", "reviewer"]
