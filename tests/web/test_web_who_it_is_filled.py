"""Who a child is and how we know: read by whoever sees the child, undone by whoever says who is who."""

from uuid import UUID, uuid4

import pytest

from kith.access import operations as access
from kith.access import queries as looks
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.identity import operations, queries
from kith.identity.types import NewDescription
from kith.kernel.clock import now
from kith.patterns import queries as patterns
from kith.people import operations as people
from tests.support.world import Worker
from tests.web.living import amira_in, by_code, days_ago, living_area, main_of, page, prompt_about, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


@pytest.fixture
def area():
    return living_area()


@pytest.fixture
def dana(area):
    return signed_in(by_code(area, "dana-ferris"))


@pytest.fixture
def amira(area):
    return amira_in(area)


@pytest.fixture
def joined(area, amira):
    """Amina, of whom the GP told, was taken for Amira two days ago; the step by which it can be undone."""
    said = NewDescription(
        said_by="gp", said_by_area=area.code, full_name="Amina Sayed", sex="female", postcode="TQ12 3AB",
        address_lines=("7 Quay Street",), phone="01632 960 555",
    )  # fmt: skip
    amina = operations.resolve(description=said, by=by_code(area, "dana-ferris").actor, at=days_ago(5))
    by = by_code(area, "dana-ferris").actor
    step = operations.merge(
        keep=amira.id, other=amina.person, because="Her aunt said so.", by=by, at=days_ago(2)
    )
    return amina, step


def who(client, child, path=""):
    return client.get(f"/children/{child}/who/{path}")


def undo(client, child, **typed):
    return client.post(f"/children/{child}/who/undo", typed, follow=True)


def test_each_description_says_why_it_is_theirs_and_by_whom(dana, amira, joined):
    answer = who(dana, amira.id)
    words = main_of(answer)
    assert "GP Amina Sayed" in words
    assert "Dana Ferris said so" in words and "Her aunt said so." in words
    assert "Amina Sayed was found to be the same child, and joined here." in words
    assert "is another child: undo the joining" in words
    for secret in ("Quay Street", "TQ12", "960 555"):
        assert secret not in answer.content.decode()


def test_what_was_parted_is_kept_apart_until_that_is_taken_back(dana, amira, joined):
    amina, step = joined
    undo(dana, amira.id, what=f"merge:{step}", because="Her aunt was wrong.")
    assert "Not the same as Amina Sayed, says Dana Ferris: Her aunt was wrong." in main_of(
        who(dana, amira.id)
    )
    (wall,) = queries.kept_apart_from(person=amina.person)
    answer = undo(dana, amira.id, what=f"apart:{wall.id}", because="A slip.")
    assert answer.status_code == 200
    assert "Not the same as" not in main_of(answer)


def test_undoing_it_says_exactly_what_moved_who_looked_and_who_was_told(area, dana, amira, joined):
    amina, step = joined
    joel = by_code(area, "joel-prewett")
    access.involve(
        child=amira.id, whom=Whom(practitioner=joel.id), basis="demonstration", by=area.system, at=days_ago(3)
    )
    access.open_child(child=amira.id, purpose="read", by=joel.actor, at=days_ago(1))
    asked = prompt_about(amira)

    answer = undo(dana, amira.id, what=f"merge:{step}", because="Her aunt was wrong.")

    words = main_of(answer)
    assert "GP Amina Sayed : from Amira Haddad to Amina Sayed; no entry" in words
    assert "Joel Prewett" in words and "once, yesterday" in words
    assert "Has not read it yet." in words
    assert queries.stands_for(person=amina.person, as_at=now()) == amina.person
    assert {one.prompt for one in patterns.matches_undone_for(owner=asked.owner)} == {asked.id}
    assert "Amina Sayed was parted from here." in main_of(who(dana, amira.id))


def test_the_owner_reads_it_on_their_first_page_until_they_say_so(area, dana, amira, joined):
    _, step = joined
    asked = prompt_about(amira)
    owner = signed_in(Worker(area, asked.owner))
    undo(dana, amira.id, what=f"merge:{step}", because="Her aunt was wrong.")
    assert "What you should know: a match was undone." in main_of(owner.get("/"))
    words = main_of(owner.get(f"/told/{asked.id}/"))
    assert "Dana Ferris undid a match" in words and "Her aunt" not in words
    assert "What you should know" not in main_of(owner.post(f"/told/{asked.id}/", follow=True))
    name = agencies.practitioner(id=asked.owner).name
    assert f"{name} has read that a match was undone." in main_of(owner.get(f"/prompts/{asked.id}/"))
    assert owner.get(f"/told/{asked.id}/").status_code == 403


def test_nobody_else_reads_what_an_owner_is_told(area, dana, amira, joined):
    _, step = joined
    undo(dana, amira.id, what=f"merge:{step}", because="Her aunt was wrong.")
    joel = signed_in(by_code(area, "joel-prewett"))
    for answer in (joel.get(f"/told/{prompt_about(amira).id}/"), joel.post(f"/told/{uuid4()}/")):
        assert answer.status_code == 403
        assert "undid" not in answer.content.decode()


def test_one_description_is_taken_away(dana, amira, joined):
    amina, _ = joined
    answer = undo(dana, amira.id, what=f"description:{amina.description}", because="Another child.")
    assert "from Amira Haddad to" in main_of(answer)
    assert queries.link_as_at(description=amina.description, as_at=now()).person != amira.id


