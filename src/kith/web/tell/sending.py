"""Turns what was told into a contact, and sends it once, however often it is submitted."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from kith.agencies.types import SOCIAL_CARE
from kith.identity.types import NewDescription
from kith.journeys.add_photographs import Sent, add_photographs
from kith.journeys.hear_the_public import CONTACT, Heard, hear, sent_before
from kith.journeys.kiths_own_hand import kith_itself
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.people.referrer_types import NewReferrer
from kith.web.reading.born import is_not_known, read_birth
from kith.web.reading.when import HappenedWhen
from kith.web.tell import half_told
from kith.web.tell.languages import words_in
from kith.web.tell.questions import BY_NAME, stays_unnamed
from kith.web.tell.sealed import Key
from kith.web.tell.way_back import give_words

POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.I)
_DANGER = {
    "yes": "SAYS THAT THE CHILD IS IN DANGER NOW",
    "not_sure": "Is not sure whether the child is in danger now",
}
_SHOWS = "Sent with what was told at the public door"
Answers = Mapping[str, str]


def sender_key(key: Key) -> str:
    """The reference under which a telling is found again."""
    return f"told/{key.telling}"


def key_of_more(telling: UUID, *words: str) -> str:
    """The reference of something added to a telling: the same words are added once, and others beside them."""
    digest = hashlib.sha256("\n".join(words).encode()).hexdigest()[:32]
    return f"told/{telling}/{digest}"


def told_before(*, key: Key, area: str) -> Heard | None:
    """What became of it, where it was sent."""
    return sent_before(sender_key=sender_key(key), area=area)


def send(*, key: Key, concern: Concern, area: str, at: datetime) -> Heard:
    """Send it. What a room will not take of it, such as a name that is none, goes into the words: nothing is refused.

    Two submits at the same moment are one: the second is Refused inside, and finds what the first sent.
    """

    def first() -> None:
        if not half_told.sent(key=key):
            raise Refused("It was sent.")

    def then(contact: UUID) -> None:
        give_words(key=key, contact=contact, area=area, at=at)

    try:
        try:
            return hear(concern=concern, first=first, then=then, area=area, at=at)
        except BadInput:
            return hear(concern=_in_words(concern), first=first, then=then, area=area, at=at)
    except (Refused, BadInput):
        # A submit that began it anew after another had sent it comes here too: its reference stands already.
        if (found := told_before(key=key, area=area)) is None:
            raise
        half_told.sent(key=key)
        return found


def send_photographs(*, key: Key, heard: Heard, area: str, at: datetime) -> bool:
    """Give the photographs that wait to the contact; False where one could not be taken.

    Each goes from what is half told in the transaction in which it is kept, so that whatever fails loses none and two
    submits keep one once.
    """
    all_taken = True
    for number in half_told.photographs_waiting(key=key):
        if (body := half_told.photograph(key=key, number=number)) is None:
            continue
        gone = partial(half_told.photograph_sent, key=key, number=number)
        added = add_photographs(
            child=heard.child, entry=heard.contact, sent=[Sent(name="photograph", body=body, once=gone)],
            shows=_SHOWS, by=kith_itself(area=area), at=at,
        )  # fmt: skip
        if added.refused:
            gone()
            all_taken = False
    return all_taken


def concern_from(answers: Answers, *, key: Key, area: str, language: str, at: datetime) -> Concern:
    """What was told at the relative's and neighbour's door; who told goes apart."""
    when = _happened(answers.get("happened", ""), at)
    said = EntrySaid(
        key="told", kind=CONTACT, happened_from=when.happened_from, happened_to=when.happened_to,
        precision=when.precision, about=("child",), text="\n".join(_lines(answers, language)), captured_at=at,
        sender_key=sender_key(key),
    )  # fmt: skip
    return Concern(
        said_by=SOCIAL_CARE,
        said_by_area=area,
        people=(PersonSaid(key="child", description=described(answers, area=area, at=at)),),
        entries=(said,),
        for_the_desk="now" if answers.get("danger") == "yes" else "working_day",
        referrer=_referrer(answers, key),
    )


def described(answers: Answers, *, area: str, at: datetime) -> NewDescription:
    """The child as whoever told it describes them; what cannot be read as a name, an age or a place stays in the words."""
    name = answers.get("child_name", "")
    place = answers.get("child_place", "")
    postcode = POSTCODE.search(place)
    birth = _birth(answers.get("child_age", ""), at)
    kept = {
        field: answers[field] for field in ("child_name", "child_age", "child_place") if answers.get(field)
    }
    return NewDescription(
        said_by=SOCIAL_CARE,
        said_by_area=area,
        full_name="" if is_not_known(name) else name,
        born_from=birth[0],
        born_to=birth[1],
        postcode=postcode[0] if postcode else "",
        payload={"as_written": kept},
    )


def _birth(age: str, at: datetime) -> tuple:
    try:
        birth = read_birth({"born_about": age}, at=at)
    except (BadInput, OverflowError):
        return None, None
    return birth.born_from, birth.born_to


def _referrer(answers: Answers, key: Key) -> NewReferrer:
    gives = answers.get("contact") != "no"
    given = {
        name: answers.get(name, "") if gives else ""
        for name in ("name", "telephone", "safe_way", "safe_hours")
    }
    who = answers.get("who", "")
    relation = words_in("en")(f"who_{who}") if who else ""
    return NewReferrer(
        told_as="relative" if who == "family" else "public",
        relation=relation,
        asked_to_stay_unnamed=stays_unnamed(dict(answers)),
        unnamed_as=key.unnamed_as,
        **given,
    )


def _happened(chosen: str, at: datetime) -> HappenedWhen:
    """As finely as it was said. Where it was not, it stands about the day on which it was told."""
    today = at.astimezone(LONDON).replace(hour=12, minute=0, second=0, microsecond=0)
    if chosen == "today":
        return HappenedWhen(happened_from=today, happened_to=today, precision="day")
    since = today - timedelta(days=7) if chosen == "week" else today
    return HappenedWhen(happened_from=since, happened_to=today, precision="approx")


def _lines(answers: Answers, language: str) -> Iterator[str]:
    """What the desk reads: danger first, then the words as typed, then what goes with them. Nothing of who told it."""
    english = words_in("en")
    if danger := _DANGER.get(answers.get("danger", "")):
        yield danger
    yield answers.get("seen", "")
    happened = answers.get("happened", "")
    when = dict(BY_NAME["happened"].choices).get(happened)
    for label, words in (
        ("When", english(when) if when else ""),
        ("How often", answers.get("how_often")),
        ("The child, as told", answers.get("child_name")),
        ("Age, as told", answers.get("child_age")),
        ("Lives or goes", answers.get("child_place")),
        ("Told in", words_in(language)("language") if language != "en" else ""),
        ("May be rung back", {"no": "no"}.get(answers.get("contact", ""), "see who told, apart")),
    ):
        if words:
            yield f"{label}: {words}"


def _in_words(concern: Concern) -> Concern:
    """The same with the child in words alone, where a room could not take the name, the age or the postcode."""
    child = concern.people[0]
    bare = NewDescription(
        said_by=child.description.said_by,
        said_by_area=child.description.said_by_area,
        payload=child.description.payload,
    )
    return replace(concern, people=(replace(child, description=bare),))
