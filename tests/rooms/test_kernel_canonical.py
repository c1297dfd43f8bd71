"""Canonical bytes and commitments: the vectors of docs/reference/chain.md hold here too."""

import hashlib
import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.canonical import canonical
from kith.kernel.chain import digest_of
from kith.kernel.commitment import commit

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "chain.md"
AMIRA = UUID("01890a5d-ac96-774b-bcce-b302099a8057")
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)

VECTORS = [
    (None, b"n0:"),
    (True, b"b1:1"),
    (False, b"b1:0"),
    (0, b"i1:0"),
    (-7, b"i2:-7"),
    (1.0, b"i1:1"),
    (0.1, b"i3:0.1"),
    (1e-7, b"i9:0.0000001"),
    (-0.0, b"i1:0"),
    (Decimal("2.50"), b"i3:2.5"),
    (100, b"i3:100"),
    ("", b"s0:"),
    ("Zoë", "s4:Zoë".encode()),
    (b"\x00\xff", b"x2:\x00\xff"),
    (AMIRA, b"u36:01890a5d-ac96-774b-bcce-b302099a8057"),
    (NOON, b"t27:2026-03-03T12:00:00.000000Z"),
    ([], b"l0:"),
    (["a", ["b"]], b"l11:s1:al4:s1:b"),
    ({}, b"d0:"),
    ({"b": 1, "a": None}, b"d15:s1:an0:s1:bi1:1"),
]


@pytest.mark.parametrize(("value", "expected"), VECTORS)
def test_every_vector_has_exactly_its_bytes(value, expected):
    assert canonical(value) == expected


def test_the_page_shows_the_same_vectors():
    shown = re.findall(r"^\| `([^`]*)` \| `([^`]*)` \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    ours = {expected.decode("latin-1") for _, expected in VECTORS if b"\xff" not in expected}
    assert len(shown) >= 15
    assert {given.encode().decode("latin-1") for _, given in shown} <= ours


def test_the_page_shows_a_commitment_and_a_first_link_that_come_out():
    page = PAGE.read_text(encoding="utf-8")
    sealed = commit(content={"kind": "other", "text": "Zoë was seen"}, salt=bytes(range(32)))
    assert sealed.hex() in page
    header = {"id": AMIRA, "area": "northfield", "recorded_at": NOON, "commitment": sealed}
    link = digest_of(
        chain="entries", seq=1, kind="entry", subject=AMIRA, payload=canonical(header), previous=bytes(32)
    )
    assert canonical(header).decode("latin-1").encode("latin-1").hex() in page.replace("\n", "").replace(
        " ", ""
    )
    assert link.hex() in page


def test_a_commitment_is_the_hash_of_tag_salt_and_content():
    salt = bytes(range(32))
    by_hand = hashlib.sha256(b"kith.commitment.v1\x00" + salt + b"s2:hi").digest()
    assert commit(content="hi", salt=salt) == by_hand


def test_another_salt_makes_another_commitment():
    assert commit(content="hi", salt=bytes(32)) != commit(content="hi", salt=bytes(31) + b"\x01")


def test_a_short_salt_is_refused():
    with pytest.raises(ValueError, match="32 bytes"):
        commit(content="hi", salt=b"salt")


def test_one_instant_has_one_form_in_every_time_zone():
    summer = datetime(2026, 7, 1, 13, tzinfo=timezone(timedelta(hours=1)))
    assert canonical(summer) == canonical(datetime(2026, 7, 1, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    "value",
    [NOON.replace(tzinfo=None), float("nan"), float("inf"), "\ud800", {1: "a"}, object(), Decimal("1e9999")],
)
def test_what_has_no_single_meaning_is_refused(value):
    with pytest.raises(ValueError):
        canonical(value)


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("ab:0", max_size=3), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(plain, plain)
def test_two_values_share_bytes_only_when_they_are_the_same(one, other):
    def typed(value):
        if isinstance(value, list):
            return ["list", *map(typed, value)]
        if isinstance(value, dict):
            return {key: typed(item) for key, item in value.items()}
        return (type(value).__name__, value)

    assert (canonical(one) == canonical(other)) == (typed(one) == typed(other))


@given(st.dictionaries(st.text(max_size=3), st.integers(), max_size=5))
def test_the_order_of_keys_does_not_matter(values):
    backwards = dict(reversed(list(values.items())))
    assert canonical(values) == canonical(backwards)
