"""Every form on every page, found by reading the pages; and what is sent in each field, as a browser would or would not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from selectolax.lexbor import LexborHTMLParser

from tests.guard.hostile import crawl
from tests.guard.hostile.judged import TOKEN
from tests.guard.matrix.asking import BODY
from tests.guard.matrix.world import World
from tests.guard.standing_still import taken_back

_ID = re.compile("[0-9a-f]{8}-[0-9a-f-]{27}")
WORDS = frozenset({"text", "search", "email", "tel", "password", "number", "url"})
BY_ITSELF = ("/sign-out", "/sign-in/mine/end")
"""Forms after which whoever sent them is somebody else."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """One form as a page offers it to somebody."""

    who: str
    page: str
    action: str
    typed: tuple[str, ...]
    """Names of the fields for words."""
    chosen: tuple[tuple[str, str], ...]
    """What a browser sends beside them: the hidden fields, and the first of each choice."""
    file: str = ""
    button: tuple[str, str] = ("", "")
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)

    def __str__(self) -> str:
        return f"{self.action} ({', '.join(self.typed)}) by {self.who}"

    def filled(self, words: Mapping[str, str] | str) -> dict[str, str]:
        """What is sent where these words stand in its fields."""
        given = {name: words if isinstance(words, str) else words.get(name, "") for name in self.typed}
        return dict(self.chosen) | given

    def well_filled(self) -> dict[str, str]:
        """What is sent by somebody who fills it in properly, as far as the tests know how."""
        right = {
            name: value for name, value in BODY.items()
            if name in self.typed or value in self.offered.get(name, ())
        }  # fmt: skip
        return (
            self.filled({name: TYPED.get(name, "We saw her at home today.") for name in self.typed}) | right
        )


TYPED = {
    "day": "16", "month": "11", "year": "2026", "next_day": "", "next_month": "", "next_year": "", "hour": "", "minute": "",
    "until": "1", "until_month": "11", "until_year": "2026", "happened": "16", "happened_month": "11", "since": "1",
    "happened_year": "2026", "since_month": "11", "since_year": "2026", "moved": "1", "moved_month": "11",
    "moved_year": "2026", "name": "Robin", "child_name": "Robin Tolland", "postcode": "TQ12 3AB", "right_postcode": "",
    "born": "1", "born_month": "5", "born_year": "2019", "recipient": "Jo Mother",
}  # fmt: skip


def on_every_page(world: World) -> list[Form]:
    """Each form once, by whoever is first offered it."""
    found: dict[tuple[Any, ...], Form] = {}
    for asked, answer, body in crawl.answers(world):
        if answer.headers.get("Content-Type", "").startswith("text/html") and answer.status_code == 200:
            for form in _forms(asked, body.decode()):
                same = (_ID.sub("", form.action), form.typed, form.button, dict(form.chosen).get("what"))
                found.setdefault(same, form)
    return [form for form in found.values() if form.action not in BY_ITSELF]


def _forms(asked: crawl.Asked, page: str) -> Iterator[Form]:
    for form in LexborHTMLParser(page).css("form"):
        if (form.attributes.get("method") or "get").lower() == "post":
            yield _form(form, asked)


def _form(form: Any, asked: crawl.Asked) -> Form:
    typed, chosen, offered, file = [], {}, {}, ""
    for one in form.css("input, textarea, select"):
        name, kind = one.attributes.get("name") or "", (one.attributes.get("type") or "text").lower()
        if not name or name == TOKEN:
            continue
        if one.tag == "textarea" or (one.tag == "input" and kind in WORDS):
            typed.append(name)
        elif kind == "file":
            file = name
        else:
            values = [one.attributes.get("value") or "on"]
            if one.tag == "select":
                values = [option.attributes.get("value") or "" for option in one.css("option")]
            offered[name] = (*offered.get(name, ()), *values)
            if kind != "checkbox":
                chosen.setdefault(name, next((value for value in values if value), ""))
    pressed = next((one for one in form.css("button[name]")), None)
    button = (
        (pressed.attributes["name"] or "", pressed.attributes.get("value") or "") if pressed else ("", "")
    )
    if button[0]:
        chosen.setdefault(*button)
    return Form(
        who=asked.who,
        page=asked.path,
        action=form.attributes.get("action") or asked.path.split("?")[0],
        typed=tuple(typed),
        chosen=tuple(chosen.items()),
        file=file,
        button=button,
        offered=offered,
    )


def send(world: World, form: Form, given: Mapping[str, str]) -> Any:
    """Sent, and what it wrote is taken back."""
    with taken_back():
        return world.clients[form.who].post(form.action, given)


def send_bytes(world: World, form: Form, words: bytes, *, also_chosen: bool = False) -> Any:
    """Sent with these bytes in every field of words, or in every field that there is, as no browser would."""
    body = b"" if also_chosen else urlencode(form.chosen).encode()
    for name in (*form.typed, *(dict(form.chosen) if also_chosen else ())):
        body += b"&" + quote(name).encode() + b"=" + quote(words).encode()
    with taken_back():
        return world.clients[form.who].post(
            form.action, body, content_type="application/x-www-form-urlencoded"
        )


def standing_in(answer: Any) -> dict[str, set[str]]:
    """What stands in the fields of words of the page that came back, by name; two forms may have one of the same name."""
    page = LexborHTMLParser(answer.content.decode())
    held: dict[str, set[str]] = {}
    for one in page.css("textarea, input"):
        words = one.text(deep=True) if one.tag == "textarea" else one.attributes.get("value") or ""
        held.setdefault(one.attributes.get("name") or "", set()).add(words.strip())
    return held
