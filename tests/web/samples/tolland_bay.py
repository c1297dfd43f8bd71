"""What several sample pages share: the area, its people and Tam Orrey's header."""

from datetime import UTC, date, datetime

from kith.web.frame import PLACES, Frame
from kith.web.parts.agency import FAMILY, HEALTH, agency, childs_words
from kith.web.parts.header import (
    ChildHeader,
    Identity,
    MustNot,
    OtherChildChip,
    Responsible,
    Tab,
    Withheld,
)

NOW = datetime(2026, 11, 17, 10, 40, tzinfo=UTC)
TODAY = date(2026, 11, 17)
DESK = "01632 960 140"

FRAME = Frame(
    area="Tolland Bay",
    desk_phone=DESK,
    person="Dana Ferris, duty",
    places=PLACES,
    invented="Invented area. Every person here is made up; no real family is described.",
)
AT_SCHOOL = Frame(
    area="Tolland Bay",
    desk_phone=DESK,
    person="Joy Okafor, Brackley Road Primary",
    places=PLACES,
    invented=FRAME.invented,
)
AT_THE_DOOR = Frame(area="Tolland Bay", desk_phone=DESK, invented=FRAME.invented)

POLICE = agency("police")
SCHOOL = agency("school")
SOCIAL = agency("childrens_social_care")
GP = agency("gp")
ADVISER = agency("voluntary")
NEIGHBOURS = FAMILY
ALL_HEALTH = HEALTH
TAMS_WORDS = childs_words("Tam")

_TABS = (
    ("Tam now", "/children/tam/"),
    ("Chronology", "/children/tam/chronology/"),
    ("Plan on a page", "/children/tam/plan/"),
    ("Family and home", "/children/tam/family/"),
    ("Documents", "/children/tam/documents/"),
    ("Who has looked", "/children/tam/looks/"),
)


def tabs(current: str) -> tuple[Tab, ...]:
    """Tam's tabs with one of them current."""
    return tuple(Tab(words=words, href=href, current=words == current) for words, href in _TABS)


TAM = ChildHeader(
    name="Tamsin Orrey",
    known_as="Tam",
    age="7 years 6 months",
    facts=("girl, she/her", "born 2 May 2019", "speaks English"),
    nhs_number="999 023 8715",
    plan="Child protection plan: physical abuse, since 1 July 2026",
    other_children=(
        OtherChildChip(words="Jory, brother, 2 years 1 month"),
        OtherChildChip(words="Unborn baby, due 24 January", kind="unborn"),
        OtherChildChip(words="Davy, 13, cousin, stays at weekends"),
    ),
    responsible=Responsible(
        of="Tam",
        words=("Ruth Abara, team manager, has held her since Tuesday 10 November. Ruth has not met Tam.",),
        ring="Ring Ruth: 01632 960 112",
    ),
    must_not=(
        MustNot(
            name="Lewis Dane",
            words="where Tam lives or goes to school, or that anyone has rung. He is Keren’s former partner; "
            "a court order stands until 24 January 2027.",
        ),
    ),
    withheld=Withheld(
        what="Home withheld.",
        words="School and surgery are shown because you are involved; they are left out of print. "
        f"If you need it now, ring the desk: {DESK}",
    ),
    tabs=tabs("Tam now"),
)


def tams_identity(current: str = "") -> Identity:
    """The narrow header of Tam's other pages."""
    return Identity(
        name="Tamsin “Tam” Orrey",
        age="7 years 6 months",
        plan="Child protection plan: physical abuse",
        nobody="Nobody is allocated",
        must_not=("Lewis Dane",),
        tabs=tabs(current),
    )
