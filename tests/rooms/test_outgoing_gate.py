"""The outgoing gate: what one recipient must not learn does not leave; each real leak, by its kind, is held."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from kith.access import operations as access
from kith.access.types import Whom
from kith.kernel.errors import BadInput, Refused
from kith.outgoing import models, operations, queries
from kith.outgoing.types import Document, Held, Recipient, Released
from kith.people import models as people_models
from kith.people import operations as people
from kith.people import queries as people_queries
from tests.rooms.outgoing_world import AT, NOW, child, hidden_family, letter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files_of_their_own(settings, tmp_path):
    settings.KITH_FILES = str(tmp_path)


@pytest.fixture
def family():
    return hidden_family()


def compiled(family, document, recipient=None, *, about=None, code="tomasz-wilk"):
    return operations.compile_for(
        recipient=recipient or family.dean_at_the_old_home,
        about=about or [family.amira],
        document=document,
        by=family.worker(code),
        at=NOW,
    )


def kinds(result) -> set[str]:
    assert isinstance(result, Held)
    return {one.kind for one in result.findings}


def test_a_letter_with_the_new_address_to_the_old_shared_home_is_held(family):
    mother = Recipient(
        name="Leanne Okafor",
        relation="mother",
        person=family.leanne,
        goes_to="3 Bay Road, Tolland Bay, ZX1 1AA",
    )
    result = compiled(family, letter("Dear Leanne, we have your new address as 14 Quarry Rise."), mother)
    assert kinds(result) == {"confidential_address", "former_home"}


def test_a_letter_to_her_at_her_new_home_goes(family):
    mother = Recipient(
        name="Leanne Okafor",
        relation="mother",
        person=family.leanne,
        goes_to="14 Quarry Rise, Nettlecombe, ZX9 0AA",
    )
    result = compiled(family, letter("Dear Leanne, we have your new address as 14 Quarry Rise."), mother)
    assert isinstance(result, Released)
    assert models.Outgoing.objects.get().goes_to_household_id == family.home


def test_an_unredacted_assessment_to_an_ex_partner_is_held(family):
    page = "<h1>Assessment</h1><p>Amira lives in <b>Lark</b>spur House.</p>"
    result = compiled(family, letter(page, media_type="text/html", name="a.html", what="assessment"))
    assert kinds(result) == {"confidential_address"}


def test_the_adopters_address_in_a_letter_to_a_birth_mother_is_held(family):
    """A sealed child's ordinary address counts, and so does their name."""
    doing = {"by": family.worker("tomasz-wilk"), "at": AT}
    adopted = child("Ottilie Farrow", **doing)
    people.relate(person=family.leanne, kind="mother", other=adopted, **doing)
    home = people.register_household(name="Farrow household", **doing)
    people.start_residency(person=adopted, household=home, **doing)
    people.give_address(household=home, address=people_address("9 Heronsgate Mews", "ZX4 4AA"), **doing)
    people.set_tier(person=adopted, tier="sealed", because="Adopted.", **doing)
    birth_mother = Recipient(name="Leanne Okafor", relation="birth mother", person=family.leanne)
    for words in ("She is settled at 9 Heronsgate Mews.", "Ottilie Farrow is settled."):
        assert kinds(compiled(family, letter(words), birth_mother)) & {"told_home", "held_closely"}


def people_address(line, postcode):
    from kith.people.types import NewAddress

    return NewAddress(lines=(line,), postcode=postcode)


def test_a_report_to_the_neighbour_is_held(family):
    """Somebody outside learns no address, no school and no team."""
    school = next(one for one in teams("school"))
    access.involve(
        child=family.amira,
        whom=Whom(team=school.id),
        basis="school_of_the_child",
        by=family.worker("tomasz-wilk"),
        at=AT,
    )
    neighbour = Recipient(name="P. Stone", relation="neighbour", goes_to="5 Bay Road, Tolland Bay, ZX1 1AA")
    result = compiled(family, letter(f"Amira goes to {school.name}. Ring 07700 900 999."), neighbour)
    assert "school_or_team" in kinds(result)
    assert isinstance(compiled(family, letter("The conference is on Tuesday."), neighbour), Released)


def teams(agency):
    from kith.agencies import queries as agencies

    return agencies.teams_in(area="tolland-bay", agency=agency)


