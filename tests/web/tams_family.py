"""Tam Orrey's family in Tolland Bay: nine months of what agencies said, told on the days on which they said it."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from kith.access import operations as access
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.chronology.when import midday
from kith.identity.types import NewDescription
from kith.journeys.raise_prompts import raise_prompts
from kith.journeys.receive_many import Arrival, receive_many
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.clock import now
from kith.people import operations as people
from kith.people import queries as homes
from kith.people.types import NewPerson
from tests.support.world import Area, Child
from tests.web.living import by_code, days_ago, living_area

HER_WORDS = "He comes in the night now so the lady doesn’t see."
OLDER_WORDS = "When he does the loud voice I put Jory in the wardrobe with the torch."


@dataclass
class Family:
    """The area at this moment, the children and the adults around them."""

    area: Area
    tam: Child
    jory: Child
    keren: UUID
    lewis: UUID
    entries: dict[str, UUID] = field(default_factory=dict)
    """The ledger's entries by their key here: the kind and how many days ago, or a name."""
    said: list[Arrival] = field(default_factory=list)


def tams_family() -> Family:
    """The whole story up to yesterday, with Ruth Abara holding Tam and nobody allocated."""
    area = living_area()
    area.now = days_ago(300)
    family = _people(area)
    for part in (_before_the_plan, _enquiry, _on_the_plan, _lately, _receive, _who_works_with_her):
        part(family)
    return family


def involve(family: Family, code: str, basis: str) -> None:
    """A practitioner may see Tam from now on."""
    whom = Whom(practitioner=by_code(family.area, code).id)
    access.involve(child=family.tam.id, whom=whom, basis=basis, by=family.area.system, at=family.area.now)


def _people(area: Area) -> Family:
    by = area.system
    tam = area.child("Tamsin Orrey", born=(area.now - timedelta(days=7 * 365 - 100)).date())
    jory = area.child("Jory Orrey", born=(area.now - timedelta(days=500)).date(), with_=tam)
    home = homes.household_of(person=tam.id, as_at=area.now)
    keren, lewis = (
        people.register_person(person=NewPerson(kind="adult", display_name=name, sex=sex), by=by, at=area.now)
        for name, sex in (("Keren Orrey", "female"), ("Lewis Dane", "male"))
    )
    people.start_residency(person=keren, household=home.id, from_on=tam.born, by=by, at=area.now)
    for child in (tam, jory):
        people.relate(person=keren, other=child.id, kind="mother", by=by, at=area.now)
    return Family(area=area, tam=tam, jory=jory, keren=keren, lewis=lewis)


def _says(family: Family, days: int, code: str, kind: str, /, *, key: str = "", **said: Any) -> None:
    """One entry of so many days ago, received with the others when the story is whole."""
    area, tam, at = family.area, family.tam, days_ago(days)
    area.now = at
    described = NewDescription(
        said_by=code, said_by_area=area.code, sender_key=f"known-{tam.id}", full_name=tam.name,
        born_from=tam.born, born_to=tam.born,
    )  # fmt: skip
    own = {name: said.pop(name) for name in ("text", "voice") if name in said}
    told = tuple((other, area.code) for other in said.pop("told", ()))
    entry = EntrySaid(
        key=key or f"{kind}-{days}", kind=kind, happened_from=midday(at.date()), happened_to=midday(at.date()),
        about=("child",), childs_words=said.pop("words", ""), told=told, details=said, **own,
    )  # fmt: skip
    concern = Concern(
        said_by=code, said_by_area=area.code, entries=(entry,),
        people=(PersonSaid(key="child", description=described, person=tam.id),),
    )  # fmt: skip
    family.said.append(Arrival(concern=concern, by=area.agency(code).actor, at=at))


def _receive(family: Family) -> None:
    """All of it in its order, and then the rulebook is asked once."""
    for received in receive_many(arrivals=family.said):
        family.entries |= received.entries
    family.area.now = now()
    raise_prompts(child=family.tam.id, area=family.area.code, at=family.area.now)


def _before_the_plan(family: Family) -> None:
    _says(
        family, 285, "police", "domestic_abuse_incident", child_present=True, caused_by=str(family.lewis),
        told=("childrens_social_care", "school", "health_visiting"),
        text="A neighbour rang 999: “banging, and a little girl crying upstairs”. Keren: “just a row”.",
    )  # fmt: skip
    _says(
        family, 276, "school", "disclosure", words=OLDER_WORDS, nature="domestic_abuse",
        to_whom="her teaching assistant", carer_present=False, text="Tam to her teaching assistant.",
    )  # fmt: skip
    for days in (270, 262, 255):
        _says(
            family,
            days,
            "health_visiting",
            "appointment",
            service="two-year check of Jory",
            outcome="attended",
        )
    _says(family, 250, "school", "school_absence", authorised=True, days=1)
    _says(
        family, 210, "childrens_social_care", "contact_received", key="grandmother", voice="family",
        informant="morwenna_orrey", referrer_role="grandmother", nature="emotional",
        text="Grandmother rang: “She flinches when a door bangs. I have told three of you now.”",
    )  # fmt: skip


