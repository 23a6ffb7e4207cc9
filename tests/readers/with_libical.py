"""Read every .ics file of a folder with libical, as Evolution does, and print when its events are and what it rejects.

Run by the system's Python: libical's bindings are Debian's.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402

EVENT = ICalGLib.ComponentKind.VEVENT_COMPONENT


def instant(when: ICalGLib.Time) -> str:
    return datetime.fromtimestamp(when.as_timet_with_zone(when.get_timezone()), UTC).isoformat()


def events(calendar: ICalGLib.Component) -> list[list[str]]:
    found = []
    event = calendar.get_first_component(EVENT)
    while event:
        found.append([event.get_uid(), instant(event.get_dtstart()), instant(event.get_dtend()), event.get_summary()])
        event = calendar.get_next_component(EVENT)
    return found


def faults(calendar: ICalGLib.Component) -> list[str]:
    accepted = ICalGLib.restriction_check(calendar)
    wrong = calendar.count_errors()
    return [] if accepted and not wrong else [f"restrictions kept: {accepted}; errors: {wrong}"]


said = {}
for file in sorted(Path(sys.argv[1]).iterdir()):
    read = ICalGLib.Component.new_from_string(file.read_bytes().decode("utf-8"))
    said[file.name] = {"events": events(read), "faults": faults(read)}
json.dump(said, sys.stdout)
