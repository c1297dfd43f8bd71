"""A small world in which every table that a page reads has rows, held by whoever administers the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from kith.access import models as access_models
from kith.access import operations as access
from kith.access.queries import calls_waiting
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.api import operations as api
from kith.api.types import Issued, NewToken
from kith.chronology.operations.replacing import withdraw
from kith.chronology.operations.story import choose_line
from kith.grammar.entry_kinds import EntryKind
from kith.identity import operations as identity
from kith.identity.models import Review
from kith.journeys.add_photographs import Sent, add_photographs
from kith.journeys.answer_prompt import challenge_answer, decline_prompt
from kith.journeys.types import EntrySaid
from kith.outgoing.models import Hold
from kith.oversight import operations as oversight
from kith.oversight.models import Finding
from kith.oversight.types import Recipient
from kith.people import operations as people
from kith.people import queries as homes
from kith.people.types import NewAddress, NewPerson
from kith.web import drafts
from kith.web.concern import questions as concern
from kith.web.visit_note import questions as visit_note
from tests.guard.matrix import world as matrix
from tests.guard.standing_still import NOW, taken_back, time_stands_still
from tests.spec.entry_kind_samples import KINDS, all_known
from tests.support import pictures
from tests.support.database import TestDatabase
from tests.support.world import Child, Worker

FAMILY = "personal"
"""The relationship in which everybody sees the child; the other one is for what must be opened first."""
GUARDIAN = "philippa-venn"
WROTE = "martha-hale"
PASSWORD = "a long walk by the harbour"


@contextmanager
def as_administrator(database: TestDatabase) -> Iterator[None]:
    """Django's connection belongs to the administrator and acts as pages do, until :func:`in_the_tables` says otherwise."""
    admin, before = urlsplit(database.url), dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(USER=admin.username, PASSWORD=unquote(admin.password or ""))
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)


@contextmanager
def in_the_tables() -> Iterator[None]:
    """Straight in the tables, past every door, trigger and row that is kept from pages."""
    with connection.cursor() as cursor:
        cursor.execute("RESET SESSION AUTHORIZATION")
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield
        cursor.execute("SET LOCAL session_replication_role = origin")
        cursor.execute("SET SESSION AUTHORIZATION kith_app")


@contextmanager
def held(database: TestDatabase, folder: Path) -> Iterator[matrix.World]:
    """The world of the matrix with two of its relationships, and a family of whom everything is known."""
    with as_administrator(database), time_stands_still(), taken_back():
        with connection.cursor() as cursor:
            cursor.execute("SET SESSION AUTHORIZATION kith_app")
        world = matrix.build(folder, (FAMILY, "none"))
        world.clients["joel-prewett"] = signed_in(world, "joel-prewett")
        for more in (
            _kin,
            _every_kind,
            _pictures,
            _answered,
            _guarded,
            _said_apart,
            _held_back,
            _looked,
            _half_written,
        ):
            more(world)
        yield world


def actor(world: matrix.World, code: str):
    """A practitioner as they may act now."""
    return Worker(world.area, world.ids.get(code) or _id(world, code)).actor


def _id(world: matrix.World, code: str) -> UUID:
    found = agencies.practitioner_by_code(area=world.area.code, code=code)
    assert found, code
    return found.id


def token(world: matrix.World, agency: str = "school") -> Issued:
    """A token for a system of an agency."""
    post = agencies.practitioners_in(area=world.area.code, agency=agency)[0].code
    new = NewToken(agency=agency, practitioner=post, purpose="made for a test", to_at=NOW + timedelta(days=9))
    return api.issue_token(token=new, by=world.area.system, at=NOW)


def child(world: matrix.World) -> Child:
    """The child of whom everything is known."""
    return world.of(FAMILY).child


def _kin(world: matrix.World) -> None:
    """A mother, a father elsewhere, a brother, a home with an address and somebody who is often there."""
    area, robin, doing = world.area, child(world), {"by": world.area.system, "at": NOW - timedelta(hours=3)}
    home = homes.household_of(person=robin.id, as_at=NOW)
    assert home
    area.child("Wren Brother", aged=3, with_=robin)
    adults = [
        people.register_person(person=NewPerson(kind="adult", display_name=name, known_as="Jo", language="Polish"), **doing)
        for name in ("Jo Mother", "Dean Father", "Lee Lodger")
    ]  # fmt: skip
    for one, kind in zip(adults[:2], ("mother", "father"), strict=True):
        people.relate(person=one, other=robin.id, kind=kind, **doing)
    people.start_residency(person=adults[0], household=home.id, from_on=robin.born, **doing)
    people.start_presence(person=adults[2], household=home.id, from_on=robin.born, **doing)
    lines = ("7 Harbour Street", "Tolland Bay")
    people.give_address(household=home.id, address=NewAddress(lines=lines, postcode="TQ12 3AB"), **doing)
    access.allocate(
        child=robin.id, practitioner=_id(world, "joel-prewett"), role="allocated_social_worker", **doing
    )


