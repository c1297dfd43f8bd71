"""The door's own description is held against it: whatever it allows is answered as it says, and what it forbids is refused with words."""

import json
from collections import Counter
from itertools import count

import pytest
import requests
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks as held

from kith.giving import operations
from kith.giving.booking import put_ready
from kith.giving.models import GivenChild
from kith.giving.types import NewReceiver
from tests.api.conftest import item, kept
from tests.guard.counting import write_counts

CHECKS = [
    not_a_server_error,
    held.status_code_conformance,
    held.content_type_conformance,
    held.response_headers_conformance,
    held.response_schema_conformance,
]
SEND, STATE = ("/api/v1/entries", "POST"), ("/api/v1/entries/{id}", "GET")
GIVEN, FILE = ("/api/v1/given", "GET"), ("/api/v1/given/{child}/{form}", "GET")
KEYS = count(1)
HOST = "http://testserver"
TAKEN = ("method", "url", "headers", "params", "json", "data", "cookies")
"""An answer of 401 is to examples that leave the token out."""
QUIETLY = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": list(HealthCheck),
}


@pytest.fixture(scope="module")
def described():
    return schemathesis.openapi.from_dict(Client().get("/api/v1/openapi.json").json())


def sent(case, secret=None):
    """Through Django's own client, and back in the form that the checks read. Each sending has a key of its own."""
    more = {"Authorization": f"Bearer {secret}"} if secret else {}
    asked = case.as_transport_kwargs(
        base_url=HOST, headers={**more, "Idempotency-Key": f"schema-{next(KEYS)}"}
    )
    wanted = requests.Request(**{name: asked[name] for name in TAKEN if name in asked}).prepare()
    headers = {name: value for name, value in wanted.headers.items() if name != "Content-Length"}
    path, body = wanted.url.removeprefix(HOST), wanted.body or b""
    came = Client(raise_request_exception=False).generic(
        wanted.method, path, body.encode() if isinstance(body, str) else body,
        content_type=headers.pop("Content-Type", ""), headers=headers,
    )  # fmt: skip
    told = {name: [value] for name, value in came.headers.items()}
    return schemathesis.Response(came.status_code, told, came.content, wanted, elapsed=0.0, verify=False)


def about_somebody(case):
    """The same letter, about people whom it names, on a day that was: what no schema can say."""
    letter = case.body
    letter.pop("agency", None)
    for entry in letter["entries"]:
        for number, one in enumerate(entry["people"]):
            one |= {"key": f"person-{number}", "sender_key": f"pupil-{next(KEYS)}"}
            one.pop("born", None)
        entry |= {"about": [one["key"] for one in entry["people"]], "happened": "2026-01-20"}
        for name in ("references", "told", "agency", "captured_at", "sender_reference"):
            entry.pop(name, None)
    return case


def held_against_it(described, school, where, mode, examples, name, mended=lambda case: case):
    statuses = Counter()
    operation = described[where[0]][where[1]]

    @settings(max_examples=examples, **QUIETLY)
    @given(case=operation.as_strategy(generation_mode=mode))
    def each(case):
        answer = sent(mended(case), school.issued.secret)
        case.validate_response(answer, checks=CHECKS)
        statuses[answer.status_code] += 1
        if answer.status_code >= 400:
            errors = json.loads(answer.content)["errors"]
            assert errors and all(one["problem"] and set(one) == {"field", "problem"} for one in errors)

    each()
    write_counts(
        name, {"examples": statuses.total(), **{str(code): n for code, n in statuses.items()}, "wrong": 0}
    )
    return statuses


SOME = [25, pytest.param(1500, marks=pytest.mark.slow)]


@pytest.mark.parametrize("examples", SOME)
def test_what_the_description_allows_is_answered_as_it_says(described, school, examples):
    statuses = held_against_it(
        described, school, SEND, GenerationMode.POSITIVE, examples, f"API by its schema, allowed, {examples}"
    )
    assert set(statuses) <= {201, 207, 422}


@pytest.mark.parametrize("examples", SOME)
def test_what_the_description_allows_about_somebody_is_kept(described, school, examples):
    name = f"API by its schema, about somebody, {examples}"
    mode = GenerationMode.POSITIVE
    statuses = held_against_it(described, school, SEND, mode, examples, name, mended=about_somebody)
    assert set(statuses) <= {201, 207, 422} and statuses[201], statuses


@pytest.mark.parametrize("examples", SOME)
def test_what_the_description_forbids_is_refused_with_words(described, school, examples):
    statuses = held_against_it(
        described,
        school,
        SEND,
        GenerationMode.NEGATIVE,
        examples,
        f"API by its schema, forbidden, {examples}",
    )
    assert set(statuses) <= {400, 401, 411, 413, 415, 422}, statuses


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_the_state_of_whatever_is_asked_for_is_answered_as_described(described, school, mode):
    statuses = held_against_it(described, school, STATE, mode, 25, f"API by its schema, state, {mode.value}")
    assert set(statuses) <= {401, 404}


@pytest.fixture
def given_to(area, school):
    """The school's own system, for which an entry of one child stands ready."""
    new = NewReceiver(agency="school", practitioner=school.post, name="CPOMS")
    operations.register(receiver=new, by=area.system, at=area.now)
    kept(school.send(item()))
    put_ready(at=area.now)
    return school


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_what_stands_ready_is_answered_as_described(described, given_to, mode):
    statuses = held_against_it(
        described, given_to, GIVEN, mode, 25, f"API by its schema, given, {mode.value}"
    )
    assert set(statuses) <= ({200} if mode is GenerationMode.POSITIVE else {200, 400, 401})


def of_the_child(case):
    """The same, of the child for whom something stands ready."""
    case.path_parameters["child"] = str(GivenChild.objects.get().pk)
    return case


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_the_file_of_whatever_is_asked_for_is_answered_as_described(described, given_to, mode):
    statuses = held_against_it(described, given_to, FILE, mode, 25, f"API by its schema, file, {mode.value}")
    assert set(statuses) <= {401, 404}


def test_the_file_of_a_child_for_whom_something_stands_ready_is_answered_as_described(
    described, given_to, settings, tmp_path
):
    settings.KITH_FILES = str(tmp_path)
    mode = GenerationMode.POSITIVE
    name = "API by its schema, file that is there"
    statuses = held_against_it(described, given_to, FILE, mode, 10, name, mended=of_the_child)
    assert statuses[200] and set(statuses) <= {200, 404}


@pytest.mark.parametrize("where", [SEND, STATE, GIVEN, FILE])
def test_nothing_is_answered_without_a_token(described, school, where):
    operation = described[where[0]][where[1]]

    @settings(max_examples=10, **QUIETLY)
    @given(case=operation.as_strategy())
    def each(case):
        case.headers.pop("Authorization", None)
        assert sent(case).status_code in (401, 404)

    each()
