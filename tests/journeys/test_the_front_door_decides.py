"""What is told to the front door becomes one named person's to decide, and comes back where it was closed too soon."""

import pytest

from kith.access import policies as access
from kith.access.types import NotInvolved
from kith.agencies import queries as agencies
from kith.agencies.areas import load_area
from kith.chronology import queries as chronology
from kith.clocks import queries as clocks
from kith.identity.types import NewDescription
from kith.journeys import screen_contact as screening
from kith.journeys.receive_concern import receive_concern
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.errors import BadInput, Refused
from kith.pathway import queries as contacts
from kith.pathway.types import Screened
from tests.guard.matrix.people import other_area_file
from tests.support.world import Worker

CLOSED = Screened(
    outcome="no_further_action",
    closing_reason="below_threshold",
    reasons="One late morning, and school sees her daily.",
    spoken_to="done",
)


@pytest.fixture
def mina(area):
    return area.on("3 Mar").child("Mina Okafor-Dale", aged=7)


def told(area, child, *, by="school", how_soon="working_day", voice="professional", **details):
    """A worry that is told to the front door; answers the contact."""
    sender = area.agency(by)
    described = NewDescription(
        said_by=by, said_by_area=area.code, sender_key=f"known-{child.id}", full_name=child.name,
        born_from=child.born, born_to=child.born,
    )  # fmt: skip
    said = EntrySaid(
        key="it", kind="contact_received", happened_from=area.now, happened_to=area.now, about=("child",),
        details={"nature": "neglect", **details}, voice=voice, told=(("childrens_social_care", area.code),),
    )  # fmt: skip
    concern = Concern(
        said_by=by, said_by_area=area.code, entries=(said,), for_the_desk=how_soon,
        people=(PersonSaid(key="child", description=described, person=child.id),),
    )  # fmt: skip
    received = receive_concern(concern=concern, by=sender.actor, at=area.now)
    return contacts.contact(id=received.contact)


def owner_of(area, contact):
    from tests.support.world import Worker

    return Worker(area, contact.owner).actor


def decided(area, contact, screened=CLOSED, by=None):
    by = by or owner_of(area, contact)
    screening.write_view(
        contact=contact.id, leaning="advice", words="Perhaps a hard week.", by=by, at=area.now
    )
    return screening.decide_contact(contact=contact.id, screened=screened, by=by, at=area.now)


def test_one_named_person_owes_a_decision_within_a_working_day(area, mina):
    contact = told(area, mina)

    owner = owner_of(area, contact)
    assert contact.owner_role == "screener"
    assert "screener" in owner.roles
    assert contact.due_at == area.on("4 Mar").now.replace(hour=23, minute=59, second=59)
    access.check_can_see(child=mina.id, by=owner, at=area.now)


def test_the_statutory_clock_runs_from_the_moment_a_partner_told(area, mina):
    told(area, mina)

    (clock,) = [
        one for one in clocks.running(child=mina.id, as_at=area.now) if one.clock == "referral_decision"
    ]

    assert clock.state == "running"


def test_contacts_are_shared_out_among_those_who_screen(area, mina):
    owners = {told(area, mina).owner, told(area, mina).owner}

    assert len(owners) == 2


def test_by_night_what_is_urgent_goes_to_whoever_works_and_the_rest_waits_for_the_morning(area, mina):
    area.on("3 Mar", hour=22)

    assert told(area, mina, how_soon="now").owner_role == "emergency_duty_worker"
    assert told(area, mina, how_soon="working_day").owner_role == "screener"


def test_whoever_told_learns_who_opened_it_and_nothing_is_counted_twice(area, mina):
    contact = told(area, mina)
    manager = area.mash_manager.actor

    screening.read_contact(contact=contact.id, by=manager, at=area.now)
    screening.read_contact(contact=contact.id, by=manager, at=area.on("3 Mar", hour=13).now)

    assert [who for who, _ in contacts.contact(id=contact.id).openings] == [manager.id]
    worries = [one for one in area.entries_about(mina) if one.kind == "contact_received"]
    assert len(worries) == 1
    assert {row.by for row in worries[0].known_to if row.how == "opened"} == {manager.id}


