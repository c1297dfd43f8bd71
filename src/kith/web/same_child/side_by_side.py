"""Two descriptions field by field, each row saying in words whether they agree; it decides nothing."""

import unicodedata
from collections.abc import Iterable
from datetime import date

from rapidfuzz.distance import Levenshtein

from kith.identity.types import Described, Evidence
from kith.web.dates import long_day
from kith.web.same_child.page import DIFFERS, NEARLY, SAME, UNKNOWN, Row

SEXES = {"female": "girl", "male": "boy"}
NOT_SAID = "not said"
HOME = {"address": "Where they live", "phone": "Telephone"}


def rows_of(new: Described, known: Described, evidence: Iterable[Evidence]) -> tuple[Row, ...]:
    """The rows in the order in which people ask: names, birth, sex, numbers, whose child, which home."""
    rows = [
        _names(new, known),
        _also_called(new, known),
        _births(new, known),
        _plain("Girl or boy", SEXES.get(new.sex, ""), SEXES.get(known.sex, "")),
        _number("NHS number", new.nhs_number, known.nhs_number),
        _number("Pupil number", new.upn, known.upn),
        _guardians(new, known),
    ]
    return (*rows, *_home(evidence))


# ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _names(new: Described, known: Described) -> Row:
    agrees, words = _names_agree(new, known)
    return Row(label="Name", new=new.name, known=known.name, agrees=agrees, words=words)


def _names_agree(new: Described, known: Described) -> tuple[str, str]:
    mine, theirs = _parts(new.full_name), _parts(known.full_name)
    if not mine or not theirs:
        return UNKNOWN, "One of them gives no full name."
    if mine == theirs:
        return SAME, "The same name."
    if sorted(mine) == sorted(theirs):
        return NEARLY, "The same names in another order."
    last = _last_names(mine, theirs)
    if mine[0] == theirs[0]:
        return NEARLY, f"Same first name, {last}."
    apart = Levenshtein.distance(mine[0], theirs[0])
    if apart <= 2:
        one = "one letter" if apart == 1 else "two letters"
        other = "a twin" if _same_day(new, known) else "a brother or sister"
        return NEARLY, f"First names {one} apart, {last}: a spelling, or {other}."
    return DIFFERS, f"Different first name, {last}{_twin(new, known, bool(set(mine[1:]) & set(theirs[1:])))}"


def _twin(new: Described, known: Described, same_last: bool) -> str:
    """The same birthday and last name with another first name is what a twin looks like."""
    if not same_last:
        return "."
    return ": could be a twin." if _same_day(new, known) else ": could be a brother or sister."


def _same_day(new: Described, known: Described) -> bool:
    return _day(new) is not None and _day(new) == _day(known)


