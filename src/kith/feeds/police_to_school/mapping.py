"""What the police have a school told of, in Kith's words."""

from kith.journeys.feeding.fields import Fields
from kith.journeys.feeding.saying import SEX, ChildSaid, EntryKept, check_somebody, concern_of
from kith.journeys.feeding.types import Letter, Part

HEAD = ("message", "version", "force", "sent")
"""Fields of which nothing is made. The school that the force names is not believed: see the README."""


def told_about(message: Fields, one: Fields, letter: Letter) -> Part:
    """One school child who lives with domestic abuse."""
    incident = message.text(
        "incident", needed="Give the incident’s number: it ties this to other messages about the same."
    )
    when = message.when("happened", needed="Say when it happened: a day, or a day and time.")
    account = message.text("account")
    one.pass_over("school", "urn", "year_group")
    child = ChildSaid(
        name=one.text("name"),
        born=one.day("born"),
        sex=one.one_of("sex", SEX) or "",
        upn=one.text("upn"),
        key=one.text("person"),
    )
    check_somebody(child, one, name="name")
    there = one.truth("there")
    if when is None:
        return Part(body=b"", place="")
    entry = EntryKept(
        kind="domestic_abuse_incident", when=when, details={"child_present": there}, text=account
    )
    return Part(
        body=b"",
        place="",
        concern=concern_of(child, entry, letter=letter),
        occurrence=f"{incident}/{child.key or child.name}",
    )
