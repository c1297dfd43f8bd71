"""Answers the child's own door: one page, sent once, in their own words and spelling."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kith.agencies.types import SOCIAL_CARE
from kith.identity.types import NewDescription
from kith.journeys.hear_the_public import CONTACT, Heard, hear_more
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.clock import LONDON, now
from kith.web.parts.form import Form, Problem
from kith.web.policy import policy
from kith.web.reading.typed import LONGEST_LINE, LONGEST_WORDS, read_typed
from kith.web.tell import half_told
from kith.web.tell.door import came_from_elsewhere, door_for, leaves_nothing, show
from kith.web.tell.languages import words_in
from kith.web.tell.page import Door, ToldPage
from kith.web.tell.sealed import Key, key_in, new_key
from kith.web.tell.sending import key_of_more, send, sender_key, told_before
from kith.web.tell.way_back import words_of
from kith.web.tell_child.page import FACES, MePage

TO_MEND, ELSEWHERE = 422, 409
FIELDS = ("face", "words", "who", "reach")
IN_WORDS = ("words", "who", "reach")
_FIRST = "A CHILD WROTE THIS THEMSELVES. Ask them first, where they say that it is safe, and nobody at home before that."
Answers = Mapping[str, str]


@require_http_methods(["GET", "HEAD", "POST"])
@policy("public")
@leaves_nothing
def me(request: HttpRequest) -> HttpResponse:
    """The page, and what a child sends with it."""
    at = now()
    door = door_for(request, at=at)
    if request.method != "POST":
        return show(request, MePage(door=door, key=new_key().text, form=Form()))
    typed = read_typed(request.POST, asked={name: name for name in FIELDS}, in_words=IN_WORDS)
    key = key_in(request.POST.get("key", ""))
    if came_from_elsewhere(request):
        page = MePage(
            door=door, key=new_key().text, form=Form(answers=typed.shown), know_first="came_from_elsewhere"
        )
        return show(request, page, status=ELSEWHERE)
    if request.POST.get("to_language"):
        return show(request, MePage(door=door, key=key.text, form=Form(answers=typed.shown)))
    heard = told_before(key=key, area=door.area) if door.area else None
    if heard:
        _add(door, key, heard, typed.answers, at)
        return _thanks(request, door, key)
    problems = _problems(door, typed.answers, typed.too_long)
    if problems or not door.area:
        page = MePage(door=door, key=key.text, form=Form(answers=typed.shown, problems=problems))
        return show(request, page, status=TO_MEND)
    answers = half_told.save(key=key, answers=typed.answers, at=at).answers
    concern = concern_from(answers, key=key, area=door.area, language=door.words.code, at=at)
    send(key=key, concern=concern, area=door.area, at=at)
    return _thanks(request, door, key)


def _add(door: Door, key: Key, heard: Heard, answers: Answers, at: datetime) -> None:
    """It was sent: what a child wrote on a page that they went back to is put beside it."""
    text, words = "\n".join(_lines(answers, door.words.code)), answers.get("words", "")
    hear_more(
        contact=heard.contact, text=text, childs_words=words, sender_key=key_of_more(key.telling, text, words),
        area=door.area, at=at,
    )  # fmt: skip


def _thanks(request: HttpRequest, door: Door, key: Key) -> HttpResponse:
    return show(request, ToldPage(door=door, five_words=words_of(key=key), is_child=True))


def _problems(door: Door, answers: Answers, too_long: Answers) -> tuple[Problem, ...]:
    most = {name: LONGEST_WORDS if name in IN_WORDS else LONGEST_LINE for name in FIELDS}
    long = [
        Problem(field=name, words=door.words("too_long", most=f"{most[name]:,}"))
        for name in FIELDS
        if name in too_long
    ]
    said_nothing = not long and not any(answers.get(name) for name in FIELDS)
    missing = [Problem(field="face", words=door.words("me_missing"))] if said_nothing else []
    return tuple([*missing, *long])


def concern_from(answers: Answers, *, key: Key, area: str, language: str, at: datetime) -> Concern:
    """What a child told: their words as typed, and nothing made of them."""
    today = at.astimezone(LONDON)
    said = EntrySaid(
        key="told", kind=CONTACT, happened_from=today, happened_to=today, precision="approx", about=("child",),
        details={"referrer_role": "the child"}, text="\n".join(_lines(answers, language)),
        childs_words=answers.get("words", ""), voice="child", captured_at=at, sender_key=sender_key(key),
    )  # fmt: skip
    who = answers.get("who", "")
    described = NewDescription(
        said_by=SOCIAL_CARE, said_by_area=area, full_name=_name_in(who), payload={"as_written": {"who": who}}
    )
    return Concern(
        said_by=SOCIAL_CARE,
        said_by_area=area,
        people=(PersonSaid(key="child", description=described),),
        entries=(said,),
        for_the_desk="today",
    )


def _name_in(who: str) -> str:
    """The first words of ``Tam Okafor, 9, Harbour School``, up to a sign or a figure; more than four words are a sentence."""
    end = next((place for place, sign in enumerate(who) if not (sign.isalpha() or sign in " '’-")), len(who))
    parts = who[:end].split()
    return " ".join(parts) if len(parts) <= 4 else ""


def _lines(answers: Answers, language: str) -> Iterator[str]:
    """What the desk reads beside the child's words."""
    yield _FIRST
    face = answers.get("face", "")
    for label, words in (
        ("Feels", words_in("en")(f"me_face_{face}") if face in FACES else ""),
        ("Who, as typed", answers.get("who")),
        ("Safe way to talk, and who must not know", answers.get("reach")),
        ("Told in", words_in(language)("language") if language != "en" else ""),
    ):
        if words:
            yield f"{label}: {words}"
