"""What a message of an emergency department says, in Kith's words. Fields are named as HL7 names them."""

from kith.journeys.feeding.fields import Fields
from kith.journeys.feeding.saying import SEX, ChildSaid, EntryKept, check_somebody, concern_of
from kith.journeys.feeding.segments import Segments, as_iso
from kith.journeys.feeding.types import Letter, Part

CAME, WENT = ("A01", "A04"), ("A03",)
"""Admitted or registered; discharged."""
EMERGENCY = "E"
NHS = "NHS"
WANTED = "This is not a message of arrival or discharge (ADT A01, A03 or A04)."


def attendance_in(message: Segments, fields: Fields, letter: Letter) -> Part:
    """One attendance, as its last message tells it."""
    event = message.field("MSH", 9, component=2)
    if message.field("MSH", 9) != "ADT" or event not in (*CAME, *WENT):
        fields.say("MSH-9", WANTED)
        return Part(body=b"", place="")
    if message.field("PV1", 2) not in ("", EMERGENCY):
        fields.say("PV1-2", "This attendance is of another sort than emergency (E).")
    fields.give(_values(message))
    child = ChildSaid(
        name=fields.text("PID-5"),
        born=fields.day("PID-7"),
        sex=fields.one_of("PID-8", SEX) or "",
        nhs_number=fields.text("PID-3 NHS"),
        key=fields.text("PID-3"),
    )
    check_somebody(child, fields, name="PID-5")
    when = fields.when("PV1-44", needed="Say when the child came: PV1-44, or EVN-2.")
    reason, admitted = fields.text("PV2-3"), fields.truth("admitted")
    visit = fields.text("PV1-19") or fields.text(
        "MSH-10", needed="Give the number of the visit (PV1-19) or of the message (MSH-10)."
    )
    fields.pass_over("MSH-10", "PV1-19")
    if when is None:
        return Part(body=b"", place="")
    entry = EntryKept(kind="hospital_attendance", when=when, details={"reason": reason, "admitted": admitted})
    state = "out" if event in WENT else "in"
    return Part(
        body=b"",
        place="",
        concern=concern_of(child, entry, letter=letter),
        key=f"{visit}/{state}",
        occurrence="",
    )


def _values(message: Segments) -> dict[str, object]:
    given, family = message.field("PID", 5, component=2), message.field("PID", 5)
    nhs, local = _numbers(message)
    return {
        "PID-5": f"{given} {family}".strip(),
        "PID-7": message.field("PID", 7)[:8],
        "PID-8": message.field("PID", 8),
        "PID-3": local or nhs,
        "PID-3 NHS": nhs,
        "PV1-44": as_iso(message.field("PV1", 44) or message.field("EVN", 2)),
        "PV1-19": message.field("PV1", 19),
        "PV2-3": message.field("PV2", 3, component=2) or message.field("PV2", 3),
        "MSH-10": message.field("MSH", 10),
        "admitted": True if message.field("MSH", 9, component=2) == "A01" else None,
    }


def _numbers(message: Segments) -> tuple[str, str]:
    """The NHS number and the hospital's own number of PID-3, each empty where it is not given."""
    found = {
        message.field("PID", 3, component=4, repeat=number): message.field("PID", 3, repeat=number)
        for number in range(message.repeats("PID", 3))
    }
    nhs = found.pop(NHS, "")
    return nhs, next((own for own in found.values() if own), "")