def test_the_wrong_childs_pages_from_the_printer_are_held(family):
    child("Jordan Pike", by=family.worker("tomasz-wilk"), at=AT)
    result = compiled(family, letter("page 1: Amira Okafor\npage 2: Jordan Pike was seen at home."))
    assert kinds(result) == {"another_child"}


def test_two_families_in_one_document_are_held(family):
    other = child("Jordan Pike", by=family.worker("tomasz-wilk"), at=AT)
    result = compiled(family, letter("Both children were discussed."), about=[family.amira, other])
    assert "two_families" in kinds(result)


def test_the_address_in_the_file_name_is_held(family):
    result = compiled(family, letter("Dear Dean, nothing new.", name="Okafor_14-quarry-rise_March.txt"))
    assert {(one.kind, one.place) for one in result.findings} == {
        ("confidential_address", "the name of the file")
    }


def test_a_reply_from_address_and_a_place_in_the_calendar_are_held(family):
    mail = "From: larkspurhouse@refuge.example\r\nReply-To: larkspurhouse@refuge.example\r\nSubject: Visit\r\n\r\nSee you."
    assert "confidential_address" in kinds(
        compiled(family, letter(mail, media_type="message/rfc822", name="m.eml"))
    )
    calendar = "BEGIN:VCALENDAR\r\nLOCATION:14 Quarry\r\n  Rise\\, ZX9 0AA\r\nEND:VCALENDAR\r\n"
    assert "confidential_address" in kinds(
        compiled(family, letter(calendar, media_type="text/calendar", name="v.ics"))
    )


def test_the_person_who_told_us_as_one_of_the_public_is_not_named(family):
    from tests.support.world import Child, tolland_bay

    area = tolland_bay(AT)
    teller = child("Petra Vane", by=family.worker("tomasz-wilk"), at=AT)
    amira = Child(family.amira, "Amira Okafor", None)
    area.social_care.report(
        amira, "contact_received", voice="public", informant=str(teller), referrer_role="neighbour"
    )
    result = compiled(family, letter("We were told by Petra Vane of number 7."))
    assert "referrer" in kinds(result)


def test_a_place_that_an_agency_told_of_a_hidden_child_is_held(family):
    from tests.support.world import Child, tolland_bay

    area = tolland_bay(AT + timedelta(hours=1))
    amira = Child(family.amira, "Amira Okafor", None)
    area.social_care.report(
        amira, "registered_with_health", text="Now with Gorse Vale Surgery.", register="gp"
    )
    assert "told_place" in kinds(compiled(family, letter("Please collect the form from Gorse Vale.")))


def test_whoever_is_personally_cleared_passes_and_others_of_the_house_do_not(family):
    tomasz, ruth = family.worker("tomasz-wilk"), family.worker("ruth-abara")
    words = letter("Lives at 14 Quarry Rise, ZX9 0AA.")
    cleared = Recipient(name=tomasz.name, relation="allocated social worker", practitioner=tomasz.id)
    other = Recipient(name=ruth.name, relation="team manager", practitioner=ruth.id)
    assert isinstance(compiled(family, words, cleared), Released)
    assert kinds(compiled(family, words, other)) == {"confidential_address"}


def test_an_ordinary_letter_goes_and_the_trail_says_who_for_whom_and_what(family):
    result = compiled(family, letter("Dear Dean, the conference is on Tuesday at ten. Amira is well."))
    assert isinstance(result, Released)
    assert operations.hand_over(outgoing=result.id, by=family.worker("tomasz-wilk"), at=NOW) is None
    told = [row.sentence for row in models.OutgoingChange.objects.order_by("done_at", "id")]
    assert "Dean Okafor, father" in told[0] and result.digest in told[0]
    assert models.Sent.objects.get().outgoing_id == result.id
    assert [one.recipient_name for one in queries.sent_lately(people_of=[family.amira], at=NOW)] == [
        "Dean Okafor"
    ]


