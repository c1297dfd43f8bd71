"""The reports of solihull-2020 come in by their own doors: two relatives tell three agencies in five days, and one desk sees it.

People are made up; what is told, to whom and in which order follows the coded timeline (tests/cases/published/solihull-2020.json).
"""

import re

import pytest
from django.test import Client

from kith.access import operations as access
from kith.access.types import Whom
from kith.chronology import queries as chronology
from kith.identity import queries as identity
from kith.kernel.clock import now
from kith.pathway import queries as pathway
from kith.web.tell.pace import PACE
from tests.web.concern_forms import ON_THE_DAY, URGENT, WHERE
from tests.web.concern_forms import send as send_concern
from tests.web.forms import bay, said, signed_in, worker
from tests.web.living import signed_in as is_signed_in
from tests.web.living import worker as works
from tests.web.telling import heading, picture, send, to_the_end

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
HIM = {"child_name": "Rowan Petherick", "child_age": "6", "child_place": "His dad’s girlfriend’s house"}
BRUISE = "Bruises on his back and his shoulder. I took photos. He says she did it."


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.KITH_FILES, settings.KITH_SEALED_FILES = str(tmp_path / "files"), str(tmp_path / "sealed")
    settings.KITH_SCANNER = "kith.files.scanners.none_configured"


@pytest.fixture
def area():
    PACE.forget()
    return bay()


@pytest.fixture
def boy(area):
    """Known to his school, which saw his distress."""
    boy = area.child("Rowan Petherick", aged=6)
    area.school.report(boy, "behaviour_concern", aspect="distress", text="He cried at the rehearsal.")
    school = worker("anneka-bright")
    access.involve(
        child=boy.id, whom=Whom(practitioner=school.id), basis="school_of_the_child", by=school, at=now()
    )
    return boy


def told_at_the_door(area, *, pictures=(), who="family", name="Zebedee Quillfeather", seen=BRUISE):
    """By the public's door, and the desk says that it is the same boy; answers the contact."""
    before = {one.id for one in pathway.open_contacts(area=area.code)}
    teller = {"contact": "quietly", "name": name} if name else {"contact": "no"}
    photographs = {"files": list(pictures)} if pictures else {}
    nobody = Client()
    telling = [
        {"danger": "no"},
        HIM,
        {"seen": seen},
        {"happened": "today"},
        photographs,
        {"who": who},
        teller,
    ]
    answer = send(nobody, to_the_end(nobody, *telling))
    assert heading(answer) == "Thank you. We have it."
    (new,) = [one for one in pathway.open_contacts(area=area.code) if one.id not in before]
    the_desk_says_who_it_is(new.told)
    return pathway.contact(id=new.id)


def the_desk_says_who_it_is(entry):
    for child in chronology.children_of(entry=entry):
        for review in identity.open_reviews_of(person=child):
            how = {"decision": "same", "because": "The school and the street are his."}
            assert signed_in("dana-ferris").post(f"/same-child/{review.id}/", how).status_code == 302


def told_to(area, code, boy, words):
    """A practitioner records what a relative told them of him, whom they may not see themselves."""
    born = {"born": boy.born.day, "born_month": boy.born.month, "born_year": boy.born.year}
    seen = {**ON_THE_DAY, "seen_or_heard": words, "who_said": "family"}
    send_concern(signed_in(code), WHERE, {"child_name": boy.name, **born}, seen, URGENT)
    the_desk_says_who_it_is(max(pathway.open_contacts(area=area.code), key=lambda one: one.opened_at).told)


def at_the_desk(contact):
    """The browser of whoever decides on it, and the way to it."""
    return is_signed_in(works(None, contact.owner)), f"/contacts/{contact.id}/"


def decided(client, here, **more):
    client.post(f"{here}think", {"leaning": "advice", "view": "A house full of boys. But who saw his back?"})
    closes = {
        "outcome": "no_further_action",
        "closing_reason": "below_threshold",
        "reasons": "The visit found him lively.",
        "spoken_to": "done",
    }
    return client.post(f"{here}decide", closes | more)


def test_one_desk_sees_what_two_relatives_told_three_agencies_and_that_nothing_settled_it(area, boy):
    told_at_the_door(area)
    told_to(area, "hamish-orde", boy, "His uncle rang: bruises that no game makes. He sent a photograph.")
    told_to(area, "anneka-bright", boy, "His grandmother told us of the bruises, and fears the girlfriend.")
    last = told_at_the_door(area, who="unsaid", name="", seen="I saw her shove him out of the car.")

    client, here = at_the_desk(last)
    page = said(client.get(here))

    assert "The fourth contact in ten weeks" in page
    assert "I saw her shove him out of the car." in page
    for words in ("Bruises on his back", "bruises that no game makes", "fears the girlfriend"):
        assert words in page, words
    assert "Nobody in social care works with them now." in page
    assert "Zebedee" not in page


def test_the_pictures_reach_whoever_decides_or_it_comes_back_to_somebody_else(area, boy):
    contact = told_at_the_door(area, pictures=[picture()])
    client, here = at_the_desk(contact)
    assert "One photograph. You have not opened it." in said(client.get(here))

    answer = decided(client, here)
    assert answer.status_code == 422 and "you have not opened all of them" in said(answer)
    decided(client, here, despite="It is Friday, and the visit is booked.")
    (back,) = [one for one in pathway.open_contacts(area=area.code) if one.comes_after == contact.id]
    assert (back.because, back.owner != contact.owner) == ("images_not_seen", True)

    client, here = at_the_desk(back)
    client.get(here)
    (copy,) = pictures_at(client, boy, contact.told)
    assert client.get(copy).status_code == 200
    assert "You have opened it." in said(client.get(here))
    decided(client, here, despite="")
    assert not pathway.contact(id=back.id).is_open


def pictures_at(client, boy, entry):
    """The addresses of an entry's pictures, sharp."""
    here = f"/children/{boy.id}/chronology/{entry}/files/"
    return [
        f"/files/{one}/" for one in re.findall(r"clear=([0-9a-f-]{36})", client.get(here).content.decode())
    ]


@pytest.mark.parametrize("somebody_works", [False, True])
def test_a_closing_by_the_police_on_known_to_social_care_meets_what_is_true(area, boy, somebody_works):
    officer = worker("hamish-orde")
    access.involve(
        child=boy.id, whom=Whom(practitioner=officer.id), basis="open_request", by=area.system, at=now()
    )
    if somebody_works:
        social_worker = area.holder("allocated_social_worker").id
        access.allocate(
            child=boy.id, practitioner=social_worker, role="allocated_social_worker",
            by=worker("dana-ferris"), at=now(),
        )  # fmt: skip
    police, here = signed_in("hamish-orde"), f"/children/{boy.id}/closing/"
    shown = said(police.get(here))
    assert ("Nobody in social care is working with" in shown) is not somebody_works

    closes = {"reason": "Social care is dealing with it.", "social_care_has_it": "yes"}
    answer = police.post(here, closes)
    if somebody_works:
        assert answer.status_code == 302
        assert pathway.open_contacts(area=area.code) == ()
        return
    assert answer.status_code == 422 and "Social care is dealing with it." in said(answer)

    answer = police.post(here, closes | {"despite": "He was seen by an officer yesterday."}, follow=True)
    (contact,) = pathway.open_contacts(area=area.code)
    owner = works(area, contact.owner).actor
    assert f"{owner.name}, " in said(answer) and "at the front door looks at it" in said(answer)
    client, at_desk = at_the_desk(contact)
    desk = said(client.get(at_desk))
    assert "Nobody does." in desk and "Social care is dealing with it" in desk
