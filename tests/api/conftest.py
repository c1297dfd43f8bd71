"""Tests of the JSON door: Tolland Bay, and systems of its agencies with tokens."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client

from kith.agencies import queries as agencies
from kith.api import operations, policies
from kith.api.types import Issued, NewToken
from kith.chronology import queries as chronology
from tests.support.world import Area, tolland_bay

ADDRESS = "/api/v1/entries"
KEYS = count(1)


@dataclass
class System:
    """A system of one agency at the door, at the area's present moment."""

    area: Area
    agency: str
    post: str
    issued: Issued
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def send(self, *items: Any, key: str | None = None) -> HttpResponse:
        """Items under a key of their own, unless one is given."""
        return self.send_body(json.dumps({"entries": items}), key=key)

    def send_body(self, body: str | bytes, *, key: str | None = None, **headers: Any) -> HttpResponse:
        headers = {"Idempotency-Key": key or f"key-{next(KEYS)}"} | headers
        return self.client.post(
            ADDRESS,
            data=body,
            content_type=headers.pop("Content-Type", "application/json"),
            headers=self._with(headers),
        )

    def state(self, id: Any) -> HttpResponse:
        return self.client.get(f"{ADDRESS}/{id}", headers=self._with({}))

    def problems(self, *items: Any) -> dict[str, str]:
        """What is to be mended, by field, of items that are all refused, with nothing kept."""
        answer = self.send(*items)
        assert answer.status_code == 422, answer.content
        told = answer.json()
        assert all(one["status"] == "refused" and one["id"] is None for one in told["entries"])
        assert told["errors"] == [error for one in told["entries"] for error in one["errors"]]
        return {error["field"]: error["problem"] for error in told["errors"]}

    def _with(self, headers: dict[str, str]) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.issued.secret}"} | headers


def person(**more: Any) -> dict[str, Any]:
    return {"key": "child", "full_name": "Amira Haddad", "born": "2019-05-04", "sender_key": "pupil-7"} | more


def item(**more: Any) -> dict[str, Any]:
    """An injury seen on 20 January, as a school might send it."""
    sent = {
        "people": [person()],
        "kind": "injury_seen",
        "happened": "2026-01-20",
        "about": ["child"],
        "details": {"site": ["arm"], "appearance": "bruise"},
        "text": "A bruise on the left arm.",
    }
    return {name: value for name, value in (sent | more).items() if value is not ...}


def kept(answer: HttpResponse) -> Any:
    """The entry of the only item."""
    assert answer.status_code == 201, answer.content
    (one,) = answer.json()["entries"]
    return chronology.entry(UUID(one["id"]))


@pytest.fixture
def area(db: None, monkeypatch: pytest.MonkeyPatch) -> Area:
    made = tolland_bay()
    monkeypatch.setattr(policies, "now", lambda: made.now)
    return made


@pytest.fixture
def system_of(area: Area) -> Callable[..., System]:
    def made(agency: str, *, days: int = 90) -> System:
        post = agencies.practitioners_in(area=area.code, agency=agency)[0]
        token = NewToken(
            agency=agency,
            practitioner=post.code,
            purpose="made for a test",
            to_at=area.now + timedelta(days=days),
        )
        issued = operations.issue_token(token=token, by=area.system, at=area.now)
        return System(area=area, agency=agency, post=post.code, issued=issued)

    return made


@pytest.fixture
def school(system_of: Callable[..., System]) -> System:
    return system_of("school")


@pytest.fixture
def police(system_of: Callable[..., System]) -> System:
    return system_of("police")
