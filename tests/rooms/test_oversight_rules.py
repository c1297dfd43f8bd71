"""Each rule about looks finds what it is for, quotes it, and leaves ordinary work alone."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.oversight.looking.names import COMMON_ANYWHERE, commonness, surnames
from kith.oversight.looking.peers import most_usual
from kith.oversight.looking.rows import AllocationEnded, RefusalSeen
from kith.oversight.looking.rules import BY_LOT, RULES, WORDS, findings_of, thresholds_of
from tests.rooms.oversight_world import TEN, child, day, found, id_of, look, minutes, worker

NIGHT = TEN.replace(hour=23)


def names(*said):
    return frozenset(said)


def test_every_rule_says_why_whence_and_what_would_make_it_wrong():
    assert len(RULES) == 10
    for code, rule in RULES.items():
        assert rule.code == code and rule.words and rule.why and rule.cited and rule.wrong_if
    assert set(WORDS) == {*RULES, BY_LOT}


def test_an_ordinary_day_finds_nothing():
    looks = [look(at=TEN + minutes(20 * one), of=f"child {one}", personal=True) for one in range(20)]
    assert list(findings_of(day(looks), local={})) == []


def test_a_number_that_a_rule_does_not_have_is_refused():
    with pytest.raises(KeyError, match="hour"):
        thresholds_of(RULES["out_of_shift"], {"out_of_shift": {"hour": 3}})


def test_a_look_whose_basis_had_ended_is_found_and_quoted():
    late = look(held=False, basis="allocated")
    (one,) = found("no_relationship", day([late, look(at=TEN + minutes(1))]))
    assert one.looks == (late,)
    assert found("no_relationship", day([look(held=False, basis="owns_a_question")])) == []


def test_emergencies_are_found_when_one_person_has_several():
    opened = [
        look(basis="break_glass", of=name, at=TEN - timedelta(days=back))
        for name, back in (("a", 6), ("b", 3), ("c", 0))
    ]
    (one,) = found("emergencies_again", day([opened[2]], emergencies=tuple(opened)))
    assert "3 children" in one.words and one.looks == tuple(opened)
    assert found("emergencies_again", day([opened[2]], emergencies=tuple(opened[1:]))) == []
    assert found("emergencies_again", day([], emergencies=tuple(opened))) == []


def test_an_uncommon_last_name_in_the_household_is_found_and_a_common_one_is_not():
    rare, common = worker(surnames=names("penhallow")), worker(surnames=names("smith"))
    tam = child(surnames=names("penhallow", "smith"))
    assert len(found("same_surname", day([look()], workers=[rare], children=[tam]))) == 1
    assert found("same_surname", day([look()], workers=[common], children=[tam])) == []


@pytest.mark.parametrize(
    ("one", "other"), [("Zoë Penhallow", "PENHALLOW, Ann"), ("Ann Penhallow-Smith", "Jo Penhallow")]
)
def test_last_names_are_compared_in_their_normal_form(one, other):
    assert surnames(one) & surnames(other)


def test_where_nobody_counted_names_the_countrys_common_ones_weigh_nothing():
    is_common = commonness({}, at_most=0.0005)
    assert is_common("khan") and not is_common("penhallow")
    assert all(surnames(f"Ann {name}") == {name} for name in COMMON_ANYWHERE if len(name) > 2)


def test_a_family_of_the_same_street_is_found():
    tam = child(streets=names("abc"))
    assert len(found("own_street", day([look()], workers=[worker(street="abc")], children=[tam]))) == 1
    assert found("own_street", day([look()], workers=[worker(street="abd")], children=[tam])) == []
    assert found("own_street", day([look()], workers=[worker()], children=[child()])) == []


def test_a_colleagues_child_and_their_own_are_found():
    mum, me = id_of("mum"), id_of("me")
    tam = child(people=names(id_of("tam"), mum, me))
    known = {mum: "childrens_social_care"}
    assert len(found("colleague", day([look()], children=[tam], colleagues=known))) == 1
    assert found("colleague", day([look()], children=[tam], colleagues={mum: "police"})) == []
    own = worker(person=me, agency="police")
    assert len(found("colleague", day([look()], workers=[own], children=[tam], colleagues={me: "gp"}))) == 1


def ended(until=TEN):
    return AllocationEnded(
        practitioner=id_of("sam"),
        child=id_of("tam"),
        ended_at=until - timedelta(days=14),
        writes_up_until=until,
    )


def test_a_look_after_the_days_to_write_up_is_found():
    assert len(found("after_allocation", day([look()], ended=(ended(),)))) == 1
    assert found("after_allocation", day([look(at=TEN - minutes(1))], ended=(ended(),))) == []
    assert found("after_allocation", day([look(personal=True)], ended=(ended(),))) == []
    again = look(personal=True, basis="break_glass")
    assert len(found("after_allocation", day([again], ended=(ended(),)))) == 1


def test_a_look_at_night_is_found_unless_they_are_on_duty_or_their_agency_works_nights():
    assert len(found("out_of_shift", day([look(at=NIGHT)]))) == 1
    on_duty = worker(shifts=((NIGHT - timedelta(hours=6), NIGHT + timedelta(hours=9)),))
    assert found("out_of_shift", day([look(at=NIGHT)], workers=[on_duty])) == []
    assert found("out_of_shift", day([look(at=NIGHT)], workers=[worker(agency="police")])) == []
    assert found("out_of_shift", day([look(at=NIGHT)]), from_hour=23, to_hour=5) != []
    assert found("out_of_shift", day([look(at=NIGHT)]), from_hour=24) == []


def prints(number, by="sam"):
    return [
        look(by, TEN + minutes(one), purpose="print the chronology", of=f"c{one}") for one in range(number)
    ]


def test_printing_more_than_others_is_found_and_what_others_print_is_not():
    assert len(found("many_prints", day(prints(11)))) == 1
    assert found("many_prints", day(prints(9))) == []
    jo = worker("jo")
    usual = {jo.id: tuple([2] * 38 + [12] * 2)}
    of = day(prints(11), workers=[worker(), jo], prints_before=usual)
    assert found("many_prints", of) == []
    assert len(found("many_prints", day(prints(13), workers=[worker(), jo], prints_before=usual))) == 1


def test_child_after_child_is_found_and_brothers_and_sisters_or_own_work_are_not():
    def run(number=14, gap=0.5, **more):
        return [look(at=TEN + minutes(gap * one), of=f"c{one}", **more) for one in range(number)]

    (one,) = found("one_after_another", day(run()))
    assert "14 families" in one.words and len(one.looks) == 14
    assert found("one_after_another", day(run(personal=True))) == []
    assert found("one_after_another", day(run(gap=5))) == []
    home = names(id_of("one home"))
    siblings = [child(f"c{one}", homes=home) for one in range(14)]
    assert found("one_after_another", day(run(), children=siblings)) == []


def test_refusals_of_many_children_are_found():
    def refused(number):
        return tuple(
            RefusalSeen(asked_for=id_of(f"r{one}"), practitioner=id_of("sam"), refused_at=TEN)
            for one in range(number)
        )

    (one,) = found("refused_again", day([look()], refusals=refused(5)))
    assert "5 different records" in one.words
    assert found("refused_again", day([look()], refusals=refused(4))) == []


def test_with_few_peers_a_plain_number_holds_and_nobody_is_their_own_peer():
    sam, jo = worker(), worker("jo")
    held = {sam.id: sam, jo.id: jo}

    def usual(numbers):
        return most_usual(of=sam, workers=held, numbers=numbers, share=99, fewest=5, at_least=3)

    assert usual({jo.id: [50] * 4}) == 3
    assert usual({jo.id: [50] * 5}) == 50
    assert usual({sam.id: [50] * 99}) == 3
    assert usual({jo.id: [1] * 99}) == 3


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 1439), st.integers(0, 30)), max_size=60))
def test_every_finding_quotes_looks_of_the_person_whom_it_is_about(drawn):
    looks = [
        look(f"w{who}", TEN.replace(hour=0) + minutes(at), of=f"c{which}", held=bool(which % 7))
        for who, at, which in dict.fromkeys(drawn)
    ]
    of = day(looks)
    for _, one in findings_of(of, local={}):
        assert one.looks
        assert {look.practitioner for look in one.looks} == {one.practitioner}
        assert set(one.looks) <= set(of.looks)


@settings(max_examples=100)
@given(st.permutations(range(12)))
def test_what_is_found_does_not_depend_on_ids_or_on_the_order_of_people(order):
    looks = [look(f"w{one}", NIGHT + minutes(one), of="tam") for one in range(12)]
    shuffled = day([looks[place] for place in order])
    assert {one.practitioner for _, one in findings_of(shuffled, local={})} == {
        one.practitioner for one in looks
    }
