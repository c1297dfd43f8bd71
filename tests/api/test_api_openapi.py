"""The door's description is a valid one, and says what the door takes."""

import json

import pytest
from django.test import Client
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from kith.api.openapi import described
from kith.chronology.taking import LONGEST_TEXT
from kith.identity.arrivals import LONGEST
from kith.patterns.queries import rulebook
from tests.api.conftest import item, person


@pytest.fixture(scope="module")
def description() -> dict:
    answer = Client().get("/api/v1/openapi.json")
    assert answer.status_code == 200
    return answer.json()


def letters(description) -> Draft202012Validator:
    return Draft202012Validator(
        {"$ref": "#/components/schemas/Letter", "components": description["components"]}
    )


def test_the_description_is_valid_openapi(description):
    validate(description)
    assert description["openapi"] == "3.1.0"
    assert set(description["paths"]) == {
        "/api/v1/entries",
        "/api/v1/entries/{id}",
        "/api/v1/given",
        "/api/v1/given/{child}/{form}",
    }


def test_every_kind_that_may_be_sent_is_described_as_the_rulebook_declares_it(description):
    schemas, book = description["components"]["schemas"], rulebook()
    listed = {one["$ref"].rpartition("/")[2] for one in schemas["Entry"]["oneOf"]}
    assert listed == set(book.entry_kinds) - set(book.kiths_own())
    assert len(listed) > 60
    for name in listed:
        assert schemas[name]["properties"]["kind"]["const"] == name
        assert schemas[f"{name}_details"] == json.loads(json.dumps(book.entry_kind(name).schema()))


def test_sending_needs_a_token_and_a_key(description):
    send = description["paths"]["/api/v1/entries"]["post"]
    assert send["security"] == [{"AgencyToken": []}]
    assert description["components"]["securitySchemes"]["AgencyToken"] == {"type": "http", "scheme": "bearer"}
    assert [(one["name"], one["required"]) for one in send["parameters"]] == [("Idempotency-Key", True)]
    assert set(send["responses"]) >= {"201", "207", "400", "401", "409", "413", "415", "422"}


def test_what_the_door_takes_fits_the_description_and_what_it_refuses_does_not(description):
    fits = [
        item(),
        item(happened={"from": "2026-01-01", "to": "2026-01-31", "precision": "approx"}),
        item(people=[person(born={"from": "2019-01-01", "to": "2019-12-31"})], told=["police"]),
        item(kind="other", details={}),
    ]
    does_not = [
        item(kind="alien_abduction"),
        item(kind="decision_made"),
        item(details={"wings": 2}),
        item(details={"site": ["wing"]}),
        item(address="12 Harbour Street"),
        item(people=[]),
        item(about=[]),
        item(happened={"to": "2026-01-01"}),
        item(kind=...),
    ]
    assert letters(description).is_valid({"entries": fits})
    for one in does_not:
        assert not letters(description).is_valid({"entries": [one]}), one


def test_there_is_no_page_that_loads_from_other_hosts_and_every_other_address_says_so_in_json():
    for address in ("/api/v1/docs", "/api/v1/", "/api/docs", "/api/v1/redoc", "/api/"):
        for answer in (Client().get(address), Client(enforce_csrf_checks=True).post(address)):
            assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
            assert answer.json()["errors"][0]["problem"] == "There is no such address at this door."


def test_limits_are_those_of_the_rooms_further_in():
    schemas = described()["components"]["schemas"]
    said = schemas["PersonItem"]["properties"]
    for name in ("full_name", "known_as", "nhs_number", "upn", "postcode", "phone"):
        assert said[name]["maxLength"] == LONGEST[name]
    assert schemas["EntryForm"]["properties"]["text"]["maxLength"] == LONGEST_TEXT
