"""What is sent when versions are published: exactly the changes, to exactly those whom they concern."""

from __future__ import annotations

from datetime import timedelta

import pytest
from ics import Component, read
from itip import faults
from publications import CODES, MADE, Office, messages, stated
from small_reviews import WEDNESDAY, session

from constraints.problem import Session
from planner.outgoing.bodies import WITHDRAWN, allowed
from planner.outgoing.publish.tellings import sentence

HELD = session("a", "10:00", "11:00", counterparts=("w1",))
OTHER = session("b", "14:00", "15:00", counterparts=("w2",))
MOVED = session("a", "13:30", "14:30", WEDNESDAY, counterparts=("w1",))
ZONE = "Europe/London"


def office(*published: tuple[Session, ...]) -> Office:
    """An office that has published these versions."""
    made = Office()
    for sessions in published:
        made.draft(sessions)
        made.publish()
    return made


def told(made: Office, *sessions: Session) -> dict[str, list[str]]:
    """What publishing a version tells whom: the folder, and a sentence each."""
    made.draft(sessions)
    found: dict[str, list[str]] = {}
    for one in made.preview().told:
        found.setdefault(one.now.person, []).append(f"{one.now.code} {sentence(one, ZONE)}")
    return found


def events(made: Office, *sessions: Session) -> dict[str, Component]:
    """The messages that publishing a version writes, by path."""
    if sessions:
        made.draft(sessions)
    return {path: read(content) for path, content in made.publish().files.items() if path.endswith(".ics")}


def value(calendar: Component, name: str) -> str:
    return calendar.parts[-1].one(name).text


def test_first_publication_invites_everybody_of_each_session() -> None:
    found = events(Office(), HELD, OTHER)
    assert sorted(found) == ["r1/R-0000.ics", "r1/R-0001.ics", "w1/R-0000.ics", "w2/R-0001.ics"]
    for path, calendar in found.items():
        event = calendar.parts[-1]
        assert (calendar.one("METHOD").value, value(calendar, "SEQUENCE")) == ("REQUEST", "0")
        assert [one.value for one in event.all("ATTENDEE")] == [f"mailto:{path.partition('/')[0]}@example.org"]
    assert value(found["r1/R-0000.ics"], "UID") == value(found["w1/R-0000.ics"], "UID")


def test_the_same_again_is_told_to_nobody() -> None:
    assert told(office((HELD, OTHER)), HELD, OTHER) == {}


def test_move_is_told_to_who_attends_and_to_nobody_else() -> None:
    said = "R-0000 was Tue 4 May 10.00, now Wed 5 May 13.30; nothing else changes"
    assert told(office((HELD, OTHER)), MOVED, OTHER) == {"r1": [said], "w1": [said]}


def test_move_raises_the_sequence_under_the_same_uid_and_says_what_changed() -> None:
    made = office((HELD,))
    before = read(messages(made.sent[0])[1])
    after = events(made, MOVED)["w1/R-0000.ics"]
    assert (value(after, "UID"), value(after, "SEQUENCE")) == (value(before, "UID"), "1")
    assert value(after, "DTSTAMP") > value(before, "DTSTAMP")
    line = "Changed: was Tue 4 May 10.00, now Wed 5 May 13.30; nothing else changes."
    assert value(after, "DESCRIPTION").split("\n")[2] == line


def test_cancellation_names_who_is_no_longer_asked_and_gives_no_reason() -> None:
    found = events(office((HELD, OTHER)), OTHER)
    assert sorted(found) == ["r1/R-0000.ics", "w1/R-0000.ics"]
    for calendar in found.values():
        assert (calendar.one("METHOD").value, value(calendar, "STATUS")) == ("CANCEL", "CANCELLED")
        assert value(calendar, "SEQUENCE") == "1"
        assert calendar.parts[-1].within("VALARM") == []
        assert value(calendar, "DESCRIPTION").split("\n")[-1] == WITHDRAWN


def test_other_interviewee_is_a_new_uid_and_leaves_the_reviewer_alone() -> None:
    made = office((HELD,))
    before = read(messages(made.sent[0])[1])
    found = events(made, HELD.model_copy(update={"counterparts": ("w2",)}))
    assert sorted(found) == ["w1/R-0000.ics", "w2/R-0000.ics"]
    gone, new = found["w1/R-0000.ics"], found["w2/R-0000.ics"]
    assert value(gone, "UID") == value(before, "UID") != value(new, "UID")
    assert (gone.one("METHOD").value, new.one("METHOD").value) == ("CANCEL", "REQUEST")


def test_who_is_no_longer_asked_is_not_told_that_the_session_is_cancelled() -> None:
    """RFC 5546, 3.2.5: a cancellation for some of those who are asked has no STATUS; and they may be asked again."""
    made = office((HELD,))
    gone = events(made, HELD.model_copy(update={"reviewers": ("r2",)}))["r1/R-0000.ics"]
    assert gone.one("METHOD").value == "CANCEL"
    assert gone.parts[-1].all("STATUS") == []


