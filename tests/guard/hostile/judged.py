"""What an answer is made of, as a browser's parser reads it: its elements, its addresses, and the words between the marks."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

MARKED = re.compile(r"Zq(\d{3})a(.*?)(Zq\1z|$)", re.DOTALL | re.IGNORECASE)
"""Words between a column's two marks, or from the first to the end where a page shows only the beginning."""
ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "srcset", "poster", "data", "ping", "background", "cite"}
)
SCHEMES = ("http:", "https:", "/", "#", "?", "tel:", "mailto:", "data:image/")
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"', re.DOTALL)
_FIRST_MARK = re.compile(r"Zq(\d{3})a", re.IGNORECASE)
_BLANK = re.compile(r"\s+")
TOKEN = "csrfmiddlewaretoken"
THEIRS = {"q"}
"""What a page makes of “somebody's own words”: an element without any power."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """What an answer is made of."""

    elements: Counter[tuple[str, ...]]
    """Each element with the names of its attributes, and how often."""
    addresses: frozenset[str]
    said: dict[int, set[tuple[str, bool]]]
    """By the number of a column, what stands after its first mark, without blanks, and whether the last mark ends it."""
    wrong: tuple[str, ...] = ()
    marks: frozenset[int] = frozenset()
    """The columns whose first mark stands anywhere: words without their last mark may run on into the next ones."""


def made_of(answer: Any, body: bytes) -> Made:
    """By what the answer says that it is; anything else than a page, a sheet or JSON has no parts."""
    kind, words = (
        answer.headers.get("Content-Type", ""),
        body.decode("utf-8", "strict" if body[:1] != b"\xff" else "replace"),
    )
    if kind.startswith("text/html"):
        return _page(words)
    if kind.startswith("text/css"):
        return Made(elements=Counter([(_STRING.sub('""', words),)]), addresses=frozenset(), said={})
    if kind.startswith("application/json"):
        leaves = list(_leaves(json.loads(words)))
        return Made(
            elements=Counter(name for name, _ in leaves),
            addresses=frozenset(),
            said=_said(str(value) for _, value in leaves),
            marks=_marks(words),
        )
    return Made(elements=Counter(), addresses=frozenset(), said={})


def _page(words: str) -> Made:
    root = LexborHTMLParser(words).root
    elements: Counter[tuple[str, ...]] = Counter()
    addresses, texts, wrong = set(), [], []
    for node in root.traverse(include_text=True) if root else ():
        if node.tag == "-text":
            texts.append(node.text_content or "")
            continue
        given = {name: value or "" for name, value in node.attributes.items()} if node.is_element_node else {}
        if given.get("name") == TOKEN:
            given["value"] = ""
        if node.tag not in THEIRS:
            elements[(node.tag, *sorted(given))] += 1
        texts += given.values()
        for name in ADDRESSES & set(given):
            address = _plain(given[name])
            addresses.add(address)
            if address and not address.startswith(SCHEMES) and not _is_a_field_of(node, name):
                wrong.append(f"<{node.tag} {name}> leads to words that somebody typed: {given[name][:60]!r}")
    return Made(
        elements=elements,
        addresses=frozenset(addresses),
        said=_said(_joined(root, texts)),
        wrong=tuple(wrong),
        marks=_marks(words),
    )


def _marks(words: str) -> frozenset[int]:
    return frozenset(int(number) for number in _FIRST_MARK.findall(words))


def _is_a_field_of(node: Any, name: str) -> bool:
    return bool(name == "data" and node.tag != "object")


def _joined(root: Any, texts: list[str]) -> Iterator[str]:
    """Each text by itself, and what a person reads over elements that only set words apart."""
    yield from texts
    for part in root.css("p, li, dd, td, h1, h2, h3, blockquote, textarea") if root else ():
        yield part.text(deep=True, separator="")


def _plain(address: str) -> str:
    """An address without ids, tokens and what stands between marks."""
    address = MARKED.sub("§", address)
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "§id", address)


def _said(texts: Any) -> dict[int, set[tuple[str, bool]]]:
    said: dict[int, set[tuple[str, bool]]] = {}
    for text in texts:
        for number, words, end in MARKED.findall(text):
            said.setdefault(int(number), set()).add((without_blanks(words), bool(end)))
    return said


def without_blanks(words: str) -> str:
    """A browser draws blanks as it likes, and a telephone number in an address has none."""
    return _BLANK.sub("", words)


def _leaves(held: Any, name: str = "") -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(held, dict):
        for key, value in held.items():
            yield from _leaves(value, f"{name}.{key}")
    elif isinstance(held, list):
        for value in held:
            yield from _leaves(value, f"{name}[]")
    else:
        yield (name, type(held).__name__), held


def wrong_beside(
    plain: Made, now: Made, typed: dict[int, str], status: int, clipped: frozenset[int] = frozenset()
) -> list[str]:
    """What the answer with hostile words has that the one with plain words had not, and words that were changed.

    ``clipped`` are columns that may be absent: they stand in one line after words too long for it.
    """
    found = list(now.wrong)
    if status >= 500:
        found.append(f"a fault of ours, {status}")
    more = now.elements - plain.elements
    found += [f"an element more: {' '.join(one)[:90]} ({number})" for one, number in list(more.items())[:4]]
    less = plain.elements - now.elements
    found += [f"an element less: {' '.join(one)[:90]} ({number})" for one, number in list(less.items())[:4]]
    found += [f"an address more: {one[:90]!r}" for one in sorted(now.addresses - plain.addresses)[:4]]
    found += [f"column {number} is not there" for number in sorted(set(plain.said) - now.marks - clipped)]
    for number, texts in now.said.items():
        whole = typed.get(number, "")
        changed = [words for words, ended in texts if not _is(words, whole, ended)]
        found += [f"column {number} says {words[:60]!r} for {whole[:60]!r}" for words in changed]
    return found


def _is(shown: str, whole: str, ended: bool) -> bool:
    """The words themselves; where a page shows their beginning or their first word, that, and then its own."""
    said = without_blanks(whole).casefold()
    shown = shown.casefold()
    if ended:
        return shown == said
    first = _BLANK.split(whole, maxsplit=1)[0].casefold()
    return said.startswith(shown.rstrip("….")) or shown.startswith((said[:14], first))
