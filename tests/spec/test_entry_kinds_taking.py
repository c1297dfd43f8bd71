"""Details are taken strictly where somebody can mend them, and leniently, losing no word, where nobody can."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.errors import BadInput
from tests.spec.entry_kind_samples import ENGLAND, KINDS, all_known, each_alone

INJURY = ENGLAND.entry_kinds["injury_seen"]
VISIT = ENGLAND.entry_kinds["visit"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_was_taken_once_is_taken_again_unchanged(kind):
    for details in [*each_alone(kind), *all_known(kind)]:
        kept = kind.validate(details)
        assert kind.validate(kept) == kept
        assert kind.load_leniently(kept) == (kept, [])
        assert json.loads(json.dumps(kept)) == kept


@pytest.mark.parametrize(
    ("kind", "details", "field", "said"),
    [
        ("injury_seen", {"appearance": "bruising"}, "details.appearance", "bruise, bite, burn"),
        ("injury_seen", {"appearance": ["bruise"]}, "details.appearance", "Give one of"),
        ("injury_seen", {"site": ["back", "tail"]}, "details.site", "Give a list of any of: head"),
        ("injury_seen", {"age_months": 217}, "details.age_months", "from 0 to 216"),
        ("injury_seen", {"age_months": "9"}, "details.age_months", "Give a number"),
        ("injury_seen", {"age_months": True}, "details.age_months", "Give a number"),
        ("injury_seen", {"age_months": float("nan")}, "details.age_months", "Give a number"),
        ("injury_seen", {"child_mobile": "no"}, "details.child_mobile", "true or false"),
        ("injury_seen", {"child_mobile": 0}, "details.child_mobile", "true or false"),
        ("injury_seen", {"explanation_text": 3}, "details.explanation_text", "Give words"),
        ("injury_seen", {"explanation_text": "a\x00b"}, "details.explanation_text", "Give words"),
        (
            "injury_seen",
            {"weather": "blue"},
            "details.weather",
            "no such detail. It may have: site, appearance",
        ),
        ("injury_seen", {"explained_by": "the mother"}, "details.explained_by", "id or key"),
        ("injury_seen", {"count": 0}, "details.count", "a whole number from 1"),
        ("injury_seen", {"count": 1.5}, "details.count", "a whole number from 1"),
        ("injury_seen", {"stated_risk": "high"}, "details.stated_risk", "possible, likely, imminent"),
        ("visit", {"next_attempt": "tomorrow"}, "details.next_attempt", "YYYY-MM-DD"),
        ("visit", {"next_attempt": "2026-02-30"}, "details.next_attempt", "calendar"),
        ("visit", {"others_present": [{"name": "Keren"}]}, "details.others_present", "id or key"),
        ("contact_received", {"collected_at": "2026-03-02T15:30"}, "details.collected_at", "offset"),
        (
            "information_provided",
            {"from": "social services"},
            "details.from",
            "childrens_social_care, police",
        ),
        ("core_group", {"attended": "everyone"}, "details.attended", "childrens_social_care"),
    ],
)
def test_a_value_that_does_not_fit_names_the_field_and_what_may_be_given(kind, details, field, said):
    with pytest.raises(BadInput) as refused:
        ENGLAND.entry_kinds[kind].validate(details)
    assert refused.value.field == field
    assert said in refused.value.problem


def test_details_that_are_not_names_and_values_are_refused():
    with pytest.raises(BadInput):
        INJURY.validate([("site", "back")])


def test_what_is_unknown_is_left_out_and_never_turns_into_false():
    given_ = {
        "seen": None,
        "seen_alone": "unknown",
        "outcome": "unknown",
        "rooms_seen": " ",
        "announced": False,
    }
    assert VISIT.validate(given_) == {"announced": False}
    assert VISIT.load_leniently(given_ | {"purpose": ""}) == ({"announced": False}, [])


def test_nobody_is_not_the_same_as_unknown():
    assert VISIT.validate({"others_present": []}) == {"others_present": []}
    assert ENGLAND.entry_kinds["core_group"].validate({"absent": []}) == {"absent": []}
    assert INJURY.validate({"site": []}) == {}


def test_lists_are_kept_as_lists_and_numbers_as_numbers():
    assert INJURY.validate({"site": "back", "age_months": 9.0}) == {"site": ["back"], "age_months": 9}
    assert ENGLAND.entry_kinds["school_absence"].validate({"days": 28.5}) == {"days": 28.5}


def test_a_day_without_a_time_stands_at_noon_in_london():
    contact = ENGLAND.entry_kinds["contact_received"]
    assert contact.validate({"collected_at": "2026-07-01"}) == {"collected_at": "2026-07-01T12:00:00+01:00"}


def test_the_words_beside_a_code_may_be_kept_with_it():
    assert INJURY.validate({"site": ["back"], "site_text": "left of the spine"}) == {
        "site": ["back"],
        "site_text": "left of the spine",
    }
    with pytest.raises(BadInput, match="rooms_seen_text"):
        VISIT.validate({"rooms_seen_text": "kitchen"})


@pytest.mark.parametrize(
    ("kind", "details", "kept"),
    [
        (
            "carer_concern",
            {"aspect": "delay in seeking help", "who": "mother"},
            {"who": "mother", "aspect_text": "delay in seeking help"},
        ),
        (
            "police_investigation",
            {"outcome": "No further action."},
            {"outcome": "no_further_action", "outcome_text": "No further action."},
        ),
        (
            "injury_seen",
            {"site": "left upper arm, ears and cheek"},
            {"site": ["upper_arm", "ear", "cheek"], "site_text": "left upper arm, ears and cheek"},
        ),
        ("injury_seen", {"site": "face and elsewhere"}, {"site_text": "face and elsewhere"}),
        ("injury_seen", {"child_mobile": "yes"}, {"child_mobile": True, "child_mobile_text": "yes"}),
        ("injury_seen", {"age_months": "about 9"}, {"age_months_text": "about 9"}),
        ("injury_seen", {"age_months": "9"}, {"age_months": 9, "age_months_text": "9"}),
        ("core_group", {"attended": ["school", "the choir"]}, {"attended_text": "school, the choir"}),
        ("injury_seen", {"weather": "blue", "size": 3}, {"unread_text": "weather: blue; size: 3"}),
        (
            "injury_seen",
            {"explained_by": "the mother’s friend"},
            {"explained_by_text": "the mother’s friend"},
        ),
        ("injury_seen", {"count": "lots"}, {"count_text": "lots"}),
    ],
)
def test_prose_in_a_coded_field_is_unknown_and_its_words_are_kept(kind, details, kept):
    loaded, warnings = ENGLAND.entry_kinds[kind].load_leniently(details)
    assert loaded == kept
    assert len(warnings) == len(details) - ("who" in details)
    assert all(warning.startswith(f"{kind}.") for warning in warnings)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=5,
)


@given(
    kind=st.sampled_from(KINDS),
    values=st.lists(ANYTHING, min_size=1, max_size=6),
    strange=st.text(min_size=1, max_size=12),
    choose=st.randoms(use_true_random=False),
)
def test_whatever_comes_a_lenient_load_loses_no_word_and_passes_the_strict_check(
    kind, values, strange, choose
):
    names = [*choose.sample(list(kind.details), min(5, len(kind.details))), strange]
    details = dict(zip(names, values, strict=False))
    loaded, _ = kind.load_leniently(details)
    assert kind.validate(loaded) == loaded
    assert kind.tell(loaded).strip()
    kept = json.dumps(loaded, ensure_ascii=False)
    for value in details.values():
        words = re.findall(r"[a-zA-Z]{3,}", value) if isinstance(value, str) else []
        assert all(word == "unknown" or word in kept for word in words), (details, loaded)


@given(kind=st.sampled_from(KINDS), name=st.text(max_size=12), value=ANYTHING)
def test_whatever_comes_a_strict_check_takes_it_or_names_the_field(kind, name, value):
    for field in (name, next(iter(kind.details))):
        try:
            kept = kind.validate({field: value})
        except BadInput as refused:
            assert refused.field == f"details.{field}"
        else:
            assert kind.validate(kept) == kept
            json.dumps(kept, allow_nan=False)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_schema_names_every_detail_and_lists_its_codes(kind):
    schema = kind.schema()
    json.dumps(schema, allow_nan=False)
    assert set(kind.details) <= set(schema["properties"])
    assert schema["additionalProperties"] is False
    assert all(kind.detail(name) for name in schema["properties"])
