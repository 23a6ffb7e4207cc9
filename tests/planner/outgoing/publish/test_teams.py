from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from uuid import UUID
from zoneinfo import ZoneInfo

import outgoing_samples
import pytest
from pydantic import ValidationError
from small_reviews import activity, problem, programme, session

from constraints.problem import Area, Need, Problem
from planner.canonical import canonical
from planner.outgoing.decoding.files import outgoing
from planner.outgoing.guard import guard
from planner.outgoing.host_view import host_view
from planner.outgoing.leaks import LeakIndex, index_of
from planner.outgoing.publish.graph_models import MeetingRequest
from planner.outgoing.publish.teams import requests
from planner.outgoing.publish.teams_links import links_page
from planner.outgoing.source import Revision, Source
from planner.outgoing.texts import TAG
from planner.outgoing.titles import allowed

LONDON = ZoneInfo("Europe/London")
SCHEMA = Path(__file__).parents[4] / ".." / "shared" / "data" / "event.derived.schema.json"
FRIDAY, MONDAY = date(2021, 10, 29), date(2021, 11, 1)
"""The clocks went back on the Sunday between."""

STAFF: dict[str, dict[str, object]] = {
    "r1": {"email": "R1@example.org"},
    "r2": {"email": "r2@example.org"},
    "w1": {"email": "w1@example.org", "name": "Ann O'Neil & Co <x>"},
    "w2": {"email": "w2@example.org"},
}
REQUIRED = {
    *("subject", "body", "start", "end", "attendees", "isOnlineMeeting", "onlineMeetingProvider"),
    *("allowNewTimeProposals", "responseRequested", "hideAttendees", "isReminderOn", "reminderMinutesBeforeStart"),
    *("sensitivity", "showAs", "categories", "transactionId", "singleValueExtendedProperties"),
}
"""What a request holds, and all it holds: graph-and-teams, the reference create body."""

ENUMS = {
    "contentType": {"text", "html"},
    "type": {"required", "optional", "resource"},
    "onlineMeetingProvider": {"unknown", "skypeForBusiness", "skypeForConsumer", "teamsForBusiness"},
    "sensitivity": {"normal", "personal", "private", "confidential"},
    "showAs": {"unknown", "free", "tentative", "busy", "oof", "workingElsewhere"},
}
"""Graph's enumerated values, transcribed from its metadata."""


def posed(people: dict[str, dict[str, object]] | None = None, **area: str) -> Problem:
    met = {"kind": "interview", "counterparts": (Need(people=("w1",)),), "area": "a"}
    return problem(
        activity("theme-of-exploitation", **met),
        activity("after", **met),
        activity("on-site", **met),
        people={name: STAFF[name] | (people or {}).get(name, {}) for name in STAFF},
        areas=(Area.model_validate({"id": "a", "title": "Secret theme"} | area),),
        start=FRIDAY,
        end=MONDAY,
        days=(),
        title="Review & more",
    )


def source(generation: int = 1, posed: Problem = posed(), codes: tuple[str, ...] = ("7F3K", "8G4M", "9H5M")) -> Source:  # noqa: B008
    both = {"reviewers": ("r1", "r2"), "counterparts": ("w1", "w2")}
    sessions = (
        session("theme-of-exploitation", "09:30", "10:30", FRIDAY, **both),
        session("after", "09:30", "10:15", MONDAY, counterparts=("w1",)),
        session("on-site", "13:00", "14:00", MONDAY, counterparts=("w1",), place="North house"),
    )
    ids = [one.activity for one in sessions]
    made = datetime(2021, 10, 1, 9, tzinfo=LONDON)
    return Source(
        problem=posed,
        programme=programme(*sessions),
        number=2,
        made=made,
        codes={name: f"R-{code}" for name, code in zip(ids, codes, strict=True)},
        revisions={name: Revision(uid=f"uid-{name}", generation=generation, sequence=0, stamp=made) for name in ids},
        organiser="link@example.org",
        organiser_name="Link officer",
    )