def _every_kind(world: matrix.World) -> None:
    """One entry of every kind that an agency sends, with everything known that needs nobody else."""
    area, robin = world.area, child(world)
    area.now = NOW - timedelta(days=2)
    for agency, kinds in (("school", KINDS[::2]), ("police", KINDS[1::2])):
        said = tuple(_said(kind, area.now) for kind in kinds if not kind.is_kiths_own)
        told = area.agency(agency).tell(robin, said)
    withdraw(next(iter(told.entries.values())), because="Another child.", by=area.police.actor, at=area.now)
    area.now = NOW


def _said(kind: EntryKind, at: datetime) -> EntrySaid:
    first, plain = all_known(kind)[0], ("prose", "truth", "choice", "number")
    known = {name: value for name, value in first.items() if kind.details[name].type in plain}
    return EntrySaid(
        key=kind.name, kind=kind.name, happened_from=at, happened_to=at, about=("child",), text="It was so.",
        childs_words="She said so.", details=known,
    )  # fmt: skip


def _pictures(world: matrix.World) -> None:
    """A photograph of an entry; a line of the story that somebody chose."""
    one = world.of(FAMILY)
    by = actor(world, "joel-prewett")
    sent = [Sent(name="IMG_0042.jpg", body=pictures.picture())]
    add_photographs(child=one.id, entry=one.entry, sent=sent, shows="Left arm", by=by, at=NOW)
    choose_line(one.entry, child=one.id, choice="promote", because="It matters.", by=by, at=NOW)


def _answered(world: matrix.World) -> None:
    """A question that was declined, challenged and answered."""
    one = world.of(FAMILY)
    assert one.prompt and one.prompt_owner
    owner = Worker(world.area, one.prompt_owner).actor
    decline_prompt(prompt=one.prompt, because="not_needed: She was seen.", by=owner, at=NOW)
    challenge_answer(prompt=one.prompt, because="Nobody saw her.", by=actor(world, WROTE), at=NOW)


def _guarded(world: matrix.World) -> None:
    """Looks that a rule finds, an answer to them, and what a family was told; a colleague's own person."""
    robin, guardian = child(world), actor(world, GUARDIAN)
    yesterday, stranger = NOW - timedelta(days=1), world.area.child("Wren Stranger", aged=5)
    for days, of in ((1, stranger), (2, stranger), (20, robin)):
        access_models.Look.objects.create(
            area=world.area.code, child_id=of.id, practitioner_id=_id(world, "tomasz-wilk"),
            basis="allocated", purpose="read the chronology", looked_at=NOW - timedelta(days=days),
        )  # fmt: skip
    oversight.ask_about_looks(at=NOW)
    closed, found = Finding.objects.order_by("pk")
    world.others |= {"finding": found.pk, "finding closed": closed.pk}
    oversight.answer(finding=closed.pk, answer="acceptable", because="I rang both.", by=guardian, at=NOW)
    oversight.release_looks(child=robin.id, until=yesterday, because="It was told.", by=guardian, at=NOW)
    told = oversight.tell_family(
        child=robin.id, recipient=Recipient(name="Jo Mother", kind="parent"), by=guardian, at=NOW
    )
    world.others["told"] = told.id
    own = people.register_person(person=NewPerson(kind="adult", display_name="Own Self"), by=guardian, at=NOW)
    kin = world.area.child("Own Niece", aged=4)
    people.relate(person=own, other=kin.id, kind="mother", by=guardian, at=NOW)
    access.say_who_they_are(practitioner=_id(world, "tunde-alabi"), person=own, by=guardian, at=NOW)


def _said_apart(world: matrix.World) -> None:
    """Two of whom somebody said that they are not the same."""
    identity.say_not_the_same(
        person=child(world).id, other=world.of("none").id, because="They are cousins.",
        by=world.area.mash_manager.actor, at=NOW,
    )  # fmt: skip


