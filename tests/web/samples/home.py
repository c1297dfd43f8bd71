"""The home over time, telling a change of it, and a birth."""

from dataclasses import replace
from datetime import date

from kith.web.birth.page import BirthPage
from kith.web.chronology.page import AsKnownAt
from kith.web.home.page import AddressRow, Home, HomePage, PersonRow, Said
from kith.web.home_change.page import HomeChangePage
from kith.web.parts.form import Choice, Form, Problem
from kith.web.parts.people import OtherChild
from kith.web.pictures.stays import Bar, Stays
from tests.web.samples.tolland_bay import DESK, TODAY, tams_identity


def _row(name: str, who: str, since: str, told: str, *, until: str = "now", href: str = "") -> PersonRow:
    return PersonRow(
        name=name, href=href, who=who, since=since, until=until, told=told, is_now=until == "now"
    )


_HOME = Home(
    id="home-1",
    title="Where Tam lives",
    period="Tam: since 6 May 2019",
    addresses=(
        AddressRow(
            words="Flat 3, 21 Gull Street, TB1 2AC",
            since="15 September 2026",
            until="now",
            told="Social care, Ruth Abara, known since 4 November 2026",
            on_screen_only=True,
        ),
        AddressRow(words="Address withheld", since="not known", until="15 September 2026", told=""),
    ),
    no_address="No address is written down. That is not the same as no home: ask, and write it down.",
    people=(
        _row("Keren Orrey", "mother", "6 May 2019", "Social care, Ruth Abara, known since 2 July 2026"),
        _row(
            "Jory Orrey", "brother, 2 years 1 month", "not known", "Health visitor, Bukola Stannard, known since 2 July 2026",
            href="/children/jory/",
        ),
        _row(
            "Lewis Dane", "", "28 April 2026",
            "Police, Hodan Warsame, known since 8 May 2026; the end: Social care, Ruth Abara, known since 27 July 2026",
            until="25 July 2026",
        ),
    ),
    picture=Stays(
        of="Tam",
        last_day=TODAY,
        bars=(
            Bar(name="Tam", periods=((date(2019, 5, 6), None),), is_child=True),
            Bar(name="Keren Orrey", periods=((date(2019, 5, 6), None),)),
            Bar(name="Jory Orrey", periods=((None, None),)),
            Bar(name="Lewis Dane", periods=((date(2026, 4, 28), date(2026, 7, 25)),)),
        ),
    ),
)  # fmt: skip
TAMS_HOME = HomePage(
    who=tams_identity("Family and home"),
    name="Tam",
    as_known=AsKnownAt(
        action="/children/tam/home/",
        day="17",
        month="11",
        year="2026",
        time="10:40",
        known_to="everyone",
        known_to_choices=(),
        answer="What was written down of the home by 10:40 on Tuesday 17 November 2026.",
    ),
    before_you_go="This address was corrected on 4 November 2026: it was said to be another until then.",
    homes=(_HOME,),
    around=(
        _row("Lewis Dane", "around the home", "15 October 2026", "School, Joy Okafor, known since 12 November 2026"),
        _row("Maureen Orrey", "grandmother, lives elsewhere", "not known", "GP, Sam Iles, known since 19 March 2026"),
    ),
    children=(
        OtherChild(name="Jory Orrey", href="/children/jory/", who="brother, 2 years 1 month", words="Nobody is allocated."),
        OtherChild(name="Poppy Dane", href="", who="daughter of Lewis Dane, lives elsewhere", words=f"You are not involved with this child. If you need to know more, ring the desk: {DESK}"),
    ),
    entries=(Said(words="A man’s voice behind Keren on the telephone.", told="Midwife, 9 Nov", href="/children/tam/chronology/#entry-20261109"),),
    taken_back=(
        Said(words="“12 Gull Street” was said to be the address.", told="Police, Hodan Warsame, known since 20 September 2026. Withdrawn: Social care, Ruth Abara, 4 November 2026", on_screen_only=True),
    ),
    change_href="/children/tam/home/change/",
    is_past=False,
)  # fmt: skip
HOME_LITTLE_KNOWN = replace(
    TAMS_HOME, before_you_go="", homes=(), around=(), children=(), entries=(), taken_back=()
)
HOME_CHANGE = HomeChangePage(
    who=tams_identity("Family and home"),
    name="Tam",
    action="/children/tam/home/change/",
    back="/children/tam/home/",
    form=Form(),
    open="",
    may_join=(
        Choice(value="lewis", words="Lewis Dane, around the home"),
        Choice(value="else", words="Somebody else"),
    ),
    may_leave=(Choice(value="keren", words="Keren Orrey, mother"),),
    addresses=(Choice(value="gull", words="Flat 3, 21 Gull Street, TB1 2AC"),),
    is_hidden=False,
    desk=DESK,
)
HOME_CHANGE_TO_MEND = replace(
    HOME_CHANGE,
    open="joined",
    form=Form(
        answers={"who": "else"},
        problems=(
            Problem(field="name", words="Say who it is, or what people call them"),
            Problem(field="how", words="Choose whether they live there"),
        ),
    ),
)
HOME_CHANGE_HIDDEN = replace(HOME_CHANGE, is_hidden=True, addresses=(), may_leave=())
BIRTH = BirthPage(
    who=tams_identity("Tam now"),
    action="/children/unborn/birth/",
    form=Form(answers={"born": "11", "born_month": "11", "born_year": "2026", "name": "Noah Orrey"}),
    due="The baby was expected on 24 January 2027.",
    proposed=("Noah Orrey was born on 11 November 2026: they are written down as the parent’s child.",),
    which=(
        Choice(value="noah", words="Noah Orrey, born 11 November 2026", hint="The two become one child."),
        Choice(value="new", words="None of them", hint="They stay children of their own."),
    ),
)
BIRTH_TO_MEND = replace(
    BIRTH,
    which=(),
    proposed=(),
    form=Form(
        answers={"second_name": "Ada Orrey", "second_born": "40"},
        problems=(
            Problem(field="born", words="Enter the day, the month and the year"),
            Problem(field="second_born", words="Enter the day, the month and the year"),
        ),
    ),
)
BIRTH_LOST = replace(
    BIRTH,
    form=Form(),
    ended="The pregnancy had ended by 3 November 2026, without a birth.",
)
