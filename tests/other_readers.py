"""Calendar files given to readers that are not the library which wrote them; a reader that is not there is skipped."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
READERS = Path(__file__).parent / "readers"
SYSTEM_PYTHON = "/usr/bin/python3"


@dataclass(frozen=True)
class Reading:
    """What a reader found in a file: each event's title, start and end by its UID; and what it rejects."""

    titles: Mapping[str, str]
    times: Mapping[str, tuple[datetime, datetime]]
    faults: tuple[str, ...]


def read_with(reader: str, files: Mapping[str, bytes], folder: Path) -> Mapping[str, Reading]:
    """What a reader makes of calendar files, written into a folder of the test's own."""
    command = COMMANDS[reader]()
    folder.mkdir()
    for name, written in files.items():
        (folder / name).write_bytes(written)
    done = subprocess.run([*command, folder], capture_output=True, text=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return {name: _reading(**said) for name, said in json.loads(done.stdout).items()}


def applied_with(
    reader: str, files: Mapping[str, Sequence[bytes]], folder: Path
) -> Mapping[str, list[tuple[str, str, str]]]:
    """What each owner's calendar ends with, of messages applied in order: title, start and end in UTC."""
    command = APPLYING[reader]()
    for owner, messages in files.items():
        (folder / owner).mkdir(parents=True)
        for number, message in enumerate(messages):
            (folder / owner / f"{number:04}.ics").write_bytes(message)
    done = subprocess.run([*command, folder], capture_output=True, text=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    return {
        owner: sorted((title, *map(_in_utc, times)) for title, *times in entries) for owner, entries in said.items()
    }


def _in_utc(when: str) -> str:
    return datetime.fromisoformat(when).astimezone(UTC).isoformat()


def _reading(events: list[list[str]], faults: list[str]) -> Reading:
    return Reading(
        titles={uid: title for uid, _, _, title in events},
        times={uid: (datetime.fromisoformat(start), datetime.fromisoformat(end)) for uid, start, end, _ in events},
        faults=tuple(faults),
    )


def _ical_js(script: str = "with_ical_js.mjs") -> list[str]:
    modules = Path(os.environ.get("PLANNER_NODE_MODULES", ROOT / "node_modules"))
    node = shutil.which("node")
    if node is None or not (modules / "ical.js").is_dir():
        pytest.skip("node or its package ical.js is not there")
    return [node, str(READERS / script), str(modules)]


def _libical(script: str = "with_libical.py") -> list[str]:
    asked = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('ICalGLib', '3.0')"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("Debian's libical bindings (gir1.2-ical-3.0, python3-gi) are not there")
    return [SYSTEM_PYTHON, str(READERS / script)]


def _vobject() -> list[str]:
    if importlib.util.find_spec("vobject") is None:
        pytest.skip("vobject is not there")
    return [sys.executable, str(READERS / "with_vobject.py")]


COMMANDS: Mapping[str, Callable[[], list[str]]] = {"ical.js": _ical_js, "libical": _libical, "vobject": _vobject}

APPLYING: Mapping[str, Callable[[], list[str]]] = {
    "ical.js": lambda: _ical_js("apply_with_ical_js.mjs"),
    "libical": lambda: _libical("apply_with_libical.py"),
}
"""Readers that do what a message says."""
