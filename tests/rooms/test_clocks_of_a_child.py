"""Clocks of a real child: entries from the ledger, limits from the area's file."""

from datetime import date, datetime, timedelta

import pytest

from kith.agencies.areas import load_area
from kith.chronology import operations as chronology
from kith.chronology.types import KnownTo, NewEntry
from kith.clocks.queries import running
from kith.config.settings import ROOT
from kith.identity import operations as identity
from kith.identity.types import NewDescription
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.kernel.ids import new_id
from kith.kernel.types import Actor

AREA = "tolland-bay"
AT = datetime(2026, 11, 2, 9, tzinfo=LONDON)
SAM = Actor(id=new_id(), area=AREA, agency="childrens_social_care", name="Sam Okafor")

pytestmark = pytest.mark.django_db


@pytest.fixture
def amira():
    """A child whom social care describes, in an area whose core groups meet within 8 working days."""
    load_area(ROOT / "areas" / f"{AREA}.yaml", at=AT)
    said = NewDescription(
        said_by="childrens_social_care",
        said_by_area=AREA,
        sender_key="A-1",
        full_name="Amira Testcase",
        born_from=date(2020, 3, 1),
        born_to=date(2020, 3, 1),
    )
    return identity.resolve(description=said, by=SAM, at=AT)


def told(child, kind, *, on, recorded, known=None, **details):
    """An entry that social care says about the child, recorded at one time and held, perhaps, since an earlier one."""
    entry = NewEntry(
        area=AREA,
        kind=kind,
        said_by="childrens_social_care",
        about=(child.description,),
        happened_from=on,
        happened_to=on,
        details=details,
        known_to=(KnownTo(agency="childrens_social_care", agency_area=AREA, known_at=known, how="said"),)
        if known
        else (),
    )
    return chronology.append(entry, by=SAM, at=recorded)


def noon(day, month=11):
    return datetime(2026, month, day, 12, tzinfo=LONDON)


def state_of(name, child, at, basis="recorded"):
    return next(state for state in running(child=child.person, as_at=at, basis=basis) if state.clock == name)


def test_a_childs_clocks_run_from_the_ledger_within_the_areas_own_limit(amira):
    conference = told(
        amira, "conference", on=noon(5), recorded=noon(5), conference_type="initial", outcome="plan"
    )
    state = state_of("core_group", amira, noon(6))
    assert (state.state, state.started_by) == ("running", conference)
    assert state.due_at == datetime(2026, 11, 17, 23, 59, 59, tzinfo=LONDON)
    assert state.words.startswith(
        "Core group, at the latest Tuesday 17 November. Sooner if the child needs it."
    )


def test_what_was_recorded_late_counts_live_from_when_it_was_recorded_and_in_replay_from_when_it_was_known(
    amira,
):
    told(amira, "conference", on=noon(5), recorded=noon(5), conference_type="initial", outcome="plan")
    held = told(amira, "core_group", on=noon(12), known=noon(12), recorded=noon(27))
    assert state_of("core_group", amira, noon(20)).state == "missed"
    assert state_of("core_group", amira, noon(20), basis="known").stopped_by == held
    assert state_of("core_group", amira, noon(27)).state == "met"


def test_a_withdrawn_entry_starts_nothing_from_then_on_and_did_before(amira):
    conference = told(
        amira, "conference", on=noon(5), recorded=noon(5), conference_type="initial", outcome="plan"
    )
    chronology.withdraw(conference, because="It was about another child.", by=SAM, at=noon(9))
    assert state_of("core_group", amira, noon(9) - timedelta(seconds=1)).state == "running"
    assert state_of("core_group", amira, noon(9)).state == "not_started"


def test_a_correction_of_the_date_moves_the_limit(amira):
    conference = told(
        amira, "conference", on=noon(5), recorded=noon(5), conference_type="initial", outcome="plan"
    )
    chronology.correct(
        conference,
        NewEntry(
            area=AREA,
            kind="conference",
            said_by="childrens_social_care",
            about=(amira.description,),
            happened_from=noon(4),
            happened_to=noon(4),
            details={"conference_type": "initial", "outcome": "plan"},
        ),
        because="It was on the Wednesday.",
        by=SAM,
        at=noon(9),
    )
    assert state_of("core_group", amira, noon(9)).due_at.day == 16


def test_asking_writes_nothing(amira, django_assert_max_num_queries):
    told(amira, "plan", on=noon(5), recorded=noon(5), plan_type="child_protection", stage="started")
    with django_assert_max_num_queries(3) as asked:
        first = running(child=amira.person, as_at=noon(6))
    assert all(query["sql"].lstrip().startswith("SELECT") for query in asked.captured_queries)
    assert running(child=amira.person, as_at=noon(6)) == first


def test_a_child_who_is_not_held_is_said_so():
    with pytest.raises(BadInput, match="There is no such child"):
        running(child=new_id(), as_at=AT)
