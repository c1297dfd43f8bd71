"""Lists and single children obey one rule, over made-up involvements."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.access import models, policies
from kith.access.types import NotInvolved, Whom
from kith.agencies import queries as agencies
from kith.agencies.areas import load_area
from kith.kernel.clock import LONDON
from kith.kernel.page_wall import behind_the_wall, opened_for
from kith.people.models import Person
from tests.rooms.access_world import shown_by_the_database

pytestmark = pytest.mark.django_db

AREA = "tolland-bay"
FILE = Path(__file__).resolve().parents[2] / "areas" / "tolland-bay.yaml"
AT = datetime(2026, 11, 17, 10, 40, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def tolland_bay():
    load_area(FILE, at=AT)


def whom(code):
    """A practitioner, or else a team or an agency, by code."""
    if one := agencies.practitioner_by_code(area=AREA, code=code):
        return Whom(practitioner=one.id)
    if one := agencies.team(area=AREA, code=code):
        return Whom(team=one.id)
    return Whom(agency=agencies.agency(area=AREA, code=code).id)


def can_see(child, by, at):
    try:
        policies.check_can_see(child=child, by=by, at=at)
    except NotInvolved:
        return False
    return True


def seen_by_the_database(children, by, at):
    """Whom the second wall shows to a page that has opened all of them."""
    with behind_the_wall():
        opened_for(reader=by.id, children=children, at=at)
        return shown_by_the_database()


def made_up_child(tier, by):
    row = Person(
        area=AREA, kind="child", display_name="A child", tier=tier, registered_at=AT, registered_by=by.id
    )
    row.save(force_insert=True)
    return row.pk


WHOM = {
    "me": "joel-prewett",
    "my_team": "assessment-harbour",
    "my_agency": "childrens_social_care",
    "another": "siobhan-keane",
    "another_team": "assessment-moor",
    "another_agency": "police",
}
HOURS = st.integers(min_value=-4, max_value=4)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    tiers=st.lists(st.sampled_from(["normal", "restricted", "sealed"]), min_size=3, max_size=3),
    rows=st.lists(
        st.tuples(
            st.integers(0, 2), st.sampled_from(sorted(WHOM)), HOURS, st.one_of(st.none(), st.integers(1, 4))
        ),
        max_size=8,
    ),
    ask=HOURS,
)
def test_lists_and_single_children_obey_one_rule(tiers, rows, ask):
    """Over made-up involvements: the list, the single check and a plain reading of the rule agree."""
    with transaction.atomic():
        me = agencies.actor(practitioner=whom("joel-prewett").practitioner, at=AT)
        at = AT + timedelta(hours=ask)
        whose = {name: whom(code) for name, code in WHOM.items()}
        children = [made_up_child(tier, by=me) for tier in tiers]
        for number, name, start, length in rows:
            models.Involvement.objects.create(
                area=AREA,
                child_id=children[number],
                practitioner_id=whose[name].practitioner,
                team_id=whose[name].team,
                agency_id=whose[name].agency,
                basis="demonstration",
                from_at=AT + timedelta(hours=start),
                to_at=None if length is None else AT + timedelta(hours=start + length),
                granted_at=AT,
                granted_by=me.id,
            )

        def expected(number):
            held = {
                name
                for one, name, start, length in rows
                if one == number and start <= ask and (length is None or ask < start + length)
            }
            shared = {"my_team", "my_agency"} if tiers[number] == "normal" else set()
            return bool(held & ({"me"} | shared))

        opened = {one for one in children if can_see(one, me, at)}
        listed = list(policies.visible_to(by=me, at=at))

        assert seen_by_the_database(children, me, at) == opened
        assert opened == {one for number, one in enumerate(children) if expected(number)}
        assert len(listed) == len(set(listed))
        assert set(listed) == {one for one in opened if tiers[children.index(one)] != "sealed"}
        transaction.set_rollback(True)
