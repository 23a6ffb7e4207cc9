"""A calendar that does what RFC 5546 says with each file it is sent, read by the icalendar library and not by us.

A message counts if its SEQUENCE is higher than that of the event with its UID, or as high with a later DTSTAMP (2.1.5);
what was cancelled is remembered, so that nothing older brings it back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from icalendar import Calendar


class Entry(NamedTuple):
    """An event as its owner sees it, times in UTC."""

    title: str
    start: datetime
    end: datetime
    place: str
    status: str


@dataclass
class Diary:
    """Somebody's calendar: every event it knows by UID, and the messages that told it nothing new.

    ``unraised`` are those that told something else under the same SEQUENCE, which RFC 5546 forbids (2.1.4).
    """

    events: dict[str, tuple[tuple[int, datetime], Entry | None]] = field(default_factory=dict)
    stale: list[str] = field(default_factory=list)
    unraised: list[str] = field(default_factory=list)

    def take(self, written: bytes) -> None:
        """Do what a message says."""
        calendar = Calendar.from_ical(written)
        (event,) = calendar.walk("VEVENT")
        uid, reached = str(event["UID"]), (int(event["SEQUENCE"]), event["DTSTAMP"].dt)
        if uid in self.events and reached[0] == self.events[uid][0][0]:
            self.unraised.append(uid)
        if uid in self.events and reached <= self.events[uid][0]:
            self.stale.append(uid)
        elif calendar["METHOD"] == "CANCEL":
            if uid not in self.events or self.events[uid][1] is None:
                self.stale.append(uid)
            self.events[uid] = (reached, None)
        else:
            assert calendar["METHOD"] == "REQUEST"
            self.events[uid] = (reached, _entry(event))

    @property
    def entries(self) -> list[Entry]:
        """What is in it, in order."""
        return sorted(entry for _, entry in self.events.values() if entry)


def addressee(written: bytes) -> str:
    """To whom a message goes."""
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    return str(event["ATTENDEE"]).removeprefix("mailto:").casefold()


def _entry(event: Calendar) -> Entry:
    start, end = (event[name].dt.astimezone(UTC) for name in ("DTSTART", "DTEND"))
    return Entry(str(event["SUMMARY"]), start, end, str(event.get("LOCATION", "")), str(event["STATUS"]))
