"""The Jinja environment that every page is drawn in."""

import re
from typing import Any

import jinja2
from django.templatetags.static import static
from markupsafe import Markup, escape

from kith.web.parts.form import date_pieces
from kith.web.pictures import eyes, lanes, shapes, stays

_QUOTED = re.compile("“([^“”]*)”")
_TELEPHONE = re.compile(r"(?<![\d/=])(?:0\d{2,4} \d{3,4} \d{3,4}|0800 1111|999(?! ?\d))(?![\d])")
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def quoted(words: str) -> Markup:
    """Words as given, escaped; what stands between “ and ” is marked as somebody's own, as ``<q>``."""
    return Markup(_QUOTED.sub(r"<q>\1</q>", str(escape(words))))  # nosec B704: escaped first


def with_numbers(words: str) -> Markup:
    """Our own sentence, escaped and quoted; each telephone number in it can be rung."""
    return Markup(_TELEPHONE.sub(lambda found: str(telephone(found[0])), str(quoted(words))))  # nosec B704: escaped first


def telephone(number: str) -> Markup:
    """A number that can be rung from the page."""
    return Markup('<a class="tel" href="tel:{}">{}</a>').format(number.replace(" ", ""), number)


def number_word(number: int) -> str:
    """``Two`` for 2; figures from eleven up."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def environment(**options: Any) -> jinja2.Environment:
    """Named in the settings; a value that a page forgot is an error, never an empty space that looks like safety."""
    made = jinja2.Environment(  # nosec B701: options has autoescape, as config.pages says
        **{**options, "undefined": jinja2.StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    )
    made.globals.update(static=static, icon=shapes.icon, key_icon=shapes.key_icon, date_pieces=date_pieces)
    made.globals.update(eyes_wide=eyes.wide, eyes_tall=eyes.tall, eyes_table=eyes.table)
    made.globals.update(lanes_wide=lanes.wide, lanes_tall=lanes.tall, lanes_table=lanes.table)
    made.globals.update(stays_wide=stays.wide, stays_tall=stays.tall)
    made.filters.update(
        quoted=quoted, with_numbers=with_numbers, telephone=telephone, number_word=number_word
    )
    return made
