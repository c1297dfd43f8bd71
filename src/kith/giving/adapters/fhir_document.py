"""A FHIR R4B document: a Composition of sections, the Patient, the Organizations, a DocumentReference for each entry.

Its form is FHIR's; which profile a system asks for is unchecked [P] (UK Core profiles are not claimed). Identifiers and
times are of the contents, so that the same contents give the same bytes.
"""

import base64
from html import escape
from typing import Any
from uuid import UUID, uuid5

from fhir.resources.R4B.bundle import Bundle

from kith.giving.types import WHATS, Adapter, Line, Summary

SPACE = UUID("5d0d7c9e-2b39-4b7e-9a2f-0f6f3f7f6b11")
"""Names of parts are made in it."""
NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"
LOCAL = "urn:kith:reference"
ENTRY = "urn:kith:entry"
_TITLES = {
    "said": "What you said",
    "decided": "What was decided on what you told",
    "told": "What you were told",
}


def write(summary: Summary) -> bytes:
    """The document as JSON. Raises where it would not be valid FHIR, which no contents can make it."""
    bundle = Bundle.model_validate(_bundle(summary))
    return bundle.model_dump_json(indent=1).encode()


def _bundle(summary: Summary) -> dict[str, Any]:
    parts = [
        _composition(summary),
        _child(summary),
        *_organizations(summary),
        *(_reference(summary, line) for line in summary.lines),
    ]
    return {
        "resourceType": "Bundle",
        "type": "document",
        "identifier": {"system": "urn:ietf:rfc:3986", "value": _urn(summary, f"bundle {_latest(summary)}")},
        "timestamp": _latest(summary),
        "entry": [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in parts],
    }


def _composition(summary: Summary) -> dict[str, Any]:
    return {
        "resourceType": "Composition",
        "id": _id(summary, "composition"),
        "status": "final",
        "type": {"text": "Child protection: what goes back to your own system"},
        "subject": _to(summary, "patient"),
        "date": _latest(summary),
        "author": [{"display": "Kith"}],
        "title": f"For {summary.system}: {summary.reference}",
        "section": [
            _section(summary, what, [line for line in summary.lines if line.what == what])
            for what in WHATS
            if any(line.what == what for line in summary.lines)
        ],
    }


def _section(summary: Summary, what: str, lines: list[Line]) -> dict[str, Any]:
    items = "".join(f"<li>{_text(line)}</li>" for line in lines)
    return {
        "title": _TITLES[what],
        "text": {
            "status": "generated",
            "div": f'<div xmlns="http://www.w3.org/1999/xhtml"><ul>{items}</ul></div>',
        },
        "entry": [_to(summary, str(line.entry)) for line in lines],
    }


def _text(line: Line) -> str:
    parts = [f"{line.happened}: {line.label}, said by {line.said_by}.", line.sentence, line.words]
    parts += [f"The child’s own words: “{line.childs_words}”"] if line.childs_words else []
    return "<br/>".join(escape(_sayable(part)) for part in parts if part)


def _child(summary: Summary) -> dict[str, Any]:
    numbers = [{"system": LOCAL, "value": _sayable(summary.reference)}]
    numbers += [{"system": NHS_NUMBER, "value": summary.nhs_number}] if summary.nhs_number else []
    patient: dict[str, Any] = {
        "resourceType": "Patient",
        "id": _id(summary, "patient"),
        "identifier": numbers,
    }
    if name := _sayable(summary.name).strip():
        patient["name"] = [{"text": name}]
    if summary.born:
        patient["birthDate"] = summary.born.isoformat()
    return patient


def _organizations(summary: Summary) -> list[dict[str, Any]]:
    named = dict.fromkeys(line.said_by for line in summary.lines)
    return [
        {"resourceType": "Organization", "id": _id(summary, f"organisation {one}"), "name": one}
        for one in named
    ]


def _reference(summary: Summary, line: Line) -> dict[str, Any]:
    whole = "\n".join(part for part in (line.sentence, line.words, line.childs_words) if part)
    identifiers = [{"system": ENTRY, "value": str(line.entry)}]
    identifiers += (
        [{"system": LOCAL, "value": _sayable(line.own_reference)}] if line.own_reference.strip() else []
    )
    return {
        "resourceType": "DocumentReference",
        "id": _id(summary, str(line.entry)),
        "masterIdentifier": identifiers[0],
        "identifier": identifiers[1:] or None,
        "status": "current",
        "type": {"text": line.label},
        "subject": _to(summary, "patient"),
        "date": line.held_at.isoformat(),
        "author": [_to(summary, f"organisation {line.said_by}")],
        "content": [
            {
                "attachment": {
                    "contentType": "text/plain; charset=utf-8",
                    "data": base64.b64encode(whole.encode()).decode(),
                    "title": f"{line.happened}: {line.label}",
                }
            }
        ],
        "context": {"period": {"start": line.happened_from.isoformat(), "end": line.happened_to.isoformat()}},
    }


def _sayable(words: str) -> str:
    """Without the signs that neither XHTML nor FHIR's strings may hold."""
    return "".join(sign for sign in words if sign in "\t\n\r" or sign >= " ")


def _latest(summary: Summary) -> str:
    return summary.as_at.isoformat()


def _to(summary: Summary, part: str) -> dict[str, str]:
    return {"reference": f"urn:uuid:{_id(summary, part)}"}


def _id(summary: Summary, part: str) -> str:
    return str(uuid5(SPACE, f"{summary.agency}\n{summary.system}\n{summary.reference}\n{part}"))


def _urn(summary: Summary, part: str) -> str:
    return f"urn:uuid:{_id(summary, part)}"


ADAPTER = Adapter(
    code="fhir_document",
    form="fhir",
    label="Systems that take a FHIR document (R4B), such as SystmOne",
    media_type="application/fhir+json",
    suffix=".json",
    write=write,
)
