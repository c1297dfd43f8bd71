"""Fills the pages of the public door from what was typed so far."""

import secrets
from collections.abc import Iterator, Mapping

from kith.people.tells_who_it_is import tells_who_it_is
from kith.web.parts.form import Form, Problem
from kith.web.tell import half_told
from kith.web.tell.page import Checked, Door, TellPage
from kith.web.tell.questions import CHECK, CONTACT, PHOTOGRAPHS, QUESTIONS, fields_of, stays_unnamed
from kith.web.tell.sealed import Key

Answers = Mapping[str, str]


def page_of(
    *,
    door: Door,
    key: Key,
    step: str,
    answers: Answers,
    problems: tuple[Problem, ...] = (),
    know_first: str = "",
) -> TellPage:
    """One page, with what was typed on it."""
    photographs = half_told.photographs_held(key=key) if step in (PHOTOGRAPHS, CHECK) else 0
    return TellPage(
        door=door,
        key=key.text,
        step=step,
        number=QUESTIONS.index(step) + 1 if step in QUESTIONS else 0,
        count=len(QUESTIONS),
        asked=fields_of(step),
        form=Form(answers=answers, problems=problems),
        know_first=know_first,
        drawn=secrets.token_urlsafe(6),
        photographs=photographs,
        checked=tuple(_checked(door, answers, photographs)) if step == CHECK else (),
        gives_away=gives_away(answers) if step == CHECK else (),
    )


def gives_away(answers: Answers) -> tuple[str, ...]:
    """The words that may tell who told, each once, where they asked to stay unnamed."""
    if not stays_unnamed(dict(answers)):
        return ()
    typed = "\n".join(answers.get(name, "") for name in ("seen", "how_often", "child_name", "child_place"))
    found = tells_who_it_is(words=typed, name=answers.get("name", ""), telephone=answers.get("telephone", ""))
    return tuple(dict.fromkeys(one.quote for one in found))


def _checked(door: Door, answers: Answers, photographs: int) -> Iterator[Checked]:
    """Each question with its answer, in the order of the pages."""
    words = door.words
    for step in QUESTIONS:
        said = [
            words(dict(one.choices)[answers[one.name]]) if one.choices else answers[one.name]
            for one in fields_of(step)
            if answers.get(one.name) and not _is_let_go(step, one.name, answers)
        ]
        if step == PHOTOGRAPHS and photographs:
            said = [words("photographs_held", count=photographs)]
        yield Checked(
            step=step,
            question=words(f"{step}_title"),
            answer="\n".join(said) or words("check_blank"),
        )


def _is_let_go(step: str, name: str, answers: Answers) -> bool:
    return step == CONTACT and answers.get("contact") == "no" and name != "contact"