def _enquiry(family: Family) -> None:
    _says(
        family, 158, "school", "injury_seen", key="bruises", appearance="bruise", site=["arm"],
        carer_account="inconsistent", told=("childrens_social_care", "police"),
        text="Three round bruises in a row, left upper arm, about 1 cm each.",
    )  # fmt: skip
    _says(
        family, 157, "childrens_social_care", "strategy_discussion", outcome="section_47_joint",
        attended=["childrens_social_care", "police", "school"], absent=["health_visiting"],
        told=("police", "school", "health_visiting"), text="Held at 16:00. Police and social care look into it together.",
    )  # fmt: skip
    _says(
        family, 144, "childrens_social_care", "section_47_enquiry", stage="completed",
        outcome="substantiated_continuing", told=("police", "school"), text="The worry is borne out, and goes on.",
    )  # fmt: skip
    _says(
        family, 139, "reviewing_service", "conference", conference_type="initial", outcome="plan",
        attended=["childrens_social_care", "school", "health_visiting"], absent=["police"],
        words="I want to stay at my school and I want it to be quiet.", told=("childrens_social_care", "school"),
        text="Initial conference. Tam’s wish was read out.",
    )  # fmt: skip


def _on_the_plan(family: Family) -> None:
    _says(
        family, 139, "childrens_social_care", "plan", plan_type="child_protection", stage="started",
        category="physical", text="Lewis to live elsewhere; Tam seen alone every 10 working days.",
    )  # fmt: skip
    _says(
        family, 120, "childrens_social_care", "threat_to_worker", severity="threat", who=str(family.lewis),
        told=("police",), text="Lewis to Joel Prewett in the car park: “I know what you drive.”",
    )  # fmt: skip
    until = (now() + timedelta(days=68)).date().isoformat()
    _says(
        family, 116, "police", "protective_order", order_type="non_molestation", of_whom=str(family.lewis),
        told=("childrens_social_care",), text="Made today; school and health visitor told by telephone.", to=until,
    )  # fmt: skip
    _says(
        family, 95, "childrens_social_care", "visit", outcome="completed", announced=True, seen=True,
        seen_alone=True, others_present=[], rooms_seen="kitchen, garden", purpose="statutory",
        words="I like it when Nan does the voices in the book.", text="Tam seen alone, in the garden, 25 minutes.",
    )  # fmt: skip


def _lately(family: Family) -> None:
    _says(
        family, 39, "childrens_social_care", "contact_received", key="neighbour", voice="public",
        informant="neighbour_1", referrer_role="neighbour", nature="domestic_abuse",
        text="Neighbour rang: “His van has been outside three nights this week.”",
    )  # fmt: skip
    _says(
        family, 30, "childrens_social_care", "information_requested", **{"from": "childrens_social_care", "to": "police"},
        what="is the van his?", told=("police",), text="Asked police whose van it is.",
    )  # fmt: skip
    for days in (26, 24, 22, 20, 18):
        _says(family, days, "school", "child_seen", where="class")
    _says(
        family, 15, "school", "disclosure", key="the night", words=HER_WORDS, nature="emotional",
        to_whom="Anneka Bright", carer_present=False, others_present=[], told=("childrens_social_care",),
        text="Tam to Anneka Bright, just the two of them.",
    )  # fmt: skip
    _says(
        family, 12, "childrens_social_care", "visit", key="last visit", outcome="restricted", announced=True, seen=True,
        seen_alone=False, others_present=[str(family.keren), str(family.jory.id)], reason_not_alone="carer_stayed",
        rooms_seen="kitchen", text="Keren in the room throughout. Footsteps upstairs; Keren: “the radio”. Upstairs not seen.",
    )  # fmt: skip
    _says(
        family, 4, "school", "behaviour_concern", aspect="tiredness", told=("childrens_social_care",),
        words="Jory cries if I don’t stay awake.", text="Asleep in class twice.",
    )  # fmt: skip
    _says(
        family, 3, "police", "domestic_abuse_incident", key="the shouting", child_present=True,
        text="Neighbour rang 999: “a man shouting, a child saying stop”. All quiet at 00:35; nobody answered the door.",
    )  # fmt: skip
    _says(
        family, 2, "midwifery", "adult_joined_household", who="a_man_not_named", checks_done=False,
        text="Midwife heard a man’s voice behind Keren on the telephone.",
    )  # fmt: skip


def _who_works_with_her(family: Family) -> None:
    ruth = agencies.practitioner_by_code(area=family.area.code, code="ruth-abara")
    access.allocate(
        child=family.tam.id,
        practitioner=ruth.id,
        role="team_manager",
        by=family.area.system,
        at=family.area.now,
    )
    school = agencies.agency(area=family.area.code, code="school")
    access.involve(
        child=family.tam.id, whom=Whom(agency=school.id), basis="school_of_the_child",
        by=family.area.system, at=family.area.now,
    )  # fmt: skip
