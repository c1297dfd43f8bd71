"""Reads the numbers and codes that people type: NHS number, UPN, postcode, telephone, UPRN."""

import re

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""The 23 letters a UPN may hold (not I, O or S), each standing for its place in this row."""
POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})", re.IGNORECASE)
_UPN = re.compile(rf"[{UPN_LETTERS}]\d{{11}}[\d{UPN_LETTERS}]")
_SPACES = re.compile(r"[\s\-().]+")
_NHS_WEIGHTS = range(10, 1, -1)


def nhs_number(typed: str) -> str:
    """The ten digits of a valid NHS number, else an empty string.

    The tenth digit is eleven less the weighted sum of the first nine, modulo eleven; eleven counts as nought and ten
    is never issued (NHS Data Dictionary). Ten equal digits pass that sum yet are a filler, so they are turned away.
    """
    if not typed:
        return ""
    digits = _SPACES.sub("", typed)
    if not re.fullmatch(r"[0-9]{10}", digits) or len(set(digits)) == 1:
        return ""
    total = sum(int(digit) * weight for digit, weight in zip(digits, _NHS_WEIGHTS, strict=False))
    return digits if (11 - total % 11) % 11 == int(digits[9]) else ""


def upn(typed: str) -> str:
    """The thirteen characters of a valid Unique Pupil Number, permanent or temporary, else an empty string.

    The check letter is the weighted sum of the other twelve (weights 2 to 13) modulo 23; a letter at the end of a
    temporary number counts as its place among the 23 (UK Government Data Standards Catalogue, UPN 2.0).
    """
    if not typed:
        return ""
    code = _SPACES.sub("", typed).upper()
    if not _UPN.fullmatch(code):
        return ""
    total = sum(weight * _value(character) for weight, character in enumerate(code[1:], start=2))
    return code if UPN_LETTERS[total % 23] == code[0] else ""


def _value(character: str) -> int:
    return int(character) if character.isdigit() else UPN_LETTERS.index(character)


def postcode(typed: str) -> str:
    """A postcode in capitals with its one space, else an empty string: ``ls14pj`` is ``LS1 4PJ``."""
    if not typed:
        return ""
    found = POSTCODE.fullmatch(_SPACES.sub("", typed))
    return f"{found[1]} {found[2]}".upper() if found else ""


def outward(typed: str) -> str:
    """The first half of a postcode: ``LS1``."""
    return postcode(typed).partition(" ")[0]


def phone(typed: str) -> str:
    """The digits of a British telephone number from its first nought, else an empty string: +44 7700 900123 is 07700900123."""
    if not typed:
        return ""
    digits = _SPACES.sub("", typed).replace("+440", "0").replace("+44", "0")
    digits = re.sub(r"^00440?", "0", digits)
    return digits if re.fullmatch(r"0[1-9][0-9]{8,9}", digits) else ""


def uprn(typed: str) -> str:
    """The digits of a Unique Property Reference Number without leading noughts, else an empty string."""
    if not typed:
        return ""
    digits = typed.strip().lstrip("0")
    return digits if re.fullmatch(r"[0-9]{1,12}", digits) else ""