def test_nothing_that_is_kept_of_a_hold_holds_the_words(family):
    result = compiled(family, letter("She is at 14 Quarry Rise, ZX9 0AA.", name="quarryrise.txt"))
    assert "Quarry" not in repr(result) and "ZX9" not in repr(result)
    with connection.cursor() as cursor:
        for table in ("outgoing", "found", "hold", "outgoingchange", "outgoingabout"):
            cursor.execute(f"SELECT * FROM outgoing_{table}")  # noqa: S608
            assert "uarry" not in str(cursor.fetchall())
    trail = [str(vars(one)) for one in people_models.PeopleChange.objects.filter(what="address_searched_for")]
    assert trail and not any("uarry" in one for one in trail)


def test_a_hold_has_an_owner_and_a_due_time(family):
    result = compiled(family, letter("14 Quarry Rise"))
    assert result.owner.name == "Philippa Venn"
    assert NOW < result.due_at < NOW + timedelta(days=5)
    assert [one.id for one in queries.waiting(area="tolland-bay")] == [result.id]


def test_what_cannot_be_read_is_held_and_says_so(family):
    result = compiled(
        family, Document(what="report", media_type="application/msword", body=b"\xd0\xcf\x11\xe0" + b"x" * 50)
    )
    assert kinds(result) == {"not_read"}


def test_two_different_people_release_one_of_them_a_guardian(family):
    held = compiled(family, letter("14 Quarry Rise"))
    tomasz, guardian, ruth = (family.worker(code) for code in ("tomasz-wilk", "philippa-venn", "ruth-abara"))
    doing = {"outgoing": held.id, "at": NOW}
    with pytest.raises(Refused, match="Nothing is held"):
        operations.release_first(because="I know this is fine.", by=ruth, **doing)
    with pytest.raises(Refused, match="Nobody has released"):
        operations.release_second(because="I know this is fine.", by=guardian, **doing)
    with pytest.raises(BadInput):
        operations.release_first(because="ok", by=tomasz, **doing)
    operations.release_first(because="The address is public.", by=tomasz, **doing)
    with pytest.raises(Refused, match="different person"):
        operations.release_second(because="Again, it is fine.", by=tomasz, **doing)
    with pytest.raises(Refused, match="have not released"):
        operations.hand_over(outgoing=held.id, by=tomasz, at=NOW)
    operations.release_second(because="Checked with the police.", by=guardian, **doing)
    assert operations.hand_over(outgoing=held.id, by=tomasz, at=NOW) == b"14 Quarry Rise"
    with pytest.raises(Refused):
        operations.hand_over(outgoing=held.id, by=guardian, at=NOW)


def test_two_who_are_no_guardians_do_not_release(family):
    held = compiled(family, letter("14 Quarry Rise"))
    joel = family.worker("joel-prewett")
    access.involve(child=family.amira, whom=Whom(practitioner=joel.id), basis="demonstration", by=joel, at=AT)
    operations.release_first(
        because="I know this is fine.", by=family.worker("tomasz-wilk"), outgoing=held.id, at=NOW
    )
    with pytest.raises(Refused, match="guardian of information"):
        operations.release_second(because="I know this is fine.", by=joel, outgoing=held.id, at=NOW)


@pytest.mark.parametrize(
    "second",
    [
        {"second_by": "first", "second_role": "information_guardian"},
        {"second_by": "other", "second_role": "sees_the_child"},
    ],
)
def test_the_database_itself_wants_two_people_and_a_guardian(family, second):
    held = compiled(family, letter("14 Quarry Rise"))
    operations.release_first(
        because="I know this is fine.", by=family.worker("tomasz-wilk"), outgoing=held.id, at=NOW
    )
    row = models.Hold.objects.get(pk=held.id)
    row.second_at, row.second_reason, row.second_role = NOW, "Because.", second["second_role"]
    row.second_by = row.first_by if second["second_by"] == "first" else uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_reason_that_says_where_somebody_is_is_not_taken(family):
    held = compiled(family, letter("14 Quarry Rise"))
    with pytest.raises(BadInput, match="says where"):
        operations.release_first(
            because="Everybody knows that it is Quarry Rise.",
            by=family.worker("tomasz-wilk"),
            outgoing=held.id,
            at=NOW,
        )


