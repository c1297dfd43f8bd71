"""Takes from a posted form the fields that were asked for, and no others."""

import unicodedata
from collections.abc import Iterable, Mapping

from django.http import QueryDict

from kith.web.reading.typed import NOT_TEXT


def answers_from(posted: QueryDict, names: Iterable[str]) -> Mapping[str, str]:
    """The named fields as typed, whole, without outer blanks; several ticks of one name are joined by a space.

    Characters that nobody can read are taken out: no database keeps them all. What is too long is for whoever keeps it to say.
    """
    return {name: _readable(" ".join(posted.getlist(name))) for name in names if name in posted}


def _readable(given: str) -> str:
    one_end = given.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", NOT_TEXT.sub("", one_end)).strip()