def test_the_front_door_of_another_area_reads_no_contact_of_this_one(area, mina, tmp_path):
    contact = told(area, mina)
    other = load_area(other_area_file(tmp_path), at=area.now)
    elsewhere = Worker(area, agencies.holder_of(role="mash_manager", area=other, at=area.now).id).actor

    with pytest.raises(Refused):
        screening.read_contact(contact=contact.id, by=elsewhere, at=area.now)


def test_nobody_outside_the_front_door_reads_a_contact(area, mina):
    contact = told(area, mina)

    with pytest.raises(Refused, match="Ring the desk"):
        screening.read_contact(contact=contact.id, by=area.holder("team_manager").actor, at=area.now)
    with pytest.raises(NotInvolved):
        access.check_can_see(child=mina.id, by=area.holder("team_manager").actor, at=area.now)


def test_the_owner_writes_what_they_think_before_they_decide(area, mina):
    contact = told(area, mina)

    with pytest.raises(Refused, match="Write what you think first"):
        screening.decide_contact(contact=contact.id, screened=CLOSED, by=owner_of(area, contact), at=area.now)


def test_a_decision_stands_in_the_chronology_stops_the_clock_and_reaches_whoever_told(area, mina):
    contact = told(area, mina)

    assert decided(area, contact) is None

    kept = contacts.contact(id=contact.id)
    entry = chronology.entry(kept.decided_entry)
    assert entry.kind == "referral_decision"
    assert entry.details["reason"] == CLOSED.reasons
    assert ("school", area.code) in {(row.agency, row.agency_area) for row in entry.known_to}
    (clock,) = [
        one for one in clocks.running(child=mina.id, as_at=area.now) if one.clock == "referral_decision"
    ]
    assert clock.state == "met"


def test_whoever_told_is_told_what_was_written_for_them(area, mina):
    contact = told(area, mina)

    decided(area, contact, Screened(**{**CLOSED.__dict__, "told_back": "Ring again if she is late."}))

    assert contacts.contact(id=contact.id).told_back == "Ring again if she is late."
    (entry,) = [one for one in area.entries_about(mina) if one.kind == "referrer_told"]
    assert ("school", area.code) in {(row.agency, row.agency_area) for row in entry.known_to}


def test_only_its_owner_decides_and_taking_over_keeps_why(area, mina):
    contact = told(area, mina)
    manager = area.mash_manager.actor
    with pytest.raises(Refused, match="One named person"):
        decided(area, contact, by=manager)
    with pytest.raises(BadInput, match="Say why"):
        screening.take_over(contact=contact.id, because=" ", by=manager, at=area.now)

    screening.take_over(contact=contact.id, because="He is off sick.", by=manager, at=area.now)

    assert contacts.contact(id=contact.id).owner == manager.id


def test_a_closing_on_known_to_social_care_is_told_the_truth_and_comes_back_with_another_owner(area, mina):
    contact = told(area, mina)
    known = Screened(
        outcome="no_further_action",
        closing_reason="known_to_social_care",
        reasons="Social care has it.",
        spoken_to="tried",
    )
    with pytest.raises(BadInput, match="Nobody in social care is working with Mina") as refused:
        decided(area, contact, known)
    assert refused.value.field == "despite"

    on = Screened(**{**known.__dict__, "despite": "I was told so on the telephone."})
    back = screening.decide_contact(contact=contact.id, screened=on, by=owner_of(area, contact), at=area.now)

    came_back = contacts.contact(id=back)
    assert came_back.because == "known_to_social_care"
    assert came_back.comes_after == contact.id
    assert came_back.owner != contact.owner
    assert came_back.is_open


def test_where_social_care_does_work_with_the_child_the_closing_stands(area, mina):
    from kith.access import operations

    worker = area.holder("team_manager")
    operations.allocate(
        child=mina.id,
        practitioner=worker.id,
        role="lead_child_protection_practitioner",
        by=area.system,
        at=area.now,
    )
    contact = told(area, mina)
    known = Screened(
        outcome="no_further_action",
        closing_reason="known_to_social_care",
        reasons="Her worker was told by telephone.",
        spoken_to="done",
    )

    assert decided(area, contact, known) is None


