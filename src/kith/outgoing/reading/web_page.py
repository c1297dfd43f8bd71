"""HTML and other markup: the text without its tags, and the markup itself with attributes, comments and scripts."""

import re

from kith.outgoing.reading.gathered import Inside
from kith.outgoing.reading.plain import text_of

_TAG = re.compile(r"<[^<>]*>")


def read_web_page(inside: Inside) -> None:
    """A word that is split by tags or comments is whole in the text; whatever no reader sees is in the markup."""
    markup = text_of(inside.body)
    inside.gathered.say(inside.at("the text"), without_tags(markup))
    inside.gathered.say(inside.at("the markup: an attribute, a comment or a script"), markup)


def without_tags(markup: str) -> str:
    """The text of a page. No parser: each pass goes over the text once, whatever stands in it."""
    return _TAG.sub(" ", _without_comments(markup))


def _without_comments(markup: str) -> str:
    kept, at = [], 0
    while (begins := markup.find("<!--", at)) >= 0:
        ends = markup.find("-->", begins)
        if ends < 0:
            break
        kept.append(markup[at:begins])
        at = ends + 3
    return " ".join((*kept, markup[at:]))