def made(of: Source) -> dict[str, dict[str, object]]:
    return {name: json.loads(content) for name, content in requests(of, host_view(of)).items()}


def bodies(of: Source) -> list[dict[str, object]]:
    return [request["body"] for request in made(of).values()]  # type: ignore[misc]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (text for item in value.items() for each in item for text in strings(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in strings(each))
    elif isinstance(value, str):
        yield value


class Page(HTMLParser):
    """A page's links with their text, its headings of columns, its language and its list items."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.links: dict[str, str] = {}
        self.told: dict[str, list[str]] = {"th": [], "li": [], "p": [], "td": [], "caption": [], "h1": []}
        self.attributes: list[tuple[str, str, str | None]] = []
        self._tag, self._href = "", ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]
        self._tag, self._href = tag, dict(attrs).get("href") or ""

    def handle_data(self, data: str) -> None:
        if self._href:
            self.links[data] = self._href
        elif self._tag in self.told and data.strip():
            self.told[self._tag].append(data)

    def handle_endtag(self, tag: str) -> None:
        self._tag = self._href = ""


def page(of: Source) -> Page:
    return Page(links_page(of, host_view(of)))


def test_request_is_the_one_that_creates_an_online_meeting() -> None:
    assert made(source())["R-7F3K.json"] == {
        "method": "POST",
        "path": "/v1.0/me/calendar/events",
        "headers": {
            "Prefer": 'IdType="ImmutableId", outlook.timezone="Europe/London"',
            "Content-Type": "application/json",
        },
        "body": {
            "subject": "Practice discussion - ref R-7F3K - 60 min",
            "body": {
                "contentType": "html",
                "content": "<p>Please do not name or describe a child in your reply.</p>"
                "<p>Please keep names and details of families out of the chat.</p>",
            },
            "start": {"dateTime": "2021-10-29T09:30:00", "timeZone": "Europe/London"},
            "end": {"dateTime": "2021-10-29T10:30:00", "timeZone": "Europe/London"},
            "attendees": [
                {"type": "required", "emailAddress": {"address": "R1@example.org", "name": "First reviewer"}},
                {"type": "required", "emailAddress": {"address": "r2@example.org", "name": "Second reviewer"}},
                {"type": "required", "emailAddress": {"address": "w1@example.org", "name": "Ann O'Neil & Co <x>"}},
                {"type": "required", "emailAddress": {"address": "w2@example.org", "name": "Second worker"}},
            ],
            "isOnlineMeeting": True,
            "onlineMeetingProvider": "teamsForBusiness",
            "allowNewTimeProposals": True,
            "responseRequested": True,
            "hideAttendees": True,
            "isReminderOn": True,
            "reminderMinutesBeforeStart": 15,
            "sensitivity": "private",
            "showAs": "busy",
            "categories": ["Fieldwork"],
            "transactionId": "aae141ef-1672-5de1-926d-fb4c1e1d34ce",
            "singleValueExtendedProperties": [{"id": TAG, "value": "Review & more/R-7F3K#g1"}],
        },
    }


def test_requests_are_those_of_online_sessions_as_canonical_json() -> None:
    files = requests(source(), host_view(source()))
    assert list(files) == ["R-7F3K.json", "R-8G4M.json"]
    assert all(canonical(json.loads(content)).encode() == content for content in files.values())
    assert requests(source(), host_view(source())) == files


def test_request_of_one_interviewee_hides_nobody() -> None:
    assert [body["hideAttendees"] for body in bodies(source())] == [True, False]


def test_request_of_a_provisional_area_is_tentative_and_says_so() -> None:
    of = source(posed=posed(provisional="until the judgement is published"))
    assert [body["showAs"] for body in bodies(of)] == ["tentative", "tentative"]
    assert all("This time is held for now" in canonical(body["body"]) for body in bodies(of))


def test_local_times_hold_on_both_sides_of_the_change_of_clocks() -> None:
    assert [body["start"] for body in bodies(source())] == [
        {"dateTime": f"{day}T09:30:00", "timeZone": "Europe/London"} for day in ("2021-10-29", "2021-11-01")
    ]


@pytest.mark.parametrize(("fold", "hour"), [(0, "00"), (1, "01")])
def test_hour_that_the_clocks_show_twice_is_told_in_utc(fold: int, hour: str) -> None:
    of = source()
    view = host_view(of)
    when = datetime(2021, 10, 31, 1, 30, fold=fold, tzinfo=LONDON)
    line = view.lines[0].model_copy(update={"start": when})
    view = view.model_copy(update={"days": (view.days[0].model_copy(update={"lines": (line,)}),)})
    start = json.loads(requests(of, view)["R-7F3K.json"])["body"]["start"]
    assert start == {"dateTime": f"2021-10-31T{hour}:30:00", "timeZone": "UTC"}


def test_transaction_is_unique_stable_and_new_with_each_generation() -> None:
    first, second = ([body["transactionId"] for body in bodies(source(generation))] for generation in (1, 2))
    assert [body["transactionId"] for body in bodies(source(1))] == first
    assert len({*first, *second}) == 4
    assert {UUID(str(one)).version for one in (*first, *second)} == {5}


def test_attendee_with_two_hats_is_asked_once_and_the_organiser_not_at_all() -> None:
    people = {"w1": {"email": "LINK@example.org"}, "r2": {"email": "W2@example.org"}}
    found = [one["emailAddress"]["address"] for one in bodies(source(posed=posed(people)))[0]["attendees"]]  # type: ignore[attr-defined]
    assert found == ["R1@example.org", "w2@example.org"]


def test_session_that_reaches_nobody_of_the_council_has_no_request_and_the_page_says_why() -> None:
    of = source(posed=posed({"w1": {"email": ""}}))
    assert list(made(of)) == ["R-7F3K.json"]
    told = page(of).told
    assert told["p"].count("No address:") == 2
    assert len(page(of).links) == 2


def test_nothing_says_a_theme_an_activity_or_an_area() -> None:
    of = source()
    said = " ".join(strings(list(made(of).values()))) + links_page(of, host_view(of)).decode()
    assert [word for word in ("theme", "exploitation", "Secret", "on-site", "after") if word in said] == []
    assert all(allowed(str(body["subject"])) for body in bodies(of))


def test_every_enumerated_value_is_one_of_graphs() -> None:
    def values(value: object) -> Iterator[tuple[str, object]]:
        if isinstance(value, dict):
            yield from (item for item in value.items() if item[0] in ENUMS)
            yield from (found for each in value.values() for found in values(each))
        elif isinstance(value, list):
            yield from (found for each in value for found in values(each))

    found = list(values(bodies(source())))
    assert {name for name, _ in found} == set(ENUMS)
    assert [(name, value) for name, value in found if value not in ENUMS[name]] == []


def test_shipped_review_every_online_session_has_its_request_and_link() -> None:
    of = outgoing_samples.source()
    view = host_view(of)
    online = [line for line in view.lines if line.place == "online"]
    found = made(of)
    assert list(found) == [f"{line.code}.json" for line in online]
    assert {frozenset(request["body"]) for request in found.values()} == {frozenset(REQUIRED)}  # type: ignore[call-overload]
    assert list(page(of).links) == [line.title for line in online]
    assert len({body["transactionId"] for body in bodies(of)}) == len(online)
    for line, body in zip(online, bodies(of), strict=True):
        start = datetime.fromisoformat(body["start"]["dateTime"]).replace(tzinfo=LONDON)  # type: ignore[index]
        assert (start, body["subject"]) == (line.start, line.title)
        addresses = [one["emailAddress"]["address"] for one in body["attendees"]]  # type: ignore[attr-defined]
        assert addresses == sorted(set(addresses))
        assert {person.email for person in line.people} - {of.organiser} <= set(addresses)


def test_request_keeps_the_derived_schema_of_graph() -> None:
    if not SCHEMA.exists():
        pytest.skip("the folder of reference data is not beside the project")
    jsonschema = pytest.importorskip("jsonschema")
    judge = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    for body in (*bodies(source()), *bodies(outgoing_samples.source())):
        assert [error.message for error in judge.iter_errors(body)] == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("location", {}), ("showAs", "Busy"), ("isOnlineMeeting", False), ("attendees", []), ("transactionId", "1")],
)
def test_closed_model_refuses_what_we_do_not_send(field: str, value: object) -> None:
    request = made(source())["R-7F3K.json"]
    assert MeetingRequest.model_validate(request).body.subject == "Practice discussion - ref R-7F3K - 60 min"
    with pytest.raises(ValidationError):
        MeetingRequest.model_validate(request | {"body": {**request["body"], field: value}})  # type: ignore[dict-item]


@pytest.mark.parametrize("field", sorted(REQUIRED - {"body", "attendees"}))
def test_request_written_leaves_no_field_to_a_default(field: str) -> None:
    assert all(field in body for body in bodies(source()))


def test_links_fill_in_the_form_with_the_instant_people_and_neutral_words() -> None:
    links = page(source()).links
    assert list(links) == ["Practice discussion - ref R-7F3K - 60 min", "Practice discussion - ref R-8G4M - 45 min"]
    first, second = map(urlsplit, links.values())
    assert (first.scheme, first.netloc, first.path) == ("https", "teams.microsoft.com", "/l/meeting/new")
    assert parse_qs(first.query, strict_parsing=True) == {
        "subject": ["Practice discussion - ref R-7F3K - 60 min"],
        "startTime": ["2021-10-29T09:30:00+01:00"],
        "endTime": ["2021-10-29T10:30:00+01:00"],
        "attendees": ["R1@example.org,r2@example.org,w1@example.org,w2@example.org"],
        "content": [
            "Please do not name or describe a child in your reply.\n"
            "Please keep names and details of families out of the chat."
        ],
    }
    after = parse_qs(second.query)
    assert (after["startTime"], after["endTime"]) == (["2021-11-01T09:30:00+00:00"], ["2021-11-01T10:15:00+00:00"])
    assert "+" not in first.query + second.query


def test_page_is_one_accessible_table_that_asks_for_nothing() -> None:
    found = page(source())
    assert ("html", "lang", "en-GB") in found.attributes
    assert found.told["th"] == ["Date", "Time", "Session", "People"]
    assert [value for tag, name, value in found.attributes if name == "scope"] == ["col"] * 4 + ["row"] * 2
    assert found.told["td"] == ["Friday 29 October 2021", "09:30 to 10:30", "Monday 1 November 2021", "09:30 to 10:15"]
    assert found.told["li"][4:] == [
        *("Ann O'Neil & Co <x>", "Second worker", "First reviewer", "Second reviewer"),
        *("Ann O'Neil & Co <x>", "First reviewer"),
    ]
    assert {tag for tag, name, _ in found.attributes if name in {"src", "href", "action"}} == {"a"}
    assert links_page(source(), host_view(source())) == links_page(source(), host_view(source()))


class EveryWord(LeakIndex):
    """An index to which every word of three letters is a child's name, and every longer number an identifier."""

    def knows(self, token: str) -> bool:
        return len(token) >= 3 and not (token.isdigit() and len(token) < 5)


@pytest.mark.parametrize("provisional", ["", "until the judgement is published"])
def test_guard_lets_requests_and_links_out_whatever_children_are_called(provisional: str) -> None:
    of = source(posed=posed({"w2": {"email": ""}}, provisional=provisional))
    view = host_view(of)
    known = index_of(frozenset(), b"key", of)
    every = {name: getattr(known, name) for name in LeakIndex.__dataclass_fields__ if name != "_seen"}
    files = {f"host/teams/{name}": content for name, content in requests(of, view).items()}
    files["host/teams-links.html"] = links_page(of, view)
    guard([outgoing(path, content) for path, content in files.items()], EveryWord(**every))
