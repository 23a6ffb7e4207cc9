"""An organiser's mailbox that does what our requests ask, as Microsoft Graph's documentation says it does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

PATCHED = {"subject", "start", "end", "attendees", "showAs"}
"""What may be sent again: never the body, whose loss costs the link, nor what makes a meeting an online one."""


@dataclass
class Mailbox:
    """The meetings that stand, by what they were created with; and whom each request wrote to."""

    meetings: dict[str, dict[str, Any]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def do(self, request: dict[str, Any]) -> None:
        """Do what a request asks; one that Graph would refuse is an error."""
        if request["path"] == "/v1.0/me/calendar/events":
            assert request["method"] == "POST"
            self._create(request["body"])
            return
        transaction = request["find"]["transactionId"]
        meeting = self.meetings[transaction]
        assert request["find"]["singleValueExtendedProperties"] == meeting["singleValueExtendedProperties"]
        if request["method"] == "PATCH":
            assert request["path"] == "/v1.0/me/events/{id}"
            assert request["headers"]["If-Match"] == "{etag}"
            assert request["body"]
            assert set(request["body"]) <= PATCHED
            assert all(
                meeting[name] != value for name, value in request["body"].items() if name not in {"start", "end"}
            )
            self.meetings[transaction] = meeting | request["body"]
        else:
            assert (request["method"], request["path"]) == ("POST", "/v1.0/me/events/{id}/cancel")
            assert list(request["body"]) == ["Comment"]
            del self.meetings[transaction]

    def _create(self, body: dict[str, Any]) -> None:
        assert body["transactionId"] not in self.used
        self.used.add(body["transactionId"])
        self.meetings[body["transactionId"]] = body
