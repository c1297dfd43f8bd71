"""What a police notice says, in Kith's words."""

from collections.abc import Mapping
from typing import Any

from kith.journeys.feeding.fields import Fields
from kith.journeys.feeding.saying import SEX, ChildSaid, EntryKept, check_somebody, concern_of
from kith.journeys.feeding.types import Letter, Part

HEAD = ("message", "version", "force", "notice", "written", "officer")
"""Fields of a notice of which nothing is made: they stay in the message as it came."""
CATEGORIES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "domestic_abuse": ("domestic_abuse_incident", {}),
    "neglect": ("neglect_observed", {}),
    "neglect_home": ("neglect_observed", {"aspect": "home"}),
    "injury": ("injury_reported", {}),
    "exploitation": ("contact_received", {"nature": "exploitation"}),
    "physical": ("contact_received", {"nature": "physical"}),
    "sexual": ("contact_received", {"nature": "sexual"}),
    "emotional": ("contact_received", {"nature": "emotional"}),
    "welfare": ("contact_received", {"nature": "welfare"}),
    "carer_mental_health": ("carer_concern", {"aspect": "mental_health"}),
    "carer_substance_use": ("carer_concern", {"aspect": "substance_use"}),
}
"""The notice's category to a kind of entry with its details. Forces' own lists differ [P]."""
WHO = {
    code: code
    for code in ("father", "mother", "stepfather", "stepmother", "partner_of_parent", "sibling", "relative")
}
"""Who caused the harm, to the child: the entry names them by this, and their name stands in the account."""
RISKS = {"standard": "standard", "medium": "medium", "high": "high"}


def notice_about(notice: Fields, one: Fields, letter: Letter) -> Part:
    """One child of a notice, with what happened."""
    incident = notice.text(
        "incident", needed="Give the incident’s number: it ties this to other messages about the same."
    )
    when = notice.when("happened", needed="Say when it happened: a day, or a day and time.")
    category = notice.one_of("category", CATEGORIES, needed="Say what sort of worry it is.")
    risk = notice.one_of("risk", RISKS)
    caused_by = notice.one_of("caused_by", WHO)
    order = notice.truth("order_in_force")
    account = notice.text("account", needed="Say what happened, in a few sentences.")
    child = child_said(one)
    there = one.truth("there")
    words = one.text("words")
    if when is None or category is None:
        return Part(body=b"", place="")
    kind, details = category
    if kind == "domestic_abuse_incident":
        details = {"severity": risk, "caused_by": caused_by, "order_active": order, "child_present": there}
    entry = EntryKept(kind=kind, when=when, details=details, text=account, childs_words=words)
    return Part(
        body=b"",
        place="",
        concern=concern_of(
            child, entry, letter=letter, for_the_desk="today" if risk == "high" else "working_day"
        ),
        occurrence=f"{incident}/{child.key or child.name}",
    )


def child_said(one: Fields) -> ChildSaid:
    """The child as the police describe them."""
    child = ChildSaid(
        name=one.text("name"),
        known_as=one.text("known_as"),
        born=one.day("born"),
        sex=one.one_of("sex", SEX) or "",
        nhs_number=one.text("nhs_number"),
        postcode=one.text("postcode"),
        key=one.text("person"),
    )
    check_somebody(child, one, name="name")
    return child
