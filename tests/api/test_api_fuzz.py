"""Whatever is sent, the door answers in its own form and never fails."""

import json
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.patterns.queries import rulebook
from tests.api.conftest import item

KEYS = count()
KINDS = sorted(rulebook().entry_kinds)
NAMES = sorted(
    {*item(), "references", "told", "because", "sender_reference", "agency", "captured_at", "voice", "claim"}
)
odd_text = st.text(max_size=20) | st.sampled_from(
    [
        "2026-02-31",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31",
        "2026-01-20T09:30:00Z",
        "\x00",
        "\ud800",
        "child",
        "12",
        "{}",
    ]
)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | odd_text
anything = st.recursive(
    scalars,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(odd_text, inside, max_size=4),
    max_leaves=12,
)
details = st.dictionaries(
    st.sampled_from(sorted({name for kind in rulebook().entry_kinds.values() for name in kind.details}))
    | odd_text,
    anything,
    max_size=4,
)
people = st.lists(
    st.dictionaries(
        st.sampled_from(
            ["key", "kind", "full_name", "born", "expected_on", "sex", "nhs_number", "sender_key", "phone"]
        ),
        anything,
        max_size=5,
    ),
    max_size=3,
)
nearly = st.builds(
    lambda base, changes: {name: value for name, value in {**base, **changes}.items() if value is not ...},
    st.just(item()),
    st.dictionaries(st.sampled_from(NAMES), anything | st.just(...), max_size=3),
)
typed = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(KINDS),
        "details": details,
        "people": st.just(item()["people"]) | people,
        "about": st.just(["child"]),
    },
    optional={"happened": odd_text | anything, "references": anything, "captured_at": odd_text},
)
items = nearly | typed | anything
bodies = st.binary(max_size=200) | anything | st.fixed_dictionaries({"entries": st.lists(items, max_size=3)})


@pytest.mark.parametrize("examples", [150, pytest.param(1000, marks=pytest.mark.slow)])
def test_whatever_is_sent_the_door_answers_in_its_own_form(school, examples):
    statuses = set()

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(body=bodies)
    def sent(body):
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        answer = school.send_body(raw or b" ", key=f"fuzz-{next(KEYS)}")
        statuses.add(answer.status_code)
        assert answer.status_code in (201, 207, 400, 422), (answer.status_code, answer.content, raw)
        told = answer.json()
        assert all(set(error) == {"field", "problem"} and error["problem"] for error in told["errors"])
        assert (answer.status_code == 201) == (told["errors"] == [])

    sent()
    assert statuses >= {201, 400, 422}
