"""Calendar files read by RFC 5545's own grammar, without any library: lines, components, and a zone's changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*):(.*)', re.DOTALL)
PARAMETER = re.compile(r';([A-Z0-9-]+)=("[^"]*"|[^";:,]*)')
FORM = "%Y%m%dT%H%M%S"


@dataclass(frozen=True)
class Property:
    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], self.value)


@dataclass
class Component:
    name: str
    properties: list[Property] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [one for one in self.properties if one.name == name]

    def one(self, name: str) -> Property:
        (found,) = self.all(name)
        return found

    def within(self, name: str) -> list[Component]:
        return [one for one in self.parts if one.name == name]


def unfolded(written: bytes) -> list[str]:
    """The content lines; each is to end in CRLF, to be folded at 75 octets, and each fold to be UTF-8 of its own."""
    *lines, rest = written.split(b"\r\n")
    assert rest == b""
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 75
    found: list[str] = []
    for line in (one.decode("utf-8") for one in lines):
        if line.startswith((" ", "\t")):
            found[-1] += line[1:]
        else:
            found.append(line)
    return found


def read(written: bytes) -> Component:
    """The calendar of a file."""
    whole = Component("")
    open_parts = [whole]
    for line in unfolded(written):
        found = LINE.fullmatch(line)
        assert found, line
        name, value = found[1], found[3]
        if name == "BEGIN":
            open_parts.append(Component(value))
            open_parts[-2].parts.append(open_parts[-1])
        elif name == "END":
            assert open_parts.pop().name == value
        else:
            parameters = {one: said.strip('"') for one, said in PARAMETER.findall(found[2])}
            open_parts[-1].properties.append(Property(name, parameters, value))
    (calendar,) = whole.parts
    assert open_parts == [whole]
    assert calendar.name == "VCALENDAR"
    return calendar


def times(calendar: Component) -> dict[str, tuple[datetime, datetime]]:
    """When each event begins and ends, in UTC, by its UID; by the file's own time zone and nothing else."""
    zones = {zone.one("TZID").value: list(changes(zone)) for zone in calendar.within("VTIMEZONE")}
    return {
        event.one("UID").value: (_instant(event.one("DTSTART"), zones), _instant(event.one("DTEND"), zones))
        for event in calendar.within("VEVENT")
    }


def _instant(when: Property, zones: dict[str, list[tuple[datetime, timedelta]]]) -> datetime:
    if when.value.endswith("Z"):
        return datetime.strptime(when.value, f"{FORM}Z").replace(tzinfo=UTC)
    clock = datetime.strptime(when.value, FORM).replace(tzinfo=UTC)
    changed = zones[when.parameters["TZID"]]
    # The first of two instants that the clock shows alike (RFC 5545, 3.3.5).
    return next(clock - offset for offset in (_LATER, _EARLIER) if offset_at(changed, clock - offset) == offset)


_EARLIER, _LATER = timedelta(0), timedelta(hours=1)


def changes(zone: Component) -> Iterator[tuple[datetime, timedelta]]:
    """Every change of a zone's clock up to 2040: when, in UTC, and the offset from then on."""
    for observance in zone.parts:
        before, after = (_offset(observance.one(name).value) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
        first = datetime.strptime(observance.one("DTSTART").value, FORM).replace(tzinfo=UTC)
        rule = dict(part.split("=") for part in observance.one("RRULE").value.split(";"))
        assert (rule["FREQ"], rule["BYDAY"], set(rule)) == ("YEARLY", "-1SU", {"FREQ", "BYDAY", "BYMONTH"})
        for year in range(first.year, 2041):
            last = first.replace(
                year=year, month=int(rule["BYMONTH"]), day=31 if rule["BYMONTH"] in {"3", "10"} else 28
            )
            sunday = last - timedelta(days=(last.weekday() + 1) % 7)
            assert year > first.year or sunday == first
            yield sunday - before, after


def offset_at(changed: list[tuple[datetime, timedelta]], when: datetime) -> timedelta:
    """The offset in force at an instant: that of the latest change."""
    return max(change for change in changed if change[0] <= when)[1]


def _offset(written: str) -> timedelta:
    return timedelta(hours=int(written[:3]), minutes=int(written[0] + written[3:]))
