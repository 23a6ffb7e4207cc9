"""Do with every folder's .ics files in order what RFC 5546 says, read by libical, and print what each one ends with.

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


def instant(when: ICalGLib.Time) -> str:
    return datetime.fromtimestamp(when.as_timet_with_zone(when.get_timezone()), UTC).isoformat()


def applied(folder: Path) -> list[list[str]]:
    held: dict[str, tuple[tuple[int, str], list[str] | None]] = {}
    for file in sorted(folder.iterdir()):
        calendar = ICalGLib.Component.new_from_string(file.read_bytes().decode("utf-8"))
        event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
        reached = (event.get_sequence(), instant(event.get_dtstamp()))
        if event.get_uid() in held and reached <= held[event.get_uid()][0]:
            continue
        gone = calendar.get_method() == ICalGLib.PropertyMethod.CANCEL
        entry = [event.get_summary(), instant(event.get_dtstart()), instant(event.get_dtend())]
        held[event.get_uid()] = (reached, None if gone else entry)
    return sorted(entry for _, entry in held.values() if entry)


json.dump({one.name: applied(one) for one in sorted(Path(sys.argv[1]).iterdir())}, sys.stdout)
