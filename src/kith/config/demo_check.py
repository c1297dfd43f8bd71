"""Walks the demo as a visitor would: sign-in, home, a child, the chronology. Says what failed."""

import re
from collections.abc import Iterator
from http.cookiejar import CookieJar
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

LONGEST = 30
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
PERSON = re.compile(r'name="practitioner" value="([^"]+)"')
CHILD = re.compile(r'href="(/children/[0-9a-f-]{36}/)')


class Failed(Exception):
    """What the visitor could not do, in a sentence."""


def walk(address: str) -> list[str]:
    """What was seen, a line each. Raises Failed."""
    return list(_steps(address, build_opener(HTTPCookieProcessor(CookieJar()))))


def _steps(address: str, visitor: OpenerDirector) -> Iterator[str]:
    door = _fetch(visitor, f"{address}/sign-in")
    people = PERSON.findall(door)
    if not people:
        raise Failed("the sign-in page offers nobody to look round as")
    yield f"sign-in: {len(people)} people to look round as"
    for person in people:
        home = _enter(visitor, address, door, person)
        children = CHILD.findall(home)
        if children:
            break
        door = _fetch(visitor, f"{address}/sign-in")
    else:
        raise Failed("nobody on offer has a child on their page")
    yield f"home: {len(set(children))} children named"
    child = _fetch(visitor, address + children[0])
    _must_say(child, "The story so far", "the child's page")
    yield f"child: {len(child) / 1000:.0f} KB"
    chronology = _fetch(visitor, f"{address}{children[0]}chronology/")
    _must_say(chronology, "Chronology", "the chronology")
    yield f"chronology: {len(chronology) / 1000:.0f} KB"


def _enter(visitor: OpenerDirector, address: str, door: str, person: str) -> str:
    token = TOKEN.search(door)
    if token is None:
        raise Failed("the sign-in page has no form")
    posted = urlencode({"csrfmiddlewaretoken": token[1], "practitioner": person}).encode()
    headers = {"Referer": f"{address}/sign-in", "Origin": address}
    return _fetch(visitor, Request(f"{address}/sign-in/as", data=posted, headers=headers))


def _fetch(visitor: OpenerDirector, wanted: str | Request) -> str:
    where = wanted if isinstance(wanted, str) else wanted.full_url
    try:
        with visitor.open(wanted, timeout=LONGEST) as answer:
            return str(answer.read().decode())
    except (URLError, OSError) as problem:
        raise Failed(f"{where}: {problem}") from problem


def _must_say(page: str, words: str, name: str) -> None:
    if words not in page:
        raise Failed(f"{name} does not say “{words}”")
