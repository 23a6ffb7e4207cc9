"""The guard: everything planted is stopped by the right rule, and no clean programme is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath

import pytest
from awkward_programmes import KEY, TITLES, Awkward, awkward
from planted_leaks import PLACES, file_named, plants
from sited_samples import moved, sited

from constraints.problem import Waiver
from planner.outgoing.bodies import body
from planner.outgoing.decoding.files import outgoing
from planner.outgoing.documents.excel import host_xlsx, public_xlsx, reviewer_xlsx
from planner.outgoing.documents.pages import public_html, reviewer_html
from planner.outgoing.documents.word import host_docx, public_docx, reviewer_docx
from planner.outgoing.fields import Field, Outgoing
from planner.outgoing.guard import LeakRefused, guard
from planner.outgoing.host_view import host_view
from planner.outgoing.leaks import LeakIndex, index_of
from planner.outgoing.public_view import public_view
from planner.outgoing.publish.calendars import host_calendars, reviewer_calendars
from planner.outgoing.publish.teams import requests
from planner.outgoing.publish.teams_links import links_page
from planner.outgoing.reviewer_view import reviewer_view
from planner.outgoing.rules import Rule
from planner.outgoing.source import Source
from planner.outgoing.spoken import words

PLANTED = 520
CLEAN = 500
WRITERS: Mapping[str, Callable[[Source], bytes]] = {
    "host/programme.docx": lambda source: host_docx(host_view(source)),
    "public/programme.docx": lambda source: public_docx(public_view(source)),
    "host/programme.xlsx": lambda source: host_xlsx(host_view(source)),
    "public/programme.xlsx": lambda source: public_xlsx(public_view(source)),
    "public/programme.html": lambda source: public_html(public_view(source)),
    "reviewer/programme.docx": lambda source: reviewer_docx(reviewer_view(source)),
    "reviewer/programme.xlsx": lambda source: reviewer_xlsx(reviewer_view(source)),
    "reviewer/programme.html": lambda source: reviewer_html(reviewer_view(source)),
}


class EveryWord(LeakIndex):
    """An index to which every word of three letters is a child's name, and every longer number an identifier."""

    def knows(self, token: str) -> bool:
        return len(token) >= 3 and not (token.isdigit() and len(token) < 5)


def calendars(source: Source, view: str) -> Iterator[tuple[str, bytes]]:
    if view == "host":
        files = host_calendars(source, host_view(source))
    else:
        files = reviewer_calendars(source, reviewer_view(source))
    return ((f"{view}/calendars/{name}", content) for name, content in files.items())


def meetings(source: Source) -> Iterator[tuple[str, bytes]]:
    view = host_view(source)
    yield "host/teams-links.html", links_page(source, view)
    for name, content in requests(source, view).items():
        yield f"host/teams/{name}", content


def meeting(source: Source) -> tuple[str, bytes]:
    """A request for an online meeting, by hand: with every field that one may have."""
    line = host_view(source).lines[0]
    request = {
        "subject": line.title,
        "body": {"contentType": "text", "content": body(line.title, line.start, line.end, "Europe/London")},
        "start": {"dateTime": f"{line.start:%Y-%m-%dT%H:%M:%S}", "timeZone": "Europe/London"},
        "attendees": [
            {"type": "required", "emailAddress": {"address": one.email, "name": one.name}} for one in line.people
        ],
        "location": {"displayName": "Microsoft Teams"},
        "categories": ["Fieldwork programme"],
        "isOnlineMeeting": True,
        "transactionId": "0b9b4d1e-6f7a-5c0e-9d3b-2f1f6a1c2e11",
        "singleValueExtendedProperties": [{"id": "Fieldwork programme", "value": f"{line.code}#g1"}],
    }
    return f"host/teams/{line.code}.json", json.dumps(request).encode()


@cache
def programmes() -> list[Awkward]:
    return [awkward(seed) for seed in range(8)]


@cache
def written(seed: int) -> dict[str, bytes]:
    """One file of every kind."""
    source = programmes()[seed].source
    documents = {path: write(source) for path, write in WRITERS.items()}
    return documents | dict(calendars(source, "host")) | dict([meeting(source)])


