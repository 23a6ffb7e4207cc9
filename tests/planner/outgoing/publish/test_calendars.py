"""What stands in each calendar file, to the line; who is in it; and that it is the same each time it is written."""

from __future__ import annotations

from datetime import date

import clock_changes
import pytest
from ics import read, times, unfolded
from outgoing_samples import second_source, source

from constraints.problem import instant
from planner.outgoing import bodies, titles
from planner.outgoing.host_view import host_view
from planner.outgoing.publish.calendars import host_calendars, reviewer_calendars
from planner.outgoing.publish.invitation import plain_name
from planner.outgoing.reviewer_view import reviewer_view
from planner.outgoing.source import Source
from samples.errors import InputRefused

DAY = date(2021, 3, 29)


def small() -> Source:
    """One day by hand: four sessions, provisional ones."""
    return clock_changes.source(DAY, DAY)


def firm() -> Source:
    """Two days by hand, of which the first is not provisional."""
    return clock_changes.source(date(2021, 3, 26), date(2021, 3, 27))


def hosts(made_from: Source) -> dict[str, bytes]:
    return dict(host_calendars(made_from, host_view(made_from)))


def reviewers(made_from: Source) -> dict[str, bytes]:
    return dict(reviewer_calendars(made_from, reviewer_view(made_from)))


def without_zone(written: bytes) -> list[str]:
    lines = unfolded(written)
    return lines[: lines.index("BEGIN:VTIMEZONE")] + lines[lines.index("END:VTIMEZONE") + 1 :]


def with_people(made_from: Source, **changes: str) -> Source:
    """The same, with these values for everybody."""
    people = tuple(person.model_copy(update=changes) for person in made_from.problem.people)
    return made_from.model_copy(update={"problem": made_from.problem.changed(people=people)})


def test_invitation_to_the_line() -> None:
    made_from = small()
    code = made_from.codes["interview-0329"]
    assert without_zone(hosts(made_from)[f"session-{code}.ics"]) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Fieldwork planner//Calendars//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        f"SUMMARY:Practice discussion - ref {code} - 60 min",
        "DTSTART;TZID=Europe/London:20210329T090000",
        "DTEND;TZID=Europe/London:20210329T100000",
        "DTSTAMP:20210301T093000Z",
        "UID:0@example.org",
        "SEQUENCE:0",
        'ATTENDEE;CN="Zoë Zee O’Neil; née Smith, worker";CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;'
        "ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:zo%C3%AB%26co@example.org",
        'ATTENDEE;CN="Lead reviewer";CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;'
        "ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:lead@example.org",
        "CLASS:PRIVATE",
        f"DESCRIPTION:Practice discussion - ref {code} - 60 min"
        "\\nMonday 29 March 2021\\, 09:00 BST to 10:00 BST (Europe/London)"
        "\\nThis time is held for now: it will be confirmed or moved under this invitation."
        "\\nPlease do not name or describe a child in your reply.",
        "LOCATION:Microsoft Teams",
        'ORGANIZER;CN="Link officer":mailto:officer@example.org',
        "STATUS:TENTATIVE",
        "TRANSP:OPAQUE",
        "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:A session of the fieldwork programme begins in 15 minutes",
        "TRIGGER:-PT15M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_calendar_to_look_at_says_what_it_is_and_when_to_look_again() -> None:
    assert without_zone(reviewers(small())["reviewer-lead.ics"])[:8] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Fieldwork planner//Calendars//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Fieldwork programme",
        "X-WR-CALNAME:Fieldwork programme",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ]


def test_confirmed_session_is_busy_and_not_held() -> None:
    made_from = firm()
    (event,) = read(hosts(made_from)[f"session-{made_from.codes['interview-0326']}.ics"]).within("VEVENT")
    assert event.one("STATUS").value == "CONFIRMED"
    assert event.one("X-MICROSOFT-CDO-BUSYSTATUS").value == "BUSY"
    assert bodies.HELD not in event.one("DESCRIPTION").text


def test_a_file_for_each_session_with_the_council_and_for_each_of_its_people() -> None:
    made_from = source()
    attended = [session for session in made_from.programme.sessions if session.counterparts]
    people = {person for session in attended for person in session.counterparts or ()}
    assert hosts(made_from).keys() == {
        *(f"session-{made_from.codes[session.activity]}.ics" for session in attended),
        *(f"person-{person}.ics" for person in people),
    }
    assert list(reviewers(made_from)) == ["reviewer-lead-reviewer.ics", "reviewer-second-reviewer.ics"]


def test_everybody_is_shown_all_their_sessions_and_no_others_under_the_same_identifiers() -> None:
    made_from = source()
    files = {**hosts(made_from), **reviewers(made_from)}
    shown = {name: times(read(written)) for name, written in files.items() if not name.startswith("session")}
    assert shown == {
        name: {
            made_from.revisions[session.activity].uid: (instant(session.start), instant(session.end))
            for session in made_from.programme.sessions_of(name.partition("-")[2].removesuffix(".ics"))
        }
        for name in shown
    }
    sessions = [read(written) for name, written in files.items() if name.startswith("session")]
    assert {uid for one in sessions for uid in times(one)} == {
        uid for name, found in shown.items() if name.startswith("person") for uid in found
    }


def test_an_invitation_is_to_its_council_people_and_its_reviewers() -> None:
    made_from = source()
    person = made_from.problem.person
    files = hosts(made_from)
    for session in made_from.programme.sessions:
        if session.counterparts:
            (event,) = read(files[f"session-{made_from.codes[session.activity]}.ics"]).within("VEVENT")
            assert [one.value for one in event.all("ATTENDEE")] == [
                f"mailto:{person[one].email}" for one in (*session.counterparts, *session.reviewers)
            ]


