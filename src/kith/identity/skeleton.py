"""Folds a name to the skeleton that its usual spellings share."""

import re
from functools import lru_cache
from unicodedata import combining

from anyascii import anyascii

from kith.identity.spellings import folded

_ARTICLE = re.compile(r"\b[ae]l[\s\-']+(?=[a-z]{2})")
_OF = re.compile(r"\bo[\s\-']+(?=[a-z]{3})")
_SON = re.compile(r"\bma?c[\s\-']+(?=[a-z]{3})")
_SEPARATORS = re.compile(r"[\s\-_/,;.]+")
_BETWEEN = frozenset("-_/,;.'’`ʼ")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "master"})

_FOLDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), folded)
    for pattern, folded in (
        (r"(?<=\w{3})(o|e)(ff|v|va|w|wa)$", "v"),  # Ivanov, Ivanova, Ivanoff
        (r"(.)\1+", r"\1"),  # doubles, as written
        (r"(?<=[aeiou])h$", ""),  # Sarah and Sara
        (r"sk(i|y|a|aya|ij|iy)$", "sk"),  # Kowalski, Kowalska, Dostoyevsky
        (r"^mac(?=[b-df-hj-np-tv-z])", "mc"),  # MacDonald, McDonald
        (r"ough|augh", "o"),
        (r"(?<=[aeo])w(?=[^aeiouyw])", ""),  # Chowdhury, Choudhury
        (r"sch|sh", "x"),
        (r"ph", "f"),
        (r"tch|ch|cz|ck|q", "k"),  # Zach and Zak, Nichola and Nicola
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"(?<=[bdgjklrstz])h", ""),  # kh, gh, th, dh, bh: the breath is dropped
        (r"w", "v"),
        (r"z", "s"),
    )
)
_FIRST_VOWELS = str.maketrans({"o": "u", "e": "i"})


@lru_cache(maxsize=200_000)
def tokens(name: str) -> tuple[str, ...]:
    """The parts of a name in small ASCII letters: ``Zoë Al-Hassan`` is ``("zoe", "alhassan")``; titles are left out."""
    plain = anyascii(_letters(name)).lower().replace("`", "'")
    plain = _ARTICLE.sub("al", plain)
    plain = _SON.sub("mc", _OF.sub("o", plain))
    parts = (re.sub(r"[^a-z]", "", part) for part in _SEPARATORS.split(plain))
    return tuple(part for part in parts if part and part not in _TITLES)


def _letters(name: str) -> str:
    """Letters of any script, and what stands between them: a picture of a baby has a name in words, and nobody has it."""
    return "".join(one if one.isalpha() or one in _BETWEEN or combining(one) else " " for one in name)


@lru_cache(maxsize=200_000)
def skeleton(token: str) -> str:
    """The consonants that the usual spellings of one part of a name share, and its first letter where that is a vowel.

    Muhammad, Mohammed and Mohamad meet, as do Hussain and Hossain, Choudhury and Chowdhury, Ivanov and Ivanova. So do
    names that are not spellings of each other (Hassan and Hussain): a skeleton finds candidates, it decides nothing.
    ``token`` comes from ``tokens``.
    """
    plain = folded(token)
    for pattern, to in _FOLDS:
        plain = pattern.sub(to, plain)
    return plain[:1].translate(_FIRST_VOWELS) + re.sub(r"[aeiouy]", "", plain[1:])


_VOWELS = (("aye|ee|ea|ie|ei|ai|ay|ey|y", "i"), ("oo|ou|u", "o"), ("aa", "a"), ("h", ""), ("[^aeio]+", " "))
_SOUNDED = tuple((re.compile(pattern), sounded) for pattern, sounded in _VOWELS)
_DOUBLES = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def sounds(token: str) -> frozenset[str]:
    """How one part of a name may be said: two parts that share one are spellings of one name.

    A skeleton alone is not enough: Hassan and Hussain, Amir and Amira share theirs. So the vowels must follow each other
    alike too, where a plain e may be any short vowel. One or two consonants are too little to go by (Mia and Maya):
    then all but doubles and a silent h must be equal.
    """
    token = folded(token)
    bones = skeleton(token)
    if len(bones) < 3:
        return frozenset({_DOUBLES.sub(r"\1", token.rstrip("h").replace("y", "i"))})
    ending = "+" if token.rstrip("h").endswith("a") else ""  # Alexander and Alexandra, Daniel and Daniela
    vowels = _vowels(token)
    return frozenset(f"{bones}{ending}.{vowels.replace('e', vowel)}" for vowel in "aio")


def _vowels(part: str) -> str:
    sounded = part[0].replace("y", "j") + part[1:].rstrip("h")
    sounded = sounded[:-1] if len(sounded) > 3 and sounded.endswith("e") else sounded
    for pattern, to in _SOUNDED:
        sounded = pattern.sub(to, sounded)
    return _DOUBLES.sub(r"\1", sounded).replace(" ", "")


@lru_cache(maxsize=200_000)
def skeletons(name: str) -> tuple[str, ...]:
    """The skeleton of each part of a name, in its order."""
    return tuple(skeleton(part) for part in tokens(name))