def everything(source: Source) -> list[Outgoing]:
    documents = [outgoing(path, write(source)) for path, write in WRITERS.items()]
    shown = [outgoing(*file) for view in ("host", "reviewer") for file in calendars(source, view)]
    return [*documents, *shown, *(outgoing(*file) for file in (meeting(source), *meetings(source)))]


def refusal(file: Outgoing, index: LeakIndex) -> LeakRefused:
    with pytest.raises(LeakRefused) as refused:
        guard([file], index)
    return refused.value


def says(sentence: str, leak: str) -> bool:
    """Whether a sentence says a leak, word for word."""
    spoken, sought = [word.said for word in words(sentence)], [word.said for word in words(leak)]
    return any(spoken[at : at + len(sought)] == sought for at in range(len(spoken)))


def test_guard_planted_leaks_all_stopped_by_their_rule() -> None:
    stopped: Counter[str] = Counter()
    for programme, leak, place, suffix, plant, rule in plants(20210420, programmes(), PLANTED):
        seed = programmes().index(programme)
        path, content = next(file for file in written(seed).items() if PurePosixPath(file[0]).suffix == suffix)
        found = refusal(outgoing(path, plant(content, leak.said)), programme.index)
        assert (place, leak, found.rule) == (place, leak, rule)
        assert not says(found.sentence, leak.said), place
        stopped[leak.kind] += 1
    assert stopped.total() == PLANTED
    assert min(stopped.values()) >= 50
    assert len(stopped) == 6


def test_guard_leaks_in_file_names_all_stopped() -> None:
    stopped = 0
    for programme, leak, *_ in plants(7, programmes(), 120):
        if path := file_named(leak.said, "host/calendars/session-R-7F3K.ics"):
            found = refusal(outgoing(path, b""), programme.index)
            assert (leak, found.rule) == (leak, leak.rule)
            assert not says(found.sentence, leak.said)
            stopped += 1
    assert stopped >= 100


def test_guard_clean_programmes_all_pass() -> None:
    """Each with its requests and links for Teams, and in turn one of eight documents and the calendars of one view."""
    passed = 0
    for seed in range(CLEAN):
        programme = awkward(seed)
        path = list(WRITERS)[seed % len(WRITERS)]
        files = [outgoing(path, WRITERS[path](programme.source)), outgoing(*meeting(programme.source))]
        files += [outgoing(*file) for file in meetings(programme.source)]
        views = ("host", "reviewer")
        files += [outgoing(*file) for file in calendars(programme.source, views[seed % 2])]
        guard(files, programme.index)
        passed += 1
    assert passed == CLEAN


def test_guard_every_word_a_childs_clean_programmes_still_pass() -> None:
    """So no clean programme depends on what children are called, nor one of sites, rooms and weeks without sessions."""
    versions = [(programme.source, programme.index) for programme in programmes()]
    versions += [(source, index_of(frozenset(), KEY, source)) for source in (sited(), moved())]
    for source, index in versions:
        known = {name: getattr(index, name) for name in LeakIndex.__dataclass_fields__ if name != "_seen"}
        guard([file for file in everything(source) if not file.reviewers_only], EveryWord(**known))


def test_guard_places_every_kind_of_file_is_planted() -> None:
    assert {suffix for _, suffix, _, _ in PLACES} == {".ics", ".html", ".docx", ".xlsx", ".json"}
    assert PLANTED >= 500 <= CLEAN


@pytest.mark.parametrize("path", [path for path in WRITERS if path.startswith("reviewer")])
def test_reason_for_what_was_accepted_is_looked_through(path: str) -> None:
    """A manager writes why a rule may be broken in words of their own."""

    def file(why: str) -> tuple[Outgoing, LeakIndex]:
        made = programmes()[0]
        (late, *_) = made.source.programme.sessions
        waiver = Waiver(rule="not_in_the_past", sessions=(late.activity,), who="review manager", why=why)
        source = made.source.model_copy(
            update={"problem": made.source.problem.model_copy(update={"waivers": (waiver,)})}
        )
        index = index_of(made.index.hashes, KEY, source, themes=TITLES)
        return outgoing(path, WRITERS[path](source)), index

    child = programmes()[0].children[0]
    clean, index = file("agreed by telephone")
    guard([clean], index)
    assert any("agreed by telephone" in field.text for field in clean.fields)
    assert refusal(*file(f"agreed, for {child.identifier}")).rule == Rule.CHILD


