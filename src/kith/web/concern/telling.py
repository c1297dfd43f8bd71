"""Turns the answers of a concern into what is sent: the people, and the entries that say what was seen and told."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import SOCIAL_CARE
from kith.identity.types import NewDescription
from kith.journeys.describing import as_named_by
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.clock import LONDON
from kith.web.concern.in_words import chosen_words, date_words, leaves_words
from kith.web.concern.writing import Writing, brothers_and_sisters
from kith.web.reading.born import is_not_known, read_birth
from kith.web.reading.when import HappenedWhen, read_when

CONTACT = "contact"
VOICES = {
    "self": ("professional", "observed"),
    "child": ("child", "reported"),
    "family": ("family", "reported"),
    "public": ("public", "reported"),
    "professional": ("professional", "reported"),
}
"""Whose voice it is and how the writer knows, by who saw or heard it."""
NATURES = {
    "injury": "physical",
    "neglect": "neglect",
    "hunger": "neglect",
    "violence": "domestic_abuse",
    "sexual": "sexual",
    "exploitation": "exploitation",
}
KINDS = {
    "neglect": "neglect_observed",
    "hunger": "growth_or_hunger_concern",
    "behaviour": "behaviour_concern",
    "carer": "carer_concern",
}
"""Worries that are entries of their own beside the contact, by what was ticked."""
TOLD_BY = {
    "child": "the child",
    "family": "someone in the family",
    "public": "a member of the public",
    "professional": "another professional",
}
_HERE = {"school": "school", "early_years": "early_years", "hospital": "hospital"}
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.I)


@dataclass(frozen=True, kw_only=True)
class _Telling:
    """What every entry of one concern shares."""

    writing: Writing
    about: tuple[str, ...]
    when: HappenedWhen
    voice: str
    claim: str
    told: tuple[tuple[str, str], ...]

    @property
    def answers(self) -> Mapping[str, str]:
        return self.writing.answers

    @property
    def ticked(self) -> tuple[str, ...]:
        return tuple(self.answers.get("worry_about", "").split())

    def entry(self, key: str, kind: str, **said: Any) -> EntrySaid:
        """One entry under the draft's own reference, so that sending twice is sending once."""
        return EntrySaid(
            **{
                "key": key,
                "kind": kind,
                "happened_from": self.when.happened_from,
                "happened_to": self.when.happened_to,
                "precision": self.when.precision,
                "about": self.about,
                "voice": self.voice,
                "claim": self.claim,
                "captured_at": self.writing.at,
                "told": self.told,
                "sender_key": sender_key(self.writing.id, key),
                **said,
            }
        )


def sender_key(draft: UUID, key: str = CONTACT) -> str:
    """The agency's own reference of an entry: the draft's id, and which entry of it."""
    return str(draft) if key == CONTACT else f"{draft}/{key}"


def concern_from(writing: Writing) -> Concern:
    """Everything that was answered, ready for ``journeys.receive_concern``. Raises BadInput for what cannot be."""
    by, answers = writing.by, writing.answers
    people = tuple(_people(writing))
    voice, claim = VOICES[answers["who_said"]]
    telling = _Telling(
        writing=writing,
        about=tuple(one.key for one in people),
        when=happened(answers, at=writing.at),
        voice=voice,
        claim=claim,
        told=() if by.agency == SOCIAL_CARE else ((SOCIAL_CARE, by.area),),
    )
    letter = {"form": "concern", "answers": dict(sorted(answers.items()))}
    return Concern(
        said_by=by.agency,
        said_by_area=by.area,
        people=people,
        entries=_entries(telling),
        actor_role=by.roles[0] if by.roles else "",
        for_the_desk=answers.get("how_soon", "working_day"),
        envelope=("application/json", json.dumps(letter, ensure_ascii=False, sort_keys=True).encode()),
    )


def happened(answers: Mapping[str, str], *, at: datetime) -> HappenedWhen:
    """When it was seen or said. Where nobody knows, it stands about the day on which it was written, and says so."""
    if answers.get("happened_not_known"):
        noon = datetime.combine(at.astimezone(LONDON).date(), time(12), LONDON)
        return HappenedWhen(happened_from=noon, happened_to=noon, precision="approx")
    typed = (answers.get("happened", ""), answers.get("happened_month", ""), answers.get("happened_year", ""))
    return read_when(field="happened", typed=typed, about=bool(answers.get("happened_about")), at=at)


def _people(writing: Writing) -> Iterator[PersonSaid]:
    """The child first: as held where the writer chose them from a page, in the writer's own words otherwise."""
    chosen = writing.answers.get("child_id", "")
    known = writing.child or (UUID(chosen) if chosen not in ("", "other") else None)
    if known is None:
        yield PersonSaid(key="child", description=_described(writing))
        return
    yield _named("child", known, writing)
    ticked = writing.answers.get("also_about", "").split()
    for one in brothers_and_sisters(writing):
        if one.id is not None and str(one.id) in ticked:
            yield _named(f"also-{one.id}", one.id, writing)


def _named(key: str, person: UUID, writing: Writing) -> PersonSaid:
    return PersonSaid(key=key, description=as_named_by(person=person, by=writing.by), person=person)