def test_two_cancellations_under_one_name_are_two_files() -> None:
    """Two shared a mailbox, and one had her own since: the file for the shared one was written over."""
    both = session("a", "10:00", "11:00", counterparts=("w1", "w2"))
    shared = {who: {"email": "team@example.org"} for who in ("w1", "w2")}
    own = {**shared, "w1": {"email": "w1@example.org"}}
    made = Office()
    for sessions, people in (((both,), shared), ((both,), own), ((), own)):
        made.draft(sessions, stated(people=people))
        last = made.publish()

    calendars = [read(content).parts[-1] for path, content in last.files.items() if path.endswith(".ics")]
    asked = [one.value for calendar in calendars for one in calendar.all("ATTENDEE")]
    assert sorted(asked) == [f"mailto:{who}@example.org" for who in ("r1", "team", "w1")]
    assert len(last.told) == 3


def test_other_reviewer_leaves_the_interviewee_alone() -> None:
    """An interviewee is asked to a time and a place: who asks is not in the invitation, so there is no second mail."""
    assert told(office((HELD,)), HELD.model_copy(update={"reviewers": ("r2",)})) == {
        "r1": ["R-0000 cancelled, was Tue 4 May 10.00"],
        "r2": ["R-0000 new, Tue 4 May 10.00"],
    }


def test_other_case_is_told_to_nobody() -> None:
    assert told(office((HELD,)), HELD.model_copy(update={"cases": None})) == {}


def test_one_of_several_interviewees_keeps_what_she_holds() -> None:
    both, other = (HELD.model_copy(update={"counterparts": who}) for who in (("w1", "w2"), ("w1",)))
    made = office((both,))
    assert told(made, other) == {"w2": ["R-0000 cancelled, was Tue 4 May 10.00"]}
    made.publish()
    later = other.model_copy(update={"start": MOVED.start, "end": MOVED.end})
    found = events(made, later)["w1/R-0000.ics"]
    assert (value(found, "UID"), value(found, "SEQUENCE")) == (value(read(messages(made.sent[0])[1]), "UID"), "1")


def test_who_is_asked_again_is_never_left_with_the_cancellation() -> None:
    by_another = HELD.model_copy(update={"reviewers": ("r2",)})
    made = office((HELD,), (by_another,))
    again = events(made, HELD)["r1/R-0000.ics"]
    cancelled = read(made.sent[1].files["r1/R-0000.ics"])
    assert value(again, "UID") == value(cancelled, "UID")
    assert int(value(again, "SEQUENCE")) > int(value(cancelled, "SEQUENCE"))
    gone = office((HELD,), ())
    anew = events(gone, HELD)["w1/R-0000.ics"]
    assert value(anew, "UID") != value(read(gone.sent[1].files["w1/R-0000.ics"]), "UID")


def test_drafts_raise_nothing() -> None:
    """Ten drafts between two publications had raised the sequence ten times."""
    made = office((HELD,))
    for start in ("11:00", "12:00", "13:00"):
        made.draft([session("a", start, "15:00", counterparts=("w1",))])
    found = events(made, MOVED)["w1/R-0000.ics"]
    assert value(found, "SEQUENCE") == "1"


def test_unchanged_draft_keeps_the_stamp_of_the_first_version_that_said_so() -> None:
    made = Office()
    first = made.draft([HELD, OTHER]).revisions
    second = made.draft([MOVED, OTHER]).revisions
    assert second["b"] == first["b"]
    assert (second["a"].uid, second["a"].sequence) == (first["a"].uid, 0)
    assert (second["a"].stamp - MADE).days == 2


def test_draft_shows_what_its_publication_sends() -> None:
    made = office((HELD, OTHER))
    shown = made.draft([MOVED, OTHER.model_copy(update={"counterparts": ("w1",)})])
    for calendar in events(made).values():
        if calendar.one("METHOD").value == "REQUEST":
            (who,) = (one.value.removeprefix("mailto:") for one in calendar.parts[-1].all("ATTENDEE"))
            name = next(name for name, code in CODES.items() if code in value(calendar, "SUMMARY"))
            stands = shown.revision_for(who.partition("@")[0], name)
            assert (stands.uid, str(stands.sequence)) == (value(calendar, "UID"), value(calendar, "SEQUENCE"))


def test_hold_that_is_confirmed_is_told_under_its_uid() -> None:
    made = Office()
    made.draft([HELD], stated(waiting="a"))
    first = events(made)["w1/R-0000.ics"]
    made.draft([HELD])
    second = events(made)["w1/R-0000.ics"]
    assert (value(first, "STATUS"), value(second, "STATUS")) == ("TENTATIVE", "CONFIRMED")
    assert (value(second, "UID"), value(second, "SEQUENCE")) == (value(first, "UID"), "1")
    assert value(second, "DESCRIPTION").split("\n")[2] == "Changed: it is confirmed; nothing else changes."