def text(said: str, path: str = "host/programme.docx") -> Outgoing:
    return Outgoing(path, (Field("the text", "free text", said),))


def test_guard_reviewers_documents_may_say_themes_and_labels() -> None:
    programme = programmes()[0]
    guard([text("Edge of care (HF-001)", "reviewer/programme.docx")], programme.index)
    assert refusal(text("Edge of care"), programme.index).rule == Rule.THEME
    assert refusal(text("HF-001"), programme.index).rule == Rule.CASE
    assert refusal(text("Edge of care", "reviewer/calendars/reviewer-1.ics"), programme.index).rule == Rule.THEME


def test_guard_reviewers_documents_may_not_say_a_child() -> None:
    programme = programmes()[0]
    child = programme.children[1]
    found = refusal(text(f"HF-002 is {child.surname}", "reviewer/programme.docx"), programme.index)
    assert found.rule == Rule.CHILD


def test_guard_one_leak_among_clean_files_refuses_all() -> None:
    programme = programmes()[0]
    files = [*everything(programme.source), text(f"see {programme.children[0].identifier}")]
    with pytest.raises(LeakRefused) as refused:
        guard(files, programme.index)
    assert refused.value.sentence == (
        f"host, file {len(files)} (.docx), the text: {Rule.CHILD.value}. "
        "Nothing was written; take it out of the review's titles, places, staff or texts, and try again."
    )


@pytest.mark.parametrize(
    ("kind", "said", "rule"),
    [
        ("date-time", "20140309T093000", Rule.TIME),
        ("date-time", "20210513T093000", Rule.TIME),
        ("zone", "20140309T020000", Rule.TIME),
        ("address", "somebody@example.org", Rule.RECIPIENT),
        ("staff name", "Hope", Rule.NAME),
        ("code", "smith-R-7F3K", Rule.CODE),
        ("uid", "12345678", Rule.UID),
        ("free text", "write to somebody@example.com", Rule.RECIPIENT),
    ],
)
def test_guard_field_of_a_schema_holds_its_own_only(kind: str, said: str, rule: Rule) -> None:
    field = Field("a field", kind, said)  # type: ignore[arg-type]
    assert refusal(Outgoing("host/x.ics", (field,)), programmes()[0].index).rule == rule


def test_guard_date_of_birth_as_excel_counts_days_stopped() -> None:
    programme = programmes()[0]
    serial = (programme.children[0].born.toordinal() - 693594) * 1.0
    field = Field("sheet 1, C2", "number", str(serial))
    assert refusal(Outgoing("host/programme.xlsx", (field,)), programme.index).rule == Rule.BORN


def test_guard_letters_that_cannot_be_seen_do_not_hide_a_name() -> None:
    programme = programmes()[0]
    assert refusal(text("about Thorn\N{ZERO WIDTH SPACE}bury"), programme.index).rule == Rule.CHILD
    assert refusal(text("about \N{FULLWIDTH LATIN CAPITAL LETTER T}hornbury's"), programme.index).rule == Rule.CHILD


def test_guard_index_holds_no_child_and_shows_no_key() -> None:
    programme = programmes()[0]
    shown = repr(programme.index)
    assert KEY.hex() not in shown
    assert repr(KEY) not in shown
    assert not any(said in shown for child in programme.children for said in (child.identifier, "Thornbury", "Kestrel"))


def test_decoding_file_that_cannot_be_read_refused() -> None:
    for path, content in (("host/a.docx", b"x"), ("host/a.bin", b"x"), ("host/a.json", b"{"), ("host/a.ics", b"\xff")):
        with pytest.raises(LeakRefused) as refused:
            outgoing(path, content)
        assert refused.value.rule == Rule.UNREAD
