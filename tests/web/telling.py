"""The public door as the tests use it: no one is signed in, and every page is answered from its own form."""

from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.test import Client
from PIL import Image

from tests.web.drawing import Element
from tests.web.forms import page

SEEN = "He sleeps in the shed. He was cold and had a mark on his leg."
TOLD = (
    {"danger": "no"},
    {
        "child_name": "Casper Lyle",
        "child_age": "about 4",
        "child_place": "Quay Street, next to the chip shop",
    },
    {"seen": SEEN},
    {"happened": "week", "how_often": "Most nights"},
    {},
    {"who": "neighbour"},
    {
        "contact": "quietly",
        "name": "Zebedee Quillfeather",
        "telephone": "07700 900321",
        "safe_way": "Text first",
    },
)
"""One answer a page, in their order."""


def carried(answer: HttpResponse) -> dict[str, str]:
    """What the form of a page carries along unseen."""
    (form,) = [one for one in page(answer).all("form") if "id" not in one.attributes]
    return {
        one.attributes["name"]: one.attributes.get("value", "")
        for one in form.all("input")
        if one.attributes.get("type") == "hidden"
    }


def go_on(client: Client, answer: HttpResponse, said: dict[str, Any], **options: Any) -> HttpResponse:
    """Submit a page with these answers."""
    return client.post("/tell/", {**carried(answer), **said}, **options)


def to_the_end(client: Client, *told: dict[str, Any], language: str = "en") -> HttpResponse:
    """The last page, on which everything stands once more."""
    answer = client.get("/tell/", {"language": language})
    for said in told:
        answer = go_on(client, answer, said)
        assert answer.status_code == 200, answer.content.decode()
    return answer


def at_once(client: Client, *told: dict[str, Any]) -> HttpResponse:
    """The last page, from the first in one submit: for tests that are about what is sent, not about the way there."""
    said = {name: words for page in told for name, words in page.items()}
    return go_on(client, client.get("/tell/"), {**said, "go": "to-check"})


def send(client: Client, answer: HttpResponse) -> HttpResponse:
    """Press the button of the last page."""
    return go_on(client, answer, {"go": "send"})


def five_words(answer: HttpResponse) -> str:
    """The way back that a page gives."""
    (they,) = page(answer).classed("five-words__they")
    return they.text


def heading(answer: HttpResponse) -> str:
    return page(answer).all("h1")[0].text


def main(answer: HttpResponse) -> Element:
    return page(answer).all("main")[0]


def picture(format: str = "JPEG") -> BytesIO:
    """A photograph of noise."""
    body = BytesIO()
    Image.effect_noise((320, 240), 60).convert("RGB").save(body, format)
    body.seek(0)
    body.name = "shed." + format.lower()
    return body
