"""Every kind tells one calm, plain sentence, whatever is known and whatever is not."""

import re

import pytest

from tests.spec.entry_kind_samples import ENGLAND, KINDS, PEOPLE, all_known, each_alone, each_pair

NOT_SAID = re.compile(
    r"failed to|refus|\bDNA\b|\bNFA\b|\bCSC\b|\bs47\b|\bDV\b|\bMARAC\b|did not attend|perpetrator|allegedly|[_{}!]|None",
)
AWKWARD = re.compile(r"  | [,;:.)]|\( |[,;:]\.|\.\.|,,|;;|::|,;|:;|;:|“”|\n")


def tell(name: str, **details) -> str:
    kind = ENGLAND.entry_kinds[name]
    return kind.tell(kind.validate(details), people=PEOPLE)


def assert_plain(sentence: str) -> None:
    words = sentence.replace("{brace}", "brace")
    assert re.match(r"“?[A-Z0-9]", words), sentence
    assert words.endswith((".", "?")), sentence
    assert not NOT_SAID.search(words), sentence
    assert not AWKWARD.search(words), sentence
    assert len(words) < 900, sentence


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_tells_a_sentence_when_nothing_is_known(kind):
    assert_plain(kind.tell({}))
    assert_plain(kind.tell({}, said_by_label="police"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_tells_a_sentence_with_any_one_detail_known(kind):
    for details in each_alone(kind):
        assert_plain(kind.tell(kind.validate(details), people=PEOPLE))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_tells_a_sentence_with_any_two_details_known(kind):
    for details in each_pair(kind):
        assert_plain(kind.tell(details, people=PEOPLE))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_tells_a_sentence_with_everything_known(kind):
    for details in all_known(kind):
        assert_plain(kind.tell(kind.validate(details), people=PEOPLE, said_by_label="school"))


@pytest.mark.parametrize(
    ("name", "details", "sentence"),
    [
        ("injury_reported", {"appearance": "bruise"}, "A bruise was described."),
        (
            "injury_seen",
            {
                "appearance": "bruise",
                "site": ["back", "cheek", "ear"],
                "explained_by": "mother",
                "explanation_text": "fell.",
            },
            "A bruise on the back, cheek and ear was seen; Keren said: “fell”.",
        ),
        (
            "injury_seen",
            {"appearance": "fracture", "site": "collarbone", "child_mobile": False},
            "A fracture of the collarbone was seen; the child cannot yet move about.",
        ),
        (
            "visit",
            {"outcome": "completed", "announced": True, "seen": True, "seen_alone": False},
            "Announced visit: seen, not alone.",
        ),
        (
            "visit",
            {"outcome": "completed", "announced": True, "seen": True},
            "Announced visit: seen; whether alone is not said.",
        ),
        ("visit", {"outcome": "completed"}, "Visit: made; whether the child was seen is not said."),
        (
            "visit",
            {"outcome": "refused", "seen": False},
            "Visit: not let in; the child was not seen.",
        ),
        ("visit", {"outcome": "cancelled"}, "Visit: cancelled; by whom is not said."),
        ("visit", {"seen_alone": False}, "Visit: not seen alone."),
        ("action_answered", {"action": "welfare_check", "answer": "declined"}, "Declined a welfare check."),
        (
            "action_answered",
            {"answer": "no_capacity", "action": "bed"},
            "Had nobody free for a hospital bed.",
        ),
        ("action_requested", {"to": "police", "action": "x_ray"}, "A request to police for an X-ray."),
        (
            "appointment",
            {"outcome": "was_not_brought", "service": "dental", "needed": True},
            "Appointment (dental): the child was not brought; it was needed for treatment or safety.",
        ),
        (
            "contact_received",
            {"nature": "physical", "informant": "lodger", "count": 3},
            "A worry about physical harm was received from Lewis Dane (3 of these in one entry).",
        ),
        (
            "domestic_abuse_incident",
            {"caused_by": "lodger", "child_present": True, "severity": "high", "stated_risk": "imminent"},
            "A domestic abuse incident in which Lewis Dane caused harm; the child was there; graded high risk; "
            "stated risk of harm: imminent.",
        ),
        (
            "worry_settled",
            {"by": "explanation_only"},
            "A worry rests on an explanation alone, and is not settled.",
        ),
        (
            "conference",
            {"conference_type": "review", "outcome": "plan_continues", "absent": ["police"]},
            "A review conference was held: the plan goes on; asked and not there: police.",
        ),
        (
            "strategy_discussion",
            {"attended": ["childrens_social_care", "police"], "absent": []},
            "A strategy discussion was held; there: children’s social care and police; asked and not there: none.",
        ),
        (
            "protective_order",
            {"order_type": "non_molestation", "of_whom": "lodger", "to": "2027-01-24"},
            "A non-molestation order against Lewis Dane was made; until 24 January 2027.",
        ),
        (
            "allocation_change",
            {"unallocated": True},
            "No worker is allocated to the child.",
        ),
        (
            "school_absence",
            {"authorised": False, "days": 1},
            "The child was away from school without leave for a day.",
        ),
        (
            "medical_considered",
            {"outcome": "consent_refused"},
            "Consent to a medical examination was not given.",
        ),
    ],
)
def test_how_it_reads(name, details, sentence):
    assert tell(name, **details) == sentence


def test_an_agency_is_named_where_the_reader_is_given_its_name():
    closed = ENGLAND.entry_kinds["closed"]
    assert closed.tell({}) == "An agency ended its involvement."
    assert closed.tell({}, said_by_label="police") == "Police ended their involvement."


def test_a_person_whose_name_the_reader_is_not_given_has_no_bare_id():
    who = "0197a2f0-0000-7000-8000-000000000001"
    assert (
        ENGLAND.entry_kinds["adult_joined_household"].tell({"who": who}) == "A person joined the household."
    )
    assert (
        ENGLAND.entry_kinds["adult_joined_household"].tell({"who": "great_aunt"})
        == "Great aunt joined the household."
    )


def test_words_that_no_code_could_hold_are_told_as_words():
    details, _ = ENGLAND.entry_kinds["legal_step"].load_leniently(
        {"legal_action": "order", "outcome": "residence orders"}
    )
    assert (
        ENGLAND.entry_kinds["legal_step"].tell(details)
        == "Legal step: an order; in words: “residence orders”."
    )


def test_long_words_are_clipped_at_a_word():
    told = tell("hospital_attendance", reason="fell " * 100)
    assert len(told) < 220
    assert told.endswith("fell…”.")


def test_every_template_can_be_translated():
    backwards = {text: f"({text})" for kind in KINDS for text in kind.texts()}
    kind = ENGLAND.entry_kinds["injury_seen"]
    told = kind.tell({"appearance": "bruise"}, translate=lambda text: backwards.get(text, text))
    assert told == "((a bruise) was seen)."


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_withheld_is_neither_told_nor_called_unsaid(kind):
    for details in all_known(kind):
        for what in ("location", "informant", "third_party", "worker"):
            left = kind.withhold(details, what)
            assert not {name for name in left if what in kind.details[name].gives_away}
            assert_plain(kind.tell(left))
            missing = set(details) - set(left)
            told_with_all = kind.tell(details).count("is not said")
            assert kind.tell(left).count("is not said") == told_with_all, (kind.name, missing)


def test_a_location_and_any_free_words_go_together():
    moved = ENGLAND.entry_kinds["moved_home"]
    details, _ = moved.load_leniently({"to": "12 Fern Lane", "new_area": True, "street": "Fern Lane"})
    assert moved.tell(moved.withhold(details, "location")) == "The child moved home."
    seen = ENGLAND.entry_kinds["injury_seen"]
    details, _ = seen.load_leniently({"appearance": "mark", "site": "his arm, at 12 Fern Lane"})
    assert seen.withhold(details, "location") == {"appearance": "mark"}


def test_a_copy_for_the_family_leaves_out_who_told():
    contact = ENGLAND.entry_kinds["contact_received"]
    details = contact.validate(
        {"nature": "neglect", "informant": "neighbour", "referrer_role": "lives next door"}
    )
    assert contact.for_family(details) == {"nature": "neglect"}
