"""Finds words that give a referrer away, for a person to look at before others read them; it never stops anybody."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

KIN = (
    "mum|mam|mummy|mother|dad|daddy|father|step-?mum|step-?dad|step-?mother|step-?father|nan|nanna|nana|nanny|gran|granny|"
    "grandma|grandmother|grandad|granddad|grandpa|grandfather|grandparent|aunt|auntie|aunty|uncle|cousin|sister|brother|"
    "half-?sister|half-?brother|niece|nephew|son|daughter|grandson|granddaughter|grandchild|godmother|godfather|ex|"
    "ex-partner|partner|wife|husband|girlfriend|boyfriend|in-law|relative"
)
POSTS = (
    "neighbour|landlord|landlady|lodger|childminder|babysitter|teacher|tutor|coach|cleaner|carer|friend|best friend|"
    "colleague|boss|manager|postman|shopkeeper|nurse|doctor|midwife"
)
_WHOSE = r"(?:her|his|their|the (?:child|boy|girl|baby|kid|mum|mother|dad|father)(?:['’]?s)?|\w+['’]s)"
_RULES = (
    ("says who they are to the child", rf"\b(?:i am|i['’]?m|as|being)\s+(?:also\s+)?{_WHOSE}\s+(?:\w+\s+)?(?:{KIN}|{POSTS})\b"),
    ("says who they are to the child", rf"\bthe (?:child|boy|girl|baby|kid)\s+is\s+my\s+(?:{KIN})\b"),
    ("says who the child or parent is to them", rf"\bmy\s+(?:\w+\s+)?(?:{KIN}|neighbours?|tenants?|pupils?|{POSTS})\b"),
    ("says where they live", r"\b(?:next[ -]door(?: to)?|across the (?:road|street|landing|hall)|over the (?:road|fence)|"
     r"opposite (?:us|me|them|her|him)|(?:up|down)stairs from|(?:above|below|under|beside) (?:us|me|them|her|him)|"
     r"through (?:the|my|our) (?:wall|ceiling|floor)s?|from (?:my|our) (?:window|garden|kitchen|flat|house|balcony)|"
     r"i live (?:at|in|on|near|above|below|with|opposite)\b[^.,;\n]{0,40})"),
    ("says that few others know it", r"\b(?:only i (?:know|saw|was)|(?:she|he|they) (?:only )?told (?:only )?me\b(?: in confidence)?|"
     r"nobody else (?:knows|saw)|i was the only one|no one else (?:knows|saw))"),
    ("asks not to be named", r"\b(?:(?:don['’]?t|do not|please don['’]?t) (?:tell|let|say|mention)[^.\n]{0,40}(?:me|it was|who|name)\b|"
     r"(?:they|she|he) (?:will|would|['’]ll) know (?:it was|it['’]?s) me)"),
    ("looks like an e-mail address", r"[\w.+-]+@[\w-]+\.[\w.-]+"),
    ("looks like a telephone number", r"(?<!\d)(?:\+44\s?|0)(?:[\s()-]*\d){9,10}(?!\d)"),
)  # fmt: skip
_COMPILED = tuple((why, re.compile(rule, re.IGNORECASE)) for why, rule in _RULES)
SHORTEST_NAME = 3
LONGEST_READ = 20_000


@dataclass(frozen=True, kw_only=True)
class GivesAway:
    """Some of the words, where they stand, and why a person should look at them."""

    quote: str
    why: str
    begin: int
    end: int


def tells_who_it_is(*, words: str, name: str = "", telephone: str = "") -> tuple[GivesAway, ...]:
    """What in ``words`` may tell who the referrer is, in its order, each stretch once.

    ``name`` and ``telephone`` are the referrer's own, where they are known. An empty answer does not say that the words are safe:
    what only one person can have seen gives them away too, and no rule finds that.
    """
    read = words[:LONGEST_READ]
    found = sorted(
        [*_by_rule(read), *_own_name(read, name), *_own_number(read, telephone)], key=lambda one: one.begin
    )
    kept: list[GivesAway] = []
    for one in found:
        if not kept or one.begin >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _by_rule(words: str) -> Iterator[GivesAway]:
    for why, rule in _COMPILED:
        for match in rule.finditer(words):
            yield _quoted(words, match.start(), match.end(), why)


def _own_name(words: str, name: str) -> Iterator[GivesAway]:
    """Any part of the referrer's own name, whatever its case or accents."""
    own = {_plain(part) for part in re.split(r"[\s,.-]+", name) if len(part) >= SHORTEST_NAME}
    for match in re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)*", words):
        spoken = _plain(re.sub(r"['’]s$", "", match[0], flags=re.IGNORECASE))
        if spoken in own:
            yield _quoted(words, match.start(), match.end(), "is a name of theirs")


def _own_number(words: str, telephone: str) -> Iterator[GivesAway]:
    """The last six digits of the referrer's own number, however they are written."""
    digits = re.sub(r"\D", "", telephone)[-6:]
    if len(digits) == 6:
        for match in re.finditer(r"[\s().-]*".join(digits), words):
            yield _quoted(words, match.start(), match.end(), "is a number of theirs")


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word).casefold()
    return "".join(one for one in folded if one.isalnum())


def _quoted(words: str, begin: int, end: int, why: str) -> GivesAway:
    return GivesAway(quote=words[begin:end].strip(), why=why, begin=begin, end=end)