def _last_names(mine: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    if mine[-1] == theirs[-1]:
        return "same last name"
    if set(mine[1:]) & set(theirs[1:]):
        return "one last name in common"
    apart = Levenshtein.distance(mine[-1], theirs[-1])
    return (
        f"last names {'one letter' if apart == 1 else 'two letters'} apart"
        if apart <= 2
        else "different last name"
    )


def _also_called(new: Described, known: Described) -> Row:
    mine, theirs = _called(new), _called(known)
    both = {_plainly(one) for one in (*mine, new.full_name)} & {
        _plainly(one) for one in (*theirs, known.full_name)
    }
    row = {"label": "Also called", "new": ", ".join(mine) or NOT_SAID, "known": ", ".join(theirs) or NOT_SAID}
    if not mine and not theirs:
        return Row(**row, agrees=UNKNOWN, words="Neither gives another name.")
    if both - {""}:
        return Row(**row, agrees=SAME, words="Both give one name that is the same.")
    return Row(**row, agrees=UNKNOWN, words="No other name that both give.")


def _called(one: Described) -> tuple[str, ...]:
    return tuple(part for part in (one.known_as, *one.other_names) if part and part != one.full_name)


def _parts(name: str) -> tuple[str, ...]:
    return tuple(plain for part in name.replace("-", " ").split() if (plain := _plainly(part)))


def _plainly(name: str) -> str:
    """Without accents, capitals and marks."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum() or letter == " ")


# ── births ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _births(new: Described, known: Described) -> Row:
    agrees, words = _births_agree(new, known)
    return Row(label="Born", new=born(new), known=born(known), agrees=agrees, words=words)


def _births_agree(new: Described, known: Described) -> tuple[str, str]:
    mine, theirs = _day(new), _day(known)
    if mine and theirs:
        return _days_agree(mine, theirs)
    if new.expected_on or known.expected_on:
        return UNKNOWN, "One was not born yet when this was said."
    if not (new.born_from and new.born_to and known.born_from and known.born_to):
        return UNKNOWN, "One of them gives no birthday."
    if new.born_from <= known.born_to and known.born_from <= new.born_to:
        return NEARLY, "They can be the same: one is known only roughly."
    return DIFFERS, "They cannot be the same, as far as is known."


def _days_agree(mine: date, theirs: date) -> tuple[str, str]:
    if mine == theirs:
        return SAME, "The same birthday."
    if mine.year == theirs.year and (mine.day, mine.month) == (theirs.month, theirs.day):
        return NEARLY, "Day and month changed round."
    apart = sum(a != b for a, b in zip(f"{mine:%d%m%Y}", f"{theirs:%d%m%Y}", strict=True))
    if apart == 1:
        return NEARLY, "Birthday one digit apart."
    days = abs((mine - theirs).days)
    return DIFFERS, f"Birthdays {days} days apart." if days < 60 else "Different birthdays."


def _day(one: Described) -> date | None:
    return one.born_from if one.born_from == one.born_to else None


def born(one: Described) -> str:
    """A birth as one agency gives it."""
    if one.expected_on:
        return f"expected {long_day(one.expected_on)}"
    if one.born_from is None or one.born_to is None:
        return NOT_SAID
    if one.born_from == one.born_to:
        return long_day(one.born_from)
    return f"between {long_day(one.born_from)} and {long_day(one.born_to)}"


# ── numbers, parents, home ────────────────────────────────────────────────────────────────────────────────────────


def _plain(label: str, mine: str, theirs: str) -> Row:
    if not mine or not theirs:
        agrees, words = UNKNOWN, "Not said by both."
    else:
        agrees, words = (SAME, "The same.") if mine == theirs else (DIFFERS, "Different.")
    return Row(label=label, new=mine or NOT_SAID, known=theirs or NOT_SAID, agrees=agrees, words=words)


def _number(label: str, mine: str, theirs: str) -> Row:
    """That there is a number, and whether it is the same; the number itself is not shown."""
    row = _plain(label, mine.replace(" ", ""), theirs.replace(" ", ""))
    words = {
        SAME: "The same number. Numbers get copied between brothers and sisters.",
        DIFFERS: "Different numbers.",
        UNKNOWN: "Not given by both.",
    }[row.agrees]
    shown = ("given" if given else "not given" for given in (mine, theirs))
    return Row(label=label, new=next(shown), known=next(shown), agrees=row.agrees, words=words)


def _guardians(new: Described, known: Described) -> Row:
    mine = {_plainly(name): name for name in new.guardian_names}
    both = [name for plain, name in mine.items() if plain in {_plainly(one) for one in known.guardian_names}]
    if not new.guardian_names or not known.guardian_names:
        agrees, words = UNKNOWN, "Not said by both."
    elif both:
        agrees, words = SAME, f"Same parent or carer: {', '.join(both)}."
    else:
        agrees, words = DIFFERS, "No parent or carer is named by both."
    return Row(
        label="Parents or carers",
        new=", ".join(new.guardian_names) or NOT_SAID,
        known=", ".join(known.guardian_names) or NOT_SAID,
        agrees=agrees,
        words=words,
    )


def _home(evidence: Iterable[Evidence]) -> tuple[Row, ...]:
    """Where they live is never shown; what Kith found when it compared it, is."""
    shown = "not shown here"
    return tuple(
        Row(
            label=HOME[piece.comparison],
            new=shown,
            known=shown,
            agrees=SAME if piece.bits > 0 else DIFFERS,
            words=piece.words,
        )
        for piece in evidence
        if piece.comparison in HOME
    )