def _described(writing: Writing) -> NewDescription:
    answers, unborn = writing.answers, writing.answers.get("unborn") == "yes"
    birth = read_birth(answers, at=writing.at)
    name = "" if is_not_known(answers["child_name"]) else answers["child_name"]
    parents = tuple(
        part.strip() for part in re.split(r"[,;]|\band\b", answers.get("parents", "")) if part.strip()
    )
    place = answers.get("lives_or_learns", "")
    postcode = _POSTCODE.search(place)
    as_written = ("child_name", "born", "born_month", "born_year", "born_about", "parents", "lives_or_learns")
    return NewDescription(
        said_by=writing.by.agency,
        said_by_area=writing.by.area,
        kind="unborn" if unborn else "child",
        full_name="" if unborn else name,
        born_from=birth.born_from,
        born_to=birth.born_to,
        expected_on=birth.expected_on,
        guardian_names=tuple(filter(None, (name, *parents))) if unborn else parents,
        postcode=postcode[0] if postcode else "",
        payload={"as_written": {field: answers[field] for field in as_written if answers.get(field)}},
    )


def _entries(telling: _Telling) -> tuple[EntrySaid, ...]:
    """The facts as typed entries, then the contact that carries them to the desk, then the writer's view apart.

    The contact and the view tell of the same occurrence as the first fact, so that one concern is counted once.
    """
    facts = tuple(_facts(telling))
    same = (("same_occurrence_as", facts[0].key),) if facts else ()
    told = any(one.kind == "disclosure" for one in facts)
    contact = telling.entry(
        CONTACT,
        "contact_received",
        details=_contact_details(telling),
        text=_contact_text(telling),
        childs_words="" if told else telling.answers.get("childs_words", ""),
        references=same,
    )
    view = telling.answers.get("my_view")
    same = same or (("same_occurrence_as", CONTACT),)
    opinion = telling.entry(
        "view", "other", voice="professional", claim="opinion", text=view, references=same
    )
    return (*facts, contact, *((opinion,) if view else ()))


def _facts(telling: _Telling) -> Iterator[EntrySaid]:
    answers, child = telling.answers, ("child",)
    text = answers["seen_or_heard"]
    if "injury" in telling.ticked:
        seen = answers.get("mark_seen") or ("yes" if answers["who_said"] == "self" else "no")
        said = {"voice": "professional", "claim": "observed"} if seen == "yes" else {}
        kind = "injury_seen" if seen == "yes" else "injury_reported"
        yield telling.entry("injury", kind, about=child, details=_injury(answers), text=text, **said)
    if "told" in telling.ticked or answers["who_said"] == "child":
        details: dict[str, Any] = _nature(telling.ticked)
        if answers["who_said"] in ("self", "child"):
            details["to_whom"] = telling.writing.by.name
        words = answers.get("childs_words", "")
        yield telling.entry(
            "told", "disclosure", about=child, details=details, text=text, childs_words=words,
            voice="child", claim="reported",
        )  # fmt: skip
    for tick in telling.ticked:
        if tick in KINDS:
            yield telling.entry(tick, KINDS[tick], text=text)


def _injury(answers: Mapping[str, str]) -> dict[str, Any]:
    mobile = {"yes": True, "no": False}.get(answers.get("child_mobile", ""))
    details = {
        "site": answers.get("site", "").split(),
        "appearance": answers.get("appearance"),
        "carer_account": answers.get("carer_account"),
        "explained_by_text": answers.get("explained_by"),
        "explanation_text": answers.get("explanation"),
        "child_mobile": mobile,
    }
    return {name: value for name, value in details.items() if value not in (None, "", [])}


def _nature(ticked: tuple[str, ...]) -> dict[str, Any]:
    """The sort of harm where the ticks say one; several are kept in words, since one code would leave the rest out."""
    natures = dict.fromkeys(NATURES[tick] for tick in ticked if tick in NATURES)
    if len(natures) == 1:
        return {"nature": next(iter(natures))}
    return {"nature_text": ", ".join(natures).replace("_", " ")} if natures else {}


def _contact_details(telling: _Telling) -> dict[str, Any]:
    answers, by = telling.answers, telling.writing.by
    where = {"here": _HERE.get(by.agency, "with_worker"), "home": "home", "elsewhere": "elsewhere"}
    person = agencies.practitioner(id=by.id)
    post = person.title if person and person.title else by.name
    details = {
        **_nature(telling.ticked),
        "referrer_role": TOLD_BY.get(answers["who_said"], post),
        "where_now": where.get(answers["where_now"]),
        "where_now_text": answers.get("where_else"),
        "collected_by_text": answers.get("collected_by"),
        "collected_at": answers.get("leaves_at"),
    }
    return {name: value for name, value in details.items() if value}


def _contact_text(telling: _Telling) -> str:
    """What the desk reads: who must not know first, then the facts, then what it needs before it rings anybody."""
    answers = telling.answers
    leaves = leaves_words(answers)
    lines = (
        ("MUST NOT KNOW", answers.get("must_not_know")),
        ("", answers["seen_or_heard"]),
        ("How soon", chosen_words(answers, "how_soon")),
        ("Leaves", f"{leaves} with {answers.get('collected_by') or 'somebody not known'}" if leaves else ""),
        ("Safe to go with them", chosen_words(answers, "safe_to_go")),
        ("Family told", chosen_words(answers, "family_told")),
        ("Not told because", answers.get("why_not_told")),
        ("When it happened", "not known" if answers.get("happened_not_known") else ""),
        ("Born", "" if telling.writing.child else date_words(answers, "born")),
        ("Parents or carers", answers.get("parents")),
        ("Home or school", answers.get("lives_or_learns")),
        ("Other children", answers.get("other_children")),
    )
    return "\n".join(f"{label}: {words}" if label else str(words) for label, words in lines if words)