def test_other_length_place_and_time_are_told_together() -> None:
    made = office((HELD,))
    longer = session("a", "09:00", "10:30", counterparts=("w1",), place="hall")
    said = "R-0000 was Tue 4 May 10.00, now Tue 4 May 09.00; it now takes 90 minutes; it is held at another place"
    assert told(made, longer)["w1"] == [said]
    made.publish()
    shorter = session("a", "09:00", "10:00", counterparts=("w1",), place="hall")
    assert told(made, shorter)["w1"] == ["R-0000 was until 10.30, now until 10.00; nothing else changes"]


def test_case_read_alone_is_told_as_no_meeting_and_the_other_way_round() -> None:
    """A reviewer left alone with a record was told of another place, and there was none."""
    met = HELD.model_copy(update={"place": "online"})
    made = office((met,))
    alone = met.model_copy(update={"counterparts": ()})
    assert told(made, alone)["r1"] == ["R-0000 it is no meeting any more; nothing else changes"]
    made.publish()
    assert told(made, met)["r1"] == ["R-0000 it is a meeting now; nothing else changes"]


def test_how_long_a_session_took_is_no_news_to_who_was_there() -> None:
    made = office((HELD,))
    made.number = 100
    assert told(made, HELD.model_copy(update={"end": HELD.end + timedelta(minutes=20)})) == {}


def test_who_has_no_address_is_told_by_hand_and_is_sent_nothing() -> None:
    made = Office()
    made.draft([HELD], stated(people={"w1": {"email": ""}}))
    first = made.publish()
    assert [path for path in first.files if path.startswith("w1")] == []
    assert [one.now.address for one in first.told if one.now.person == "w1"] == [""]
    made.draft([HELD])
    assert [(one.what, one.now.address) for one in made.preview().told] == [("new", "w1@example.org")]


def test_other_address_gets_the_invitation_and_the_old_one_a_cancellation() -> None:
    made = office((HELD,))
    made.draft([HELD], stated(people={"w1": {"email": "w1.new@example.org"}}))
    found = events(made)
    assert sorted(found) == ["w1/R-0000-cancelled.ics", "w1/R-0000.ics"]
    addressed = {path: one.parts[-1].one("ATTENDEE").value for path, one in found.items()}
    assert addressed["w1/R-0000-cancelled.ics"] == "mailto:w1@example.org"
    assert addressed["w1/R-0000.ics"] == "mailto:w1.new@example.org"


def test_two_people_with_one_address_hold_one_invitation() -> None:
    people = {"w1": {"email": "duty@example.org"}, "w2": {"email": "Duty@example.org"}}
    made = Office()
    made.draft([HELD.model_copy(update={"counterparts": ("w1", "w2")})], stated(people=people))
    assert sorted(path for path in made.publish().files if path.startswith("w")) == ["w1/R-0000.ics"]
    made.draft([HELD.model_copy(update={"counterparts": ("w2",)})], stated(people=people))
    assert made.preview().files == {}


def test_other_organiser_keeps_what_was_sent_in_the_name_of_the_one_before() -> None:
    made = office((HELD, OTHER))
    made.organiser = "new.officer@example.net"
    assert told(made, HELD, OTHER) == {}
    found = events(made, MOVED, session("c", "09:00", "10:00", counterparts=("w2",)))
    organisers = {path: one.parts[-1].one("ORGANIZER").value for path, one in found.items()}
    assert organisers["w1/R-0000.ics"] == organisers["w2/R-0001.ics"] == "mailto:officer@example.org"
    assert organisers["w2/R-0002.ics"] == "mailto:new.officer@example.net"
    assert value(found["w1/R-0000.ics"], "UID").endswith("@example.org")


@pytest.mark.parametrize("later", [(), (MOVED,), (MOVED, OTHER), (HELD.model_copy(update={"counterparts": ("w2",)}),)])
def test_every_message_keeps_the_tables_and_every_body_the_grammar(later: tuple[Session, ...]) -> None:
    made = office((HELD, OTHER))
    made.draft(later)
    for calendar in events(made).values():
        assert faults(calendar) == []
        assert allowed(value(calendar, "DESCRIPTION"))


def test_hash_is_that_of_exactly_what_would_be_written() -> None:
    made = office((HELD,))
    made.draft([MOVED])
    hashes = {made.preview().hash, made.preview().hash}
    assert len(hashes) == 1
    later = session("a", "13:45", "14:45", WEDNESDAY, counterparts=("w1",))
    for other in ([MOVED], [MOVED, OTHER], [later]):
        made.draft(other)
        hashes.add(made.preview().hash)
    assert len(hashes) == 4
