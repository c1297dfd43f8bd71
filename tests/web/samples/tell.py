"""The public door: a neighbour who tells of a worry, their way back, a child's own page; in English, Welsh and Arabic."""

from dataclasses import replace

from kith.web.parts.form import Form, Problem
from kith.web.tell.filling import gives_away
from kith.web.tell.languages import words_in
from kith.web.tell.page import AgainPage, Checked, Door, TellPage, ToldPage
from kith.web.tell.questions import CHECK, QUESTIONS, fields_of
from kith.web.tell_child.page import MePage

KEY = "a" * 43
FIVE = "orchard kettle amber pilot seven"
SEEN = "He sleeps in the shed. I am his aunt and I can see it from my window."


def door(code: str = "en") -> Door:
    words = words_in(code)
    when = words("when_by", day=words("today"), time="6pm" if code == "en" else "18:00")
    others = tuple((one, words_in(one)("language")) for one in ("en", "cy", "ar") if one != code)
    return Door(
        words=words, area="tolland-bay", desk="01632 960 140", read=when, languages=others, invented=True
    )


def question(
    step: str, answers: dict[str, str] | None = None, *, code: str = "en", **more: object
) -> TellPage:
    problems = more.pop("problems", ())
    return TellPage(
        door=door(code),
        key=KEY,
        step=step,
        number=QUESTIONS.index(step) + 1 if step in QUESTIONS else 0,
        count=len(QUESTIONS),
        asked=fields_of(step),
        form=Form(answers=answers or {}, problems=problems),
        **more,
    )


EN = words_in("en")
NOW = question("now")
CHILD = question("child", {"child_name": "Casper", "child_age": "about 4"}, know_first="now_ring")
SEEN_PAGE = question("seen")
SEEN_MISSING = question("seen", problems=(Problem(field="seen", words=EN("seen_missing")),))
WHEN = question("when", {"happened": "week"})
PHOTOGRAPHS = question("photographs", photographs=2)
PHOTOGRAPHS_REFUSED = question(
    "photographs", problems=(Problem(field="files", words=EN("photographs_refused")),)
)
WHO = question("who")
CONTACT = question("contact", {"contact": "quietly", "name": "Zeb"})
CHECKED = question(
    CHECK,
    checked=tuple(
        Checked(step=step, question=EN(f"{step}_title"), answer=SEEN if step == "seen" else EN("check_blank"))
        for step in QUESTIONS
    ),
    gives_away=gives_away({"seen": SEEN, "contact": "no"}),
)
CHECKED_SAFE = replace(CHECKED, gives_away=())
SENT = ToldPage(door=door(), five_words=FIVE, busy=True)
SENT_BY_A_CHILD = ToldPage(door=door(), five_words=FIVE, is_child=True)
AGAIN = AgainPage(door=door(), form=Form())
AGAIN_NOT_FOUND = AgainPage(
    door=door(),
    form=Form(answers={"words": FIVE}, problems=(Problem(field="words", words=EN("again_not_found")),)),
)
AGAIN_FOUND = AgainPage(
    door=door(),
    form=Form(),
    five_words=FIVE,
    said=(EN("again_received", day="16/11/2026"), EN("again_read"), EN("again_not_decided")),
    know_first="again_more_sent",
)
ME = MePage(door=door(), key=KEY, form=Form(answers={"face": "sad"}))
ME_MISSING = MePage(
    door=door(), key=KEY, form=Form(problems=(Problem(field="face", words=EN("me_missing")),))
)
WELSH = question("seen", code="cy")
ARABIC = question("now", code="ar")
ARABIC_CONTACT = question("contact", {"contact": "no"}, code="ar")
ARABIC_ME = MePage(door=door("ar"), key=KEY, form=Form())