def test_every_word_is_neutral() -> None:
    """A place is said where others attend: what a reviewer does alone is nowhere, and no meeting in Teams."""
    made_from = source()
    alone = {made_from.revisions[one.activity].uid for one in made_from.programme.sessions if len(one.people) == 1}
    for written in (*hosts(made_from).values(), *reviewers(made_from).values()):
        for event in read(written).within("VEVENT"):
            assert titles.allowed(event.one("SUMMARY").text)
            assert bodies.allowed(event.one("DESCRIPTION").text)
            said = [] if event.one("UID").value in alone else ["Microsoft Teams"]
            assert [place.text for place in event.all("LOCATION")] == said


def test_a_place_that_is_not_online_is_named() -> None:
    made_from = small()
    sessions = tuple(one.model_copy(update={"place": "Civic Hall, room 2"}) for one in made_from.programme.sessions)
    moved = made_from.model_copy(update={"programme": made_from.programme.model_copy(update={"sessions": sessions})})
    for written in (*hosts(moved).values(), *reviewers(moved).values()):
        places = {event.one("LOCATION").value for event in read(written).within("VEVENT")}
        assert places == {"Civic Hall\\, room 2"}


def test_moved_session_keeps_its_identifier_and_counts_up() -> None:
    before, after = source(), second_source()
    moved = next(one.activity for one in before.programme.sessions if before.problem.activity[one.activity].interview)
    name = f"session-{before.codes[moved]}.ics"
    was, now = ((read(hosts(one)[name]).within("VEVENT")[0]) for one in (before, after))
    assert now.one("UID") == was.one("UID")
    assert (was.one("SEQUENCE").value, now.one("SEQUENCE").value) == ("0", "1")
    assert (was.one("DTSTAMP").value, now.one("DTSTAMP").value) == ("20210414T080000Z", "20210416T080000Z")
    unmoved = set(hosts(before).items()) & set(hosts(after).items())
    assert len([name for name, _ in unmoved if name.startswith("session")]) == len(host_view(after).lines) - 1


def test_same_version_gives_the_same_bytes() -> None:
    assert hosts(source()) == hosts(source())
    assert reviewers(source()) == reviewers(source())


def test_organiser_who_attends_takes_the_chair_and_is_not_asked_to_reply() -> None:
    made_from = small().model_copy(update={"organiser": "Lead@example.org"})
    (event,) = read(hosts(made_from)[f"session-{made_from.codes['interview-0329']}.ics"]).within("VEVENT")
    worker, lead = event.all("ATTENDEE")
    assert (worker.parameters["ROLE"], worker.parameters["RSVP"]) == ("REQ-PARTICIPANT", "TRUE")
    assert {name: lead.parameters[name] for name in ("PARTSTAT", "ROLE", "RSVP")} == {
        "PARTSTAT": "ACCEPTED",
        "ROLE": "CHAIR",
        "RSVP": "FALSE",
    }


def test_session_of_which_nobody_has_an_address_is_only_shown() -> None:
    made_from = with_people(small(), email="")
    for written in hosts(made_from).values():
        calendar = read(written)
        assert calendar.one("METHOD").value == "PUBLISH"
        assert [event.all("ATTENDEE") for event in calendar.within("VEVENT")] == [[]] * len(calendar.within("VEVENT"))


def test_nobody_named_as_organiser_is_refused() -> None:
    made_from = small().model_copy(update={"organiser": ""})
    said = "The calendars: nobody is named as the organiser of the invitations. Name the organiser's e-mail address."
    with pytest.raises(InputRefused) as host:
        hosts(made_from)
    with pytest.raises(InputRefused) as reviewer:
        reviewers(made_from)
    assert (host.value.sentence, reviewer.value.sentence) == (said, said)


def test_name_that_a_file_cannot_have_is_written_so_that_it_can() -> None:
    assert {name for name in hosts(small()) if name.startswith("person")} == {
        "person-worker%2F1.ics",
        "person-worker%202.ics",
    }


def test_reviewer_without_sessions_has_no_calendar() -> None:
    made_from = small()
    alone = made_from.model_copy(update={"programme": made_from.programme.model_copy(update={"sessions": ()})})
    assert (hosts(alone), reviewers(alone)) == ({}, {})


def test_another_zone_is_written_in_utc_and_said_in_words() -> None:
    made_from = clock_changes.source(DAY, DAY, "Europe/Dublin")
    calendar = read(hosts(made_from)[f"session-{made_from.codes['interview-0329']}.ics"])
    (event,) = calendar.parts
    assert (event.one("DTSTART").value, event.one("DTEND").value) == ("20210329T080000Z", "20210329T090000Z")
    assert "Monday 29 March 2021, 09:00 IST to 10:00 IST (Europe/Dublin)" in event.one("DESCRIPTION").text


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ('Jo "Joey" Smith', "Jo Joey Smith"),
        ("Line\r\nbreak\x00and\tmore", "Line break and more"),
        ("Caret^n^^'", "Caretn'"),
        ("Zoë; O’Neil, Ltd: 2", "Zoë; O’Neil, Ltd: 2"),
        ("\u202eturned", "turned"),
        ('"', ""),
    ],
)
def test_name_is_shown_plainly(name: str, plain: str) -> None:
    assert plain_name(name) == plain
