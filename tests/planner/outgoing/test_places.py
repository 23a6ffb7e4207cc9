"""Where a session is held: names wherever it is told, and ids nowhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO

import pytest
from ics import read
from openpyxl import load_workbook
from sited_samples import ANNEXE, HALL, HOLDERS, IDS, LARGE, NORTH, WORKERS, moved, problem, sited
from small_reviews import activity, session
from small_reviews import problem as without_sites
from word_structure import structure

from constraints.problem import Session
from planner.commands.renderings import render
from planner.outgoing.changed import changed_for_host, changed_for_reviewers
from planner.outgoing.decoding.files import outgoing
from planner.outgoing.guard import guard
from planner.outgoing.leaks import LeakIndex, index_of
from planner.outgoing.own_words import refuse_own_words
from planner.outgoing.places import held_online, names_of_places, place_of
from planner.outgoing.rules import LeakRefused, Rule
from planner.outgoing.source import Source
from samples.reference import leak_index

KEY = bytes(range(32))
CHILD = ("C001713", "May Thornbury", "2014-03-09")


def files(source: Source) -> Mapping[str, bytes]:
    return render(source)


def index(source: Source) -> LeakIndex:
    return index_of(leak_index(KEY, CHILD), KEY, source)


def calendar(source: Source, name: str) -> dict[str, str | None]:
    """Where each session of a calendar is held, by its neutral code."""
    events = read(files(source)[name]).within("VEVENT")
    return {
        event.one("SUMMARY").text.split()[-4]: next((one.text for one in event.all("LOCATION")), None)
        for event in events
    }


@pytest.mark.parametrize(
    ("place", "room", "said"),
    [
        (HALL, LARGE, "County Hall, Committee room 1"),
        (HALL, "", "County Hall"),
        (HALL, None, "County Hall"),
        (NORTH, ANNEXE, "North office, annexe"),
        ("online", "", "online"),
        (" Online", "", "online"),
        ("online", LARGE, "online, Committee room 1"),
        ("The old mill", "", "The old mill"),
    ],
)
def test_place_is_told_by_name(place: str, room: str | None, said: str) -> None:
    held = sited().programme.session["call"].model_copy(update={"place": place, "room": room})
    assert place_of(problem(), held) == said


def test_what_one_does_alone_and_at_no_site_has_no_place() -> None:
    """Lunch was in the diary as a meeting in Teams."""
    assert place_of(problem(), sited().programme.session[f"lunch-{HOLDERS[0]}"]) == ""
    alone = sited().programme.session["call"].model_copy(update={"counterparts": ()})
    assert place_of(problem(), alone) == ""
    assert place_of(problem(), alone.model_copy(update={"place": HALL})) == "County Hall"


def test_only_rooms_are_places_among_the_resources() -> None:
    stated = without_sites(activity("x", resources=("laptop",)), resources=({"id": "laptop", "name": "The laptop"},))
    assert list(names_of_places(stated)) == []
    assert list(names_of_places(problem())) == [
        *("County Hall", "North office"),
        *("Committee room 1", "Committee room 2", "North office, annexe"),
    ]


@pytest.mark.parametrize("version", [sited, moved])
def test_no_file_holds_an_id_of_a_place_and_the_guard_knows_the_names(version: Callable[[], Source]) -> None:
    source = version()
    written = [outgoing(path, content) for path, content in files(source).items()]
    assert [(file.path, one) for file in written for field in file.fields for one in IDS if one in field.text] == []
    refuse_own_words(source, index(source))
    guard(written, index(source))


def test_name_of_a_room_or_a_site_that_names_a_child_is_refused() -> None:
    for part, what in (("resources", LARGE), ("sites", HALL)):
        named = tuple(
            one.model_copy(update={"name": "Room of C001713"}) if one.id == what else one
            for one in getattr(problem(), part)
        )
        source = sited().model_copy(update={"problem": problem(**{part: named})})
        with pytest.raises(LeakRefused) as refused:
            refuse_own_words(source, index(source))
        assert refused.value.rule == Rule.CHILD
        assert refused.value.sentence.startswith("the name of a site or a room: ")


def test_word_and_excel_tell_places_to_both_sides() -> None:
    made = files(sited())
    rows = [row for block in structure(made["host/programme.docx"]) if isinstance(block, list) for row in block]
    assert [row[-1] for row in rows if row[1] == ["09.30–12.30"]] == [["County Hall, Committee room 1"]]
    for view in ("host", "reviewer"):
        sheet = load_workbook(BytesIO(made[f"{view}/programme.xlsx"]))["Programme"]
        head, *cells = sheet.iter_rows(values_only=True)
        places = [row[head.index("Place")] for row in cells]
        assert {"County Hall, Committee room 1", "North office, annexe", "North office", "online"} <= set(places)


def test_sentence_about_online_sessions_is_true_where_some_have_a_place() -> None:
    """Whoever reads no place beside a session with others has to find it online."""
    said = structure(files(sited())["reviewer/programme.docx"])
    assert ("Note", "Sessions with others are online unless a place is named.") in said
    lines = [line for block in said if isinstance(block, list) for row in block for cell in row for line in cell]
    for one in sited().programme.sessions:
        told = [line for line in lines if sited().codes[one.activity] in line]
        assert len(told) == len(one.reviewers)
        if len(one.people) > 1:
            assert all(line.endswith(place_of(problem(), one)) for line in told) != held_online(one)
    assert not [line for line in lines if "online" in line]


def test_calendars_say_where_in_words_and_lunch_is_nowhere() -> None:
    source = sited()
    code = source.codes
    assert calendar(source, "reviewer/calendars/reviewer-visiting-a.ics") == {
        code["visit"]: "County Hall, Committee room 1",
        code["lunch-visiting-a"]: None,
        code["feedback"]: "North office, annexe",
        code["meeting"]: "County Hall, Committee room 2",
        code["call"]: "Microsoft Teams",
        code["evening"]: "North office",
    }


def test_teams_is_asked_for_online_sessions_only() -> None:
    code = sited().codes
    assert [path for path in files(sited()) if path.startswith("host/teams/")] == [f"host/teams/{code['call']}.json"]
    page = files(sited())["host/teams-links.html"].decode()
    assert page.count("<a href=") == 1
    assert code["call"] in page
    nowhere = files(moved())
    assert [path for path in nowhere if path.startswith("host/teams/")] == []
    assert "<p>No session is held online.</p>" in nowhere["host/teams-links.html"].decode()
    assert "Each link" not in nowhere["host/teams-links.html"].decode()


def test_another_room_or_site_is_told_to_both_sides() -> None:
    code = moved().codes
    assert changed_for_host(moved()) == (
        f"Team visit {code['visit']}: was in Committee room 1, now in Committee room 2",
        f"Feedback {code['feedback']}: was at North office, annexe, now at County Hall, Committee room 1",
        f"Call {code['call']}: was online, now at North office",
    )
    assert [sentence.partition(": ")[0] for sentence in changed_for_reviewers(moved())] == [
        *("Team visit to the northern team", "What the visit found", "Interview"),
    ]


def test_another_room_or_site_raises_the_sequence_under_the_same_uid() -> None:
    before, after = sited().revisions, moved().revisions
    risen = {one for one in before if after[one].sequence == before[one].sequence + 1}
    assert risen == {"visit", "feedback", "call"}
    assert all(after[one].uid == before[one].uid for one in before)
    assert all(after[one] == before[one] for one in before if one not in risen)


def test_place_that_comes_or_goes_is_told() -> None:
    lunch = f"lunch-{HOLDERS[0]}"

    def told(before: dict[str, object], after: dict[str, object]) -> tuple[str, ...]:
        was, now = (_with(sited(), lunch, update) for update in (before, after))
        return changed_for_reviewers(now.model_copy(update={"before": was.programme}))

    assert told({}, {"place": HALL}) == ("Lunch, Friday 1 June: now at County Hall",)
    assert told({"place": HALL}, {}) == ("Lunch, Friday 1 June: no longer at County Hall",)
    assert told({"place": HALL}, {"place": HALL, "room": LARGE}) == (
        "Lunch, Friday 1 June: was at County Hall, now at County Hall, Committee room 1",
    )


def _with(source: Source, name: str, update: dict[str, object]) -> Source:
    sessions: tuple[Session, ...] = tuple(
        one.model_copy(update=update) if one.activity == name else one for one in source.programme.sessions
    )
    return source.model_copy(update={"programme": source.programme.model_copy(update={"sessions": sessions})})


def test_session_that_states_no_room_is_not_told_as_moved() -> None:
    stated = _with(sited(), "visit", {"room": None})
    assert changed_for_host(stated.model_copy(update={"before": sited().programme})) == ()


def test_everybody_of_every_side_with_a_session_has_a_calendar_and_nobody_else() -> None:
    made = files(sited())
    assert {path.rpartition("/")[2] for path in made if "/calendars/" in path and "/session-" not in path} == {
        *(f"reviewer-{one}.ics" for one in HOLDERS),
        *(f"person-{one}.ics" for one in (*WORKERS, "manager")),
    }


def test_who_holds_sessions_and_is_met_in_others_has_one_calendar_with_all_of_them() -> None:
    """A host manager is met when their own team is visited: two calendars each had half of their sessions."""
    met = {"counterparts": (*WORKERS, "host-b")}
    made = files(_with(sited(), "evening", met))
    assert "host/calendars/person-host-b.ics" not in made
    told = {
        event.one("SUMMARY").text for event in read(made["reviewer/calendars/reviewer-host-b.ics"]).within("VEVENT")
    }
    assert {title.partition(" - ")[0] for title in told} == {
        *("Team visit", "Lunch", "Feedback", "Team meeting", "Evening session"),
    }


def test_invitation_of_a_session_that_four_hold_asks_all_of_them() -> None:
    (event,) = read(files(sited())[f"host/calendars/session-{sited().codes['visit']}.ics"]).within("VEVENT")
    assert [one.value for one in event.all("ATTENDEE")] == [
        f"mailto:{one}@example.org" for one in ("manager", *HOLDERS)
    ]


def test_evening_with_a_whole_pool_reads_as_any_other_invitation() -> None:
    (event,) = read(files(sited())[f"host/calendars/session-{sited().codes['evening']}.ics"]).within("VEVENT")
    title = f"Evening session - ref {sited().codes['evening']} - 90 min"
    assert event.one("SUMMARY").text == title
    assert event.one("DESCRIPTION").text == (
        f"{title}\nTuesday 4 September 2018, 18:00 BST to 19:30 BST (Europe/London)\n"
        "Please do not name or describe a child in your reply."
    )
    assert event.one("LOCATION").text == "North office"
    assert len(event.all("ATTENDEE")) == len(WORKERS) + 2


def test_free_places_of_a_review_without_sites_stand_as_written() -> None:
    assert place_of(without_sites(activity("x")), session("x", "10:00", "11:00", place="Town hall")) == "Town hall"