@pytest.mark.parametrize(
    ("what", "because", "problem"),
    [
        ("", "I asked.", "Choose what is wrong"),
        ("merge:x", "I asked.", "Choose what is wrong"),
        (f"merge:{UUID(int=7)}", "I asked.", "Choose what is wrong"),
        (None, " ", "Say how you know"),
    ],
)
def test_undoing_needs_something_that_is_there_and_how_one_knows(dana, amira, joined, what, because, problem):
    _, step = joined
    answer = undo(dana, amira.id, what=f"merge:{step}" if what is None else what, because=because)
    assert answer.status_code == 422
    assert problem in page(answer).classed("error-summary")[0].text
    assert because.strip() in main_of(answer)


def test_whoever_sees_the_child_reads_it_and_is_told_whom_to_ring_to_undo_it(area, amira, joined):
    amina, step = joined
    anneka = signed_in(by_code(area, "anneka-bright"))
    access.involve(
        child=amira.id, whom=Whom(practitioner=by_code(area, "anneka-bright").id), basis="demonstration",
        by=area.system, at=now(),
    )  # fmt: skip
    answer = who(anneka, amira.id)
    words = main_of(answer)
    assert "say so to the front door, which can undo it" in words
    assert "undo the joining" not in words
    assert "another record was found to be the same child" in words.lower()
    assert undo(anneka, amira.id, what=f"merge:{step}", because="Hm.").status_code == 403
    assert who(anneka, amira.id, f"{step}/").status_code == 403
    assert queries.stands_for(person=amina.person, as_at=now()) == amira.id


def test_whoever_does_not_see_the_child_and_holds_no_role_is_refused_and_that_is_kept(area, amira, joined):
    joel = by_code(area, "joel-prewett")
    answer = who(signed_in(joel), amira.id)
    assert answer.status_code == 403
    assert "Amina" not in answer.content.decode()
    assert looks.refusals_in(area=area.code, since=days_ago(1))[0].practitioner == joel.id


def test_whoever_says_who_is_who_reads_any_child_who_is_not_held_closely_and_no_entry(area, dana):
    ben = area.child("Ben Carlyon", aged=5)
    area.police.report(ben, "domestic_abuse_incident", child_present=True)
    words = main_of(who(dana, ben.id))
    assert "You do not work with Ben Carlyon, so this is not shown." in words
    assert looks.looks_at(child=ben.id)[0].basis == "owns_a_question"
    people.set_tier(person=ben.id, tier="sealed", because="A story.", by=area.system, at=now())
    assert main_of(who(dana, ben.id)) == main_of(who(dana, uuid4()))


def test_one_who_was_joined_to_another_says_who_goes_on(dana, amira, joined):
    amina, _ = joined
    words = main_of(who(dana, amina.person))
    assert "This record was joined to another. Amira Haddad goes on for both." in words
    assert "No agency describes Amina Sayed now. That is not the same as nothing being known" in words


def test_a_joining_to_somebody_held_closely_is_undone_only_by_one_who_sees_them(area, dana, amira, joined):
    amina, step = joined
    people.set_tier(person=amina.person, tier="sealed", because="A story.", by=area.system, at=now())
    answer = who(dana, amira.id)
    assert "somebody who is held closely was found to be the same child" in main_of(answer)
    assert undo(dana, amira.id, what=f"merge:{step}", because="Hm.").status_code == 422
    assert who(dana, amira.id, f"{step}/").status_code == 403


def test_a_step_of_another_child_is_refused(area, dana, amira, joined):
    _, step = joined
    ben = area.child("Ben Carlyon", aged=5)
    for child, id in ((ben.id, step), (amira.id, uuid4())):
        assert who(dana, child, f"{id}/").status_code == 403


def test_it_takes_as_many_statements_however_many_steps_there_are(
    area, dana, amira, joined, django_assert_max_num_queries
):
    with django_assert_max_num_queries(70):
        who(dana, amira.id)


def test_the_pages_of_one_who_was_joined_are_those_of_whoever_goes_on(area, dana, amira, joined):
    amina, step = joined
    whom = Whom(practitioner=by_code(area, "dana-ferris").id)
    for child in (amira.id, amina.person):
        access.involve(child=child, whom=whom, basis="demonstration", by=area.system, at=days_ago(4))
    for path in ("", "chronology/"):
        answer = dana.get(f"/children/{amina.person}/{path}")
        assert (answer.status_code, answer.url) == (302, f"/children/{amira.id}/{path}")
    past = dana.get(f"/children/{amina.person}/", {"as_at": days_ago(3).strftime("%Y-%m-%dT%H:%M")})
    assert past.status_code == 200
    assert "Amina Sayed" not in main_of(dana.get("/children/"))
    undo(dana, amira.id, what=f"merge:{step}", because="Her aunt was wrong.")
    assert dana.get(f"/children/{amina.person}/").status_code == 200
    assert "Amina Sayed" in main_of(dana.get("/children/"))


def test_what_came_in_while_they_were_one_stays_and_is_to_be_looked_at(area, dana, amira, joined):
    _, step = joined
    area.now = days_ago(1)
    area.agency("hospital").report(amira, "appointment", service="other", outcome="attended")
    area.agency("housing").report(amira, "other", text="The landlord rang.")
    words = main_of(undo(dana, amira.id, what=f"merge:{step}", because="Her aunt was wrong."))
    stays = words.partition("What came in while they were one, and stays")[2].partition("Who may have read")[
        0
    ]
    assert "Housing Amira Haddad : received yesterday 13:00; stays with Amira Haddad; 1 entry" in stays
    assert "Hospital" not in stays, "it had described her before"
    assert "Exactly what moved GP Amina Sayed" in words
