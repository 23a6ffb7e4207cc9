"""Read every .ics file of a folder with vobject and print when its events are.

A process of its own: vobject remembers the zones it has met, by their names.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC
from pathlib import Path

import vobject

said = {}
for file in sorted(Path(sys.argv[1]).iterdir()):
    calendar = vobject.readOne(file.read_bytes().decode("utf-8"))
    said[file.name] = {
        "events": [
            [
                one.uid.value,
                one.dtstart.value.astimezone(UTC).isoformat(),
                one.dtend.value.astimezone(UTC).isoformat(),
                one.summary.value,
            ]
            for one in calendar.vevent_list
        ],
        "faults": [],
    }
json.dump(said, sys.stdout)