def test_closing_while_an_agency_has_not_answered_says_so_and_comes_back(area, mina):
    contact = told(area, mina)
    area.social_care.report(mina, "information_requested", to="police", what="Any notices?")
    with pytest.raises(BadInput, match="asked, and not answered"):
        decided(area, contact)

    on = Screened(**{**CLOSED.__dict__, "despite": "The police could not say when."})
    back = screening.decide_contact(contact=contact.id, screened=on, by=owner_of(area, contact), at=area.now)

    assert contacts.contact(id=back).because == "information_outstanding"


def test_a_manager_who_does_not_agree_changes_nothing_and_a_third_person_looks_again(area, mina):
    contact = told(area, mina)
    decided(area, contact)
    manager = area.mash_manager.actor

    back = screening.disagree(
        contact=contact.id, because="Nobody asked where she sleeps.", by=manager, at=area.now
    )

    assert contacts.contact(id=contact.id).outcome == "no_further_action"
    again = contacts.contact(id=back)
    assert again.owner not in (contact.owner, manager.id)
    assert again.because == "manager_disagrees"
    kinds = [one.kind for one in area.entries_about(mina)]
    assert kinds.count("dissent") == 1


def test_whoever_told_may_disagree_and_others_may_not(area, mina):
    contact = told(area, mina)
    decided(area, contact)
    with pytest.raises(Refused, match="Whoever told of this may disagree"):
        screening.disagree(contact=contact.id, because="No.", by=area.police.actor, at=area.now)

    back = screening.disagree(
        contact=contact.id, because="She slept in the shed.", by=area.school.actor, at=area.now
    )

    assert contacts.contact(id=back).because == "sender_disagrees"
    with pytest.raises(BadInput, match="looking again already"):
        screening.disagree(contact=contact.id, because="Again.", by=area.school.actor, at=area.now)


@pytest.mark.parametrize(
    ("without", "field"),
    [
        ({"outcome": "malicious"}, "outcome"),
        ({"closing_reason": "malicious"}, "closing_reason"),
        ({"reasons": " "}, "reasons"),
        ({"spoken_to": ""}, "spoken_to"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_decided(area, mina, without, field):
    contact = told(area, mina)

    with pytest.raises(BadInput) as refused:
        decided(area, contact, Screened(**{**CLOSED.__dict__, **without}))

    assert refused.value.field == field
    assert contacts.contact(id=contact.id).is_open


def sealed(area, child):
    from kith.people import operations as people

    people.set_tier(person=child.id, tier="sealed", because="A danger.", by=area.system, at=area.now)


def test_a_contact_about_a_child_who_is_held_closely_is_opened_by_the_manager_on_duty_alone(area, mina):
    sealed(area, mina)
    contact = told(area, mina)
    assert (contact.owner, contact.owner_role) == (area.mash_manager.id, "mash_manager")
    with pytest.raises(Refused, match="held closely"):
        screening.read_contact(contact=contact.id, by=area.holder("screener").actor, at=area.now)

    screening.read_contact(contact=contact.id, by=owner_of(area, contact), at=area.now)

    access.check_can_see(child=mina.id, by=owner_of(area, contact), at=area.now)


def test_a_child_who_is_sealed_after_it_was_told_is_hidden_from_its_owner_and_the_manager_takes_over(
    area, mina
):
    contact = told(area, mina)
    screener = owner_of(area, contact)
    screening.read_contact(contact=contact.id, by=screener, at=area.now)
    sealed(area, mina)

    with pytest.raises(Refused, match="Ring the manager on duty"):
        screening.read_contact(contact=contact.id, by=screener, at=area.now)

    manager = area.mash_manager.actor
    screening.take_over(contact=contact.id, because="She is held closely now.", by=manager, at=area.now)
    held = contacts.contact(id=contact.id)
    assert (held.owner, held.owner_role) == (manager.id, "mash_manager")
    assert decided(area, held, CLOSED, by=manager) is None
    assert not contacts.contact(id=contact.id).is_open