def _held_back(world: matrix.World) -> None:
    """A print that says where somebody hides is held; the first of two has released it. Another one goes."""
    area, by = world.area, world.area.system
    area.now = NOW - timedelta(hours=2)
    hidden = area.child("Robin Hidden", aged=6)
    home, team = (
        homes.household_of(person=hidden.id, as_at=area.now),
        agencies.team(area=area.code, code="mash"),
    )
    assert home and team
    doing = {"by": by, "at": area.now}
    people.hold_confidential_address(household=home.id, whereabouts="14 Quarry Rise, ZX9 0AA", **doing)
    access.involve(child=hidden.id, whom=Whom(team=team.id), basis="demonstration", **doing)
    area.school.report(hidden, "behaviour_concern", aspect="distress", text="Fetched from Quarry Rise.")
    area.now = NOW
    reader = world.clients["tomasz-wilk"] = signed_in(world, "tomasz-wilk")
    reader.get(f"/children/{hidden.id}/chronology/print/")
    (hold,) = Hold.objects.all()
    world.others["outgoing"] = hold.pk
    reader.post(f"/held/{hold.pk}/release", {"because": "The school needs it."})
    for what in ("release", "keep-back"):
        reader.get(f"/children/{hidden.id}/chronology/print/?as_at=2026-11-17")
        other = Hold.objects.latest("pk")
        world.others[f"outgoing {what}"] = other.pk
        for who in (reader, world.clients[GUARDIAN]):
            who.post(f"/held/{other.pk}/{what}", {"because": "The school needs it today."})
    world.clients[WROTE].get(f"/children/{child(world).id}/chronology/print/")


def _looked(world: matrix.World) -> None:
    """Somebody is refused; somebody opens a photograph; a device is signed in, and a system has a token."""
    robin, who = child(world), world.clients["joel-prewett"]
    signed_in(world, "amar-sandhu").get(f"/children/{robin.id}/")
    page = who.get(f"/children/{robin.id}/chronology/{world.of(FAMILY).entry}/files/").content.decode()
    who.get("/files/" + page.split("?clear=")[1][:36] + "/")
    token(world)
    guardian = actor(world, GUARDIAN)
    doing = {"by": guardian, "at": NOW}
    access.ring_back(call=world.others["call"], search_was_for="Work.", spoke_with="Her manager.", **doing)
    access.looked_for(sealed=[world.of("none", "sealed").id], by=actor(world, "hamish-orde"), at=NOW)
    access.task_the_desk(at=NOW)
    for call in calls_waiting(area=world.area.code, but_not_of=guardian.id):
        if call.id != world.others["call"]:
            access.ring_back(call=call.id, search_was_for="Work.", spoke_with="Him.", **doing)
            access.close_call(call=call.id, came_of_it="told_nothing", because="It was work.", **doing)
    for conflict in access_models.Conflict.objects.all():
        access.lift_conflict(conflict=conflict.pk, because="She knows nothing of them.", **doing)
    access.review_opening(opening=world.others["opening"], found="needed", because="I rang.", **doing)
    _answered_review(world)


def _answered_review(world: matrix.World) -> None:
    """One question of who is who is answered; the world's own stays open."""
    for review in Review.objects.filter(decision="").exclude(pk=world.others["review normal"]):
        said = {"decision": "not_the_same", "because": "I rang both."}
        if world.clients["dana-ferris"].post(f"/same-child/{review.pk}/", said).status_code == 302:
            world.others["review answered"] = review.pk
            return


def _half_written(world: matrix.World) -> None:
    """Drafts in which every question has an answer."""
    chosen = {
        "where_now": "somewhere_else",
        "family_told": "no",
        "mark_seen": "yes",
        "worry_about": "physical",
    }
    for task, of, fields in (
        ("concern", child(world).id, concern.ASKED),
        ("concern", None, concern.ASKED),
        ("visit_note", child(world).id, visit_note.FIELDS),
    ):
        answers = dict.fromkeys(fields, "words") | chosen
        draft = drafts.begin(task=task, child=of, answers=answers, by=actor(world, WROTE), at=NOW)
        world.others[f"draft {task} {'of a child' if of else 'in words'}"] = draft.id


def signed_in(world: matrix.World, code: str) -> Client:
    """A browser in which somebody signed in with a password, as everybody does."""
    found = get_user_model().objects.get(practitioner=_id(world, code))
    found.set_password(PASSWORD)
    found.save()
    client = fresh()
    client.post("/sign-in", {"email": found.email, "password": PASSWORD})
    return client


def fresh() -> Client:
    """A browser of nobody yet; a fault is answered as it would be to them."""
    return Client(raise_request_exception=False)


def email(world: matrix.World, code: str) -> str:
    """What somebody signs in with."""
    return str(get_user_model().objects.get(practitioner=_id(world, code)).email)
