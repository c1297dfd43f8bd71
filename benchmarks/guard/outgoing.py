"""The outgoing gate: what it costs a page and a megabyte in each format, and how often ordinary documents would be held.

Nothing here has a database: it is reading and searching. The documents are the made-up area's; every home of it is taken
for a hidden one in turn. [--documents N]
"""

import argparse
import random
import time
from datetime import date

from setting import SEED, publish, spread, timed
from tests.rooms import outgoing_files as files

from kith.outgoing.reading import read
from kith.outgoing.reading.kinds import read_here
from kith.people.address_forms import forms_of_address
from kith.people.hidden_words import MAY_BE_FALSE, forms_found, prepared
from kith.simulation.area import make_area

PAGE = 3000
"""Letters."""
HIDDEN = 12
"""Addresses that one document is searched for."""


def main() -> None:
    asked = _asked()
    area = make_area(SEED, 600, date(2026, 11, 20), area="tolland-bay")
    texts = _documents(area)
    homes = [
        (family.key, "\n".join((*home.lines, home.postcode, home.uprn)))
        for family in area.families
        for home in family.homes
    ]
    draw = random.Random(SEED)
    some = [forms_of_address(words) for _, words in draw.sample(homes, HIDDEN)]
    words = " ".join(texts.values())
    lines = [*_cost(words, some), "", *_false(texts, homes, asked.documents, draw)]
    publish("guard/outgoing", lines, kept_as="guard/outgoing")


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--documents", type=int, default=400)
    return asked.parse_args()


def _documents(area) -> dict[str, str]:
    """For each family one document with everything that was written about it."""
    texts: dict[str, list[str]] = {}
    for _, entries in area.days:
        for entry in entries:
            texts.setdefault(entry.family, []).append(f"{entry.text} {entry.childs_words}")
    return {family: "\n".join(told) for family, told in texts.items()}


def _cost(words: str, hidden) -> list[str]:
    """A page, and a megabyte of text, in each format: reading in this process, reading in one of its own, and searching."""
    lines = []
    for name, media_type, make in (
        ("text", "text/plain", lambda text: text.encode()),
        ("HTML", "text/html", lambda text: f"<p>{text.replace('. ', '.</p><p>')}</p>".encode()),
        ("DOCX", "", lambda text: files.docx(body=files.runs(text))),
        ("XLSX", "", lambda text: files.xlsx(shared=tuple(text.split(". ")))),
        ("PDF", "application/pdf", lambda text: files.pdf(drawn=text)),
        ("EML", "message/rfc822", lambda text: files.mail(body=text)),
        ("ZIP", "application/zip", lambda text: files.packed({"a.txt": text})),
    ):
        page, much = make(words[:PAGE]), make((words * 3)[:1_000_000])
        whole = spread(timed(lambda p=page, m=media_type: _search(read(p, media_type=m), hidden), 7))
        begun = time.perf_counter()
        _search(read_here(much, media_type=media_type, name=""), hidden)
        lines.append(f"{name:<5} a page: {whole}; a million letters: {time.perf_counter() - begun:.1f} s")
    picture = files.picture(words="Amira was seen at home with her mother.")
    lines.append(
        f"PNG   a picture read by tesseract: {spread(timed(lambda: _search(read(picture, media_type='image/png'), hidden), 5))}"
    )
    return lines


def _search(told, hidden) -> int:
    views = [prepared(piece.text) for piece in told.pieces]
    return sum(bool(forms_found(view, one)) for view in views for one in hidden)


def _false(
    texts: dict[str, str], homes: list[tuple[str, str]], number: int, draw: random.Random
) -> list[str]:
    """Each of so many documents against every home: its own family's, and each other family's."""
    chosen = draw.sample(sorted(texts), min(number, len(texts)))
    forms = [(family, forms_of_address(words)) for family, words in homes]
    own = own_hits = other = other_hits = held = 0
    by_form: dict[str, int] = {}
    for family in chosen:
        view = prepared(texts[family])
        is_held = False
        for whose, one in forms:
            found = forms_found(view, one)
            if whose == family:
                own, own_hits, is_held = own + 1, own_hits + bool(found), is_held or bool(found)
            else:
                other, other_hits = other + 1, other_hits + bool(found)
            for form in found:
                by_form[form] = by_form.get(form, 0) + 1
        held += is_held
    told = (
        ", ".join(f"{form} {times}" for form, times in sorted(by_form.items(), key=lambda one: -one[1]))
        or "none"
    )
    letters = sum(len(texts[family]) for family in chosen)
    return [
        f"ordinary documents: {len(chosen)}, {letters / 1000:.0f} thousand letters; homes taken for hidden: {len(homes)}",
        f"documents that one of their own family's homes would hold: {held} of {len(chosen)} ({own_hits} of {own} pairs)",
        f"documents and homes of other families: {other_hits} hits in {other} pairs",
        f"by form: {told}",
        f"forms whose hit may mean something else: {', '.join(MAY_BE_FALSE)}",
    ]


if __name__ == "__main__":
    main()