def test_a_guardian_keeps_back_and_then_nothing_releases_it(family):
    held = compiled(family, letter("14 Quarry Rise"))
    guardian = family.worker("philippa-venn")
    assert operations.read_held(outgoing=held.id, by=guardian, at=NOW) == b"14 Quarry Rise"
    with pytest.raises(Refused):
        operations.read_held(outgoing=held.id, by=family.worker("ruth-abara"), at=NOW)
    with pytest.raises(Refused):
        operations.keep_back(
            outgoing=held.id, because="It would lead him there.", by=family.worker("tomasz-wilk"), at=NOW
        )
    operations.keep_back(outgoing=held.id, because="It would lead him there.", by=guardian, at=NOW)
    with pytest.raises(Refused, match="decided already"):
        operations.release_first(outgoing=held.id, because="I know this is fine.", by=guardian, at=NOW)
    assert queries.waiting(area="tolland-bay") == ()


def test_a_change_of_home_freezes_what_has_not_gone(family):
    tomasz = family.worker("tomasz-wilk")
    held, clean = compiled(family, letter("14 Quarry Rise")), compiled(family, letter("All is well."))
    assert set(queries.not_sent_about(people_of=[family.amira])) == {held.id, clean.id}
    later = NOW + timedelta(hours=1)
    people.hold_confidential_address(
        household=family.home, whereabouts="2 Saltern Way, ZX8 8AA", by=tomasz, at=later
    )
    assert queries.held(id=held.id).frozen_by == ("confidential_address_held",)
    for one in (
        lambda: operations.release_first(
            outgoing=held.id, because="I know this is fine.", by=tomasz, at=later
        ),
        lambda: operations.hand_over(outgoing=clean.id, by=tomasz, at=later),
    ):
        with pytest.raises(Refused, match="frozen"):
            one()


def test_the_vault_shows_nothing_to_a_search_without_its_row_of_the_trail(family):
    found = people.search_for_hidden(
        texts=["x", "14 quarry rise"],
        persons=[family.amira],
        because="a test",
        by=family.worker("tomasz-wilk"),
        at=NOW,
    )
    assert {(one.text, one.household) for one in found} == {(1, family.home)}
    said = people_models.PeopleChange.objects.get(what="address_searched_for")
    assert said.household_id == family.home
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM people_whereabouts")
        assert cursor.fetchall() == []
        other = people_models.PeopleChange.objects.exclude(what="address_searched_for").first()
        for shown, rows in ((uuid4(), 0), (other.pk, 0), (said.pk, 1)):
            cursor.execute("SELECT set_config('kith.revealing', %s, true)", [str(shown)])
            cursor.execute("SELECT count(*) FROM people_whereabouts")
            assert cursor.fetchone() == (rows,)
        cursor.execute("SELECT set_config('kith.revealing', '', true)")


def test_one_search_row_shows_its_own_addresses_only(family):
    tomasz = family.worker("tomasz-wilk")
    other = people.register_household(name="Another", by=tomasz, at=AT)
    people.hold_confidential_address(household=other, whereabouts="1 Hidden Row", by=tomasz, at=AT)
    people.search_for_hidden(texts=["x"], persons=[family.amira], because="a test", by=tomasz, at=NOW)
    said = people_models.PeopleChange.objects.get(what="address_searched_for")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kith.revealing', %s, true)", [str(said.pk)])
        cursor.execute("SELECT count(*) FROM people_whereabouts")
        assert cursor.fetchone() == (1,)
        cursor.execute("SELECT set_config('kith.revealing', '', true)")


@pytest.mark.django_db(transaction=True)
def test_the_rules_own_role_sees_nothing_by_a_search_either(test_database, settings, tmp_path):
    family = hidden_family()
    people.search_for_hidden(
        texts=["x"], persons=[family.amira], because="a test", by=family.worker("tomasz-wilk"), at=NOW
    )
    said = people_models.PeopleChange.objects.get(what="address_searched_for")
    with test_database.acting_as("asker"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kith.revealing', %s, true)", [str(said.pk)])
        cursor.execute("SELECT words FROM people_whereabouts")
        assert cursor.fetchall() == []


def test_old_and_withdrawn_confidential_addresses_count_too(family):
    tomasz = family.worker("tomasz-wilk")
    people.hold_confidential_address(
        household=family.home, whereabouts="8 Plover Reach, ZX7 7AA", by=tomasz, at=AT
    )
    assert kinds(compiled(family, letter("They were at Plover Reach first."))) == {"confidential_address"}
    assert people_queries.confidential_homes(people=[family.dean], as_at=NOW) == ()
