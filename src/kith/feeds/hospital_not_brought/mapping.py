"""What a FHIR bundle of appointments says, in Kith's words. Names are FHIR's own."""

from collections.abc import Mapping
from typing import Any

from kith.journeys.feeding import documents
from kith.journeys.feeding.documents import Unreadable
from kith.journeys.feeding.fields import Fields
from kith.journeys.feeding.saying import SEX, ChildSaid, EntryKept, check_somebody, concern_of
from kith.journeys.feeding.types import Letter, Part, Reading
from kith.kernel.dead_letters import Wrong

OUTCOMES = {"noshow": "was_not_brought", "fulfilled": "attended", "cancelled": "cancelled"}
CANCELLED_BY = {"pat": "cancelled_by_carer", "prov": "cancelled_by_service"}
NHS = "https://fhir.nhs.uk/Id/nhs-number"
CHANGES_MEANING = "modifierExtension"
"""FHIR: whoever does not know what such an extension says must not read the rest as if it were not there."""
Resource = Mapping[str, Any]


def appointments_in(letter: Letter) -> Reading:
    """Every appointment of a bundle; an empty bundle says that there was none."""
    try:
        said = documents.parsed(letter.body)
    except Unreadable as problem:
        return documents.all_wrong(letter, problem.words)
    if not isinstance(said, dict) or said.get("resourceType") != "Bundle":
        return documents.all_wrong(letter, "This is no FHIR bundle.")
    rows = said.get("entry") or []
    if not rows and said.get("total") == 0:
        return Reading(parts=(), says_nothing=True)
    held = [row.get("resource") for row in rows if isinstance(row, dict)]
    found = [one for one in held if isinstance(one, dict) and one.get("resourceType") == "Appointment"]
    if not found:
        return documents.all_wrong(
            letter, "There is no appointment in this bundle. One with nothing to report has a total of 0."
        )
    people = {
        f"Patient/{one.get('id')}": one
        for one in held
        if isinstance(one, dict) and one.get("resourceType") == "Patient"
    }
    return Reading(
        parts=tuple(_part(number, one, people, letter) for number, one in enumerate(found, start=1))
    )


def _part(number: int, appointment: Resource, people: Mapping[str, Resource], letter: Letter) -> Part:
    place = f"appointment {number}"
    patient = next((people[who] for who in _references(appointment) if who in people), None)
    alone = documents.written(_bundle(appointment, patient))
    if patient is None:
        words = "The bundle holds no patient to whom this appointment refers."
        return Part(body=alone, place=place, wrong=(Wrong(words=words, place=place),))
    fields = Fields(_values(appointment, patient), at=letter.at, place=place)
    part = _read(fields, letter)
    for one in (appointment, patient):
        if one.get(CHANGES_MEANING):
            fields.say(
                "",
                "A modifierExtension stands here, which may change what the rest means. A person must read it.",
            )
    wrong = fields.all_wrong()
    return Part(body=alone, place=place, concern=None if wrong else part.concern, wrong=wrong, key=part.key)


def _read(fields: Fields, letter: Letter) -> Part:
    child = ChildSaid(
        name=fields.text("Patient.name"),
        born=fields.day("Patient.birthDate"),
        sex=fields.one_of("Patient.gender", SEX) or "",
        nhs_number=fields.text("Patient.identifier"),
        key=fields.text("Patient.id"),
    )
    check_somebody(child, fields, name="Patient.name")
    when = fields.when("Appointment.start", needed="Say when the appointment was: start.")
    outcome = fields.one_of("Appointment.status", OUTCOMES, needed="Say what came of it: status.")
    by = fields.one_of("Appointment.cancelationReason", CANCELLED_BY)
    if outcome == "cancelled":
        if by is None:
            fields.say("Appointment.cancelationReason", "Say who cancelled it: pat or prov.")
        outcome = by
    service, id = fields.text("Appointment.serviceType"), fields.text("Appointment.id")
    if when is None or outcome is None:
        return Part(body=b"", place="")
    entry = EntryKept(kind="appointment", when=when, details={"service": service, "outcome": outcome})
    return Part(
        body=b"",
        place="",
        concern=concern_of(child, entry, letter=letter),
        key=f"{id}/{outcome}" if id else "",
    )


def _values(appointment: Resource, patient: Resource) -> dict[str, Any]:
    name = _first(patient.get("name"))
    given = name.get("given")
    words = " ".join([*(given if isinstance(given, list) else []), str(name.get("family") or "")])
    return {
        "Patient.name": str(name.get("text") or words).strip(),
        "Patient.birthDate": patient.get("birthDate"),
        "Patient.gender": patient.get("gender"),
        "Patient.identifier": next(
            (one.get("value") for one in _all(patient.get("identifier")) if one.get("system") == NHS), None
        ),
        "Patient.id": patient.get("id"),
        "Appointment.id": appointment.get("id"),
        "Appointment.start": appointment.get("start"),
        "Appointment.status": appointment.get("status"),
        "Appointment.serviceType": _first(appointment.get("serviceType")).get("text"),
        "Appointment.cancelationReason": _first(
            _first(appointment.get("cancelationReason")).get("coding")
        ).get("code"),
    }


def _references(appointment: Resource) -> list[str]:
    return [
        str(_first(one.get("actor")).get("reference", "")) for one in _all(appointment.get("participant"))
    ]


def _bundle(appointment: Resource, patient: Resource | None) -> dict[str, Any]:
    held = [{"resource": appointment}, *([{"resource": patient}] if patient else [])]
    return {"resourceType": "Bundle", "type": "collection", "entry": held}


def _all(given: Any) -> list[Mapping[str, Any]]:
    """Objects in a list, whatever else is there."""
    return [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []


def _first(given: Any) -> Mapping[str, Any]:
    """An object, or the first in a list of them; empty where there is none."""
    if isinstance(given, dict):
        return given
    return next(iter(_all(given)), {})
