"""Three readers that are not the library which wrote them take every calendar, and see each session when it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import clock_changes
import pytest
from ics import read, times
from other_readers import COMMANDS, read_with
from outgoing_samples import source

from planner.outgoing.host_view import host_view
from planner.outgoing.publish.calendars import host_calendars, reviewer_calendars
from planner.outgoing.reviewer_view import reviewer_view
from planner.outgoing.source import Source

RENAMED = b"Review-Zone/1"
CLOCK_CHANGES = {"spring": clock_changes.SPRING, "autumn": clock_changes.AUTUMN}


def calendars(made_from: Source) -> Mapping[str, bytes]:
    host = host_calendars(made_from, host_view(made_from))
    return {**host, **reviewer_calendars(made_from, reviewer_view(made_from))}


def renamed(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The same files with their zone under a name that no reader knows, so that it has the block alone to go by."""
    found = {name: written.replace(b"=Europe/London:", b"=%s:" % RENAMED) for name, written in files.items()}
    for name, written in found.items():
        found[name] = written.replace(b"\r\nTZID:Europe/London", b"\r\nTZID:" + RENAMED).replace(
            b"X-LIC-LOCATION:Europe/London\r\n", b""
        )
    return found


@pytest.fixture(params=sorted(COMMANDS))
def reader(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def held(made_from: Source, files: Mapping[str, bytes], reader: str, folder: Path) -> None:
    expected = clock_changes.expected(made_from)
    found = read_with(reader, files, folder)
    assert found.keys() == files.keys()
    assert {name: one.faults for name, one in found.items() if one.faults} == {}
    for name, one in found.items():
        events = read(files[name]).within("VEVENT")
        assert one.titles == {event.one("UID").value: event.one("SUMMARY").text for event in events}
        assert one.times == {uid: expected[uid] for uid in one.titles}


def test_every_calendar_of_the_shipped_review_is_read_right(reader: str, tmp_path: Path) -> None:
    held(source(), calendars(source()), reader, tmp_path / "read")


@pytest.mark.parametrize("season", CLOCK_CHANGES)
def test_sessions_over_a_change_of_the_clocks_are_read_right(reader: str, season: str, tmp_path: Path) -> None:
    made_from = clock_changes.source(*CLOCK_CHANGES[season])
    files = calendars(made_from)
    held(made_from, files, reader, tmp_path / "read")
    held(made_from, renamed(files), reader, tmp_path / "renamed")


def test_zone_of_another_name_is_read_right(reader: str, tmp_path: Path) -> None:
    files = renamed(calendars(source()))
    assert not any(b"Europe/London:" in written or b":Europe/London" in written for written in files.values())
    held(source(), files, reader, tmp_path / "read")


@pytest.mark.parametrize("season", CLOCK_CHANGES)
def test_zone_that_is_an_hour_out_is_noticed(reader: str, season: str, tmp_path: Path) -> None:
    made_from = clock_changes.source(*CLOCK_CHANGES[season])
    name, written = next(item for item in renamed(calendars(made_from)).items() if item[0].startswith("reviewer"))
    wrong = written.replace(b":+0100", b":+0200")
    found = read_with(reader, {name: wrong}, tmp_path / "read")[name].times
    expected = clock_changes.expected(made_from)
    in_summer = {
        uid for uid, both in expected.items() if any(each.astimezone(clock_changes.LONDON).dst() for each in both)
    }
    assert 0 < len(in_summer) < len(expected)
    assert {uid for uid in expected if found[uid] != expected[uid]} == in_summer


@pytest.mark.parametrize("season", CLOCK_CHANGES)
def test_files_say_each_session_when_it_is_by_their_own_zone(season: str) -> None:
    made_from = clock_changes.source(*CLOCK_CHANGES[season])
    expected = clock_changes.expected(made_from)
    found = [times(read(written)) for written in renamed(calendars(made_from)).values()]
    assert all(one == {uid: expected[uid] for uid in one} for one in found)
    assert {uid for one in found for uid in one} == expected.keys()
