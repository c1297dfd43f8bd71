"""Two descriptions are compared in words that a tired person understands once."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from kith.identity.types import Described, Evidence
from kith.web.same_child.side_by_side import rows_of

AT = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
AMIRA = Described(
    id=UUID(int=1), area="x", said_by="school", said_by_area="x", sender_key="", kind="child",
    full_name="Amira Rahman", known_as="", other_names=(), born_from=date(2019, 5, 3), born_to=date(2019, 5, 3),
    expected_on=None, sex="female", nhs_number="999 000 0018", upn="", guardian_names=("Leila Rahman",),
    valid_from=AT, received_at=AT, received_by=UUID(int=2),
)  # fmt: skip


def said(label, evidence=(), **changed):
    if born := changed.pop("born", None):
        changed |= {"born_from": born, "born_to": born}
    rows = {row.label: row for row in rows_of(replace(AMIRA, **changed), AMIRA, evidence)}
    return f"{rows[label].agrees}. {rows[label].words}"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("amira  RAHMAN", "Agrees. The same name."),
        ("Rahman Amira", "Nearly. The same names in another order."),
        ("Amira Haddad", "Nearly. Same first name, different last name."),
        ("Amirah Rahmán", "Nearly. First names one letter apart, same last name: a spelling, or a twin."),
        ("Amina Rahman", "Nearly. First names one letter apart, same last name: a spelling, or a twin."),
        ("Leo Rahman", "Differs. Different first name, same last name: could be a twin."),
        ("Leo Brandt", "Differs. Different first name, different last name."),
        ("Amira Rehman", "Nearly. Same first name, last names one letter apart."),
        ("Leo Rahman-Grant", "Differs. Different first name, one last name in common: could be a twin."),
        ("", "Cannot be compared. One of them gives no full name."),
        ("—", "Cannot be compared. One of them gives no full name."),
    ],
)
def test_names(name, words):
    assert said("Name", full_name=name) == words


def test_another_birthday_makes_no_twin():
    words = said("Name", full_name="Leo Rahman", born=date(2017, 2, 1))
    assert words == "Differs. Different first name, same last name: could be a brother or sister."


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "Agrees. The same birthday."),
        ({"born": date(2019, 5, 8)}, "Nearly. Birthday one digit apart."),
        ({"born": date(2019, 3, 5)}, "Nearly. Day and month changed round."),
        ({"born": date(2019, 5, 14)}, "Differs. Birthdays 11 days apart."),
        ({"born": date(2012, 11, 24)}, "Differs. Different birthdays."),
        ({"born_from": None, "born_to": None}, "Cannot be compared. One of them gives no birthday."),
        (
            {"born_from": date(2019, 1, 1), "born_to": date(2019, 12, 31)},
            "Nearly. They can be the same: one is known only roughly.",
        ),
        (
            {"born_from": date(2012, 1, 1), "born_to": date(2012, 12, 31)},
            "Differs. They cannot be the same, as far as is known.",
        ),
        (
            {"born_from": None, "born_to": None, "expected_on": date(2019, 5, 1)},
            "Cannot be compared. One was not born yet when this was said.",
        ),
    ],
)
def test_births(changed, words):
    assert said("Born", **changed) == words


@pytest.mark.parametrize(
    ("label", "changed", "words"),
    [
        ("NHS number", {"nhs_number": "9990000018"}, "Agrees. The same number. Numbers get copied between"),
        ("NHS number", {"nhs_number": "9990000026"}, "Differs. Different numbers."),
        ("Pupil number", {"upn": "A1"}, "Cannot be compared. Not given by both."),
        ("Girl or boy", {"sex": "male"}, "Differs. Different."),
        ("Girl or boy", {"sex": "not_known"}, "Cannot be compared. Not said by both."),
        ("Also called", {"known_as": "Amira Rahman"}, "Cannot be compared. Neither gives another name."),
        ("Also called", {"full_name": "A. R.", "known_as": "Amira Rahman"}, "Agrees. Both give one name"),
        (
            "Parents or carers",
            {"guardian_names": ("LEILA RAHMAN",)},
            "Agrees. Same parent or carer: LEILA RAHMAN.",
        ),
        (
            "Parents or carers",
            {"guardian_names": ("Jo Orr",)},
            "Differs. No parent or carer is named by both.",
        ),
        ("Parents or carers", {"guardian_names": ()}, "Cannot be compared. Not said by both."),
    ],
)
def test_the_rest(label, changed, words):
    assert said(label, **changed).startswith(words)


def test_where_they_live_is_said_to_agree_and_never_shown():
    piece = Evidence(comparison="address", bits=3.0, words="The same postcode.")
    (row,) = [one for one in rows_of(AMIRA, AMIRA, [piece]) if one.label == "Where they live"]
    assert (row.new, row.known, row.words) == ("not shown here", "not shown here", "The same postcode.")
    assert not [one for one in rows_of(AMIRA, AMIRA, []) if one.label == "Where they live"]


def test_no_number_is_shown():
    for row in rows_of(AMIRA, AMIRA, []):
        assert "0018" not in f"{row.new}{row.known}{row.words}"
