"""The requests for Teams: sparse changes, cancellations, and never an id that was used before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from graph_mailbox import Mailbox
from publications import MADE, Office, requests, stated
from pydantic import ValidationError
from small_reviews import WEDNESDAY, session

from constraints.problem import Session
from planner.outgoing.bodies import WITHDRAWN
from planner.outgoing.publish.graph_models import CancelRequest, ChangeRequest
from planner.outgoing.texts import TAG

SCHEMA = Path(__file__).parents[4] / ".." / "shared" / "data" / "event.derived.schema.json"

HELD = session("a", "10:00", "11:00", counterparts=("w1",))
MOVED = session("a", "13:30", "14:30", WEDNESDAY, counterparts=("w1",))
PREFER = 'IdType="ImmutableId", outlook.timezone="Europe/London"'


def sent(*versions: Session | None) -> list[dict[str, Any]]:
    """The requests of each version's publication, by file name."""
    office = Office()
    found = []
    for one in versions:
        office.draft([one] if one else [])
        found.append(requests(office.publish()))
    return found


def test_move_sends_the_times_and_nothing_else() -> None:
    """A body that is sent again would cost the meeting its link."""
    first, second = sent(HELD, MOVED)
    assert second == {
        "R-0000-change.json": {
            "find": {
                "transactionId": first["R-0000-create.json"]["body"]["transactionId"],
                "singleValueExtendedProperties": [{"id": TAG, "value": "small review/R-0000#g1"}],
            },
            "method": "PATCH",
            "path": "/v1.0/me/events/{id}",
            "headers": {"Prefer": PREFER, "Content-Type": "application/json", "If-Match": "{etag}"},
            "body": {
                "start": {"dateTime": "2021-05-05T13:30:00", "timeZone": "Europe/London"},
                "end": {"dateTime": "2021-05-05T14:30:00", "timeZone": "Europe/London"},
            },
        }
    }


def test_other_reviewer_is_a_change_of_attendees_only() -> None:
    _, second = sent(HELD, HELD.model_copy(update={"reviewers": ("r2",)}))
    body = second["R-0000-change.json"]["body"]
    assert list(body) == ["attendees"]
    assert [one["emailAddress"]["address"] for one in body["attendees"]] == ["r2@example.org", "w1@example.org"]


def test_other_interviewee_is_another_meeting() -> None:
    """Whoever was asked before would keep the link and the chat."""
    first, second = sent(HELD, HELD.model_copy(update={"counterparts": ("w2",)}))
    assert sorted(second) == ["R-0000-cancel.json", "R-0000-create.json"]
    assert second["R-0000-create.json"]["body"]["transactionId"] != first["R-0000-create.json"]["body"]["transactionId"]


def test_cancellation_is_found_by_its_tag_and_gives_no_reason() -> None:
    _, second = sent(HELD, None)
    (request,) = second.values()
    assert (request["method"], request["path"]) == ("POST", "/v1.0/me/events/{id}/cancel")
    assert request["body"] == {"Comment": WITHDRAWN}
    assert request["find"]["singleValueExtendedProperties"] == [{"id": TAG, "value": "small review/R-0000#g1"}]


def test_meeting_that_is_wanted_again_after_a_visit_is_a_new_one() -> None:
    """Graph refuses an id that was used before, and a cancelled meeting does not come back."""
    mailbox = Mailbox()
    for publication in sent(HELD, HELD.model_copy(update={"place": "hall"}), HELD):
        for request in publication.values():
            mailbox.do(request)
    assert len(mailbox.used) == 2
    assert len(mailbox.meetings) == 1


def test_hold_that_is_confirmed_changes_how_the_time_is_shown() -> None:
    office = Office()
    office.draft([HELD], stated(waiting="a"))
    office.publish()
    office.draft([HELD])
    assert requests(office.publish())["R-0000-change.json"]["body"] == {"showAs": "busy"}


def test_how_long_a_meeting_took_is_told_to_nobody() -> None:
    office = Office()
    office.draft([HELD])
    office.publish()
    office.number = (HELD.start - MADE).days + 1
    office.draft([HELD.model_copy(update={"end": MOVED.end.replace(day=4, hour=11, minute=20)})])
    assert office.preview().files == {}


@pytest.mark.parametrize(
    "body", [{"body": {"content": "x"}}, {"isOnlineMeeting": True}, {"attendees": []}, {"showAs": "Busy"}]
)
def test_closed_model_of_a_change_refuses_what_would_cost_the_link(body: dict[str, Any]) -> None:
    _, second = sent(HELD, MOVED)
    request = second["R-0000-change.json"]
    assert ChangeRequest.model_validate(request).body.start is not None
    with pytest.raises(ValidationError):
        ChangeRequest.model_validate({**request, "body": body})


def test_closed_model_of_a_cancellation_refuses_anything_else() -> None:
    _, second = sent(HELD, None)
    request = second["R-0000-cancel.json"]
    assert CancelRequest.model_validate(request).body.comment == WITHDRAWN
    for wrong in ({"Comment": "x", "To": "y"}, {"comment": 1}, {}):
        with pytest.raises(ValidationError):
            CancelRequest.model_validate({**request, "body": wrong})


def test_changes_keep_the_derived_schema_of_graph() -> None:
    if not SCHEMA.exists():
        pytest.skip("the folder of reference data is not beside the project")
    jsonschema = pytest.importorskip("jsonschema")
    judge = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    other = MOVED.model_copy(update={"reviewers": ("r1", "r2"), "end": MOVED.end.replace(hour=15)})
    bodies = [one["body"] for made in sent(HELD, MOVED, other) for one in made.values()]
    assert len(bodies) == 3
    assert [error.message for body in bodies for error in judge.iter_errors(body)] == []
